import { formatDate, formatNumber, formatTimestamp, MINUS } from './format.ts';

const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;
const signed = (count: number): string =>
  count > 0 ? `+${formatNumber(count)}` : count < 0 ? `${MINUS}${formatNumber(-count)}` : '±0';

/** Texts of „Frühere Berichte“: the list, its files, and the comparison. */
export const REPORT_HISTORY_TEXTS = {
  intro:
    'Jeder Bericht wird beim Speichern unverändert aufgehoben. So lässt er sich vergleichen und noch einmal genauso speichern.',
  list: {
    caption: 'Geschriebene Berichte, der letzte zuerst',
    file: 'Datei',
    writtenAt: 'geschrieben',
    asOf: 'Stichtag',
    stage: 'Stufe',
    profile: 'Profil',
    gaps: 'Lücken',
    cost: 'Kosten',
    checksum: 'Prüfsumme',
    action: 'Aufgehobene Datei',
  },
  withFreeTexts: 'mit freien Texten',
  noChecksum: 'keine',
  copy: (file: string) => `Prüfsumme von ${file} kopieren`,
  copied: 'Die Prüfsumme (SHA-256) ist kopiert.',
  saveAgain: 'Noch einmal speichern',
  saveAgainOf: (file: string, at: string) =>
    `Noch einmal speichern: ${file}, geschrieben ${formatTimestamp(at)}`,
  choose: 'Datei auswählen …',
  chooseOf: (file: string, at: string) => `Datei auswählen: ${file}, geschrieben ${formatTimestamp(at)}`,
  saved: (name: string) => `Gespeichert: ${name}. Die Prüfsumme stimmt mit der des Berichts überein.`,
  missing: (count: number) =>
    count === 1
      ? 'Die Datei eines Berichts liegt nicht mehr hier. Sie können sie auswählen: die .xlsx-Datei, die Sie damals gespeichert oder gemailt haben.'
      : `Die Dateien von ${formatNumber(count)} Berichten liegen nicht mehr hier. Sie können sie auswählen: die .xlsx-Dateien, die Sie damals gespeichert oder gemailt haben.`,
  failures: {
    gone: (file: string) =>
      `Die Datei dieses Berichts liegt nicht mehr hier: ${file}. Sie können sie auswählen: die .xlsx-Datei, die Sie damals gespeichert oder gemailt haben.`,
    damaged: (file: string) =>
      `Die aufgehobene Datei von ${file} ist beschädigt: Ihr Inhalt passt nicht zur Prüfsumme. Wählen Sie die .xlsx-Datei aus, die Sie damals gespeichert oder gemailt haben.`,
    locked: (file: string) =>
      `Die aufgehobene Datei von ${file} ist mit einem Passwort verschlüsselt, das dieser PC nicht mehr kennt. Wählen Sie die .xlsx-Datei aus, die Sie damals gespeichert oder gemailt haben.`,
  },
  notListed: (cause: string) => `Die aufgehobenen Berichte ließen sich nicht lesen. ${cause}`,
  folder: 'Ordner der Sicherungen',
  chosenOther: (chosen: string, file: string) =>
    `„${chosen}“ ist nicht die Datei, die als ${file} geschrieben wurde: Die Prüfsumme ist eine andere. Wählen Sie die Datei so, wie Sie sie gemailt haben; eine bearbeitete oder neu gespeicherte passt nicht.`,
  chosenUnread: (chosen: string) =>
    `„${chosen}“ ließ sich nicht öffnen. Schließen Sie die Datei in Excel oder kopieren Sie sie auf diesen PC und versuchen Sie es noch einmal.`,
  chosenKept: (file: string) => `Die Datei von ${file} ist wieder da und geprüft.`,
  notKept: (cause: string) => `Die Datei konnte nicht aufgehoben werden. ${cause}`,
  writtenNotKept: (cause: string) =>
    `Für spätere Vergleiche konnte die Datei hier nicht aufgehoben werden: Bewahren Sie Ihre Datei auf, Sie können sie unter „Frühere Berichte“ auswählen. ${cause}`,
  readOnly: 'Dieses Fenster darf nur lesen. Wählen Sie die Datei im zuerst geöffneten Fenster aus.',
  compare: {
    title: 'Zwei Berichte vergleichen',
    first: 'Bericht',
    second: 'verglichen mit',
    today: 'heutiger Stand',
    option: (file: string, writtenAt: string) => `${formatTimestamp(writtenAt)} · ${file}`,
    run: 'Vergleichen',
    same: 'Das ist zweimal derselbe Bericht. Wählen Sie einen anderen.',
    noReports: 'Sobald ein Bericht geschrieben ist, lässt er sich hier mit dem heutigen Stand vergleichen.',
    reading: 'Die Berichte werden gelesen und verglichen …',
    failed: (cause: string) => `Der Vergleich ist nicht gelungen. ${cause}`,
    heading: (from: string, to: string) => `Änderungen: ${from} bis ${to}`,
    asOf: (before: string, after: string) => `Stichtag ${formatDate(before)} und ${formatDate(after)}`,
    stage: (before: number, after: number) =>
      before === after ? `Ausbaustufe ${before}` : `Ausbaustufe ${before} und ${after}`,
    gaps: (before: number, after: number) =>
      `Lücken (gewertet): ${formatNumber(before)} → ${formatNumber(after)}`,
    byTargets: (units: number) => `Soll geändert: ${signed(units)}`,
    byStock: (units: number) => `Ist geändert: ${signed(units)}`,
    nothing: 'Zwischen beiden hat sich nichts geändert.',
    sides: { target: 'Soll geändert', actual: 'Ist geändert' },
    sideHints: {
      target: 'durch andere Ziele: Profil, Ausbaustufe oder Stichtag, bei altem Bestand',
      actual: 'durch Geräte, Räume und Zahlen der Schule',
    },
    noneOfSide: 'keine Einträge',
    signed,
    more: (count: number) =>
      `und ${plural(count, 'weitere Zeile', 'weitere Zeilen')}; alle stehen im Blatt „Änderungen“ des Berichts`,
    warning: 'Achtung',
  },
} as const;
