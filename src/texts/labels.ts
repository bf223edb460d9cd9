import type { SheetField, SheetIssue } from '#core/labels/check-sheet.ts';
import type { CodeKind, LabelField } from '#core/labels/label-content.ts';
import type { LabelSheet } from '#core/labels/label-sheet.ts';
import { formatCount, formatNumber } from './format.ts';
import { REPORT_PAGE_TEXTS } from './report.ts';

const labels = (count: number): string => formatCount(count, 'Etikett', 'Etiketten');
const sheets = (count: number): string => formatCount(count, 'Bogen', 'Bogen');
/** Millimetres with as many decimals as they have, two at most. */
export const formatMillimetres = (value: number): string => {
  const rounded = Math.round(value * 100) / 100;
  const digits = Number.isInteger(rounded) ? 0 : Number.isInteger(rounded * 10) ? 1 : 2;
  return formatNumber(rounded, digits);
};

const SHEET_FIELDS: Readonly<Record<SheetField, string>> = {
  name: 'Name des Bogens',
  width: 'Breite eines Etiketts (mm)',
  height: 'Höhe eines Etiketts (mm)',
  columns: 'Etiketten nebeneinander',
  rows: 'Etiketten untereinander',
  left: 'Rand links (mm)',
  top: 'Rand oben (mm)',
  stepX: 'Abstand waagerecht (mm)',
  stepY: 'Abstand senkrecht (mm)',
};

