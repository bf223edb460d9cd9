import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { Sample } from './corpus.ts';
import { seeded, type Chance } from './seeded.ts';
import { zipOf } from './zip-of.ts';

export type Mutant = { readonly name: string; readonly how: string; readonly bytes: Uint8Array };
type Change = (bytes: Uint8Array, chance: Chance, corpus: readonly Sample[]) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};
const noise = (chance: Chance, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => chance.below(256));

// ---------------------------------------------------------------- bytes of any file

const flip: Change = (bytes, chance) => {
  const copy = bytes.slice();
  for (let times = 1 + chance.below(20); times > 0; times -= 1) {
    const at = chance.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << chance.below(8));
  }
  return copy;
};
const truncate: Change = (bytes, chance) => bytes.slice(0, chance.below(bytes.length));
const behead: Change = (bytes, chance) => bytes.slice(chance.below(Math.min(bytes.length, 200)));
const insert: Change = (bytes, chance) => {
  const at = chance.below(bytes.length);
  return joined(bytes.subarray(0, at), noise(chance, 1 + chance.below(64)), bytes.subarray(at));
};
const cut: Change = (bytes, chance) => {
  const at = chance.below(bytes.length);
  return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(200)));
};
const repeat: Change = (bytes, chance) => {
  const at = chance.below(bytes.length);
  const part = bytes.subarray(at, at + 1 + chance.below(500));
  return joined(
    bytes.subarray(0, at),
    ...Array<Uint8Array>(1 + chance.below(30)).fill(part),
    bytes.subarray(at),
  );
};
const splice: Change = (bytes, chance, corpus) => {
  const other = chance.pick(corpus).bytes;
  return joined(bytes.subarray(0, chance.below(bytes.length)), other.subarray(chance.below(other.length)));
};

// ---------------------------------------------------------------- zip packages

const SIGNATURES = [0x02014b50, 0x04034b50, 0x06054b50];
const EXTREMES = [0, 1, 0x7f, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** Sizes, offsets, flags and counts of the zip format itself. */
const zipHeaders: Change = (bytes, chance) => {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const headers: number[] = [];
  for (let at = 0; at + 4 <= copy.length; at += 1)
    if (SIGNATURES.includes(view.getUint32(at, true))) headers.push(at);
  for (let times = 1 + chance.below(4); times > 0; times -= 1) {
    const at = chance.pick(headers) + 4 + chance.below(42);
    if (at + 4 > copy.length) continue;
    if (chance.below(2) === 0) view.setUint16(at, chance.pick(EXTREMES) & 0xffff, true);
    else view.setUint32(at, chance.pick(EXTREMES), true);
  }
  return copy;
};

const withParts = (bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
  const parts = unzipSync(bytes);
  change(parts);
  return zipOf(parts);
};
const partNames = (parts: Record<string, Uint8Array>): readonly string[] =>
  Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));

const mixParts: Change = (bytes, chance) =>
  withParts(bytes, (parts) => {
    const one = chance.pick(partNames(parts));
    const other = chance.pick(partNames(parts));
    const content = parts[one] ?? new Uint8Array();
    switch (chance.below(4)) {
      case 0:
        delete parts[one];
        break;
      case 1:
        parts[one] = parts[other] ?? content;
        parts[other] = content;
        break;
      case 2:
        parts[one] = new Uint8Array();
        break;
      default:
        parts[one.toUpperCase()] = content.slice(0, chance.below(content.length + 1));
    }
  });
const bytesOfPart: Change = (bytes, chance, corpus) =>
  withParts(bytes, (parts) => {
    const name = chance.pick(partNames(parts));
    const part = parts[name] ?? new Uint8Array();
    if (part.length > 0)
      parts[name] = chance.pick([flip, truncate, insert, cut, repeat])(part, chance, corpus);
  });

const NUMBERS = [
  '0',
  '-1',
  '1e300',
  '4294967296',
  '99999999999999999999',
  'NaN',
  '1048577',
  '16385',
  '',
  '1.5',
  '65535',
  '200001',
];
const INSERTS = [
  '<!--',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE a [<!ENTITY b "&c;&c;&c;"><!ENTITY c SYSTEM "file:///x">]>',
  '&b;',
  '&#x110000;',
  '&#0;',
  '_xD800_',
  '<?x ',
  '<',
  '>',
  '"',
  '<row r="7"><c r="C7"><v>1</v></c></row>',
  '<c r="XFD1048576"><f>1</f></c>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<col min="1" max="16384" hidden="1"/>',
  '<table:table table:name="x">',
  '</table:table>',
  '<table:table-row table:number-rows-repeated="150000"><table:table-cell office:value-type="string" table:number-columns-repeated="30"><text:p>x</text:p></table:table-cell></table:table-row>',
  '<table:table-cell table:number-columns-spanned="9" table:number-rows-spanned="1000000"><text:p>x</text:p></table:table-cell>',
  '<text:s text:c="4000000000"/>',
  '<office:annotation>',
  'x'.repeat(100_000),
  '<a>'.repeat(20_000),
];

