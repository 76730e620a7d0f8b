import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { type Bilingual, bilingual } from '../policy/bilingual.js';
import { Failure } from '../policy/failure.js';
import { headOf, tailOf, withoutIdentities } from '../policy/input.js';
import type { Language } from './context.js';

/** Codes that graphql-js and Apollo Server give to a request that cannot be executed. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Longest text that is echoed back to a caller, in characters. */
const TEXT_LENGTH_MAX = 300;

type Facts = Readonly<Record<string, unknown>>;

interface Wording {
  readonly code: string;
  readonly text: Bilingual;
  readonly field?: string | null;
  readonly facts?: Facts;
}

/**
 * An error entry as callers see it: `message` in the reader's language, both languages, code, field and facts in `extensions`.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function wordedError(language: Language, { code, text, field = null, facts = {} }: Wording): GraphQLFormattedError {
  return { message: text[language], extensions: { ...facts, code, field, messageZh: text.zh, messageEn: text.en } };
}

/**
 * The formatter of Apollo Server for one language: a Failure speaks for itself, an error of graphql-js or Apollo keeps its code
 * and gets a Chinese text, everything else is a bug: `reportBug` logs it and returns the id that the caller may quote.
 * Source: our design, docs/decisions/0003-transport.md
 */
export function errorFormatter(language: Language, reportBug: (bug: unknown) => string) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => ({
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
    ...wordedError(language, wordingOf(formatted, thrown, reportBug)),
  });
}

function wordingOf(formatted: GraphQLFormattedError, thrown: unknown, reportBug: (bug: unknown) => string): Wording {
  const code = formatted.extensions?.['code'];
  const failure = failureIn(thrown);
  if (failure !== null) {
    const ofInput = REQUEST_CODES.has(code);
    const field = (ofInput ? fieldOf(formatted.message) : null) ?? failure.field;
    return { code: ofInput ? 'BAD_USER_INPUT' : failure.code, text: failure.text, field, facts: failure.facts };
  }
  if (typeof code === 'string' && (REQUEST_CODES.has(code) || isDeliberate(thrown, code))) {
    return { code, text: requestText(formatted.message), field: fieldOf(formatted.message) };
  }
  if (isRefusedArgument(thrown)) {
    const code = NO_SUCH_OPERATION.test(formatted.message) ? 'GRAPHQL_VALIDATION_FAILED' : 'BAD_USER_INPUT';
    return { code, text: requestText(formatted.message), field: fieldOf(formatted.message) };
  }
  const errorId = reportBug(bugIn(thrown));
  const text = bilingual(
    `服务内部出错，错误编号 ${errorId}。请稍后重试；若仍出错，请将编号告知系统管理员。`,
    `The service failed internally, error id ${errorId}. Try again later; if it persists, tell the administrator this id.`,
  );
  return { code: 'INTERNAL_SERVER_ERROR', text, facts: { errorId } };
}

/** A GraphQLError that somebody threw with a code of its own is meant for the caller; any other error is not. */
function isDeliberate(thrown: unknown, code: string): boolean {
  const isThrownAsSuch = thrown instanceof GraphQLError && (!thrown.originalError || thrown.originalError instanceof GraphQLError);
  return isThrownAsSuch && code !== 'INTERNAL_SERVER_ERROR';
}

const NO_SUCH_OPERATION = /^Schema is not configured to execute /u;
const REFUSED_AT_EXECUTION =
  /^(Argument "\w+" (has invalid value|of (required|non-null) type) |Too many errors processing variables|Schema is not configured to execute )/u;

/** graphql-js refuses some requests only at execution and without a code: a literal held a variable that has no value, too many variables were wrong. */
function isRefusedArgument(thrown: unknown): boolean {
  const cause = bugIn(thrown);
  return cause instanceof GraphQLError && REFUSED_AT_EXECUTION.test(cause.message);
}

function* causesOf(thrown: unknown): Generator<Error> {
  let current = thrown;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    yield current;
    current = current instanceof GraphQLError ? current.originalError : undefined;
  }
}

