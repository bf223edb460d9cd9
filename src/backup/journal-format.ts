import { z } from '#core/shared/zod.ts';
import { storedChangeOf, readStoredSet } from '#core/history/stored-things.ts';
import type { ChangeSet } from '#core/history/change-set.ts';
import { DATA_VERSION } from '#core/history/data-versions.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { ITEMS_PER_STEP, type Steps } from '#core/shared/steps.ts';
import { bytesOf, checksumOf, fromBase64, packBytes, textOf, toBase64, unpackBytes } from './bytes.ts';
import { keyEnvelope, open, seal, type DataKey, type KeyEnvelope } from './data-key.ts';

/**
 * A journal file is text, one change set a line (docs/data-format.md):
 *
 *     <sequence number> <SHA-256 of the rest of the line with the number> <how> <payload>
 *
 * Sequence number 0 is the head of the file. `how`: `h` head and `j` set as plain JSON, `z` packed, `e` packed and
 * encrypted, both in base64. A last line without its end of line, or with a wrong sum, is a write that was cut off.
 */
export const JOURNAL_FORMAT = 'ausstattungskompass-protokoll';
export const JOURNAL_VERSION = 1;
/** Longer sets are packed; short ones stay readable for people. */
const PACKED_FROM_BYTES = 64 * 1024;

const journalHead = z.object({
  format: z.literal(JOURNAL_FORMAT),
  version: z.int().positive(),
  dataVersion: z.int().positive(),
  key: keyEnvelope.nullable(),
});
export type JournalHead = z.infer<typeof journalHead>;

/** The text of a set in steps: a list of thousands of devices would hold the window up. */
export function* textOfSet({ changes, ...header }: ChangeSet): Steps<string> {
  const parts: string[] = [];
  for (const [index, change] of changes.entries()) {
    if (index % ITEMS_PER_STEP === ITEMS_PER_STEP - 1) yield;
    parts.push(JSON.stringify(storedChangeOf(change)));
  }
  return `${JSON.stringify(header).slice(0, -1)},"changes":[${parts.join(',')}]}`;
}

const lineOf = async (seq: number, how: string, payload: string): Promise<Uint8Array> => {
  const sum = await checksumOf(bytesOf(`${seq} ${how} ${payload}`));
  return bytesOf(`${seq} ${sum} ${how} ${payload}\n`);
};

/** The line of a set, from its text. */
export const encodeLine = async (seq: number, text: string, dataKey: DataKey | null): Promise<Uint8Array> => {
  const bytes = bytesOf(text);
  if (dataKey !== null)
    return lineOf(seq, 'e', toBase64(await seal(dataKey.key, await packBytes(bytes), `journal ${seq}`)));
  return bytes.length < PACKED_FROM_BYTES
    ? lineOf(seq, 'j', text)
    : lineOf(seq, 'z', toBase64(await packBytes(bytes)));
};

/** The first line of a file. */
export const encodeHead = (envelope: KeyEnvelope | null): Promise<Uint8Array> => {
  const head: JournalHead = {
    format: JOURNAL_FORMAT,
    version: JOURNAL_VERSION,
    dataVersion: DATA_VERSION,
    key: envelope,
  };
  return lineOf(0, 'h', JSON.stringify(head));
};

/** A line as it stands, not yet checked. */
export type RawLine = {
  readonly seq: number;
  readonly sum: string;
  readonly how: string;
  readonly payload: string;
  /** Where it stands in the file: from the first byte to behind its end of line. */
  readonly start: number;
  readonly end: number;
};

const LINE = /^(\d{1,15}) ([0-9a-f]{64}) ([a-z]) (.+)$/;
const NEW_LINE = 10;

/** Every line of a file that has the form of one; what does not, and a rest without an end, is passed over. */
export const splitLines = (bytes: Uint8Array): readonly RawLine[] => {
  const lines: RawLine[] = [];
  for (let start = 0; ;) {
    const newLine = bytes.indexOf(NEW_LINE, start);
    if (newLine === -1) return lines;
    const end = newLine + 1;
    const [, seq = '', sum = '', how = '', payload = ''] = matchLine(bytes.subarray(start, newLine)) ?? [];
    if (sum !== '') lines.push({ seq: Number(seq), sum, how, payload, start, end });
    start = end;
  }
};

const matchLine = (bytes: Uint8Array): RegExpExecArray | null => {
  try {
    return LINE.exec(textOf(bytes));
  } catch {
    return null;
  }
};

export const isWhole = async ({ seq, sum, how, payload }: RawLine): Promise<boolean> =>
  sum === (await checksumOf(bytesOf(`${seq} ${how} ${payload}`)));

/** What the head says; null where it is none. The line was checked. */
export const readHead = ({ seq, how, payload }: RawLine): JournalHead | null => {
  if (seq !== 0 || how !== 'h') return null;
  try {
    return journalHead.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
};

export type LineFailure = 'damaged' | 'locked';

/** The set of a line that was checked, as data version `from` wrote it. */
export const readLine = async (
  { seq, how, payload }: RawLine,
  from: number,
  dataKey: DataKey | null,
): Promise<Result<ChangeSet, LineFailure>> => {
  if (how === 'e' && dataKey === null) return failed('locked');
  try {
    const set = readStoredSet(JSON.parse(await payloadText(how, payload, seq, dataKey)), from);
    return set !== null && set.seq === seq ? ok(set) : failed('damaged');
  } catch {
    return failed('damaged');
  }
};

const payloadText = async (
  how: string,
  payload: string,
  seq: number,
  dataKey: DataKey | null,
): Promise<string> => {
  switch (how) {
    case 'j':
      return payload;
    case 'z':
      return textOf(await unpackBytes(fromBase64(payload)));
    case 'e':
      if (dataKey === null) throw new Error('locked');
      return textOf(await unpackBytes(await open(dataKey.key, fromBase64(payload), `journal ${seq}`)));
    default:
      throw new Error(`unknown kind of line: ${how}`);
  }
};
