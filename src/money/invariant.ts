/** Stops the program when a condition that the code relies on does not hold: a bug, never a user's mistake. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}
