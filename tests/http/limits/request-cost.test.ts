import { parse } from 'graphql';
import { requestCost } from '../../../src/http/limits/request-cost.js';

describe('what a document costs', () => {
  it.each([
    ['a field is one', '{ hello }', 1],
    ['fields below count', '{ region { code name { zh en } } }', 5],
    ['an alias is a field', '{ a: hello b: hello }', 2],
    ['a fragment counts where it is spread', '{ a { ...F } b { ...F } } fragment F on T { x y }', 6],
    ['an inline fragment is no field', '{ node { ... on T { x } } }', 2],
    ['a page of 50 with two fields each', '{ rows(first: 50) { code name } }', 101],
    ['a page from the end', '{ rows(last: 3) { code } }', 4],
    ['a page whose length is a variable is the longest', 'query ($n: Int) { rows(first: $n) { code } }', 101],
    ['a page longer than the longest', '{ rows(first: 5000) { code } }', 101],
    ['a page of nothing', '{ rows(first: 0) { code } }', 2],
    ['a page without a length is twenty', '{ runs { nodes { code } } }', 41],
    ['a page by its edges', '{ runs(first: 10) { edges { node { code } } pageInfo { hasNextPage } } }', 51],
    ['a page within a page', '{ runs(first: 10) { nodes { trainees(first: 10) { nodes { code } } } } }', 221],
    ['a mutation is fifty and its fields', 'mutation { submit { id } }', 52],
    ['two mutations are a hundred and their fields', 'mutation { a: submit { id } b: submit { id } }', 104],
    ['the dearest of several operations', 'query A { hello } query B { hello { a b } }', 3],
    ['fragments alone', 'fragment F on T { x }', 1],
    ['a fragment within itself', '{ a { ...F } } fragment F on T { x ...F }', 2],
  ])('%s: %s', (_title, query, cost) => expect(requestCost(parse(query))).toBe(cost));
});