function failureIn(thrown: unknown): Failure | null {
  for (const cause of causesOf(thrown)) {
    if (cause instanceof Failure) return cause;
  }
  return null;
}

function bugIn(thrown: unknown): unknown {
  let innermost = thrown;
  for (const cause of causesOf(thrown)) innermost = cause;
  return innermost;
}

/** The path of a refused variable, `input.lines[0].hours`, as graphql-js writes it. */
function variablePath(message: string): string | null {
  const name = /^Variable "\$(\w+)" /.exec(message)?.[1];
  if (name === undefined) return null;
  const at = ` at "${name}`;
  const start = message.indexOf(at);
  if (start < 0) return name;
  return message.slice(start + ' at "'.length, message.indexOf('"', start + at.length));
}

/** Where in the input, without the name of the variable that carried it: the rules name their fields the same way. */
function fieldOf(message: string): string | null {
  const path = variablePath(message)?.replace(/^\w+\./u, '') ?? /^Argument "(\w+)"/.exec(message)?.[1] ?? null;
  return path && withoutIdentities(path);
}

const VARIABLE_REFUSED = /^Variable "(\$\w+)" got invalid value (.*?)(?: at "([^"]+)")?; (.+)$/su;

/** The text of a request error: no suggestions of names, no long echo of what was sent, and a Chinese rendering. */
function requestText(message: string): Bilingual {
  const plain = withoutIdentities(shortened(message, 2000)).replace(/ ?Did you mean (.+?)\?$/su, '');
  const variable = VARIABLE_REFUSED.exec(plain);
  if (variable === null) {
    const short = shortened(plain, TEXT_LENGTH_MAX);
    return bilingual(inChinese(short), short);
  }
  const [, name = '', value = '', path, reason = ''] = variable;
  const found = shortened(value, 60);
  const why = shortened(reason, 160);
  return bilingual(
    `变量 ${path ?? name} 的值 ${found} 不合要求：${inChinese(why)}`,
    `Variable "${name}" got invalid value ${found}${path === undefined ? '' : ` at "${path}"`}; ${why}`,
  );
}

function shortened(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  const half = Math.floor((lengthMax - 3) / 2);
  // A character cut in two leaves a lone surrogate, which is not text.
  return `${headOf(text, half)} … ${tailOf(text, half)}`.replace(/\p{Surrogate}/gu, '');
}

