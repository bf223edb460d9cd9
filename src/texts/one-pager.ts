import type { OnePager } from '#core/report/one-pager.ts';
import type { GapTotals } from '#core/gaps/gap-analysis.ts';
import type { IsoDate } from '#core/shared/iso-date.ts';
import type { Origin, Stage } from '#core/targets/target-profile.ts';
import { formatCount, formatDate, formatEuros, formatNumber, formatPercent, UNKNOWN } from './format.ts';
import { joined } from './german-list.ts';
import { REPORT_PAGE_TEXTS } from './report.ts';

const gaps = (count: number): string => formatCount(count, 'Lücke', 'Lücken');
const things = (count: number): string => formatCount(count, 'Gerät', 'Geräte');

/** Whose targets these are, for somebody who has never seen them. */
const ORIGIN_SENTENCES = {
  proposal: 'Die Ziele sind ein Vorschlag, kein beschlossener Medienentwicklungsplan.',
  mep: 'Die Ziele stehen im Medienentwicklungsplan (MEP) des Schulträgers.',
  ksm: 'Die Ziele hat KSM (Kommunalservice Mecklenburg) ausgegeben.',
  school: 'Die Ziele hat die Schule selbst festgelegt.',
} as const satisfies Record<Origin, string>;

/** A key figure: what it is, how much, and what stands below it. */
export type FigureText = { readonly label: string; readonly value: string; readonly note: string };

/** One sentence or two of „Nächste Schritte“, with the word that it is about. */
export type StepText = { readonly lead: string; readonly text: string };

const SHOWN_ROOMS = 3;

/** `Raum 101`, `Räume 101, 102 und 105`, `Räume 101, 102, 105 und 4 weitere`. */
const roomList = (numbers: readonly string[]): string => {
  const [only] = numbers;
  if (numbers.length === 1) return `Raum ${only ?? ''}`;
  const rest = numbers.length - SHOWN_ROOMS;
  return rest <= 1
    ? `Räume ${joined(numbers, 'und')}`
    : `Räume ${numbers.slice(0, SHOWN_ROOMS).join(', ')} und ${formatNumber(rest)} weitere`;
};

/** Where nothing can be compared. */
const ENTER_STEP: StepText = {
  lead: 'Erfassen',
  text: 'Räume mit Raumtyp und ihre Geräte eintragen oder aus der vorhandenen Liste einlesen.',
};

const repairStep = ({ repair }: OnePager, rooms: readonly string[]): readonly StepText[] => {
  if (repair.units === 0) return [];
  const where = rooms.length === 0 ? '' : ` (${roomList(rooms)})`;
  return [
    {
      lead: 'Reparieren',
      text: `${formatCount(repair.devices, 'defektes Gerät', 'defekte Geräte')}${where}. Das schließt ${gaps(repair.units)} ohne Kauf.`,
    },
  ];
};

const moveStep = ({ move }: OnePager): readonly StepText[] => {
  if (move.units === 0) return [];
  const what =
    move.units === 1
      ? '1 Gerät, das in seinem Raum übrig ist, in einen Raum bringen, in dem es fehlt.'
      : `${things(move.units)}, die in ihrem Raum übrig sind, dorthin bringen, wo sie fehlen.`;
  const saved = move.savedCents > 0 ? ` Das spart geschätzt ${formatEuros(move.savedCents)}.` : '';
  return [{ lead: 'Umräumen', text: `${what}${saved}` }];
};

const buyStep = ({ repair, move, buy, unpriced }: OnePager): readonly StepText[] => {
  if (buy.units === 0) return [];
  const isRest = repair.units + move.units > 0;
  const must =
    buy.mustUnits === buy.units || buy.mustUnits === 0
      ? ''
      : `, davon ${formatNumber(buy.mustUnits)} verbindlich vorgesehen`;
  const verb = buy.units === 1 ? 'fehlt' : 'fehlen';
  const start = isRest ? `Danach ${verb} noch` : `Es ${verb}`;
  const cost =
    buy.costCents > 0
      ? ` Kosten: geschätzt ${formatEuros(buy.costCents)}${unpriced > 0 ? ' für alles mit bekanntem Preis' : ''}.`
      : ' Preise sind nicht hinterlegt.';
  return [
    {
      lead: 'Beschaffen',
      text: `${start} ${formatCount(buy.units, 'Gerät oder Anschluss', 'Geräte und Anschlüsse')}${must}.${cost}`,
    },
  ];
};

