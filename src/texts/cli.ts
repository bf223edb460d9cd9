import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { ImportPlan } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { FileIssue } from '#core/inventory/inventory-file.ts';
import type { Issue } from '#core/shared/issue.ts';
import type { ProfileIssue, ProfileIssueCode } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { formatCount, formatDate, formatEuros, formatNumber, formatPercent } from './format.ts';
import { fieldLabel, importIssueText, rejectionText } from './import.ts';

/** What the command line says. Everything that went wrong names the place and the remedy. */
const USAGE = `Aufruf:
  npm run --silent bericht -- --liste DATEI [--liste DATEI …] --aus bericht.xlsx
    [--schule schule.json] [--profil DATEI|Kennung] [--stichtag JJJJ-MM-TT] [--stufe N] [--json analyse.json]

  --liste     Geräteliste der Schule: .xlsx, .xlsm, .ods, .csv oder .tsv; mehrmals möglich
  --aus       Bericht, der geschrieben wird
  --schule    Angaben zur Schule und ihren Räumen
  --profil    Ausstattungsprofil: eine Datei oder die Kennung eines mitgelieferten
  --stichtag  Tag, für den verglichen wird; sonst heute
  --stufe     Ausbaustufe; sonst die erste, deren Zieljahr nicht vorbei ist
  --json      schreibt Eingelesenes und Vergleich zusätzlich als JSON`;

type UsageCode =
  | 'HELP'
  | 'UNKNOWN_OPTION'
  | 'NO_VALUE'
  | 'TWICE'
  | 'MISSING'
  | 'NO_DATE'
  | 'NO_STAGE'
  | 'SAME_FILE'
  | 'UNKNOWN_STAGE';
type UsageParams = { readonly code: UsageCode; readonly option?: string; readonly value?: string };

const usageText = ({ code, option = '', value = '' }: UsageParams): string => {
  switch (code) {
    case 'HELP':
      return USAGE;
    case 'UNKNOWN_OPTION':
      return `„${option}“ ist hier nicht bekannt.\n\n${USAGE}`;
    case 'NO_VALUE':
      return `Nach ${option} fehlt die Angabe.\n\n${USAGE}`;
    case 'TWICE':
      return `${option} steht zweimal da. Nur --liste darf mehrmals stehen.\n\n${USAGE}`;
    case 'MISSING':
      return `${option} fehlt.\n\n${USAGE}`;
    case 'NO_DATE':
      return `${option} „${value}“ ist kein Tag. Beispiel: --stichtag 2026-11-16`;
    case 'NO_STAGE':
      return `${option} „${value}“ ist keine Ausbaustufe. Beispiel: --stufe 2`;
    case 'UNKNOWN_STAGE':
      return `Das Profil hat keine Ausbaustufe ${value}. Es gibt: ${option}`;
    case 'SAME_FILE':
      return '--aus und --json nennen dieselbe Datei. Geben Sie zwei verschiedene an.';
  }
};

/** `rooms › 3 › seats`: entries counted from 1, as people count. */
const pathText = (path: readonly string[]): string =>
  path.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part)).join(' › ');

const WANTED: Readonly<Record<string, string>> = {
  string: 'ein Text in Anführungszeichen',
  text: 'ein Text, der nicht leer ist',
  number: 'eine Zahl ohne Anführungszeichen',
  int: 'eine ganze Zahl ohne Anführungszeichen',
  boolean: 'true oder false',
  array: 'eine Liste in eckigen Klammern',
  object: 'ein Objekt in geschweiften Klammern',
  record: 'ein Objekt in geschweiften Klammern',
  date: 'ein Tag wie "2026-09-15"',
  'partial-date': 'ein Datum wie "2026-09-15", "2026-09" oder "2026"',
};

const fileIssueText = ({ code, path, params }: FileIssue): string => {
  const place = path.length === 0 ? '' : ` bei ${pathText(path)}`;
  const wanted = String(params['wanted'] ?? '');
  switch (code) {
    case 'STRUCTURE':
      return `Die Angabe${place} passt nicht. Erwartet wird ${WANTED[wanted] ?? (wanted.includes('|') ? `eines von: ${wanted}` : wanted)}.`;
    case 'WRONG_FORMAT':
      return 'Das ist keine Bestandsdatei von Ausstattungskompass.';
    case 'NEWER_FORMAT':
      return `Die Datei hat die neuere Version ${String(params['version'])}. Nehmen Sie eine neuere Fassung von Ausstattungskompass.`;
    case 'DOUBLED_ID':
      return `Die ID „${String(params['id'])}“ kommt doppelt vor. Jede ID darf nur einmal stehen.`;
    case 'UNKNOWN_FIELD':
      return `Das Feld${place} ist nicht bekannt und wurde nicht beachtet. Prüfen Sie die Schreibweise.`;
    case 'EMPTY_EXEMPTION':
      return `Eine Ausnahme${place} nennt kein Ziel und wurde nicht beachtet. Ergänzen Sie „requirement“.`;
  }
};

