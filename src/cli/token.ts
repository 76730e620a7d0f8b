import { Command, InvalidArgumentError } from 'commander';
import { StartFailure } from '../http/start-failure.js';
import { openLocalTokenKey } from '../http/tokens/local-token-key.js';
import { ROLES } from '../policy/access/actor.js';
import { bilingual } from '../policy/bilingual.js';
import { readConfiguration } from './configuration.js';
import { signLocalToken } from './local-token.js';
import { reportFailure } from './report-failure.js';

interface TokenArguments {
  readonly role: readonly string[];
  readonly region: readonly string[];
  readonly institution?: string;
  readonly assessmentBody?: string;
  readonly person: string;
  readonly hours: number;
}

const HOURS_MAX = 24;
const HOURS_DEFAULT = 8;

const and = (value: string, before: readonly string[]): string[] => [...before, value];

function hoursOf(text: string): number {
  if (!/^\d{1,2}$/u.test(text) || Number(text) < 1 || Number(text) > HOURS_MAX) throw new InvalidArgumentError(`1 to ${HOURS_MAX}.`);
  return Number(text);
}

/** The token goes to the standard output alone, so that it can be taken from there; what it is for goes beside it. */
async function printToken({ role, region, institution, assessmentBody, person, hours }: TokenArguments): Promise<void> {
  const { tokens } = readConfiguration(process.env);
  if (tokens.kind !== 'local') throw NOT_LOCAL;
  const request = { person, roles: role, regions: region, institution: institution ?? null, assessmentBody: assessmentBody ?? null, hours };
  const { token, actor, expiresAt } = await signLocalToken(request, await openLocalTokenKey(tokens.dataFolder), new Date());
  const reach = [...actor.regions, actor.institution, actor.assessmentBody].filter((code) => code !== null).join(', ');
  process.stderr.write(`${actor.person}: ${actor.roles.join(', ')}${reach === '' ? '' : ` (${reach})`}, ${expiresAt.toISOString()}\n`);
  process.stdout.write(`${token}\n`);
}

const NOT_LOCAL = new StartFailure(
  bilingual(
    '已设置签发者（AUTH_JWKS_URL 或 AUTH_PUBLIC_KEY_FILE），本服务不接受本地令牌；请向签发者取得令牌。',
    'An issuer is set (AUTH_JWKS_URL or AUTH_PUBLIC_KEY_FILE), so local tokens are not believed; get one from the issuer.',
  ),
);

const program = new Command('token')
  .description(
    `Prints a bearer token signed with the development key of DATA_DIR.\n打印用 DATA_DIR 中的开发密钥签发的令牌。\nRoles 角色: ${ROLES.join(', ')}`,
  )
  .requiredOption('--role <role>', 'a role; may be repeated', and, [])
  .option('--region <code>', 'a region that the roles reach, such as LN-210100; may be repeated', and, [])
  .option('--institution <code>', 'the training institution of INSTITUTION, such as TI-DUT')
  .option('--assessment-body <code>', 'the assessment body of ASSESSMENT_BODY, such as EI-CESI')
  .option('--person <name>', 'who acts; two steps of one case need two persons', 'local-developer')
  .option('--hours <hours>', `how long it is good, 1 to ${HOURS_MAX}`, hoursOf, HOURS_DEFAULT)
  .action(printToken);

program.parseAsync().catch((problem: unknown) => {
  reportFailure(problem);
  process.exitCode = 1;
});
