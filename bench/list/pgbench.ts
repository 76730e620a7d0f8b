import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant } from '../rounds.js';
import { LISTED } from './list-request.js';
import { PEER_SCHEMA } from './peer-schema.js';

const run = promisify(execFile);

/** The list as one statement: what the database alone needs for it. */
const JOIN = `SELECT enrolment.id, enrolment.status, enrolment.level, enrolment.enrolled_on, institution.code, institution.name_zh,
  region.code, region.name_zh, occupation.code, occupation.name_zh
FROM public.enrolment
  LEFT JOIN ${PEER_SCHEMA}.institution ON institution.code = enrolment.institution_code
  LEFT JOIN ${PEER_SCHEMA}.region ON region.code = enrolment.region_code
  LEFT JOIN ${PEER_SCHEMA}.occupation ON occupation.code = enrolment.occupation_code
ORDER BY enrolment.id LIMIT ${LISTED};
`.replaceAll('\n', ' ');

/** pgbench with the join prepared, on so many connections. Throws when there is no pgbench, or it cannot run. */
export async function startPgbench(url: string, connections: number, folder: string): Promise<Contestant> {
  const script = join(folder, 'list.sql');
  writeFileSync(script, `${JOIN}\n`);
  const bench = async (seconds: number): Promise<string> => {
    const options = ['-n', '-M', 'prepared', '-c', `${connections}`, '-j', '2', '-T', `${Math.max(1, Math.round(seconds))}`, '-f', script];
    return (await run('pgbench', [...options, url])).stdout;
  };
  try {
    await bench(1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Error('pgbench is not on PATH');
    throw error;
  }
  return {
    name: 'pgbench',
    run: async (seconds) => {
      const found = await bench(seconds);
      const perSecond = Number(/^tps = ([\d.]+)/mu.exec(found)?.[1] ?? Number.NaN);
      return { requestsPerSecond: perSecond, cpuMicroseconds: null, medianMs: null, p99Ms: null };
    },
  };
}
