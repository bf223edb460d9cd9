import { formatCount, formatDate, formatNumber } from './format.ts';

const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');

/** One broken device in the words of the message to KSM; null = not known. */
export type DefectLine = {
  readonly kind: string;
  readonly model: string | null;
  readonly serialNumber: string | null;
  readonly assetTag: string | null;
  /** Building, floor and room; null = in no room. */
  readonly place: string | null;
  readonly pieces: number;
  /** Of a defect that was open before this report. */
  readonly openSince: string | null;
  readonly ticket: string | null;
};

export type DefectMessage = {
  readonly school: string;
  readonly schoolNumber: string | null;
  readonly text: string;
  readonly since: string | null;
  readonly contact: string;
  readonly lines: readonly DefectLine[];
};

const roomsOf = (lines: readonly DefectLine[]): string => {
  const places = [...new Set(lines.map(({ place }) => place ?? 'ohne Raum'))];
  return places.length === 1 ? (places[0] ?? '') : `${places.length} Räume`;
};

const lineText = ({
  kind,
  model,
  serialNumber,
  assetTag,
  place,
  pieces,
  openSince,
  ticket,
}: DefectLine): string =>
  [
    [kind, model].filter(Boolean).join(', ') + (pieces > 1 ? ` (${formatNumber(pieces)} Stück)` : ''),
    `  Raum: ${place ?? 'ohne Raum'}`,
    `  Seriennummer: ${serialNumber ?? 'nicht bekannt'}`,
    `  Inventarnummer: ${assetTag ?? 'keine'}`,
    ...(openSince === null ? [] : [`  Schon offen seit: ${formatDate(openSince)}`]),
    ...(ticket === null ? [] : [`  Ticket: ${ticket}`]),
  ].join('\n');

