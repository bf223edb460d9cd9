import type { ChangeSetHeader, EntityKind } from '#core/history/change-set.ts';
import type { ChangeKind, HistoryEntry, ThingCounts } from '#core/history/history-entry.ts';
import { REPEATED_CODE, REVERTED_CODE } from '#core/history/taken-back.ts';
import type { Timestamp } from '#core/shared/iso-date.ts';
import { changeLabelText } from './change-labels.ts';
import { formatCount, formatDate, formatNumber, formatTime, localDay, UNKNOWN } from './format.ts';

const steps = (count: number): string => formatCount(count, 'Schritt', 'Schritte');
const changes = (count: number): string => formatCount(count, 'Änderung', 'Änderungen');

export const CHANGE_KIND_LABELS = {
  'list-imported': 'Listen eingelesen',
  'device-created': 'Geräte angelegt',
  'device-changed': 'Geräte geändert',
  'device-moved': 'Umzüge',
  'device-decommissioned': 'Aussonderungen',
  deleted: 'Gelöschtes',
  'room-changed': 'Räume und Ausnahmen',
  'school-changed': 'Angaben zur Schule',
  'profile-changed': 'Ausstattungsprofil',
  'report-written': 'Berichte',
  'setting-changed': 'Einstellungen',
  'taken-back': 'Zurückgenommenes',
} as const satisfies Record<ChangeKind, string>;

