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
  'vault-unreadable': (folder: string) =>
    `Der Datenordner ist nicht erreichbar: ${folder}. Ihre Änderungen bleiben bis dahin in der Datenbank dieses PCs und werden nachgetragen; stecken Sie den Stick wieder ein, verbinden Sie das Netzlaufwerk oder geben Sie den Ordner frei.`,
  'vault-read-only': (folder: string) =>
    `In den Datenordner darf nicht geschrieben werden: ${folder}. Ihre Änderungen bleiben bis dahin in der Datenbank dieses PCs und werden nachgetragen; geben Sie den Ordner zum Schreiben frei oder wählen Sie unter Einstellungen › Sicherung einen anderen.`,
  'read-only-newer': (version: number) =>
    `Diese Daten hat eine neuere Version der App geschrieben (Datenstand ${formatNumber(version)}). Sie sehen sie an, ändern aber nichts; installieren Sie die neuere Version.`,
} as const;
