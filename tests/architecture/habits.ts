import type { Sources } from './layers.js';
import { lineOf, readSource } from './source-text.js';

const isHandWritten = (path: string): boolean => /^(?:src|tests|bench)\/.*\.ts$/.test(path) || path === 'ormconfig.ts';

const forEachMatch = (path: string, text: string, expression: RegExp, sentence: (found: string, at: number) => string | null): string[] =>
  [...text.matchAll(expression)].flatMap((match) => {
    const said = sentence(match[0], match.index);
    return said === null ? [] : [`${path}:${lineOf(text, match.index)}: ${said}`];
  });

const overSources = (sources: Sources, applies: (path: string) => boolean, check: (path: string, text: string) => string[]): string[] =>
  [...sources].filter(([path]) => applies(path)).flatMap(([path, text]) => check(path, text));

/** Hand-written files of more lines than allowed. */
export const longFiles = (sources: Sources, linesMax: number): string[] =>
  overSources(sources, isHandWritten, (path, text) => {
    const count = text.replace(/\n$/, '').split('\n').length;
    return count > linesMax ? [`${path}: ${count} lines, at most ${linesMax}: split it by what it says`] : [];
  });

/** Reminders left in the code: they belong into an issue. The words are put together here so that this file does not hold them. */
export const leftReminders = (sources: Sources): string[] => {
  const words = new RegExp(`\\b(?:${'TO'}${'DO'}|${'FIX'}${'ME'})\\b`, 'g');
  return overSources(
    sources,
    () => true,
    (path, text) => forEachMatch(path, text, words, (found) => `${found}: file an issue instead`),
  );
};

export const defaultExports = (sources: Sources): string[] =>
  overSources(sources, isHandWritten, (path, text) =>
    forEachMatch(path, readSource(text).bare, /\bexport\s+default\b|\bas\s+default\b/g, () => 'default export: export by name'),
  );

const impure = /\bNumber\(|\bparseFloat\b|\bMath\.(?:round|random)\b|\bDate\.now\b|\bnew\s+Date\b|\bperformance\.now\b|\bprocess\.env\b/g;

/** Binary floats, clocks and chance in the layers that are exact and pure. */
export const impureCode = (sources: Sources, layers: readonly string[]): string[] =>
  overSources(
    sources,
    (path) => layers.some((layer) => path.startsWith(`src/${layer}/`)),
    (path, text) =>
      forEachMatch(path, readSource(text).bare, impure, (found) => `${found.replace('(', '')}: pure layers are exact and have no clock`),
  );

/** Figures of the notices that must not be written in code, by the layers in which the number can mean nothing else. */
export interface FigureRule {
  readonly layers: readonly string[];
  /** As a number, or as a string that holds nothing else. */
  readonly values: readonly string[];
  /** Only as a string that holds nothing else, or as a factor of a multiplication. */
  readonly rates: readonly string[];
}

const plain = (written: string): string => {
  const digits = written.replace(/[_,n'"`]/g, '');
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
};

const literal = /(?<![\w.$])\d[\d_]*(?:\.\d+)?n?(?![\w.])/g;
const stringToken = /(['"`]) +\1/g;
const wholeNumber = /^.\d[\d,]*(?:\.\d+)?.$/;
const factor = /(?:\*\s*|\b(?:times|mul)\(\s*)\d[\d_]*(?:\.\d+)?n?(?![\w.])/g;
const half = /(?<![\d.])50\s?[%％]/g;

/** Numbers of the notices written in code instead of read from the rule book. */
export const writtenFigures = (sources: Sources, rules: readonly FigureRule[]): string[] =>
  overSources(
    sources,
    (path) => path.startsWith('src/'),
    (path, text) => {
      const { code, bare } = readSource(text);
      const say = (written: string): string =>
        `${written} is a figure of a notice: read it from the rule book (if it is none, say what it is in another way)`;
      const findings = rules
        .filter((rule) => rule.layers.some((layer) => path.startsWith(`src/${layer}/`)))
        .flatMap(({ values, rates }) => [
          ...forEachMatch(path, bare, literal, (found) => (values.includes(plain(found)) ? say(found) : null)),
          ...forEachMatch(path, bare, stringToken, (found, at) => {
            const written = code.slice(at, at + found.length);
            const isFigure = wholeNumber.test(written) && [...values, ...rates].includes(plain(written));
            return isFigure ? say(written) : null;
          }),
          ...forEachMatch(path, bare, factor, (found) => (rates.includes(plain(found.replace(/^\D+/, ''))) ? say(found) : null)),
        ]);
      return [...new Set([...findings, ...forEachMatch(path, code, half, say)])];
    },
  );

const vagueFolders = ['utils', 'helpers', 'common', 'shared', 'core', 'lib', 'services'];

/** Names that say nothing, or that not every file system keeps. */
export const badNames = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => {
    // oxlint-disable-next-line no-control-regex -- the range of ASCII is what is asked for
    if (!/^[\x20-\x7e]+$/.test(path)) return [`${path}: file names are ASCII`];
    const vague = path
      .split('/')
      .slice(0, -1)
      .find((folder) => vagueFolders.includes(folder));
    return vague === undefined ? [] : [`${path}: a folder called ${vague} says nothing`];
  });

const mobile = /(?<![\w+/=.-])1[3-9]\d(?!\d*0{6})\d{8}(?![\w+/=-]|\.\d)/g;
const landline = /(?<![\w+/=.-])(?:0\d{2,3}-|\(0\d{2,3}\)\s?|（0\d{2,3}）)[1-9]\d{6,7}(?![\w+/=-])/g;

/** Telephone numbers: the notices print contact persons, and we carry none of them. */
export const phoneNumbers = (sources: Sources): string[] =>
  overSources(
    sources,
    () => true,
    (path, text) =>
      [mobile, landline].flatMap((expression) => forEachMatch(path, text, expression, () => 'a telephone number: contact data stays out')),
  );