export const PERIODS = ['all', 'report', 'today', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** Screen „Verlauf“ with the recycle bin, and the history of one thing. */
export const HISTORY_TEXTS = {
  title: 'Verlauf',
  fact: 'jede Änderung, auch nach dem Neustart rücknehmbar',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  undoKeys: 'Strg Z',
  redoKeys: 'Strg Y',
  tabsLabel: 'Verlauf und Papierkorb',
  tabs: { changes: 'Änderungen', bin: 'Papierkorb' },
  search: 'Im Verlauf suchen',
  kind: 'Art der Änderung',
  allKinds: 'Alle Arten',
  period: 'Zeitraum',
  periods: {
    all: 'Gesamter Zeitraum',
    report: 'Seit letztem Bericht',
    today: 'Heute',
    month: 'Letzte 30 Tage',
  } satisfies Record<Period, string>,
  count: (shown: number, of: number) =>
    shown === of ? changes(of) : `${formatNumber(shown)} von ${changes(of)}`,
  reading: (read: number, total: number) =>
    `Ältere Änderungen werden gelesen: ${formatNumber(read)} von ${formatNumber(Math.max(read, total))}`,
  grid: 'Änderungen, neueste zuerst',
  heads: {
    time: 'Zeit',
    change: 'Änderung',
    detail: 'Was',
    count: 'Anzahl',
    state: 'Stand',
    action: 'Zurücknehmen',
  },
  empty: 'Noch wurde nichts geändert. Jede Änderung steht hier und lässt sich zurücknehmen.',
  emptyByFilter: 'Keine Änderung passt zu diesen Filtern.',
  resetFilters: 'Filter zurücksetzen',
  takeBack: 'Zurücknehmen',
  takeBackOf: (what: string) => `Zurücknehmen: ${what}`,
  isTakenBack: 'zurückgenommen',
  toReports: 'Zu den Berichten',
  close: 'Schließen',
  cancel: 'Abbrechen',
  done: (what: string) => `Zurückgenommen: ${what}`,
  changedSince:
    'Danach wurde schon etwas anderes geändert. Nehmen Sie die Schritte oben mit „Rückgängig“ zurück.',
  nothingToDo: 'Alles ist schon wieder wie vorher.',
  notSaved: 'Die Änderung ist nur in diesem Fenster und noch nicht gespeichert.',
  readOnly:
    'Hier ist nur Lesen möglich. Die Schule ist in einem anderen Fenster oder an einem anderen PC geöffnet; ändern Sie dort.',
  refused: (what: string) =>
    `„${what}“ lässt sich nicht allein zurücknehmen. Was dagegen steht, sagt die Karte rechts.`,
} as const;

/** The panel of one change set. */
export const SET_TEXTS = {
  subtitle: (at: Timestamp, what: string) => `${formatDay(at)}, ${formatTime(at)} · ${what}`,
  table: 'Was geändert wurde',
  close: 'Schließen',
  thing: 'Was',
  field: 'Feld',
  before: 'vorher',
  after: 'nachher',
  allFields: (field: string) => `Feld: ${field}`,
  created: 'neu angelegt',
  deleted: 'gelöscht',
  nothing: UNKNOWN,
  more: (count: number) => `und ${formatNumber(count)} weitere`,
  showMore: (count: number) => `Nächste ${formatNumber(count)} zeigen`,
  loading: 'Die Änderungen werden gelesen …',
  gone: 'Diese Änderung ist nicht mehr im Verlauf.',
  ifTakenBack: 'Wenn Sie das zurücknehmen',
  large: 'Die Wirkung einer so großen Änderung wird erst beim Zurücknehmen geprüft.',
  gapsOpen: (count: number, before: number, after: number) =>
    `Damit ${count === 1 ? 'öffnet sich 1 Lücke' : `öffnen sich ${formatNumber(count)} Lücken`} (${formatNumber(before)} → ${formatNumber(after)}).`,
  gapsClose: (count: number, before: number, after: number) =>
    `Damit ${count === 1 ? 'schließt sich 1 Lücke' : `schließen sich ${formatNumber(count)} Lücken`} (${formatNumber(before)} → ${formatNumber(after)}).`,
  gapsSame: (count: number) => `Es bleibt bei ${formatCount(count, 'Lücke', 'Lücken')}.`,
  takeBack: (count: number) => (count === 1 ? 'Änderung zurücknehmen' : `${changes(count)} zurücknehmen`),
  rollBack: 'Bis hierher zurücknehmen …',
  toDevice: 'Zum Gerät',
  toRoom: 'Zum Raum',
  takenBackBy: (at: Timestamp, how: string) => `Zurückgenommen am ${formatDay(at)}, ${formatTime(at)}${how}.`,
  byUndo: ' mit „Rückgängig“',
  byLabel: (label: string) => ` („${label}“)`,
  again: 'Wieder übernehmen',
  keptOne: (thing: string, fields: string, when: string) =>
    `${thing} wurde danach noch geändert: ${fields}${when}. Diese Änderung bleibt erhalten.`,
  keptMany: (count: number, things: string) =>
    `${formatNumber(count)} davon wurden danach noch geändert: ${things}. Diese Änderungen bleiben erhalten.`,
  against: 'Das lässt sich nicht allein zurücknehmen:',
  remedy: 'Nehmen Sie zuerst die spätere Änderung zurück, oder nehmen Sie alles bis hierher zurück.',
  showLater: 'Spätere Änderung zeigen',
  conflicts: {
    CHANGED_SINCE: (thing: string, fields: string) =>
      fields === '' ? `${thing} wurde danach geändert` : `${thing}: ${fields} wurde danach geändert`,
    DELETED_SINCE: (thing: string) => `${thing} wurde danach gelöscht`,
    EXISTS_AGAIN: (thing: string) => `${thing} gibt es inzwischen wieder`,
    ROOM_GONE: (thing: string) => `Den Raum, in dem ${thing} stand, gibt es nicht mehr`,
    ROOM_IN_USE: (thing: string) => `In Raum ${thing} steht inzwischen ein Gerät`,
  },
  by: ({ at, label }: ChangeSetHeader) =>
    ` (${formatDay(at)}, ${formatTime(at)}: „${changeLabelText(label)}“).`,
  likewise: (count: number) => ` Ebenso bei ${formatNumber(count)} weiteren.`,
  moreConflicts: (count: number) => `und ${formatNumber(count)} weitere`,
} as const;

export const ROLL_BACK_TEXTS = {
  title: 'Bis hierher zurücknehmen?',
  text: (count: number, at: Timestamp) =>
    count === 1
      ? `1 Schritt wird zurückgenommen: der vom ${formatDay(at)}, ${formatTime(at)}.`
      : `${steps(count)} werden zurückgenommen: alles seit ${formatDay(at)}, ${formatTime(at)}, auch dieser Schritt.`,
  undoable: 'Das ist ein einziger neuer Schritt. Er lässt sich mit „Rückgängig“ selbst zurücknehmen.',
  confirm: (count: number) => `${steps(count)} zurücknehmen`,
  running: 'Wird zurückgenommen …',
  done: (count: number) => `${steps(count)} zurückgenommen.`,
} as const;

export const BIN_TEXTS = {
  search: 'Im Papierkorb suchen',
  grid: 'Gelöschte Geräte und Räume',
  heads: {
    select: 'Auswahl',
    thing: 'Was',
    detail: 'Angaben',
    place: 'Stand in',
    deleted: 'Gelöscht',
    by: 'Durch',
  },
  room: 'Raum',
  empty:
    'Der Papierkorb ist leer. Was Sie löschen, kommt hierher und lässt sich wiederherstellen, solange es im Verlauf steht.',
  emptyByFilter: 'Nichts im Papierkorb passt zu dieser Suche.',
  resetFilters: 'Suche zurücksetzen',
  count: (shown: number, of: number) =>
    shown === of ? `${formatNumber(of)} im Papierkorb` : `${formatNumber(shown)} von ${formatNumber(of)}`,
  select: (name: string) => `${name} auswählen`,
  selectAll: 'Alle gefundenen auswählen',
  bar: 'Ausgewähltes im Papierkorb',
  selected: (count: number) => `${formatNumber(count)} ausgewählt`,
  clear: 'Aufheben',
  restore: (count: number) => `${formatNumber(count)} wiederherstellen`,
  roomGone: (room: string | null) => (room === null ? 'gelöschter Raum' : `${room} (gelöscht)`),
  noRoom: 'kein Raum',
  withoutRoom: (count: number) =>
    count === 1
      ? '1 Gerät kommt ohne Raum zurück, weil es seinen Raum nicht mehr gibt.'
      : `${formatNumber(count)} Geräte kommen ohne Raum zurück, weil es ihren Raum nicht mehr gibt.`,
  done: (what: string) => `${what}.`,
} as const;

export const THING_HISTORY_TEXTS = {
  title: 'Verlauf',
  reading: 'Der Verlauf wird gelesen …',
  empty: 'Im Verlauf steht nichts zu diesem Eintrag.',
  created: 'angelegt',
  deleted: 'gelöscht',
  actions: { do: '', note: '', undo: 'Rückgängig: ', redo: 'Wiederholt: ' },
  others: (count: number) => `und ${formatNumber(count)} weitere`,
  more: 'Ältere zeigen',
} as const;

export const HISTORY_SIZE_TEXTS = {
  title: 'Verlauf',
  label: 'Aufheben',
  sizes: {
    1000: '1.000 Schritte',
    5000: '5.000 Schritte',
    20000: '20.000 Schritte',
    unlimited: 'unbegrenzt',
  },
  hint: 'Ältere Schritte werden im Hintergrund entfernt. Die letzten 1.000 lassen sich immer zurücknehmen.',
  now: (count: number) => `Jetzt ${count === 1 ? 'ist' : 'sind'} ${steps(count)} gespeichert.`,
  open: 'Verlauf ansehen',
} as const;

const weekday = new Intl.DateTimeFormat('de-DE', { weekday: 'long' });

export const formatDay = (at: Timestamp): string => formatDate(localDay(at));

/** `Heute, Montag 16.11.2026`. */
export const dayHeading = (at: Timestamp, now: Date): string => {
  const day = `${weekday.format(new Date(at))} ${formatDay(at)}`;
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  if (localDay(at) === localDay(now)) return `Heute, ${day}`;
  return localDay(at) === localDay(yesterday) ? `Gestern, ${day}` : day;
};

const THINGS: Readonly<Record<EntityKind, readonly [one: string, many: string]>> = {
  device: ['Gerät', 'Geräte'],
  room: ['Raum', 'Räume'],
  school: ['Angabe zur Schule', 'Angaben zur Schule'],
  profile: ['Profil', 'Profile'],
  setting: ['Einstellung', 'Einstellungen'],
};
const ENTITIES: readonly EntityKind[] = ['device', 'room', 'school', 'profile', 'setting'];

/** Settings only go along with other things; alone they are what was changed. */
const toldEntities = (counts: HistoryEntry['counts']): readonly EntityKind[] => {
  const told = ENTITIES.filter((entity) => counts[entity] !== undefined);
  return told.length > 1 ? told.filter((entity) => entity !== 'setting') : told;
};

const countsText = (counts: HistoryEntry['counts']): string =>
  toldEntities(counts)
    .flatMap((entity) => {
      const known: ThingCounts | undefined = counts[entity];
      if (known === undefined) return [];
      const [one, many] = THINGS[entity];
      const told = [
        [known.created, 'neu'],
        [known.changed, 'geändert'],
        [known.deleted, 'gelöscht'],
      ] as const;
      return told
        .filter(([count]) => count > 0)
        .map(([count, what]) => `${formatCount(count, one, many)} ${what}`);
    })
    .join(', ');

/** What taking back does, from the counts of its own changes: `12 Geräte werden entfernt, 21 Geräte wieder wie vorher.` */
export const revertEffectText = (counts: HistoryEntry['counts']): string => {
  const parts = toldEntities(counts).flatMap((entity) => {
    const known = counts[entity];
    if (known === undefined) return [];
    const [one, many] = THINGS[entity];
    const told = [
      [known.deleted, known.deleted === 1 ? 'wird entfernt' : 'werden entfernt'],
      [known.created, known.created === 1 ? 'kommt zurück' : 'kommen zurück'],
      [known.changed, known.changed === 1 ? 'ist wieder wie vorher' : 'sind wieder wie vorher'],
    ] as const;
    return told
      .filter(([count]) => count > 0)
      .map(([count, what]) => `${formatCount(count, one, many)} ${what}`);
  });
  return `${parts.join(', ')}.`;
};

/** How many of what a set touched: `5 Geräte`. */
export const touchedText = ({ counts }: HistoryEntry): string =>
  toldEntities(counts)
    .flatMap((entity) => {
      const known = counts[entity];
      if (known === undefined) return [];
      const [one, many] = THINGS[entity];
      return [formatCount(known.created + known.changed + known.deleted, one, many)];
    })
    .join(', ');

/** What a set did, in the words of the list. */
export const entryTitle = ({ header: { label, action } }: HistoryEntry): string => {
  const text = changeLabelText(label);
  switch (action.kind) {
    case 'do':
    case 'note':
      return text;
    case 'undo':
      return `Rückgängig: ${text}`;
    case 'redo':
      return `Wiederholt: ${text}`;
  }
};

/** What is said when a set was taken back; one that had taken another back has thereby repeated that. */
export const takenBackText = ({ label }: Pick<ChangeSetHeader, 'label'>): string => {
  const { what } = label.params;
  return label.code === REVERTED_CODE && typeof what === 'string'
    ? changeLabelText({ code: REPEATED_CODE, params: label.params })
    : HISTORY_TEXTS.done(changeLabelText(label));
};

const isMixed = ({ counts }: HistoryEntry): boolean => {
  const told = ENTITIES.flatMap((entity) => {
    const known = counts[entity];
    return known === undefined || entity === 'setting' ? [] : [known.created, known.changed, known.deleted];
  });
  return told.filter((count) => count > 0).length > 1;
};

/** The second line: old and new value where it is the same everywhere, else what and how many. */
export const entryDetail = (entry: HistoryEntry): string => {
  const title = entryTitle(entry);
  const { names, changeCount, fields } = entry;
  const isNamed = names.length > 0 && names.every((name) => title.includes(name));
  const others = changeCount - names.length;
  const named =
    isNamed || isMixed(entry) || names.length === 0
      ? []
      : [`${names.join(', ')}${others > 0 ? ` und ${formatNumber(others)} weitere` : ''}`];
  const told = isMixed(entry)
    ? [countsText(entry.counts)]
    : fields
        .filter(({ field }) => field !== '')
        .map((field) =>
          field.before === null
            ? field.after === null
              ? field.field
              : `${field.field} → ${field.after || UNKNOWN}`
            : `${field.field}: ${field.before || UNKNOWN} → ${field.after === null ? '…' : field.after || UNKNOWN}`,
        );
  return [...named, told.join(', ')].filter((part) => part !== '').join(' · ');
};