const replaceStep = ({ replace: { untilYear, units, costCents } }: OnePager): readonly StepText[] => {
  if (units === 0) return [];
  const cost = costCents > 0 ? ` Der Ersatz kostet geschätzt ${formatEuros(costCents)}.` : '';
  return [
    {
      lead: 'Ersetzen',
      text: `Bis Ende ${untilYear} ${units === 1 ? 'hat 1 Gerät sein' : `haben ${things(units)} ihr`} geplantes Alter erreicht oder überschritten.${cost}`,
    },
  ];
};

const clearStep = ({ notComputable }: OnePager): readonly StepText[] =>
  notComputable === 0
    ? []
    : [
        {
          lead: 'Angaben ergänzen',
          text: `${notComputable === 1 ? '1 Ziel lässt' : `${formatNumber(notComputable)} Ziele lassen`} sich nicht berechnen, weil die Zahl der Schülerinnen und Schüler, der Klassen oder der Lehrkräfte fehlt.`,
        },
      ];

const whereNote = ({ gap, roomGap, schoolGap }: GapTotals): string => {
  if (gap === 0) return 'nichts fehlt';
  if (schoolGap === 0) return 'alle in Räumen';
  return roomGap === 0 ? 'alle schulweit' : `davon ${formatNumber(roomGap)} in Räumen`;
};

const costNote = ({ gap, costCents }: GapTotals, unpriced: number): string => {
  if (gap === 0) return 'nichts zu beschaffen';
  if (costCents === 0) return 'keine Preise hinterlegt';
  return unpriced === 0 ? 'geschätzt' : `geschätzt, ${formatNumber(unpriced)} ohne Preis`;
};

