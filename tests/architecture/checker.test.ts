import { badNames, defaultExports, impureCode, leftReminders, longFiles, phoneNumbers, writtenFigures } from './habits.js';
import { layerViolations, unreachableFiles } from './layers.js';
import type { House } from './layers.js';
import { admits, foreignEngines, missingPlatforms, openInstallScripts } from './lock.js';
import { importsOf, readSource } from './source-text.js';

const house: House = {
  layers: [
    { name: 'money', packages: ['decimal.js'] },
    { name: 'policy', packages: ['node:crypto'] },
    { name: 'store', packages: ['@electric-sql/pglite*', 'decimal.js'] },
    { name: 'main', packages: ['*'] },
  ],
  annexes: [{ name: 'witness', imports: ['money'], packages: [] }],
  soleImporter: { 'decimal.js': 'money' },
  mayImportOrmconfig: ['main'],
};

const file = (path: string, text: string): Map<string, string> => new Map([[path, text]]);

describe('readSource', () => {
  it.each([
    ['a comment', "a; // '\nb", 'a;     \nb'],
    ['a comment over lines', 'a /* x\n */ b', 'a     \n    b'],
    ['a string', "x('a // b')", "x('      ')"],
    ['a regular expression with a quote', 'x = /[\'"/]\\//g;', 'x =           ;'],
    ['a division', 'a / b / c', 'a / b / c'],
    ['a template', '`a ${ f({b: `c`}) } d` + e', '`   { f({b: ` `}) }  ` + e'],
  ])('blanks %s', (_name, text, bare) => expect(readSource(text).bare).toBe(bare));

  it('finds imports, re-exports, dynamic imports and workers, and none in comments or strings', () => {
    const text = `import a from 'one'; import 'two';\nexport {\n  b,\n} from "./three.js"; await import('four'); new Worker(new URL('./five.js', import.meta.url));
      // import 'six'
      const text = "from 'seven'";`;
    expect(importsOf(readSource(text))).toEqual(['one', 'two', './three.js', 'four', './five.js']);
  });
});

describe('layerViolations finds', () => {
  it.each([
    ['an import to the right', 'src/money/a.ts', "import { b } from '../policy/b.js';", 'money must not import policy (src/policy/b.ts)'],
    ['a package of another layer', 'src/policy/a.ts', "import pg from 'pg';", 'policy must not import the package pg'],
    ['another importer of decimal.js', 'src/store/a.ts', "import { Decimal } from 'decimal.js';", 'only money imports decimal.js'],
    ['ormconfig in a layer', 'src/store/a.ts', "import { b } from '../../ormconfig.js';", 'store must not import ormconfig.ts'],
    ['an import of a test', 'src/main.ts', "import { b } from '../tests/b.js';", 'tests/b.ts is outside src/'],
    [
      'the witness reaching further',
      'src/witness/main.ts',
      "import { b } from '../store/b.js';",
      'witness must not import store (src/store/b.ts)',
    ],
    ['an unknown layer', 'src/extras/a.ts', '', 'there is no layer extras'],
  ])('%s', (_name, path, text, sentence) => expect(layerViolations(house, file(path, text))).toEqual([`${path}: ${sentence}`]));

  it.each([
    [
      'an import to the left',
      'src/policy/a.ts',
      "import { b } from '../money/b.js'; import { c } from './c.js'; import { hash } from 'node:crypto';",
    ],
    [
      'packages that the layer has',
      'src/store/a.ts',
      "import { x } from '@electric-sql/pglite-socket'; import { y } from '@electric-sql/pglite/worker';",
    ],
    ['ormconfig in main', 'src/main.ts', "import { b } from '../ormconfig.js'; import { c } from 'anything';"],
  ])('nothing wrong with %s', (_name, path, text) => expect(layerViolations(house, file(path, text))).toEqual([]));
});

it('unreachableFiles finds the file that nothing imports', () => {
  const sources = new Map([
    ['src/main.ts', "import { a } from './money/a.js';"],
    ['src/money/a.ts', "export { b } from './b.js';"],
    ['src/money/b.ts', ''],
    ['src/money/lost.ts', "import { b } from './b.js';"],
  ]);
  expect(unreachableFiles(sources, ['src/main.ts'])).toEqual(['src/money/lost.ts: no entry point leads here']);
});