const editXml = (xml: string, chance: Chance): string => {
  const tags = [...xml.matchAll(/<[^>]*>/g)];
  if (tags.length === 0) return xml;
  const tag = chance.pick(tags);
  const [text] = tag;
  const { index } = tag;
  const end = index + text.length;
  const replaced = (by: string): string => xml.slice(0, index) + by + xml.slice(end);
  switch (chance.below(8)) {
    case 0:
      return replaced('');
    case 1:
      return replaced(text.repeat(1 + chance.below(100)));
    case 2:
      return replaced(text + chance.pick(INSERTS));
    case 3:
      return replaced(text.replace(/"[^"]*"/, `"${chance.pick(NUMBERS)}"`));
    case 4:
      return replaced(text.replace(/\d+/g, () => chance.pick(NUMBERS)));
    case 5:
      return replaced(text.replace(/["'=/]/, ''));
    case 6:
      return xml.replace(/(<(?:x:)?(?:row|c|v|t|table:table-cell|table:table-row)\b)/g, (whole) =>
        chance.below(20) === 0 ? chance.pick(['', '<', whole + whole, '</row>', whole]) : whole,
      );
    default: {
      const other = chance.pick(tags);
      return replaced(xml.slice(Math.min(index, other.index), Math.min(index, other.index) + 5000));
    }
  }
};
const tagsOfPart: Change = (bytes, chance) =>
  withParts(bytes, (parts) => {
    for (let times = 1 + chance.below(5); times > 0; times -= 1) {
      const name = chance.pick(partNames(parts));
      parts[name] = strToU8(editXml(strFromU8(parts[name] ?? new Uint8Array()), chance));
    }
  });
/** The sheet and the texts are what is read most. */
const tagsOfSheet: Change = (bytes, chance) =>
  withParts(bytes, (parts) => {
    const names = partNames(parts).filter((name) => /sheet\d|a\.xml|content|sharedStrings|styles/.test(name));
    for (let times = 1 + chance.below(5); times > 0; times -= 1) {
      const name = chance.pick(names);
      parts[name] = strToU8(editXml(strFromU8(parts[name] ?? new Uint8Array()), chance));
    }
  });

// ---------------------------------------------------------------- text

const TEXT_INSERTS = [
  '"',
  '""',
  '";',
  ';"',
  '"\n',
  ';',
  ';'.repeat(20_000),
  '\t',
  '|',
  ',',
  '\u0000',
  '\r',
  '\n\n',
  '\u001a',
  '\uFEFF',
  'sep=,\n',
  '="007"',
  'x'.repeat(200_000),
  ';"x'.repeat(5000),
  '"a'.repeat(5000),
  '\n'.repeat(50_000),
  'Raum;Gerät\n'.repeat(3000),
  '\ud800',
  '<html>',
];
const textMarks: Change = (bytes, chance) => {
  let copy = bytes;
  for (let times = 1 + chance.below(6); times > 0; times -= 1) {
    const at = chance.below(copy.length + 1);
    copy = joined(copy.subarray(0, at), strToU8(chance.pick(TEXT_INSERTS)), copy.subarray(at));
  }
  return copy;
};
const marksInFront: Change = (bytes, chance) =>
  joined(
    Uint8Array.from(
      chance.pick([[0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf], [0x50, 0x4b, 3, 4], [0xff]]),
    ),
    bytes,
  );
const swapBytes: Change = (bytes, chance) => {
  const from = chance.pick([59, 34, 10, 13, 44, 9]);
  const to = chance.pick([59, 34, 10, 13, 44, 9, 0, 0xfc, 0x81]);
  return bytes.map((byte) => (byte === from && chance.below(3) === 0 ? to : byte));
};

const ANY: Readonly<Record<string, Change>> = { flip, truncate, behead, insert, cut, repeat, splice };
const ZIP: Readonly<Record<string, Change>> = {
  zipHeaders,
  mixParts,
  bytesOfPart,
  tagsOfPart,
  tagsOfSheet,
  tagsOfSheet2: tagsOfSheet,
  tagsOfSheet3: tagsOfSheet,
};
const TEXT: Readonly<Record<string, Change>> = { textMarks, textMarks2: textMarks, marksInFront, swapBytes };

/** The case of this number: always the same for the same seed. */
export const makeMutant = (corpus: readonly Sample[], seed: number, number: number): Mutant => {
  const chance = seeded(Math.imul(seed, 1_000_003) + number);
  const sample = chance.pick(corpus);
  const changes = Object.entries({ ...ANY, ...(sample.kind === 'zip' ? ZIP : TEXT) });
  const [how, change] = chance.pick(changes);
  const once = change(sample.bytes, chance, corpus);
  // Two faults at a time reach places that one does not.
  const bytes =
    chance.below(4) === 0 && once.length > 0 ? chance.pick(Object.values(ANY))(once, chance, corpus) : once;
  return { name: sample.name, how, bytes };
};