const PROFILE_ISSUES: Readonly<Record<ProfileIssueCode, string>> = {
  STRUCTURE: 'Eine Angabe fehlt oder hat die falsche Art',
  NEWER_FORMAT: 'Die Datei gehört zu einer neueren Fassung von Ausstattungskompass',
  DOUBLED_ID: 'Eine Kennung kommt doppelt vor',
  UNKNOWN_CATEGORY: 'Eine Kategorie gibt es im Profil nicht',
  UNKNOWN_ROOM_TYPE: 'Einen Raumtyp gibt es im Profil nicht',
  UNKNOWN_GROUP: 'Eine Gruppe gibt es im Profil nicht',
  UNKNOWN_REQUIREMENT: 'Ein Ziel gibt es im Profil nicht',
  UNKNOWN_STAGE: 'Eine Ausbaustufe gibt es im Profil nicht',
  STAGES_NOT_ASCENDING: 'Die Ausbaustufen stehen nicht in aufsteigender Folge',
  QUANTITY_NEEDS_ROOM: 'Diese Menge gibt es nur für Räume',
  QUANTITY_NEEDS_SCHOOL: 'Diese Menge gibt es nur für die ganze Schule',
  CIRCULAR: 'Ziele hängen im Kreis voneinander ab',
};
const profileIssueText = ({ code, path, detail }: ProfileIssue): string =>
  `${PROFILE_ISSUES[code]}: ${pathText(path)}${detail === '' ? '' : ` (${detail})`}`;

/** What the comparison and the check of the data found doubtful; null for what needs no words here. */
const dataIssueText = ({ code, path, params }: Issue, roomOf: (id: string) => string): string | null => {
  const id = path[1] ?? '';
  switch (code) {
    case 'SCHOOL_TYPE_UNKNOWN':
      return 'Die Schulart ist nicht angegeben. Ziele für bestimmte Schularten wurden nicht angewendet. Ergänzen Sie „schoolType“ in schule.json.';
    case 'SCHOOL_TYPE_WITHOUT_TARGETS':
      return 'Für diese Schulart hat das Profil keine eigenen Ziele; nur die allgemeinen wurden angewendet.';
    case 'BASE_UNKNOWN':
      return params['field'] === 'dependent'
        ? `Das Ziel ${String(params['requirement'])} ist nicht berechenbar, weil das Ziel fehlt, von dem es abhängt.`
        : `Das Ziel ${String(params['requirement'])} ist nicht berechenbar. Ergänzen Sie „${String(params['field'])}“ in schule.json.`;
    case 'SEATS_UNKNOWN':
      return `Raum ${String(params['room'])}: Die Zahl der Plätze fehlt; für ${String(params['requirement'])} gilt der Ersatzwert des Profils.`;
    case 'ROOM_WITHOUT_TYPE':
      return `Raum ${roomOf(id)} hat keinen Raumtyp; für ihn gilt kein Ziel. Ergänzen Sie „roomTypes“ in schule.json oder eine Spalte „Raumtyp“ in der Liste.`;
    case 'UNKNOWN_ROOM_TYPE':
      return `Raum ${roomOf(id)}: Den Raumtyp gibt es im Profil nicht. Nehmen Sie eine Kennung aus dem Blatt „Profil“ des Berichts.`;
    case 'UNKNOWN_EXEMPTION':
      return `Raum ${roomOf(id)}: Eine Ausnahme nennt ein Ziel, das es im Profil nicht gibt.`;
    case 'UNKNOWN_CONTAINER':
      return 'Der genannte Koffer oder Wagen steht nicht in der Liste.';
    case 'PUPILS_DIFFER':
      return 'Die Jahrgänge haben zusammen mehr Schülerinnen und Schüler als die Schule. Prüfen Sie schule.json.';
    default:
      return null;
  }
};

const SHOWN = 8;
const SHOWN_OF_KIND = 3;
const shortened = (lines: readonly string[]): readonly string[] =>
  lines.length <= SHOWN
    ? lines
    : [
        ...lines.slice(0, SHOWN),
        `    … und ${formatNumber(lines.length - SHOWN)} weitere (vollständig mit --json)`,
      ];

const place = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `Blatt „${sheet}“, Zeile ${row}`;

/** The first few of each kind, so that one frequent kind does not hide the others. */
const byKind = (issues: ImportPlan['issues']): readonly string[] =>
  [...new Set(issues.map(({ code }) => code))].flatMap((code) => {
    const same = issues.filter((issue) => issue.code === code);
    const lines = same
      .slice(0, SHOWN_OF_KIND)
      .map(
        (issue) =>
          `    ${place(issue)}${issue.column === '' ? '' : `, Spalte „${issue.column}“`}: ${importIssueText(issue)}`,
      );
    const more = same.length - lines.length;
    return more > 0 ? [...lines, `    … und ${formatNumber(more)} weitere dieser Art`] : lines;
  });