/** „Störung melden“ and „Repariert“. */
export const DEFECT_TEXTS = {
  report: 'Störung melden …',
  repair: 'Repariert …',
  close: 'Schließen',
  cancel: 'Abbrechen',
  title: (count: number) => `Störung an ${formatCount(count, 'Gerät', 'Geräten')} melden`,
  loading: 'Wird geladen …',
  what: 'Was ist kaputt?',
  whatHint: 'Zum Beispiel: Bild flackert, Touch reagiert nicht. Bitte ohne Namen.',
  whatMissing: 'Bitte sagen, was nicht geht.',
  since: 'Seit',
  sinceError: 'Das ist kein Datum. Beispiele: 14.09.2026, 09/2026 oder 2026',
  sinceFuture: 'Dieser Tag liegt in der Zukunft.',
  pieces: (count: number) => `Wie viele der ${formatNumber(count)} Stück?`,
  piecesHint: 'Die defekten Stücke werden eine eigene Zeile.',
  piecesError: (count: number) => `Bitte eine Zahl von 1 bis ${formatNumber(count)} eingeben.`,
  contact: 'Rückfragen an',
  contactHint: 'Stelle und Telefon der Schule, etwa „IT-Koordination, 03871 1234“. Wird gemerkt.',
  open: (name: string, since: string | null, reportedOn: string | null, ticket: string | null) =>
    `${name} hat schon eine offene Störung${since === null ? '' : ` seit ${formatDate(since)}`}${
      reportedOn === null ? ', noch nicht gemeldet' : `, gemeldet am ${formatDate(reportedOn)}`
    }${ticket === null ? '' : `, Ticket ${ticket}`}.`,
  moreOpen: (count: number) => `… und ${formatNumber(count)} weitere`,
  again: (count: number) =>
    count === 1 ? 'Trotzdem noch einmal melden' : `Diese ${devices(count)} trotzdem noch einmal melden`,
  completes: 'Die Meldung ergänzt sie; der erste Tag bleibt.',
  decommissioned: (count: number) =>
    count === 1
      ? '1 Gerät ist ausgesondert und wird nicht gemeldet.'
      : `${formatNumber(count)} Geräte sind ausgesondert und werden nicht gemeldet.`,
  nothing: 'Hier ist nichts Neues zu melden.',
  preview: 'Text der Meldung',
  subject: ({ school, text, lines }: DefectMessage): string =>
    `Störung ${school === '' ? '' : `${school}, `}${roomsOf(lines)}: ${text.replace(/\s+/g, ' ').slice(0, 60)}`,
  message: ({ school, schoolNumber, text, since, contact, lines }: DefectMessage): string =>
    [
      'Guten Tag,',
      '',
      `an ${lines.length === 1 ? 'diesem Gerät' : `diesen ${formatNumber(lines.length)} Geräten`} ist eine Störung aufgetreten.`,
      '',
      `Schule: ${school === '' ? 'nicht eingetragen' : school}${schoolNumber === null ? '' : ` (Dienststellennummer ${schoolNumber})`}`,
      `Störung: ${text === '' ? '…' : text}`,
      `Seit: ${since === null ? 'nicht bekannt' : formatDate(since)}`,
      ...(contact === '' ? [] : [`Rückfragen an: ${contact}`]),
      '',
      ...lines.map(lineText),
      '',
      'Mit freundlichen Grüßen',
      '',
    ].join('\n'),
  to: 'An (E-Mail-Adresse)',
  toError: 'Bitte eine E-Mail-Adresse wie hilfe@ksm.example eingeben oder das Feld leer lassen.',
  toHint: 'Ohne Adresse öffnet sich die E-Mail ohne Empfänger. Merken lässt sie sich unter',
  toSettings: 'Einstellungen',
  mail: 'Eintragen und E-Mail öffnen',
  copy: 'Eintragen und Text kopieren',
  enter: 'Nur eintragen',
  done: (count: number) => `${devices(count)} als defekt eingetragen.`,
  notSent: 'Die App sendet nichts: Sie senden die E-Mail in Ihrem Programm.',
  mailOpened: 'Die E-Mail ist an Ihr Programm übergeben. Öffnet sich nichts, kopieren Sie den Text.',
  mailCut:
    'Der Text ist für diesen Weg zu lang und liegt deshalb in der Zwischenablage. Fügen Sie ihn in der E-Mail mit Strg V ein.',
  mailFailed:
    'Auf diesem Computer ist kein E-Mail-Programm eingerichtet. Kopieren Sie den Text in Ihr Postfach im Browser.',
  copied: 'Der Text liegt in der Zwischenablage. Fügen Sie ihn mit Strg V ein.',
  notCopied: 'Der Text ließ sich nicht kopieren. Markieren Sie ihn unten und kopieren Sie ihn mit Strg C.',
  copyAgain: 'Text kopieren',
  ticketLater: 'Die Ticketnummer tragen Sie später beim Gerät unter „Ticket“ ein.',
  repairTitle: (count: number) => `${devices(count)} repariert`,
  repairedOn: 'Repariert am',
  repairedOnError: 'Das ist kein Tag. Beispiel: 14.09.2026',
  after: 'Zustand danach',
  repairHint: 'Die Störung bleibt beim Gerät stehen, mit dem Tag der Reparatur.',
  repairOthers: (count: number) =>
    count === 1
      ? '1 ausgewähltes Gerät ist nicht defekt und bleibt, wie es ist.'
      : `${formatNumber(count)} ausgewählte Geräte sind nicht defekt und bleiben, wie sie sind.`,
  repairDo: (count: number) => `${devices(count)} wieder in Betrieb nehmen`,
  /** In the room: one line per open defect. */
  openLine: (name: string, text: string | null, days: number | null, ticket: string | null) =>
    [
      `${name}: ${text ?? 'defekt'}`,
      ...(days === null ? [] : [`seit ${formatCount(days, 'Tag', 'Tagen')}`]),
      ...(ticket === null ? [] : [`Ticket ${ticket}`]),
    ].join(', '),
} as const;
