import type { Chance } from './seeded.ts';

/** Values of which some guard may be content; a method whose request is made of others needs its own added here. */
const FIT_VALUES: readonly unknown[] = [
  'Bericht.xlsx',
  'Sicherung.akbak',
  'Überblick.pdf',
  'daten.json',
  'Bericht.eml',
  // A draft, as far as its head goes.
  new TextEncoder().encode('X-Unsent: 1\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b--\r\n'),
  'sicherungen/20261124-104207-000000001-daily-a1b2c3d4.akbak',
  'workbook',
  'backup',
  'list',
  '2026-11-24',
  'a',
  '',
  0,
  1,
  true,
  null,
  new Uint8Array([1, 2, 3]),
  ['list'],
  [],
  {},
];
/** No request has more fields. */
const MAX_FIELDS = 8;

type Guard = (value: unknown) => boolean;
export type LearnedRequest = {
  /** undefined where the method takes nothing. */
  readonly fit: unknown;
  readonly isLearned: boolean;
  /** The fields that the guard looks at. */
  readonly keys: readonly string[];
};

/** What the guard says of an object with these fields, and which fields it looked at on the way. */
const probe = (guard: Guard, fields: Readonly<Record<string, unknown>>) => {
  const keys: string[] = [];
  const spy = new Proxy(fields, {
    get: (target, key) => {
      if (typeof key === 'string' && !keys.includes(key)) keys.push(key);
      return Reflect.get(target, key);
    },
  });
  let isFit = false;
  try {
    isFit = guard(spy);
  } catch {
    // A guard that stumbles is no guard that is content.
  }
  return { isFit, keys };
};

/**
 * Finds a request that the guard lets pass, as a hostile page that knows the app would: by watching which fields are
 * looked at. So the attack gets behind the guard of every method, also of one that is added later.
 */
export const learnRequest = (guard: Guard): LearnedRequest => {
  if (guard(undefined)) return { fit: undefined, isLearned: true, keys: [] };
  const seen = new Set<string>();
  const search = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | null => {
    const { isFit, keys } = probe(guard, fields);
    for (const key of keys) seen.add(key);
    if (isFit) return fields;
    const next = keys.find((key) => !Object.hasOwn(fields, key));
    if (next === undefined || Object.keys(fields).length >= MAX_FIELDS) return null;
    for (const value of FIT_VALUES) {
      const found = search({ ...fields, [next]: value });
      if (found !== null) return found;
    }
    return null;
  };
  const fit = search({});
  return { fit, isLearned: fit !== null, keys: [...seen] };
};

/** Where an attack would like to get: files that exist, and their folder. */
export type AttackGoals = {
  readonly files: readonly string[];
  /** From the allowed folders up to the files. */
  readonly relative: readonly string[];
};

/** Ways out. None names a file that a machine has: should a hole take one, nothing is lost. */
const hostileStrings = ({ files, relative }: AttackGoals): readonly string[] => [
  ...files,
  ...files.map((file) => `file://${file}`),
  ...files.map((file) => `${'../'.repeat(40)}${file.slice(1)}`),
  ...files.map((file) => file.replaceAll('/', '\\')),
  ...relative,
  ...relative.map((path) => path.replaceAll('/', '\\')),
  ...relative.map((path) => encodeURIComponent(path)),
  ...relative.map((path) => `Bericht.xlsx/${path}`),
  ...relative.map((path) => `Bericht.xlsx\u0000${path}`),
  ...relative.map((path) => `${path}\u0000.xlsx`),
  ...relative.map((path) => `${path}.xlsx`),
  '..',
  '.',
  '...',
  '../',
  './../kanarie-7f3a.xlsx',
  '..\\kanarie-7f3a.xlsx',
  '..%2fkanarie-7f3a.xlsx',
  '..%c0%afkanarie-7f3a.xlsx',
  '\uff0e\uff0e\u2215kanarie-7f3a.xlsx',
  '\u2025/kanarie-7f3a.xlsx',
  '~/kanarie-7f3a.xlsx',
  '$HOME/kanarie-7f3a.xlsx',
  '%APPDATA%\\kanarie-7f3a.xlsx',
  'C:\\kanarie-7f3a\\x.xlsx',
  'C:kanarie-7f3a.xlsx',
  '\\\\kanarie-7f3a\\freigabe\\x.xlsx',
  '//kanarie-7f3a/freigabe/x.xlsx',
  '\\\\?\\C:\\kanarie-7f3a\\x.xlsx',
  '\\\\.\\kanarie-7f3a',
  'CON',
  'con.xlsx',
  'NUL.xlsx',
  'COM1.xlsx',
  'lpt¹.xlsx',
  'CONOUT$',
  'x.xlsx:strom',
  'x.xlsx::$DATA',
  'x.xlsx.',
  'x.xlsx ',
  ' ',
  '',
  'x.exe',
  'x.xlsx.cmd',
  'x\u202exslx.exe',
  'x\ud800.xlsx',
  'x\r\ny.xlsx',
  '\u0000',
  '; touch x; .xlsx',
  '$(touch x).xlsx',
  '`touch x`.xlsx',
  '__proto__',
  'constructor',
  'toString',
  'a'.repeat(300),
  'kanarie-7f3a/'.repeat(500),
  'ä'.repeat(500_000),
  '[object Object]',
  'undefined',
];

