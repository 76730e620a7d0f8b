import { readFileSync } from 'node:fs';
import { badNames, defaultExports, impureCode, leftReminders, longFiles, phoneNumbers, writtenFigures } from './architecture/habits.js';
import type { FigureRule } from './architecture/habits.js';
import { layerViolations, unreachableFiles } from './architecture/layers.js';
import type { House } from './architecture/layers.js';
import { foreignEngines, missingPlatforms, openInstallScripts } from './architecture/lock.js';
import type { LockedPackages } from './architecture/lock.js';
import { projectPaths, readTexts } from './architecture/project-files.js';

/** The one statement of the order: a layer imports itself and those above it in this list, and the packages named beside it. */
const house: House = {
  layers: [
    { name: 'money', packages: ['decimal.js'] },
    { name: 'policy', packages: ['canonicalize', 'zod', 'node:crypto'] },
    { name: 'ledger', packages: [] },
    { name: 'audit', packages: ['canonicalize', 'node:crypto'] },
    { name: 'store', packages: ['typeorm', 'pg', '@electric-sql/pglite*', 'csv-parse', 'zod', 'reflect-metadata', 'node:*'] },
    { name: 'operations', packages: ['zod', 'typeorm', 'jose', 'node:*'] },
    { name: 'graphql', packages: ['type-graphql', 'graphql', 'graphql-scalars', 'dataloader', 'reflect-metadata'] },
    {
      name: 'http',
      packages: ['fastify', '@fastify/static', '@apollo/server', 'graphql', 'graphql-jit', 'altair-static', 'jose', 'pino', 'node:*'],
    },
    { name: 'cli', packages: ['*'] },
    { name: 'main', packages: ['*'] },
  ],
  annexes: [{ name: 'witness', imports: ['audit'], packages: ['node:*'] }],
  soleImporter: { 'decimal.js': 'money' },
  mayImportOrmconfig: ['main', 'cli'],
};
const pureLayers = ['money', 'policy', 'ledger', 'audit'];

const figureRules: readonly FigureRule[] = [
  {
    layers: ['money', 'policy', 'ledger', 'audit', 'store', 'operations', 'graphql'],
    values: '1048 1088 1236 1280 2560 3372 4800 10480 21760 30900 63140 384000 480000 960000 1920000 14400000'.split(' '),
    rates: [],
  },
  {
    layers: ['money', 'policy', 'ledger', 'audit', 'operations'],
    values: '0.5 3000 1200 1600 1800 2300 2400 3200 3500 20000 60000 120000 128000 150000 200000 300000 400000 500000 800000'.split(' '),
    rates: [],
  },
  { layers: ['policy', 'ledger', 'operations'], values: [], rates: '10 20 25 50'.split(' ') },
  { layers: ['policy'], values: '25 119 130 160 192 300 600 900'.split(' '), rates: [] },
];

const root = process.cwd();
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const paths = projectPaths(root);
const texts = readTexts(root, paths);
const sources = new Map([...texts].filter(([path]) => /^(?:(?:src|tests|bench)\/.*\.ts|tools\/.*\.mjs|ormconfig\.ts)$/.test(path)));
const manifest = readJson<{ scripts: Record<string, string>; allowScripts: Record<string, boolean> }>('package.json');
const { packages } = readJson<{ packages: LockedPackages }>('package-lock.json');
/** The programs: what package.json starts, and the witness. */
const entries = [
  ...Object.values(manifest.scripts).flatMap((script) =>
    [...script.matchAll(/dist\/(src\/[\w/-]+)\.js/g)].map((match) => `${match[1] ?? ''}.ts`),
  ),
  ...paths.filter((path) => path === 'src/witness/main.ts'),
];

describe('the house (docs/ARCHITECTURE.md)', () => {
  it('imports only to the left', () => expect(layerViolations(house, sources)).toEqual([]));
  it('leads from an entry point to every file', () => expect(unreachableFiles(sources, entries)).toEqual([]));
  it('has no hand-written file over 300 lines', () => expect(longFiles(sources, 300)).toEqual([]));
  it('leaves no reminders in the code', () => expect(leftReminders(sources)).toEqual([]));
  it('exports by name', () => expect(defaultExports(sources)).toEqual([]));
  it('keeps binary floats, clock and chance out of the pure layers', () => expect(impureCode(sources, pureLayers)).toEqual([]));
  it('writes no figure of a notice in code', () => expect(writtenFigures(sources, figureRules)).toEqual([]));
  it('names files in ASCII and folders by what they hold', () => expect(badNames(paths)).toEqual([]));
  it('carries no telephone number', () => expect(phoneNumbers(texts)).toEqual([]));
  it('has at most 24 entries at the root', () => expect(new Set(paths.map((path) => path.split('/')[0])).size).toBeLessThanOrEqual(24));
  it('has at most 15 scripts', () => expect(Object.keys(manifest.scripts).length).toBeLessThanOrEqual(15));
});

describe('what is installed', () => {
  it('runs on Node 20.19', () => expect(foreignEngines(packages, [20, 19, 0])).toEqual([]));
  it('runs on Node 24', () => expect(foreignEngines(packages, [24, 21, 0])).toEqual([]));
  it('is locked for every platform', () => expect(missingPlatforms(packages)).toEqual([]));
  it('runs no script of a package', () => expect(openInstallScripts(packages, manifest.allowScripts)).toEqual([]));
});
