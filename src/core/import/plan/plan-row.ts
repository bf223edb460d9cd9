import type { Device } from '../../inventory/device.ts';
import type { RoomId } from '../../shared/ids.ts';
import type { Match } from './match.ts';
import { withoutListed } from '../rows/own-list.ts';
import { chosenWinner, type ImportChoices } from './plan-choices.ts';
import type { RowRead } from '../rows/read-row.ts';
import {
  rowKey,
  type ImportIssue,
  type Outcome,
  type PlannedDevice,
  type RejectedRow,
  type RowOutcome,
  type RowSource,
  type TableMapping,
  type Winner,
} from '../types.ts';

/** One device that a row means, on its way into the plan. */
export type Draft = {
  readonly read: RowRead;
  readonly table: TableMapping;
  readonly place: RoomId | null | undefined;
  readonly emptied: Partial<Device>;
  match: Match | { readonly kind: 'none' } | null;
  planned: PlannedDevice | null;
};

/** One row on its way into the plan. */
export type RowWork = {
  readonly source: RowSource;
  readonly issues: ImportIssue[];
  readonly rejected: RejectedRow | null;
  /** Of a row that names only a room. */
  readonly room: 'new' | 'changed' | 'same' | null;
  readonly drafts: readonly Draft[];
};

/** An issue about the whole row. */
export const aboutRow = (source: RowSource): Omit<ImportIssue, 'code' | 'severity'> => ({
  ...source,
  column: '',
  field: null,
  value: '',
  params: {},
});

/** The device as the row would leave it: what the row says over what is there. */
export const merged = (base: Device, { read, place, emptied, table }: Draft): Device => ({
  ...base,
  ...emptied,
  ...read.fields,
  // A category that is already there was chosen by a person or is as good a guess.
  ...(base.categoryId !== null && read.categoryConfidence !== 1 && { categoryId: base.categoryId }),
  ...(place !== undefined && { roomId: place }),
  note: table.isOwn && 'note' in emptied ? read.note : joinNotes(base.note, read.note),
  extra: { ...(table.isOwn ? withoutListed(base.extra, table) : base.extra), ...read.extra },
});

const joinNotes = (before: string | null, added: string | null): string | null => {
  if (added === null || added === before) return before;
  if (before === null || added.includes(before)) return added;
  return before.includes(added) ? before : `${before}\n${added}`;
};

type Found = Exclude<Match, null>;

/**
 * The user's word for this row, else for all. A conflict left open updates the device with that serial number; without
 * one the row is a device of its own under a doubled inventory number: nothing is lost, and the doubled number is told.
 */
export const winnerOf = (match: Found, source: RowSource, choices: ImportChoices): Winner => {
  const chosen = chosenWinner(source, choices);
  if (match.kind === 'match') return chosen === 'inventory' ? 'inventory' : 'list';
  // "The list wins" for all rows says nothing about those whose device is in question.
  const isOpen = chosen === null || (chosen === 'list' && choices.winners?.[rowKey(source)] === undefined);
  if (!isOpen) return chosen;
  return match.by === 'serial' || match.by === 'several' ? 'list' : 'new';
};

export const reportConflict = (
  match: Extract<Match, { kind: 'conflict' }>,
  work: RowWork,
  winner: Winner,
): void => {
  work.issues.push({
    ...aboutRow(work.source),
    field: 'id',
    value: match.device.serialNumber ?? match.device.assetTag ?? '',
    code: 'CONFLICT',
    severity: 'warning',
    params: {
      by: match.by,
      device: match.device.assetTag ?? match.device.serialNumber ?? match.device.name,
      other: match.other?.assetTag ?? match.other?.serialNumber ?? match.other?.name ?? null,
      winner,
    },
  });
};

export const outcomeOf = (
  { source, issues, rejected, room, drafts }: RowWork,
  choices: ImportChoices,
): RowOutcome => {
  const planned = drafts.flatMap((draft) => draft.planned ?? []);
  const outcome = ((): Outcome => {
    if (rejected !== null) return 'rejected';
    if (room !== null) return room;
    if (drafts.some(({ match }) => match?.kind === 'conflict')) return 'conflict';
    if (planned.some(({ action }) => action === 'new')) return 'new';
    return planned.some(({ changes }) => changes.length > 0) ? 'changed' : 'same';
  })();
  return {
    ...source,
    outcome,
    isKept:
      room === 'changed'
        ? chosenWinner(source, choices) === 'inventory'
        : planned.length > 0 && planned.every(({ winner }) => winner === 'inventory'),
    toClear: issues.some(({ severity }) => severity !== 'info'),
  };
};
