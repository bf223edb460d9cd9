import { formatDate, formatNumber, formatTime } from './format.ts';

const moment = (at: string | null): string =>
  at === null ? '' : `, Stand ${formatDate(at.slice(0, 10))}, ${formatTime(at)}`;
const changes = (count: number): string => (count === 1 ? '1 Änderung' : `${formatNumber(count)} Änderungen`);

/** What happened at start, in two sentences: what was found, and what became of it. */
export const START_NOTICES = {
  rebuilt: {
    missing: (sets: number, at: string | null) =>
      `Die Datenbank fehlte beim Start. ${changes(sets)} ${sets === 1 ? 'wurde' : 'wurden'} aus Sicherung und Protokoll wiederhergestellt${moment(at)}.`,
    damaged: (sets: number, at: string | null) =>
      `Die Datenbank war beschädigt. ${changes(sets)} ${sets === 1 ? 'wurde' : 'wurden'} aus Sicherung und Protokoll wiederhergestellt${moment(at)}; was noch lesbar war, liegt im Ordner „beiseite“.`,
    older: (sets: number, at: string | null) =>
      `Die Datenbank war älter als Sicherung und Protokoll. Der neuere Stand mit ${changes(sets)} wurde hergestellt${moment(at)}; der alte liegt im Ordner „beiseite“.`,
    chosen: (sets: number, at: string | null) =>
      `Der Stand aus dem Ordner gilt: ${changes(sets)}${moment(at)}. Der Stand der Datenbank liegt im Ordner „beiseite“.`,
  },
  'database-filled': (sets: number, at: string | null) =>
    `Der Datenbank ${sets === 1 ? 'fehlte' : 'fehlten'} beim Start ${changes(sets)}. ${sets === 1 ? 'Sie wurde' : 'Sie wurden'} aus dem Protokoll nachgetragen${moment(at)}.`,
  incomplete: (missing: number) =>
    `${changes(missing)} ${missing === 1 ? 'war' : 'waren'} weder in einer Sicherung noch im Protokoll lesbar. Alles davor und danach ist da; prüfen Sie, ob etwas fehlt.`,
  'backups-damaged': (count: number) =>
    `${count === 1 ? '1 Sicherung war' : `${formatNumber(count)} Sicherungen waren`} beschädigt und ${count === 1 ? 'liegt' : 'liegen'} jetzt im Ordner „beiseite“. Eine neue Sicherung wird geschrieben.`,
  'journal-damaged': () =>
    'Das Protokoll war beschädigt und liegt jetzt im Ordner „beiseite“. Es wurde aus der Datenbank ergänzt; Ihre Daten sind vollständig.',
  'journal-parts-damaged': () =>
    'Teile des Protokolls waren beschädigt und liegen jetzt im Ordner „beiseite“. Alles, was davon lesbar war, ist übernommen.',
  'vault-unreadable': () =>
    'Der Ordner mit Protokoll und Sicherungen lässt sich nicht lesen. Ihre Änderungen stehen bis dahin nur in der Datenbank; geben Sie den Ordner frei oder schließen Sie das Laufwerk wieder an.',
  'read-only-newer': (version: number) =>
    `Diese Daten hat eine neuere Version der App geschrieben (Datenstand ${formatNumber(version)}). Sie sehen sie an, ändern aber nichts; installieren Sie die neuere Version.`,
} as const;

const factsText = (rooms: number | null, devices: number | null, at: string | null): string =>
  [
    rooms === null ? null : `${formatNumber(rooms)} Räume`,
    devices === null ? null : `${formatNumber(devices)} Geräte`,
    at === null ? null : `letzte Änderung ${formatDate(at.slice(0, 10))}, ${formatTime(at)}`,
  ]
    .filter((part) => part !== null)
    .join(', ');

/** Where only the user can decide at start. */
export const START_DECISION_TEXTS = {
  twoHistories: 'Datenbank und Ordner gehören nicht zusammen',
  twoHistoriesText:
    'Die Datenbank dieses PCs und der Ordner mit Protokoll und Sicherungen enthalten verschiedene Änderungen. Wählen Sie, welcher Stand gilt. Der andere geht nicht verloren: Er bleibt im Ordner „beiseite“.',
  database: (rooms: number | null, devices: number | null, at: string | null) =>
    `Datenbank: ${factsText(rooms, devices, at)}`,
  vault: (rooms: number | null, devices: number | null, at: string | null) => {
    const facts = factsText(rooms, devices, at);
    return facts === ''
      ? 'Ordner: nur ein Protokoll, noch keine Sicherung'
      : `Ordner, neueste Sicherung: ${facts}`;
  },
  keepDatabase: 'Stand der Datenbank behalten',
  takeVault: 'Stand aus dem Ordner übernehmen',
  folderWaiting: (folder: string) =>
    `Die Datenbank ist leer, und Ihre Sicherungen liegen im Ordner „${folder}“. Der Browser braucht dafür noch einmal Ihre Erlaubnis; ohne den Ordner wäre hier nichts oder nur ein älterer Stand zu sehen.`,
  allowFolder: 'Ordner wieder erlauben',
  withoutFolder: 'Ohne diesen Ordner beginnen',
} as const;