/** What was made of one list. */
const listLines = (plan: ImportPlan): readonly string[] => {
  const { counts } = plan;
  const mapped = plan.columns.filter(({ field }) => field !== null);
  const unmapped = plan.columns.filter(({ field }) => field === null);
  const sheets = [...new Set(plan.columns.map(({ sheet }) => `„${sheet}“`))].join(', ');
  const toClear = plan.issues.filter(({ severity }) => severity !== 'info');
  return [
    `Gelesen: ${plan.fileName}, ${sheets}: ${formatCount(counts.rowsRead, 'Zeile', 'Zeilen')}`,
    `  Erkannt: ${mapped.map(({ header, field }) => `${header} → ${field === null ? '' : fieldLabel(field)}`).join(', ')}`,
    ...(unmapped.length === 0
      ? []
      : [
          `  Keinem Feld zugeordnet, als Zusatzangabe behalten: ${unmapped.map(({ header }) => header).join(', ')}`,
        ]),
    `  Übernommen: ${formatCount(counts.newDevices + counts.changedDevices + counts.sameDevices, 'Eintrag', 'Einträge')} mit Geräten, ${formatCount(counts.newRooms + counts.changedRooms + counts.sameRooms, 'Raum', 'Räume')}`,
    ...(plan.rejected.length === 0
      ? []
      : [
          `  Abgewiesen: ${formatCount(plan.rejected.length, 'Zeile', 'Zeilen')}`,
          ...shortened(plan.rejected.map((row) => `    ${place(row)}: ${rejectionText(row)}`)),
        ]),
    ...(toClear.length === 0
      ? []
      : [`  Zu klären: ${formatCount(toClear.length, 'Angabe', 'Angaben')}`, ...byKind(toClear)]),
  ];
};

/** What the comparison found. */
const resultLines = (
  { rooms, devices }: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
): readonly string[] => {
  const { totals } = analysis;
  const pieces = devices.reduce((sum, { quantity }) => sum + quantity, 0);
  return [
    `Bestand: ${formatCount(rooms.length, 'Raum', 'Räume')}, ${formatCount(pieces, 'Gerät', 'Geräte')} in ${formatCount(devices.length, 'Eintrag', 'Einträgen')}`,
    `Verglichen: ${profile.title}, Edition ${profile.edition}; Ausbaustufe ${analysis.stage}, Stichtag ${formatDate(analysis.asOf)}`,
    ...analysis.standards.map(
      ({ standardId, met, of }) =>
        `  ${formatNumber(met)} von ${formatNumber(of)} Räumen erfüllen den Standard „${profile.standards.find(({ id }) => id === standardId)?.name ?? standardId}“`,
    ),
    `  Erfüllungsgrad ${totals.fulfilment === null ? 'nicht berechenbar' : `${formatPercent(totals.fulfilment)} (${formatNumber(totals.actual)} von ${formatNumber(totals.target)})`}`,
    `  ${formatCount(totals.gap, 'Lücke', 'Lücken')}: ${formatNumber(totals.roomGap)} in Räumen, ${formatNumber(totals.schoolGap)} schulweit; ${formatNumber(totals.repairable)} durch Reparatur zu schließen`,
    `  Kosten der Lücken ${formatEuros(totals.costCents)} (geschätzt)`,
  ];
};

export const CLI_TEXTS = {
  usage: usageText,
  nothingWritten: 'Es wurde nichts geschrieben.',
  fileNotFound: (path: string) =>
    `„${path}“ gibt es nicht oder lässt sich nicht lesen. Prüfen Sie Name und Ordner.`,
  profileNotFound: (wanted: string, issued: string) =>
    `Das Profil „${wanted}“ gibt es weder als Datei noch als mitgeliefertes. Mitgeliefert: ${issued}`,
  noJson: (path: string, detail: string) =>
    `„${path}“ ist kein gültiges JSON (${detail}). Prüfen Sie Kommas, Klammern und Anführungszeichen.`,
  schoolFile: (path: string, issue: FileIssue) => `„${path}“: ${fileIssueText(issue)}`,
  schoolFileIssue: fileIssueText,
  profileFile: (path: string, issue: ProfileIssue) => `„${path}“: ${profileIssueText(issue)}`,
  noRowUsable: (path: string) =>
    `„${path}“: Unter den Überschriften steht keine Zeile mit einem Gerät oder Raum. Prüfen Sie, ob es die richtige Liste ist.`,
  dataIssue: dataIssueText,
  listLines,
  resultLines,
  hints: 'Hinweise:',
  hint: (text: string) => `  ${text}`,
  written: (path: string) => `Geschrieben: ${path}`,
  writeFailures: {
    'no-folder': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Den Ordner gibt es nicht. Legen Sie ihn an oder wählen Sie einen anderen.`,
    'no-permission': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: In diesem Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen.`,
    'disk-full': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Der Datenträger ist voll. Schaffen Sie Platz oder wählen Sie einen anderen.`,
    'in-use': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Die Datei ist in einem anderen Programm geöffnet. Schließen Sie sie dort.`,
    'is-folder': (path: string) =>
      `„${path}“ lässt sich nicht schreiben: Das ist ein Ordner. Geben Sie einen Dateinamen an.`,
    unknown: (path: string) =>
      `„${path}“ lässt sich nicht schreiben. Wählen Sie einen anderen Ordner oder Dateinamen.`,
  },
} as const;