describe('the habits', () => {
  it('count lines', () => {
    expect(longFiles(file('src/a.ts', 'x\n'.repeat(301)), 300)).toHaveLength(1);
    expect(longFiles(file('src/a.ts', 'x\n'.repeat(300)), 300)).toEqual([]);
  });
  it('find reminders', () => expect(leftReminders(file('src/a.ts', `// ${'TO'}${'DO'} later`))).toHaveLength(1));
  it('find default exports', () => {
    expect(defaultExports(file('src/a.ts', 'export default 1;\nexport { b as default };'))).toHaveLength(2);
    expect(defaultExports(file('src/a.ts', "// export default\nimport a, { default as b } from 'c';"))).toEqual([]);
  });
  it('find binary floats and clocks in pure layers only', () => {
    const text = 'Number(x); parseFloat(x); Math.round(x); Date.now(); new Date(); Math.random();';
    expect(impureCode(file('src/money/a.ts', text), ['money'])).toHaveLength(6);
    expect(impureCode(file('src/http/a.ts', text), ['money'])).toEqual([]);
    expect(impureCode(file('src/money/a.ts', "Number.isInteger(x); // Number(x)\n'new Date()';"), ['money'])).toEqual([]);
  });
  it('find bad names', () => {
    expect(badNames(['src/utils/a.ts', 'docs/表.md', 'src/common/x/a.ts'])).toHaveLength(3);
    expect(badNames(['src/money/utils.ts', 'README.zh-CN.md'])).toEqual([]);
  });
  it('find telephone numbers', () => {
    const numbers = [['138', '00138001'].join(''), ['024', '23456789'].join('-'), `(0411)${'8234567'}`];
    expect(phoneNumbers(file('seeds/a.csv', numbers.join('\n')))).toHaveLength(3);
    expect(phoneNumbers(file('seeds/a.csv', '2024-251, 14400000000, 13912345678.00, LN-210100, 2-02-10-11, 210102199001011234'))).toEqual(
      [],
    );
  });
});

describe('writtenFigures', () => {
  const rules = [{ layers: ['policy'], values: ['3000', '0.5'], rates: ['10', '25'] }];
  const found = (text: string, path = 'src/policy/a.ts'): number => writtenFigures(file(path, text), rules).length;

  it.each([
    'a < 3000',
    "yuan('3000.00')",
    'quota = 3_000n',
    "share('0.50')",
    'x > 0.5',
    'hours * 10',
    "times('25')",
    'hours.times(10)',
    "say('超过 50%')",
  ])('finds %s', (text) => expect(found(text)).toBe(1));
  it.each([
    'day.slice(0, 10)',
    '// 3000 places',
    "'LN-3000'",
    'a.v3000',
    '30000',
    'x * 100',
    '/3000/.test(x)',
    'code === 2500',
    'say(`such as "3000"`)',
  ])('leaves %s alone', (text) => expect(found(text)).toBe(0));
  it('leaves other layers alone', () => expect(found('listen(3000)', 'src/http/a.ts')).toBe(0));
});

describe('the lock', () => {
  it.each([
    ['>=22', false],
    ['>= 18', true],
    ['^20.19.0 || >=22.12.0', true],
    ['^20.20 || >=22', false],
    ['18 || 20 || >=22', true],
    ['^18.14.0 || ^22.0.0 || >=24.0.0', false],
    ['>=16 || 14 >=14.17', true],
    ['6.* || 8.* || >= 10.*', true],
    ['>=20.19 <21', true],
    ['>20', false],
    ['~20.19', true],
    ['<=20', true],
    ['*', true],
  ])('engine %s admits Node 20.19.0: %s', (range, isAdmitted) => expect(admits(range, [20, 19, 0])).toBe(isAdmitted));

  it('finds an engine too new, a platform left out and an open install script', () => {
    const packages = {
      'node_modules/a': { version: '1.0.0', engines: { node: '>=22' } },
      'node_modules/b': { optionalDependencies: { 'b-linux-x64': '1.0.0', 'b-win32-x64': '1.0.0' } },
      'node_modules/b-linux-x64': { hasInstallScript: true },
    };
    expect(foreignEngines(packages, [20, 19, 0])).toEqual(['node_modules/a@1.0.0 wants Node >=22: pin or override an older release']);
    expect(missingPlatforms(packages)).toEqual(['node_modules/b wants b-win32-x64: run node tools/complete-lock.mjs']);
    expect(openInstallScripts(packages, {})).toHaveLength(1);
    expect(openInstallScripts(packages, { 'b-linux-x64': false })).toEqual([]);
  });
});
