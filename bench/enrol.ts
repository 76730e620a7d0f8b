import { join } from 'node:path';
import { openLocalTokenKey } from '../src/http/tokens/local-token-key.js';
import { signLocalToken } from '../src/cli/local-token.js';
import { isIdentityNumber } from '../src/policy/identity-number.js';
import { median, rounded } from './median.js';
import { builtProgram, withTemporaryFolder } from './places.js';
import { startServer } from './server-process.js';

export interface EnrolOptions {
  readonly times: number;
  readonly report: (line: string) => void;
}

export interface EnrolResult {
  /** from sending one mutation with 10,000 trainees to its answer, on the embedded database */
  readonly seconds: number;
  readonly all: readonly number[];
}

const TRAINEES = 10_000;
const DAY = '2026-03-02';
const RUN = {
  institution: 'TI-DUT',
  occupation: 'AI',
  level: 'JUNIOR',
  fundingMode: 'MARKET',
  mode: 'OFFLINE',
  onlineHours: '0',
  offlineHours: '128',
  startsOn: DAY,
  endsOn: DAY,
  venue: '大连市',
  venueRegion: '大连',
  places: TRAINEES,
  filedOn: DAY,
};

/** How long one mutation takes that enrols 10,000 trainees, each with a name, a checked number and two ciphers, in a market run, over HTTP; median of some services. */
export async function measureEnrol({ times, report }: EnrolOptions): Promise<EnrolResult> {
  const all: number[] = [];
  for (let turn = 1; turn <= times; turn += 1) {
    all.push(await withTemporaryFolder(enrolOnce));
    report(`enrol: turn ${turn} of ${times}, ${TRAINEES} trainees in ${all.at(-1)} s`);
  }
  return { seconds: rounded(median(all)), all };
}

async function enrolOnce(folder: string): Promise<number> {
  const dataFolder = join(folder, 'data');
  const service = await startServer({
    name: 'service',
    command: [builtProgram('src/main.js')],
    environment: { DATA_DIR: dataFolder, NODE_ENV: '' },
  });
  try {
    const institution = await tokenOf(dataFolder, { person: 'chen', roles: ['INSTITUTION'], regions: [], institution: 'TI-DUT' });
    const reviewer = await tokenOf(dataFolder, { person: 'li', roles: ['HR_REVIEWER'], regions: ['LN-210200'], institution: null });
    const filed = await act(service.url, institution, 'fileCourseRun', 'courseRun { id }', RUN);
    const courseRunId = (filed['courseRun'] as { readonly id: string }).id;
    await act(service.url, reviewer, 'approveCourseRun', 'courseRun { id }', { courseRunId, version: 1, on: DAY });
    const lines = Array.from({ length: TRAINEES }, (_, n) => lineOf(n));
    const input = { courseRunId, enrolledOn: DAY, onError: 'ALL_OR_NOTHING', lines };
    const startedAt = performance.now();
    const { batch } = await act(service.url, institution, 'enrolTrainees', 'batch { enrolled merkleRoot }', input);
    const seconds = rounded((performance.now() - startedAt) / 1000);
    if ((batch as { readonly enrolled: number }).enrolled !== TRAINEES) throw new Error(`not all are enrolled: ${JSON.stringify(batch)}`);
    return seconds;
  } finally {
    await service.stop();
  }
}

interface Bearer {
  readonly person: string;
  readonly roles: readonly string[];
  readonly regions: readonly string[];
  readonly institution: string | null;
}

const tokenOf = async (folder: string, bearer: Bearer): Promise<string> =>
  (await signLocalToken({ ...bearer, assessmentBody: null, hours: 1 }, await openLocalTokenKey(folder), new Date())).token;

let keys = 0;

async function act(url: string, token: string, name: string, selection: string, input: object): Promise<Readonly<Record<string, unknown>>> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code message } } }`;
  const idempotencyKey = `bench-enrol-${(keys += 1)}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input: { ...input, idempotencyKey } } }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, Record<string, unknown>>; errors?: unknown };
  const payload = data?.[name];
  const refused = payload?.['userErrors'] as readonly unknown[] | undefined;
  if (payload === undefined || refused === undefined || refused.length > 0)
    throw new Error(`${name}: ${JSON.stringify(errors ?? refused).slice(0, 500)}`);
  return payload;
}

/** A number whose check character holds and whose place does not exist, so that it is nobody's. */
function lineOf(n: number): object {
  const year = 1960 + (n % 40);
  const digits = `000000${year}01${String(1 + (Math.trunc(n / 40) % 28)).padStart(2, '0')}${String(Math.trunc(n / 1120)).padStart(3, '0')}`;
  const identityNumber = '0123456789X'
    .split('')
    .map((check) => digits + check)
    .find(isIdentityNumber);
  return { name: '某学员', identityNumber, meetsNationalStandard: true };
}