/** Sentences of graphql-js and Apollo with their Chinese rendering; the first that fits is taken. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^Syntax Error: Expected (.+), found (.+)\.$/su, '语法错误：此处应为 $1，实为 $2。'],
  [/^Syntax Error: Unexpected (.+)\.$/su, '语法错误：此处不应出现 $1。'],
  [/^Syntax Error: (.+)$/su, '语法错误：$1'],
  [/^Cannot query field "(\w+)" on type "(\w+)"\.$/u, '类型 $2 没有字段 $1。'],
  [/^Unknown argument "(\w+)" on field "([\w.]+)"\.$/u, '字段 $2 没有参数 $1。'],
  [/^Field "(\w+)" argument "(\w+)" of type "(.+)" is required, but it was not provided\.$/u, '字段 $1 缺少必填参数 $2（类型 $3）。'],
  [/^Field "(\w+)" of type "(.+)" must have a selection of subfields\.$/u, '字段 $1（类型 $2）必须列出要查的子字段。'],
  [/^Field "(\w+)" must not have a selection since type "(.+)" has no subfields\.$/u, '字段 $1（类型 $2）没有子字段，不能展开。'],
  [/^Field "([\w.]+)" of required type "(.+)" was not provided\.$/u, '缺少必填字段 $1（类型 $2）。'],
  [/^Field "(.+)" is not defined by type "(\w+)"\.$/su, '输入类型 $2 没有字段 $1。'],
  [/^Exactly one key must be specified for OneOf type "(\w+)"\.$/u, '输入类型 $1 须填且只能填一个字段。'],
  [/^Value "(.+)" does not exist in "(\w+)" enum\.$/su, '枚举 $2 没有取值 $1。'],
  [/^Enum "(\w+)" cannot represent (.+)\.$/su, '枚举 $1 不接受 $2。'],
  [/^Int cannot represent non-integer value: (.+)$/su, '应为整数，实为 $1。'],
  [/^Int cannot represent non 32-bit signed integer value: (.+)$/su, '整数超出范围（绝对值不超过 2147483647）：$1。'],
  [/^(String|ID) cannot represent (?:a non string value|value): (.+)$/su, '应为文字（$1），实为 $2。'],
  [/^Float cannot represent non numeric value: (.+)$/su, '应为数字，实为 $1。'],
  [/^Boolean cannot represent a non boolean value: (.+)$/su, '应为 true 或 false，实为 $1。'],
  [/^Expected non-nullable type "(.+)" not to be null\.$/u, '不能为空（类型 $1）。'],
  [/^Expected type "(\w+)" to be an object\.$/u, '应为对象（类型 $1）。'],
  [/^Expected value of type "(.+)", found (.+)\.$/su, '应为类型 $1 的值，实为 $2。'],
  [/^Expected type "(.+)"\. (.+)$/su, '应为类型 $1：$2'],
  [/^Unknown type "(\w+)"\.$/u, '没有类型 $1。'],
  [/^Unknown fragment "(\w+)"\.$/u, '没有片段 $1。'],
  [/^Unknown directive "@(\w+)"\.$/u, '没有指令 @$1。'],
  [/^Fragment "(\w+)" is never used\.$/u, '片段 $1 未被使用。'],
  [/^Cannot spread fragment "(\w+)" within itself.*$/su, '片段 $1 引用了自身。'],
  [/^Variable "(\$\w+)" is not defined.*$/su, '变量 $1 未定义。'],
  [/^Variable "(\$\w+)" is never used.*$/su, '变量 $1 未被使用。'],
  [/^Argument "(\w+)" of non-null type "(.+)" must not be null\.$/u, '参数 $1（类型 $2）不能为空。'],
  [
    /^Argument "(\w+)" of required type "(.+)" was provided the variable "(\$\w+)" which was not provided a runtime value\.$/u,
    '参数 $1（类型 $2）所用的变量 $3 没有值。',
  ],
  [/^Argument "(\w+)" has invalid value (.+)\.$/su, '参数 $1 的值 $2 不合要求。'],
  [/^Variable "(\$\w+)" of required type "(.+)" was not provided\.$/u, '缺少变量 $1（类型 $2）。'],
  [/^Variable "(\$\w+)" of non-null type "(.+)" must not be null\.$/u, '变量 $1（类型 $2）不能为空。'],
  [/^Unknown operation named "(.*)"\.$/su, '请求中没有名为 $1 的操作。'],
  [/^Must provide operation name if query contains multiple operations\.$/u, '请求含多个操作，须用 operationName 指明执行哪一个。'],
  [/^Too many .*$/su, '错误过多，只列出前几条。'],
  [/^Schema is not configured to execute (\w+) operation\.$/u, '本服务目前没有 $1 操作，只提供查询。'],
  [/^GraphQL operations must contain a non-empty `query`.*$/su, '请求缺少非空的 query。'],
  [/^Operation batching disabled\.$/u, '不接受批量请求：请求体应为一个对象。'],
  [/^GET requests only support query operations, not (\w+) operations$/u, 'GET 请求只能执行 query，不能执行 $1。'],
  [
    /^This operation has been blocked as a potential Cross-Site Request Forgery.*$/su,
    '为防跨站请求伪造已拒绝：请带 content-type: application/json 或非空的 apollo-require-preflight 请求头。',
  ],
];

function inChinese(message: string): string {
  for (const [pattern, rendering] of SENTENCES) {
    if (pattern.test(message)) return message.replace(pattern, rendering);
  }
  return /\p{Script=Han}/u.test(message) ? message : `请求不符合接口定义：${message}`;
}
