import type { JsonPath } from '../shared/json-text.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { parseProfile, type ProfileIssue } from './parse-profile.ts';
import { placeInProfile } from './profile-place.ts';
import type { TargetProfile } from './target-profile.ts';

/** What was harmless in a file and therefore mended; said to whoever takes the profile in. */
export type ProfileRepair = {
  readonly code: 'SPACES' | 'UNKNOWN_FIELD' | 'STAGES_SORTED' | 'EMPTY_TEXT' | 'NAMED_TWICE';
  /** In what was read: `['requirements', 17, 'name']`. */
  readonly path: JsonPath;
  /** The name that was left out, or the text as it is now. */
  readonly detail: string;
};

export type ReadProfile = { readonly profile: TargetProfile; readonly repairs: readonly ProfileRepair[] };

/**
 * Checks a profile of somebody else. Spaces around texts, control characters, fields that we do not know, stages in
 * disorder and names that stand twice where that changes nothing are mended and named; everything else that does not fit
 * refuses the whole profile.
 *
 * @param value parsed JSON, or what was read from the sheets of a workbook
 */
export const readProfileValue = (value: unknown): Result<ReadProfile, readonly ProfileIssue[]> => {
  const repairs: ProfileRepair[] = [];
  const cleaned = sortStages(clean(value, [], repairs), repairs);
  const first = parseProfile(cleaned);
  if (first.ok) return ok({ profile: first.value, repairs });
  const unknown = first.error.filter(({ fault }) => fault?.kind === 'unknown-fields');
  if (unknown.length === 0) return first;
  const second = parseProfile(withoutUnknown(cleaned, unknown, repairs));
  return second.ok ? ok({ profile: second.value, repairs }) : failed(second.error);
};

/** What a cell cannot hold or a reader cannot see; line breaks and tabs stay. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim();

const clean = (value: unknown, path: JsonPath, repairs: ProfileRepair[]): unknown => {
  if (typeof value === 'string') {
    const text = cleanText(value);
    if (text !== value) repairs.push({ code: 'SPACES', path, detail: text });
    return text;
  }
  if (Array.isArray(value)) {
    const entries = value.map((entry, index) => clean(entry, [...path, index], repairs));
    return SETS.has(path.at(-1)) ? withoutRepeats(entries, path, repairs) : entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  // `fromEntries` defines fields, so that a field named `__proto__` stays one and changes nothing.
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      const place = [...path, key];
      const mended = clean(entry, place, repairs);
      if (key !== 'minimumFeatures' || mended !== '') return [key, mended];
      repairs.push({ code: 'EMPTY_TEXT', path: place, detail: key });
      return [key, null];
    }),
  );
};

/**
 * Lists in which a name twice says no more than once. In grades and bases it would count twice: which was meant, only the
 * author knows.
 */
const SETS: ReadonlySet<unknown> = new Set(['categories', 'roomTypes', 'schoolTypes', 'waivedBy']);

const withoutRepeats = (
  entries: readonly unknown[],
  path: JsonPath,
  repairs: ProfileRepair[],
): readonly unknown[] => {
  const seen = new Set<string>();
  return entries.filter((entry, index) => {
    if (typeof entry !== 'string') return true;
    const isRepeat = seen.has(entry);
    if (isRepeat) repairs.push({ code: 'NAMED_TWICE', path: [...path, index], detail: entry });
    seen.add(entry);
    return !isRepeat;
  });
};

const stageOf = (entry: unknown): number => {
  const stage: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'stage') : null;
  return typeof stage === 'number' ? stage : Number.NaN;
};

const sortStages = (value: unknown, repairs: ProfileRepair[]): unknown => {
  const stages: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'stages') : null;
  if (!Array.isArray(stages) || stages.some((entry) => Number.isNaN(stageOf(entry)))) return value;
  const isSorted = stages.every(
    (entry, index) => index === 0 || stageOf(stages[index - 1]) <= stageOf(entry),
  );
  if (isSorted) return value;
  repairs.push({ code: 'STAGES_SORTED', path: ['stages'], detail: '' });
  return { ...(value as object), stages: stages.toSorted((a, b) => stageOf(a) - stageOf(b)) };
};

const withoutUnknown = (
  root: unknown,
  issues: readonly ProfileIssue[],
  repairs: ProfileRepair[],
): unknown => {
  const dropped = new Map<string, ReadonlySet<string>>();
  for (const issue of issues) {
    if (issue.fault?.kind !== 'unknown-fields') continue;
    const path = placeInProfile(root, issue);
    dropped.set(path.join('\n'), new Set(issue.fault.names));
    for (const name of issue.fault.names)
      repairs.push({ code: 'UNKNOWN_FIELD', path: [...path, name], detail: name });
  }
  const drop = (value: unknown, path: JsonPath): unknown => {
    if (Array.isArray(value)) return value.map((entry, index) => drop(entry, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    const names = dropped.get(path.join('\n'));
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => names?.has(key) !== true)
        .map(([key, entry]) => [key, drop(entry, [...path, key])]),
    );
  };
  return drop(root, []);
};
