/** What we read of an entry in package-lock.json. */
export interface LockedPackage {
  readonly version?: string;
  readonly engines?: { readonly node?: string } | readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

type Version = readonly [number, number, number];

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/** One comparator such as `>=18`, `^20.19.0` or `6.*`; parts that are left out or `x` hold for every number. */
const holds = (comparator: string, node: Version): boolean => {
  const [, sign = '', major = '', minor = '', patch = ''] =
    /^(>=|<=|>|<|\^|~|=|v)?(\d+|[x*])?(?:\.(\d+|[x*]))?(?:\.(\d+|[x*]))?/.exec(comparator) ?? [];
  const part = (text: string): number => (/^\d+$/.test(text) ? Number.parseInt(text, 10) : 0);
  const bound: Version = [part(major), part(minor), part(patch)];
  const given = [major, minor, patch].filter((text) => /^\d+$/.test(text)).length;
  const order = compare(node, bound);
  if (given === 0) return true;
  if (sign === '>=') return order >= 0;
  if (sign === '<') return order < 0;
  const isSame = ([0, 1, 2] as const)
    .slice(0, sign === '^' ? 1 : sign === '~' ? Math.min(given, 2) : given)
    .every((at) => node[at] === bound[at]);
  if (sign === '>') return order > 0 && !(given < 3 && isSame);
  if (sign === '<=') return order <= 0 || isSame;
  return isSame && order >= 0;
};

/** Whether a version of Node satisfies an `engines` range. */
export const admits = (range: string, node: Version): boolean =>
  range.split('||').some((alternative) =>
    alternative
      .replace(/(>=|<=|>|<|\^|~|=)\s+/g, '$1')
      .trim()
      .split(/\s+/)
      .every((comparator) => holds(comparator, node)),
  );

/** Locked packages that declare an engine which the given Node is not. */
export const foreignEngines = (packages: LockedPackages, node: Version): string[] =>
  Object.entries(packages).flatMap(([place, { version, engines }]) => {
    const range = engines !== undefined && 'node' in engines ? engines.node : undefined;
    return range === undefined || admits(range, node)
      ? []
      : [`${place}@${version ?? ''} wants Node ${range}: pin or override an older release`];
  });

/** Optional packages of other platforms that the lock lacks: `npm ci` refuses such a lock there. */
export const missingPlatforms = (packages: LockedPackages): string[] => {
  const names = new Set(Object.keys(packages).map((place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)));
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${place} wants ${name}: run node tools/complete-lock.mjs`),
  );
};

/** Packages with an install script that package.json does not deny: no install step may fetch or build anything. */
export const openInstallScripts = (packages: LockedPackages, allowScripts: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(packages).flatMap(([place, { hasInstallScript = false }]) => {
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return hasInstallScript && allowScripts[name] !== false
      ? [`${name} has an install script: read it, then deny it under allowScripts`]
      : [];
  });
