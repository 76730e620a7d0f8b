// Adds to package-lock.json the platform packages that a registry left out. Run it by hand after each `npm install`.
//
// npm records the optional packages of every platform, but only those that the registry it talked to serves. `npm ci` elsewhere then refuses
// the lock ("Missing: ... from lock file"). The missing entries need no registry: their names and exact versions stand in the
// optionalDependencies of packages that we already have, and their platform is spelled in the name. They carry no integrity hash, since nobody
// here has seen the file; running `npm install` against a complete registry replaces them by full entries.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');
const systems = new Set(['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']);
const spelledSystems = { windows: 'win32' };
const processors = new Set(['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64']);
const libraries = { gnu: 'glibc', glibc: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** `{ os, cpu, libc }` as npm would write them, from a name such as `@oxlint/binding-linux-arm64-musl`; null when the name spells no platform. */
function platformOf(name) {
  const words = name.split(/[/-]/).map((word) => spelledSystems[word] ?? word);
  const os = words.find((word) => systems.has(word));
  const cpu = words.find((word) => processors.has(word));
  if (os === undefined || cpu === undefined) return null;
  const libc = os === 'linux' ? words.map((word) => libraries[word]).find((word) => word !== undefined) : undefined;
  return { os: [os], cpu: [cpu], ...(libc === undefined ? {} : { libc: [libc] }) };
}

/** The folders in which Node looks for a dependency of the package at `place`, nearest first. */
function lookupFolders(place) {
  const parts = place.split('/node_modules/');
  return parts.map((_, dropped) => `${parts.slice(0, parts.length - dropped).join('/node_modules/')}/node_modules`).concat('node_modules');
}

/** The entries that the lock lacks, by place. Throws when one is not a platform package with an exact version: that one must be looked at. */
function missingEntries(packages) {
  const missing = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lookupFolders(place).some((folder) => packages[`${folder}/${name}`] !== undefined)) continue;
      const platform = platformOf(name);
      if (platform === null || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version)) {
        throw new Error(
          `${place} wants ${name}@${version}: not a platform package of one exact version. Add it by hand or change the dependency.`,
        );
      }
      const { os, cpu, libc } = platform;
      const dev = entry.dev === true ? { dev: true } : {};
      missing[`${siblingFolder(place)}/${name}`] = { version, cpu, ...dev, ...(libc && { libc }), optional: true, os };
    }
  }
  return missing;
}

/** Where npm would put it: beside the package that wants it. */
function siblingFolder(place) {
  return place.slice(0, place.lastIndexOf('node_modules/') + 'node_modules'.length);
}

const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingEntries(lock.packages);
const names = Object.keys(missing);
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')));
if (names.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`complete-lock: ${names.length} platform packages added`);
