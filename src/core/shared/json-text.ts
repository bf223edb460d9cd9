/** What stands against a text being JSON, at the first place where it is none. */
export type JsonFault =
  | 'value-expected'
  | 'name-expected'
  | 'colon-expected'
  | 'comma-expected'
  | 'comma-too-many'
  | 'wrong-quotes'
  | 'comment'
  | 'text-not-closed'
  | 'bad-escape'
  | 'bad-number'
  | 'ends-early'
  | 'more-after-end'
  | 'too-deep';

/** Both from 1, as editors count. */
export type TextPosition = { readonly line: number; readonly column: number };
export type JsonError = TextPosition & { readonly fault: JsonFault };
export type JsonPath = readonly (string | number)[];

/** No file of ours is nested deeper; a file of brackets only must not use up the stack. */
const MAX_DEPTH = 64;

class Stop extends Error {
  readonly fault: JsonFault;
  readonly at: number;
  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

const positionOf = (text: string, at: number): TextPosition => {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: at - start + 1 };
};

/**
 * The first place where the text is not JSON; null = it is. What `JSON.parse` says about it differs by engine and often
 * names no line.
 */
export const findJsonError = (text: string): JsonError | null => {
  try {
    walk(text, () => undefined);
    return null;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { ...positionOf(text, error.at), fault: error.fault };
  }
};

/**
 * Where the value of this path begins (its name, for a field of an object), or as much of the path as there is.
 *
 * @param text valid JSON
 */
export const findJsonPlace = (text: string, path: JsonPath): TextPosition => {
  let best = 0;
  let depth = -1;
  walk(text, (at, offset) => {
    // `>=`: of a name that stands twice in an object, the last one holds.
    if (at.length >= depth && at.length <= path.length && at.every((key, index) => key === path[index])) {
      best = offset;
      depth = at.length;
    }
  });
  return positionOf(text, best);
};

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NUMBER_LIKE = /[-+.\w]+/y;
const WORD = /(?:true|false|null)\b/y;
/** Everything up to the end of a string, or to what must not stand in it. */
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const WRONG_QUOTES = /['„“”‚‘’»«`]/;

/** Calls `visit` at each value with the path to it; the path is only lent. */
const walk = (text: string, visit: (path: JsonPath, offset: number) => void): void => {
  let at = 0;
  const path: (string | number)[] = [];

  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    at = pattern.lastIndex;
    return match[0];
  };
  const space = (): void => {
    take(SPACE);
  };
  const fail = (fault: JsonFault, where = at): never => {
    if (where >= text.length) throw new Stop('ends-early', text.length);
    const letter = text.charAt(where);
    if (letter === '/') throw new Stop('comment', where);
    throw new Stop(WRONG_QUOTES.test(letter) ? 'wrong-quotes' : fault, where);
  };

  const string = (): string => {
    const start = at;
    at += 1;
    for (;;) {
      take(PLAIN);
      if (text[at] === '"') {
        at += 1;
        return JSON.parse(text.slice(start, at)) as string;
      }
      // A line break or the end: the closing quote is missing in the line where the text begins.
      if (text[at] !== '\\') throw new Stop('text-not-closed', start);
      if (take(ESCAPE) === null) throw new Stop('bad-escape', at);
    }
  };

  const list = (depth: number, end: string, entry: (index: number) => void): void => {
    const start = at;
    at += 1;
    if (depth >= MAX_DEPTH) throw new Stop('too-deep', start);
    space();
    if (text[at] === end) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      entry(index);
      path.pop();
      space();
      if (text[at] === end) {
        at += 1;
        return;
      }
      if (text[at] !== ',') fail('comma-expected');
      const comma = at;
      at += 1;
      space();
      if (text[at] === end) throw new Stop('comma-too-many', comma);
    }
  };

  const value = (depth: number): void => {
    const letter = text[at];
    if (letter === '"') string();
    else if (letter === '{')
      list(depth, '}', () => {
        const name = at;
        if (text[at] !== '"') fail('name-expected');
        path.push(string());
        space();
        if (text[at] !== ':') fail('colon-expected');
        at += 1;
        space();
        visit(path, name);
        value(depth + 1);
      });
    else if (letter === '[')
      list(depth, ']', (index) => {
        path.push(index);
        visit(path, at);
        value(depth + 1);
      });
    else if (take(WORD) === null) number();
  };
  const number = (): void => {
    const start = at;
    if (!/[-+.\d]/.test(text.charAt(at))) fail('value-expected');
    take(NUMBER_LIKE);
    const end = at;
    at = start;
    take(NUMBER);
    if (at !== end) throw new Stop('bad-number', start);
  };

  space();
  visit(path, at);
  value(0);
  space();
  if (at < text.length) fail('more-after-end');
};
