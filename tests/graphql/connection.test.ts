import { type Connection, connectionOf, type PageRequest } from '../../src/graphql/connection.js';
import { nodeId } from '../../src/policy/node-id.js';

const rows = (...codes: readonly string[]) => codes.map((code) => ({ code }));
const five = rows('A', 'B', 'C', 'D', 'E');
const cursor = (code: string) => nodeId('LetterCursor', code);
const shown = ({ nodes, pageInfo }: Connection<{ readonly code: string }>) =>
  `${pageInfo.hasPreviousPage ? '<' : '|'}${nodes.map(({ code }) => code).join('')}${pageInfo.hasNextPage ? '>' : '|'}`;

describe('connectionOf: pages of a list (our design: default 20, at most 100, keyset cursors)', () => {
  test.each<[PageRequest, string]>([
    [{}, '|ABCDE|'],
    [{ first: 2 }, '|AB>'],
    [{ first: 2, after: cursor('B') }, '<CD>'],
    [{ first: 2, after: cursor('D') }, '<E|'],
    [{ first: 2, after: cursor('E') }, '<|'],
    [{ last: 2 }, '<DE|'],
    [{ last: 2, before: cursor('D') }, '<BC>'],
    [{ last: 2, before: cursor('A') }, '|>'],
    [{ after: cursor('A'), before: cursor('E') }, '<BCD>'],
    [{ after: cursor('D'), before: cursor('B') }, '<>'],
    [{ first: 100 }, '|ABCDE|'],
    [{ first: null, last: null, after: null, before: null }, '|ABCDE|'],
  ])('%j gives %s', (page, expected) => {
    const found = connectionOf('Letter', five, page);
    expect(shown(found)).toBe(expected);
    expect(found.totalCount).toBe(5);
    expect(found.edges.map(({ node }) => node)).toEqual(found.nodes);
    expect(found.pageInfo).toMatchObject({ startCursor: found.edges[0]?.cursor ?? null, endCursor: found.edges.at(-1)?.cursor ?? null });
  });

  test('a page holds 20 unless told otherwise', () => {
    const many = rows(...Array.from({ length: 30 }, (_, index) => `N${index + 10}`));
    expect(connectionOf('Letter', many, {}).nodes).toHaveLength(20);
    expect(connectionOf('Letter', many, { last: 25 }).nodes).toHaveLength(25);
  });

  test('a cursor stays good when its row has gone: nothing is skipped or shown twice', () => {
    expect(shown(connectionOf('Letter', rows('A', 'C', 'D'), { first: 2, after: cursor('B') }))).toBe('<CD|');
    expect(shown(connectionOf('Letter', rows('A', 'A1', 'B', 'C'), { first: 2, after: cursor('B') }))).toBe('<C|');
  });

  test('walking page by page, forwards or backwards, meets every row once', () => {
    for (const size of [1, 2, 3, 5, 7]) {
      const forwards: string[] = [];
      const backwards: string[] = [];
      let ahead = connectionOf('Letter', five, { first: size });
      let behind = connectionOf('Letter', five, { last: size });
      for (;;) {
        forwards.push(...ahead.nodes.map(({ code }) => code));
        backwards.unshift(...behind.nodes.map(({ code }) => code));
        expect(ahead.pageInfo.hasNextPage).toBe(behind.pageInfo.hasPreviousPage);
        if (!ahead.pageInfo.hasNextPage) break;
        ahead = connectionOf('Letter', five, { first: size, after: ahead.pageInfo.endCursor });
        behind = connectionOf('Letter', five, { last: size, before: behind.pageInfo.startCursor });
      }
      expect(forwards.join('')).toBe('ABCDE');
      expect(backwards.join('')).toBe('ABCDE');
    }
  });

  test.each<[PageRequest, string]>([
    [{ first: 0 }, 'first'],
    [{ first: -1 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ last: 0 }, 'last'],
    [{ last: 101 }, 'last'],
    [{ first: 2, last: 2 }, 'last'],
    [{ after: '' }, 'after'],
    [{ after: 'B' }, 'after'],
    [{ before: nodeId('NumberCursor', 'B') }, 'before'],
    [{ after: nodeId('Letter', 'B') }, 'after'],
  ])('%j is refused as BAD_USER_INPUT naming %s', (page, field) => {
    expect(() => connectionOf('Letter', five, page)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT', field }));
  });
});
