/** How long the readiness probe may take, in milliseconds. */
const PROBE_TIMEOUT_MS = 2_000;

/**
 * Whether the service can answer now: the probe said so in time. A probe that fails or hangs means no.
 * Source: our design, docs/decisions/0003-transport.md
 */
export async function isReadyInTime(isReady: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_TIMEOUT_MS);
  });
  try {
    return await Promise.race([isReady(), tooLate]);
  } catch {
    // A probe that throws has found the store out of reach, which is its answer.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
