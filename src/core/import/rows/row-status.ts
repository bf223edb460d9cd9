import type { DeviceStatus } from '../../inventory/device.ts';
import type { PartialDate } from '../../shared/iso-date.ts';
import { readStrayStatus } from '../cells/read-cells.ts';
import { isMoreFinal, type ReadStatus } from '../cells/read-status.ts';
import { keep, report, type CellAt, type RowDraft } from './row-draft.ts';

/** What one cell says about the state of the device. */
export type SaidStatus = {
  readonly status: DeviceStatus;
  readonly on: PartialDate | null;
  readonly at: CellAt;
  /** The column of the status says it, a word in another column, or a column about disposal or defects means it. */
  readonly by: 'column' | 'word' | 'meaning';
  /** Where its issue stands, should another cell contradict it. */
  readonly issue: number | null;
};

export const takeColumnStatus = (draft: RowDraft, read: ReadStatus, at: CellAt): void => {
  draft.said.push({ status: read.status, on: read.on, at, by: 'column', issue: null });
  if (read.isDoubtful) report(draft, at, 'DOUBTFUL_STATUS', 'warning', { status: read.status, on: read.on });
  if (read.hasMore) keep(draft, at);
};

/** A status word in a column about something else. */
export const takeWord = (draft: RowDraft, read: ReadStatus, at: CellAt): void => {
  // Our own list has a column for it; its other texts were there before. What is built in stays as it is known.
  if (draft.isOwn || read.kind === 'fixed') return;
  report(draft, at, 'STATUS_FROM_TEXT', read.isDoubtful ? 'warning' : 'info', { status: read.status });
  draft.said.push({
    status: read.status,
    on: read.on,
    at,
    by: 'word',
    issue: draft.context.issues.length - 1,
  });
};

export const takeMeaning = (draft: RowDraft, status: DeviceStatus, at: CellAt): void => {
  draft.said.push({ status, on: null, at, by: 'meaning', issue: null });
};

/** Whether the cell holds a status instead of what belongs there; its text then stands in the note. */
export const takeStray = (draft: RowDraft, at: CellAt): boolean => {
  const read = readStrayStatus(at.text);
  if (read?.leads !== true || draft.isOwn) return false;
  takeWord(draft, read, at);
  keep(draft, at);
  return true;
};

const mostFinal = (said: readonly SaidStatus[]): SaidStatus | undefined =>
  said.reduce<SaidStatus | undefined>(
    (best, next) => (best === undefined || isMoreFinal(next.status, best.status) ? next : best),
    undefined,
  );

const contradict = (
  draft: RowDraft,
  { issue, at }: SaidStatus,
  taken: DeviceStatus,
  isWarning: boolean,
): void => {
  const { issues } = draft.context;
  const severity = isWarning ? 'warning' : 'info';
  const before = issue === null ? undefined : issues[issue];
  if (issue === null || before === undefined)
    report(draft, at, 'CONTRADICTING_STATUS', severity, { status: taken });
  else issues[issue] = { ...before, code: 'CONTRADICTING_STATUS', severity, params: { status: taken } };
};

/** Words that only say "in use" contradict nothing: they may be older. */
const reportContradictions = (draft: RowDraft, taken: SaidStatus): void => {
  const column = draft.said.find(({ by }) => by === 'column');
  for (const said of draft.said) {
    if (said.by === 'column' || said.status === 'in-use') continue;
    const overrules = said.status === taken.status && column !== undefined && column.status !== taken.status;
    if (overrules || said.status !== taken.status) contradict(draft, said, taken.status, overrules);
  }
};

/** Of all that the cells say the more final state holds; our own list says it in its column. */
export const settleStatus = (draft: RowDraft): void => {
  const own = draft.isOwn ? draft.said.find(({ by }) => by === 'column') : undefined;
  const taken = own ?? mostFinal(draft.said);
  if (taken === undefined) return;
  if (own === undefined) reportContradictions(draft, taken);
  draft.fields.status = taken.status;
  if (taken.on === null) return;
  if (taken.status === 'decommissioned') draft.fields.decommissionedOn ??= taken.on;
  if (taken.status === 'defective' || taken.status === 'in-repair') draft.defect.since ??= taken.on;
};
