import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeJwt } from 'jose';
import { startService } from '../../src/cli/start-service.js';
import { freshFolder } from '../harness/databases.js';
import { scratchFolder } from '../harness/scratch.js';

const PROGRAM = fileURLToPath(new URL('../../src/cli/token.js', import.meta.url));

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the token command as a program of its own. */
const run = (dataFolder: string, options: readonly string[], environment: Record<string, string> = {}): Promise<Printed> =>
  new Promise((resolve) => {
    const env = { PATH: process.env['PATH'], DATA_DIR: dataFolder, ...environment };
    execFile(process.execPath, [PROGRAM, ...options], { env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });

describe('npm run token', () => {
  let folder: string;
  beforeEach(() => {
    folder = scratchFolder('token');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('prints the token alone on the standard output, and beside it whom it names', async () => {
    const options = ['--role', 'FINANCE_OFFICER', '--role', 'FINANCE_PAYER', '--region', 'LN-210100', '--region', 'LN-SHENFU'];
    const { code, stdout, stderr } = await run(folder, [...options, '--person', 'li-na', '--hours', '2']);
    const claims = decodeJwt(stdout.trim());
    expect(code).toBe(0);
    expect(claims).toMatchObject({ sub: 'li-na', roles: ['FINANCE_OFFICER', 'FINANCE_PAYER'], regions: ['LN-210100', 'LN-SHENFU'] });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(7200);
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    expect(stderr).toMatch(/^li-na: FINANCE_OFFICER, FINANCE_PAYER \(LN-210100, LN-SHENFU\), \d{4}-/);
  });

  it.each<readonly [string, readonly string[], Record<string, string>, RegExp]>([
    ['an unknown role', ['--role', 'MAYOR'], {}, /found MAYOR/],
    ['no role', [], {}, /claim roles/],
    ['a bureau without a region', ['--role', 'HR_OFFICER'], {}, /at least one region code/],
    ['an institution without its code', ['--role', 'INSTITUTION'], {}, /such as TI-DUT/],
    ['a code without its role', ['--role', 'AUDITOR', '--assessment-body', 'EI-CESI'], {}, /only the role ASSESSMENT_BODY/],
    ['more hours than a day has', ['--role', 'AUDITOR', '--hours', '25'], {}, /1 to 24/],
    ['production', ['--role', 'AUDITOR'], { MODE: 'production' }, /MODE=production does not start with the local token key/],
    [
      'a service that believes an issuer',
      ['--role', 'AUDITOR'],
      { AUTH_ISSUER: 'a', AUTH_AUDIENCE: 'b', AUTH_PUBLIC_KEY_FILE: 'k' },
      /local tokens are not believed/,
    ],
  ])('%s is refused in words, and no token is printed', async (_title, options, environment, text) => {
    const { code, stdout, stderr } = await run(folder, options, environment);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(text);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});

describe('a service with its own key', () => {
  it('believes the tokens of its data folder, made before or after the start, and no others', async () => {
    const [fresh, other] = [await freshFolder(), scratchFolder('token')];
    const dataFolder = fresh.configuration.dataFolder;
    const before = (await run(dataFolder, ['--role', 'AUDITOR'])).stdout.trim();
    const key = readFileSync(join(dataFolder, 'token-key.json'), 'utf8');
    const service = await startService({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: '', DATA_DIR: dataFolder }, () => new Date());
    const ask = async (token: string | null): Promise<number> => {
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      };
      return (await fetch(service.url, { method: 'POST', headers, body: '{"query":"{ measures { code } }"}' })).status;
    };
    const after = (await run(dataFolder, ['--role', 'INSTITUTION', '--institution', 'TI-DUT'])).stdout.trim();
    const foreign = (await run(other, ['--role', 'AUDITOR'])).stdout.trim();
    expect([await ask(before), await ask(after), await ask(foreign), await ask(null)]).toEqual([200, 200, 401, 200]);
    expect(readFileSync(join(dataFolder, 'token-key.json'), 'utf8')).toBe(key);
    await service.stop();
    await fresh.remove();
    rmSync(other, { recursive: true, force: true });
  });

  it('a folder with nothing but the key is still a new one', async () => {
    const folder = scratchFolder('token');
    await run(folder, ['--role', 'AUDITOR']);
    const service = await startService({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: '', DATA_DIR: folder }, () => new Date());
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('production does not start with it', async () => {
    await expect(startService({ PORT: '0', MODE: 'production' }, () => new Date())).rejects.toThrow(/^MODE=production does not start/);
  });
});