const cyclic = (): unknown => {
  const ring: Record<string, unknown> = { name: 'Bericht.xlsx' };
  ring['self'] = ring;
  return [ring, ring];
};
const deep = (): unknown => {
  let value: unknown = 'Boden';
  for (let level = 0; level < 2_000; level += 1) value = { kinds: [value] };
  return value;
};
const detached = (): Uint8Array => {
  const bytes = new Uint8Array(8);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
};

const hostileObjects = (strings: readonly string[], chance: Chance): readonly unknown[] => [
  undefined,
  null,
  true,
  false,
  -0,
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  1e308,
  10n ** 40n,
  Symbol('Bericht.xlsx'),
  () => 'Bericht.xlsx',
  new Date(Number.NaN),
  /(a+)+$/,
  new Map([['path', chance.pick(strings)]]),
  new Set(strings.slice(0, 5)),
  new Error(chance.pick(strings)),
  new String('Bericht.xlsx'),
  new ArrayBuffer(16),
  new DataView(new ArrayBuffer(16)),
  new Float64Array([Number.NaN]),
  new Uint8Array(new SharedArrayBuffer(16)),
  new Uint8Array(1_000_000),
  detached(),
  [],
  new Array(7),
  new Array(50_000).fill('list'),
  [chance.pick(strings)],
  ['list', chance.pick(strings)],
  [['list']],
  cyclic(),
  deep(),
  {},
  Object.create(null),
  { length: 1, 0: 'list' },
  { toString: () => chance.pick(strings), valueOf: () => chance.pick(strings) },
  // A thenable, and what JSON puts where a prototype would be.
  { then: (resolve: (value: unknown) => void) => resolve(chance.pick(strings)) },
  JSON.parse('{"__proto__":{"path":"/","suggestedName":"../x.xlsx"}}'),
  Object.create({ path: chance.pick(strings), suggestedName: chance.pick(strings), kinds: ['list'] }),
  {
    get path(): string {
      throw new Error('a getter that throws');
    },
  },
  // Every field is there, and each is a way out.
  new Proxy({}, { get: (_target, key) => (key === 'then' ? undefined : chance.pick(strings)) }),
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('a proxy that throws');
      },
      ownKeys: () => {
        throw new Error('a proxy that throws');
      },
    },
  ),
];

/** A fit value at the first look, a way out at the next: what checks and uses separately would be taken in. */
const twoFaced = (fields: Readonly<Record<string, unknown>>, key: string, evil: unknown): unknown => {
  let looks = 0;
  return Object.defineProperty({ ...fields }, key, {
    enumerable: true,
    get: () => {
      looks += 1;
      return looks === 1 ? fields[key] : evil;
    },
  });
};

/** The arguments of one malformed call. */
export const hostileRequest = (
  learned: LearnedRequest,
  goals: AttackGoals,
  chance: Chance,
): readonly unknown[] => {
  const strings = hostileStrings(goals);
  const objects = hostileObjects(strings, chance);
  const evil = (): unknown =>
    chance.below(2) === 0 ? chance.pick(strings) : objects[chance.below(objects.length)];
  const { fit, keys } = learned;
  const fields: Readonly<Record<string, unknown>> = typeof fit === 'object' && fit !== null ? { ...fit } : {};
  const key = keys.length === 0 ? 'path' : chance.pick(keys);
  switch (chance.below(8)) {
    case 0:
      return [evil()];
    case 1:
      return [Object.fromEntries(keys.map((name) => [name, evil()]))];
    case 2:
      return [twoFaced(fields, key, chance.pick(strings))];
    case 3:
      return [Object.create(fields)];
    case 4:
      return [fit, evil()];
    case 5:
      return [{ ...fields, path: evil(), file: evil(), folder: chance.pick(strings), [key]: evil() }];
    default:
      return [{ ...fields, [key]: chance.below(3) === 0 ? evil() : chance.pick(strings) }];
  }
};