export const ONE_PAGER_TEXTS = {
  section: 'Für die Schulleitung',
  lead: 'Eine Seite mit Kennzahlen, Diagramm und nächsten Schritten, zum Drucken oder als PDF.',
  open: 'Blatt für die Schulleitung …',
  dialog: 'Blatt für die Schulleitung',
  preview: 'Vorschau des Blatts, eine Seite A4',
  working: 'Es wird geprüft, was sich durch Umräumen schließen lässt …',
  noMoves: (detail: string) =>
    `Was sich umräumen lässt, war nicht zu berechnen (${detail}). Das Blatt nennt dazu nichts; alle anderen Angaben stimmen.`,
  savePdf: 'Als PDF speichern',
  saving: 'Das PDF wird gespeichert …',
  saved: (name: string) => `Das Blatt ist gespeichert: ${name}`,
  reveal: REPORT_PAGE_TEXTS.outcome.reveal,
  printOrPdf: 'Drucken oder als PDF speichern …',
  inBrowser: 'Für eine PDF-Datei im Druckfenster „Als PDF speichern“ wählen.',
  close: 'Schließen',
  failures: {
    ...REPORT_PAGE_TEXTS.outcome.failures,
    'file-locked': (path: string) =>
      `Die Datei ${path} ist in einem anderen Programm geöffnet und lässt sich nicht schreiben. Schließen Sie sie und versuchen Sie es noch einmal – oder speichern Sie unter anderem Namen.`,
    unknown: (path: string) =>
      `Das PDF ließ sich nicht speichern: ${path}. Versuchen Sie es noch einmal, wählen Sie einen anderen Ordner oder drucken Sie das Blatt.`,
  },
  somewhere: REPORT_PAGE_TEXTS.outcome.somewhere,

  kicker: 'Digitale Ausstattung auf einen Blick',
  schoolNumber: (number: string) => `Dienststellennummer ${number}`,
  profile: (title: string, edition: string, stage: Stage | undefined) =>
    `Verglichen mit: ${title}, Edition ${edition}${stage === undefined ? '' : ` – Stufe ${stage.stage} „${stage.name}“, Ziele bis ${stage.dueYear}`}`,
  /** Without a standard: what follows the share of all targets. */
  fulfilmentHeadline: 'aller Ziele sind erreicht.',
  standardParts: (parts: readonly string[]) =>
    parts.length === 0 ? '' : `Dazu gehören: ${joined(parts, 'und')}.`,
  nothingCompared: 'Noch ist kein Vergleich möglich.',
  nothingComparedWhy: (rooms: number) =>
    rooms === 0
      ? 'Es sind noch keine Räume erfasst. Sobald Räume und Geräte eingetragen sind, steht hier, was vorhanden ist und was fehlt.'
      : `Für ${rooms === 1 ? 'den erfassten Raum' : `die ${formatNumber(rooms)} erfassten Räume`} gilt noch kein Ziel. Dafür braucht jeder Raum einen Raumtyp, etwa „Klassenraum“.`,
  figuresLabel: 'Kennzahlen',
  /** Only where there is something to compare. */
  figures: (totals: GapTotals, { rooms, unpriced, devices, overAge }: OnePager): readonly FigureText[] => [
    {
      label: 'Ziele erreicht',
      value: formatPercent(totals.fulfilment),
      note: `${formatNumber(totals.actual)} von ${formatNumber(totals.target)}`,
    },
    { label: 'Lücken', value: formatNumber(totals.gap), note: whereNote(totals) },
    {
      label: 'Räume ohne Lücke',
      value: rooms.of === 0 ? UNKNOWN : formatNumber(rooms.withoutGap),
      note: rooms.of === 0 ? 'noch kein Raum mit Zielen' : `von ${formatNumber(rooms.of)}`,
    },
    {
      label: 'Kosten der Lücken',
      value: totals.gap > 0 && totals.costCents === 0 ? UNKNOWN : formatEuros(totals.costCents),
      note: costNote(totals, unpriced),
    },
    {
      label: 'Geräte zu ersetzen',
      value: devices === 0 ? UNKNOWN : formatNumber(overAge),
      note: devices === 0 ? 'noch keine Geräte' : `überaltert, von ${formatNumber(devices)}`,
    },
  ],

  roomsTitle: 'Was in welchem Raum fehlt',
  roomBar: (total: number, parts: readonly string[]) => `${gaps(total)}: ${parts.join(', ')}`,
  moreRooms: (rooms: number, units: number) =>
    `und ${formatCount(rooms, 'weiterer Raum', 'weitere Räume')} mit zusammen ${gaps(units)}`,
  roomsWithout: (count: number) => `${formatCount(count, 'Raum', 'Räume')} ohne Lücke`,
  schoolWide: (units: number, hasRoomGaps: boolean) =>
    `${hasRoomGaps ? formatCount(units, 'weitere Lücke', 'weitere Lücken') : gaps(units)} ${units === 1 ? 'betrifft' : 'betreffen'} die ganze Schule`,
  noRoomGaps: (of: number) =>
    of === 1
      ? 'Dem Raum fehlt nichts: Er hat alles, was vorgesehen ist.'
      : `Keinem der ${formatNumber(of)} Räume fehlt etwas: Alle haben, was vorgesehen ist.`,
  groupsTitle: 'Wie weit die Ziele erreicht sind',
  missing: (units: number) =>
    units === 0 ? 'alles da' : `${formatNumber(units)} ${units === 1 ? 'fehlt' : 'fehlen'}`,
  moreGroups: (count: number, complete: number) => {
    const all = formatCount(count, 'weiteres Ziel', 'weitere Ziele');
    if (complete === 0) return `und ${all}`;
    if (complete === count) return `und ${all}, ganz erreicht`;
    return `und ${all}, davon ${formatNumber(complete)} ganz erreicht`;
  },
  /** Two buildings may share a number. */
  room: (number: string, building: string | null) => (building === null ? number : `${number} (${building})`),
  stepsTitle: 'Nächste Schritte',
  /** In the order repair, move, buy, replace; `repairRooms` = numbers of the rooms in which something waits for repair. */
  steps: (sheet: OnePager, repairRooms: readonly string[]): readonly StepText[] => [
    ...(sheet.groups.length === 0 ? [ENTER_STEP] : []),
    ...repairStep(sheet, repairRooms),
    ...moveStep(sheet),
    ...buyStep(sheet),
    ...replaceStep(sheet),
    ...clearStep(sheet),
  ],
  nothingToDo: 'Es ist nichts zu reparieren, zu beschaffen oder zu ersetzen.',

  meaning:
    'Eine Lücke ist ein Gerät oder ein Anschluss, der vorgesehen ist und fehlt oder defekt ist. Kosten sind Richtpreise, brutto.',
  origin: (origin: Origin, ownTargets: number, note: string) =>
    [
      ORIGIN_SENTENCES[origin],
      ...(ownTargets === 0
        ? []
        : [`${formatCount(ownTargets, 'Ziel hat', 'Ziele hat')} die Schule geändert oder ergänzt.`]),
      ...(note.trim() === '' ? [] : [`Hinweis der Vorlage: ${shortened(note.trim())}`]),
    ].join(' '),
  created: (day: IsoDate, version: string) =>
    `Erstellt am ${formatDate(day)} mit Ausstattungskompass ${version}`.trim(),
} as const;

const LONGEST_NOTE = 110;

/** Whole words of a remark that a profile can make as long as it likes. */
const shortened = (text: string): string => {
  if (text.length <= LONGEST_NOTE) return /[.!?]$/.test(text) ? text : `${text}.`;
  const words = text.slice(0, LONGEST_NOTE).replace(/\s+\S*$/, '');
  return `${words} …`;
};
