import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonError, findJsonPlace } from './json-text.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findJsonError', () => {
  it.each([
    ['{\n "a": 1,\n}', { fault: 'comma-too-many', line: 2, column: 8 }],
    ['{\n "a": 1\n "b": 2\n}', { fault: 'comma-expected', line: 3, column: 2 }],
    ['{ "a" 1 }', { fault: 'colon-expected', line: 1, column: 7 }],
    ['{ a: 1 }', { fault: 'name-expected', line: 1, column: 3 }],
    ["{ 'a': 1 }", { fault: 'wrong-quotes', line: 1, column: 3 }],
    ['{ „a“: 1 }', { fault: 'wrong-quotes', line: 1, column: 3 }],
    ['[1, // eins\n2]', { fault: 'comment', line: 1, column: 5 }],
    ['["a\nb"]', { fault: 'text-not-closed', line: 1, column: 2 }],
    ['["a\\x"]', { fault: 'bad-escape', line: 1, column: 4 }],
    ['[1,5.]', { fault: 'bad-number', line: 1, column: 4 }],
    ['[007]', { fault: 'bad-number', line: 1, column: 2 }],
    ['{"a": [1', { fault: 'ends-early', line: 1, column: 9 }],
    ['', { fault: 'ends-early', line: 1, column: 1 }],
    ['{}\nx', { fault: 'more-after-end', line: 2, column: 1 }],
    ['['.repeat(100_000), { fault: 'too-deep', line: 1, column: 65 }],
  ])('finds the place in %j', (text, error) => {
    expect(findJsonError(text)).toEqual(error);
  });

  it('agrees with JSON.parse on whatever is valid', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(findJsonError(text)).toBeNull();
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it('agrees with JSON.parse on damaged texts', () => {
    const damaged = fc
      .tuple(
        fc.json({ maxDepth: 4 }),
        fc.nat(),
        fc.constantFrom('', ',', '"', '}', ']', ':', '1', '\\', 'x', ' '),
      )
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + 1);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        expect(findJsonError(text) === null).toBe(isJson(text));
      }),
      { numRuns: 4000, seed: 6 },
    );
  });
});

describe('findJsonPlace', () => {
  const text = '{\n  "a": [\n    { "b": 1 },\n    { "b": { "c": "x" } }\n  ],\n  "a2": 2\n}';
  it.each([
    [['a'], { line: 2, column: 3 }],
    [['a', 1], { line: 4, column: 5 }],
    [['a', 1, 'b', 'c'], { line: 4, column: 14 }],
    [['a', 1, 'b', 'gone', 'deeper'], { line: 4, column: 7 }],
    [['a2'], { line: 6, column: 3 }],
    [[], { line: 1, column: 1 }],
  ])('finds %j', (path, position) => {
    expect(findJsonPlace(text, path)).toEqual(position);
  });
  it('names the last of two fields of the same name, as JSON.parse takes it', () => {
    expect(findJsonPlace('{"a":1,\n"a":2}', ['a'])).toEqual({ line: 2, column: 1 });
  });
});
