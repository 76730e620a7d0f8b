import { posix } from 'node:path';
import { importsOf, readSource } from './source-text.js';

/** A folder of src/ with the packages that it may import; a name ending in `*` is a beginning. */
export interface Layer {
  readonly name: string;
  readonly packages: readonly string[];
}

/** What may be imported: an order of layers, each importing itself and those before it, and folders that stand beside it. */
export interface House {
  readonly layers: readonly Layer[];
  /** Folders outside the order, with the layers that they may import. */
  readonly annexes: readonly (Layer & { readonly imports: readonly string[] })[];
  /** Packages that only one layer may import, whatever the others list. */
  readonly soleImporter: Readonly<Record<string, string>>;
  /** The layers that may import ormconfig.ts. */
  readonly mayImportOrmconfig: readonly string[];
}

/** File contents by path from the project root, such as `src/money/yuan.ts`. */
export type Sources = ReadonlyMap<string, string>;

const packageOf = (specifier: string): string =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');

const matches = (name: string, listed: string): boolean => (listed.endsWith('*') ? name.startsWith(listed.slice(0, -1)) : name === listed);

const layerNameOf = (path: string): string => (path === 'src/main.ts' ? 'main' : (/^src\/([^/]+)\//.exec(path)?.[1] ?? path));

const resolve = (path: string, specifier: string): string => posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');

const importedLayers = (house: House, name: string): readonly string[] | null => {
  const annex = house.annexes.find((candidate) => candidate.name === name);
  if (annex !== undefined) return [name, ...annex.imports];
  const rank = house.layers.findIndex((layer) => layer.name === name);
  return rank < 0 ? null : house.layers.slice(0, rank + 1).map((layer) => layer.name);
};

const fileViolation = (house: House, name: string, target: string): string | null => {
  if (target === 'ormconfig.ts') return house.mayImportOrmconfig.includes(name) ? null : `${name} must not import ormconfig.ts`;
  if (!target.startsWith('src/')) return `${target} is outside src/`;
  const other = layerNameOf(target);
  return importedLayers(house, name)?.includes(other) ? null : `${name} must not import ${other} (${target})`;
};

const packageViolation = (house: House, name: string, specifier: string): string | null => {
  const wanted = packageOf(specifier);
  const sole = house.soleImporter[wanted];
  if (sole !== undefined && sole !== name) return `only ${sole} imports ${wanted}`;
  const own = [...house.layers, ...house.annexes].find((layer) => layer.name === name);
  return own?.packages.some((listed) => matches(wanted, listed)) ? null : `${name} must not import the package ${wanted}`;
};

/** Imports that break the order of layers or take a package that the layer has no use for, one sentence each. */
export const layerViolations = (house: House, sources: Sources): string[] =>
  [...sources].flatMap(([path, text]) => {
    if (!path.startsWith('src/')) return [];
    const name = layerNameOf(path);
    if (importedLayers(house, name) === null) return [`${path}: there is no layer ${name}`];
    return importsOf(readSource(text)).flatMap((specifier) => {
      const isFile = specifier.startsWith('.');
      const found = isFile ? fileViolation(house, name, resolve(path, specifier)) : packageViolation(house, name, specifier);
      return found === null ? [] : [`${path}: ${found}`];
    });
  });

/** Files under src/ that no entry point leads to. */
export const unreachableFiles = (sources: Sources, entries: readonly string[]): string[] => {
  const reached = new Set<string>();
  const waiting = entries.filter((entry) => sources.has(entry));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const here = path;
    waiting.push(
      ...importsOf(readSource(sources.get(here) ?? ''))
        .map((specifier) => resolve(here, specifier))
        .filter((target) => sources.has(target)),
    );
  }
  return [...sources.keys()]
    .filter((path) => path.startsWith('src/') && !reached.has(path))
    .map((path) => `${path}: no entry point leads here`);
};