export const LABEL_TEXTS = {
  title: 'Etiketten',
  open: 'Etiketten …',
  fact: (count: number, paper: number) =>
    count === 0 ? 'nichts ausgewählt' : `${labels(count)} auf ${sheets(paper)}`,
  what: 'Wofür',
  source: 'Etiketten für',
  sources: {
    'selected-devices': (count: number) => `Ausgewählte Geräte (${formatNumber(count)})`,
    'selected-rooms': (count: number) => `Ausgewählte Räume (${formatNumber(count)})`,
    devices: 'Alle Geräte mit Inventarnummer',
    'room-devices': 'Geräte eines Raums',
    rooms: 'Alle Räume (Türschilder)',
  },
  room: 'Raum',
  noRoom: 'Noch kein Raum angelegt',
  untagged: (count: number) =>
    count === 1
      ? '1 Gerät hat keine Inventarnummer und bekommt kein Etikett. Unter „Geräte“ auswählen und „Nummern vergeben …“ drücken.'
      : `${formatNumber(count)} Geräte haben keine Inventarnummer und bekommen kein Etikett. Unter „Geräte“ auswählen und „Nummern vergeben …“ drücken.`,
  sheetSection: 'Bogen',
  sheet: 'Etikettenbogen',
  ownSheets: 'Eigene Bogen',
  sheetOption: ({ maker, name, width, height, columns, rows }: LabelSheet) =>
    `${[maker, name].filter((part) => part !== '').join(' ')} – ${formatMillimetres(width)} × ${formatMillimetres(height)} mm, ${formatNumber(columns * rows)} je Bogen`,
  newSheet: 'Eigener Bogen …',
  editSheet: 'Bogen ändern …',
  removeSheet: 'Bogen löschen',
  startAt: 'Beginnen mit Etikett',
  startHint: (perSheet: number) =>
    `1 = ganzer Bogen. Gezählt wird zeilenweise von links oben, bis ${formatNumber(perSheet)}.`,
  startError: (perSheet: number) => `Bitte eine Zahl von 1 bis ${formatNumber(perSheet)} eingeben.`,
  content: 'Auf dem Etikett',
  code: 'Code',
  text: 'Text',
  codes: { qr: 'QR-Code', code128: 'Strichcode', none: 'keiner' } as const satisfies Record<CodeKind, string>,
  codeHint: {
    qr: 'Lesbar mit Handscanner, Telefon und Kamera; passt auch auf kleine Etiketten.',
    code128: 'Code 128 mit der Inventarnummer; braucht breite Etiketten.',
    none: 'Nur Text.',
  } as const satisfies Record<CodeKind, string>,
  fields: {
    assetTag: 'Inventarnummer',
    name: 'Bezeichnung',
    room: 'Raum',
    serialNumber: 'Seriennummer',
    school: 'Schule',
  } as const satisfies Record<LabelField, string>,
  roomFields: {
    assetTag: '',
    serialNumber: '',
    room: 'Raumnummer',
    name: 'Name des Raums',
    school: 'Schule',
  } as const satisfies Record<LabelField, string>,
  adjust: 'Drucker ausrichten',
  adjustText:
    'Testseite auf weißes Papier drucken, auf einen Etikettenbogen legen und gegen das Licht halten. Abweichung hier eintragen.',
  offsetX: 'Nach rechts (mm)',
  offsetY: 'Nach unten (mm)',
  offsetError: (most: number) =>
    `Bitte Millimeter zwischen −${formatNumber(most)} und ${formatNumber(most)} eingeben, zum Beispiel 0,5 oder −1.`,
  testPage: 'Testseite',
  scaleHint: 'Im Druckfenster: Größe 100 %, Ränder „Keine“, nicht „An Seite anpassen“.',
  preview: 'Vorschau',
  previewOf: (page: number, of: number) => `Vorschau, Bogen ${formatNumber(page)} von ${formatNumber(of)}`,
  previous: 'Voriger Bogen',
  next: 'Nächster Bogen',
  empty: 'Für diese Auswahl gibt es nichts zu drucken.',
  tooNarrow: (count: number) =>
    `Auf ${labels(count)} ist der Code zu klein, um sicher gelesen zu werden. Wählen Sie QR-Code, größere Etiketten oder weniger Text.`,
  tooSmall: (count: number) =>
    `Auf ${labels(count)} wird die Schrift sehr klein. Wählen Sie weniger Angaben oder größere Etiketten.`,
  noCode: (count: number) =>
    `Für ${labels(count)} ist der Text zu lang für einen Code; sie werden ohne gedruckt.`,
  fileName: (isTest: boolean) => (isTest ? 'Etiketten Testseite.pdf' : 'Etiketten.pdf'),
  testTitle: ({ maker, name }: LabelSheet) => `Testseite: ${[maker, name].filter(Boolean).join(' ')}`,
  testOffset: (x: number, y: number) =>
    `Ausgeglichen: ${formatMillimetres(x)} mm nach rechts, ${formatMillimetres(y)} mm nach unten`,
  print: 'Drucken',
  printOrPdf: 'Drucken oder als PDF speichern …',
  savePdf: 'Als PDF speichern',
  pdf: {
    saving: 'Das PDF wird gespeichert …',
    saved: (name: string) => `Die Etiketten sind gespeichert: ${name}`,
    reveal: REPORT_PAGE_TEXTS.outcome.reveal,
    failures: {
      ...REPORT_PAGE_TEXTS.outcome.failures,
      'file-locked': (path: string) =>
        `Die Datei ${path} ist in einem anderen Programm geöffnet und lässt sich nicht schreiben. Schließen Sie sie und versuchen Sie es noch einmal – oder speichern Sie unter anderem Namen.`,
      unknown: (path: string) =>
        `Das PDF ließ sich nicht speichern: ${path}. Versuchen Sie es noch einmal, wählen Sie einen anderen Ordner oder drucken Sie.`,
    },
    somewhere: REPORT_PAGE_TEXTS.outcome.somewhere,
  },
  sheetDialog: { add: 'Eigener Bogen', edit: 'Bogen ändern' },
  sheetFields: SHEET_FIELDS,
  sheetStepHint: 'von Anfang zu Anfang',
  sheetSave: 'Bogen speichern',
  close: 'Schließen',
  cancel: 'Abbrechen',
} as const;

/** Why a sheet of one's own cannot be printed, and what would fit. */
export const sheetIssueText = (issue: SheetIssue): string => {
  switch (issue.code) {
    case 'MISSING':
      return issue.field === 'name'
        ? 'Bitte einen Namen eingeben, zum Beispiel die Artikelnummer.'
        : issue.field === 'columns' || issue.field === 'rows'
          ? 'Bitte eine ganze Zahl eingeben, zum Beispiel 3.'
          : 'Bitte Millimeter eingeben, zum Beispiel 63,5.';
    case 'TOO_SMALL':
      return `Mindestens ${formatMillimetres(issue.least)}.`;
    case 'TOO_MANY':
      return `Mehr als ${formatNumber(issue.limit)} Etiketten passen auf keinen Bogen.`;
    case 'OVERLAP':
      return `Die Etiketten lägen übereinander. Von Anfang zu Anfang mindestens ${formatMillimetres(issue.limit)} mm.`;
    case 'OFF_PAPER':
      return issue.limit < 0
        ? 'Die Etiketten passen nicht auf A4. Bitte Größe, Anzahl und Abstand prüfen.'
        : `Das letzte Etikett läge neben dem Papier (A4). Höchstens ${formatMillimetres(issue.limit)} mm.`;
  }
};
