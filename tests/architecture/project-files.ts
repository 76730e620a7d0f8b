import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Sources } from './layers.js';

const asExpression = (line: string): RegExp => {
  const body = line
    .replace(/\/$/, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^/]*');
  return new RegExp(`(?:^|/)${body}$`);
};

/** Paths of the project's own files, without what .gitignore names. It asks no git: the tests also run where none is installed. */
export const projectPaths = (root: string): string[] => {
  const ignored = ['.git', ...readFileSync(join(root, '.gitignore'), 'utf8').split('\n')].filter((line) => line !== '').map(asExpression);
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (ignored.some((expression) => expression.test(path))) return [];
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('').sort();
};

/** The texts of the given files; files with a zero byte are no texts and are left out. */
export const readTexts = (root: string, paths: readonly string[]): Sources =>
  new Map(
    paths.flatMap((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return text.includes('\0') ? [] : [[path, text] as const];
    }),
  );
