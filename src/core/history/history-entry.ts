import type { Timestamp } from '../shared/iso-date.ts';
import type { Change, ChangeLabel, ChangeSetHeader, EntityKind } from './change-set.ts';
import { deletionsOf, type Deletion } from './deleted-things.ts';
import { fieldChanges, type FieldChange } from './field-changes.ts';
import { REPEATED_CODE, REVERTED_CODE, ROLLED_BACK_CODE } from './taken-back.ts';

/** How labels, things, fields and values are called; the core knows no language. */
export type HistoryWords = {
  readonly label: (label: ChangeLabel) => string;
  readonly thing: (change: Change) => string;
  /** Everything by which the thing is looked for: numbers, names, its room. */
  readonly found: (change: Change) => string;
  readonly field: (entity: EntityKind, field: string) => string;
  readonly value: (entity: EntityKind, field: string, value: unknown) => string;
};

/** What a list of changes can be narrowed to. A set may be of several kinds. */
export const CHANGE_KINDS = [
  'list-imported',
  'device-created',
  'device-changed',
  'device-moved',
  'device-decommissioned',
  'deleted',
  'room-changed',
  'school-changed',
  'profile-changed',
  'report-written',
  'setting-changed',
  'taken-back',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How many things of one kind a set created, changed and deleted. */
export type ThingCounts = { readonly created: number; readonly changed: number; readonly deleted: number };

/** One changed field in words; null where the set did not find or leave the same everywhere. */
export type FieldWords = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** One change set as the list shows and finds it, without its changes. */
export type HistoryEntry = {
  readonly header: ChangeSetHeader;
  readonly changeCount: number;
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly counts: Readonly<Partial<Record<EntityKind, ThingCounts>>>;
  /** The first devices and rooms, to name them. */
  readonly names: readonly string[];
  /** The first fields that were changed. */
  readonly fields: readonly FieldWords[];
  /** Lower case: everything that is found by searching, the label first, then a line for each change. */
  readonly text: string;
  readonly deletions: readonly Deletion[];
};

/** So many fields and names are told in a line of the list. */
const TOLD_FIELDS = 4;
const TOLD_NAMES = 3;

/** Makes an entry of a set whose changes may come in several pieces. */
export const createEntryMaker = (header: ChangeSetHeader, changeCount: number) => {
  const kinds = new Set<ChangeKind>();
  const counts: Partial<Record<EntityKind, ThingCounts>> = {};
  const texts: string[] = [];
  const fields = new Map<string, FieldWords>();
  const deletions: Deletion[] = [];
  const names: string[] = [];

  const countField = (
    change: Change,
    { field }: FieldChange,
    before: string,
    after: string,
    words: HistoryWords,
  ) => {
    const key = `${change.entity} ${field}`;
    const known = fields.get(key);
    if (known === undefined && fields.size < TOLD_FIELDS)
      fields.set(key, { field: words.field(change.entity, field), before, after });
    else if (known !== undefined)
      fields.set(key, {
        field: known.field,
        before: known.before === before ? before : null,
        after: known.after === after ? after : null,
      });
  };

  return {
    add: (changes: readonly Change[], words: HistoryWords): void => {
      deletions.push(...deletionsOf(header, changes));
      for (const change of changes) {
        for (const kind of kindsOf(change)) kinds.add(kind);
        counts[change.entity] = counted(counts[change.entity], change);
        const isNamed = changeCount === 1 || change.entity === 'device' || change.entity === 'room';
        if (names.length < TOLD_NAMES && isNamed) names.push(words.thing(change));
        const line = [words.found(change)];
        for (const fieldChange of fieldChanges(change)) {
          const before = words.value(change.entity, fieldChange.field, fieldChange.before);
          const after = words.value(change.entity, fieldChange.field, fieldChange.after);
          line.push(before, after);
          if (change.before !== null && change.after !== null)
            countField(change, fieldChange, before, after, words);
        }
        texts.push(
          line
            .filter((part) => part !== '')
            .join(' ')
            .replaceAll('\n', ' '),
        );
      }
    },
    finish: (words: HistoryWords): HistoryEntry => ({
      header,
      changeCount,
      kinds: withLabelKinds(header, kinds),
      counts,
      names,
      fields: [...fields.values()],
      text: [words.label(header.label), ...texts].join('\n').toLowerCase(),
      deletions,
    }),
  };
};

/** Created, changed and deleted things of a list of changes. */
export const countThings = (changes: readonly Change[]): HistoryEntry['counts'] => {
  const counts: Partial<Record<EntityKind, ThingCounts>> = {};
  for (const change of changes) counts[change.entity] = counted(counts[change.entity], change);
  return counts;
};

const counted = (known: ThingCounts | undefined, { before, after }: Change): ThingCounts => {
  const { created, changed, deleted } = known ?? { created: 0, changed: 0, deleted: 0 };
  if (before === null) return { created: created + 1, changed, deleted };
  return after === null
    ? { created, changed, deleted: deleted + 1 }
    : { created, changed: changed + 1, deleted };
};

const kindsOf = (change: Change): readonly ChangeKind[] => {
  switch (change.entity) {
    case 'device': {
      const { before, after } = change;
      if (before === null) return ['device-created'];
      if (after === null) return ['deleted'];
      const kinds: ChangeKind[] = [];
      if (before.roomId !== after.roomId) kinds.push('device-moved');
      if (before.status !== after.status && after.status === 'decommissioned')
        kinds.push('device-decommissioned');
      if (kinds.length === 0 || fieldChanges(change).some(({ field }) => !MOVE_FIELDS.has(field)))
        kinds.push('device-changed');
      return kinds;
    }
    case 'room':
      return change.after === null ? ['deleted', 'room-changed'] : ['room-changed'];
    case 'school':
      return ['school-changed'];
    case 'profile':
      return ['profile-changed'];
    case 'setting':
      return ['setting-changed'];
  }
};

const MOVE_FIELDS: ReadonlySet<string> = new Set(['roomId', 'containerTag']);

const TAKING_BACK: ReadonlySet<string> = new Set([REVERTED_CODE, REPEATED_CODE, ROLLED_BACK_CODE]);

/** Settings that go along with an import or a report are a means: what was done is what its label says. */
const withLabelKinds = (
  { label, action }: ChangeSetHeader,
  found: ReadonlySet<ChangeKind>,
): ReadonlySet<ChangeKind> => {
  const kinds = new Set(found);
  if (label.code === 'list-imported') kinds.add('list-imported');
  if (label.code === 'report-written') kinds.add('report-written');
  if (
    label.code === 'profile-chosen' ||
    label.code.startsWith('target-') ||
    label.code === 'own-change-reset'
  )
    kinds.add('profile-changed');
  if (action.kind === 'undo' || action.kind === 'redo' || TAKING_BACK.has(label.code))
    kinds.add('taken-back');
  if (kinds.size > 1) kinds.delete('setting-changed');
  return kinds;
};

export type HistoryFilter = {
  /** Words that all have to be found, in any order. */
  readonly search: string;
  readonly kind: ChangeKind | null;
  readonly entity: EntityKind | null;
  /** From this moment on, and before that one. */
  readonly from: Timestamp | null;
  readonly until: Timestamp | null;
};

export const NO_HISTORY_FILTER: HistoryFilter = {
  search: '',
  kind: null,
  entity: null,
  from: null,
  until: null,
};

/**
 * The entries that fit. Undo and redo are steps of their own in the history, but a line of their own only where they are
 * asked for: otherwise the set that they took back says so.
 */
export const filterHistory = (
  entries: readonly HistoryEntry[],
  { search, kind, entity, from, until }: HistoryFilter,
): readonly HistoryEntry[] => {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return entries.filter(({ header, kinds, counts, text }) => {
    if (kind === null ? header.action.kind !== 'do' : !kinds.has(kind)) return false;
    if (kind !== 'taken-back' && header.action.kind !== 'do') return false;
    if (entity !== null && counts[entity] === undefined) return false;
    if (from !== null && header.at < from) return false;
    if (until !== null && header.at >= until) return false;
    return isFound(text, words);
  });
};

/** All words in one change, with its label: two words that only stand at different things were not looked for. */
const isFound = (text: string, words: readonly string[]): boolean => {
  if (!words.every((word) => text.includes(word))) return false;
  if (words.length < 2) return true;
  const [label = '', ...lines] = text.split('\n');
  const others = words.filter((word) => !label.includes(word));
  return others.length === 0 || lines.some((line) => others.every((word) => line.includes(word)));
};
