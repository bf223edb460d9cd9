import { formatDate, formatNumber, formatTime, formatTimestamp } from './format.ts';

/** Why the app cannot start, and what to do. */
export const START_FAILURE_TEXTS = {
  title: 'Die App kann nicht starten',
  'newer-data': (version: number) =>
    `Die Daten wurden mit einer neueren Version der App gespeichert (Datenstand ${version}). Installieren Sie diese neuere Version; hier wurde nichts geändert.`,
  blocked:
    'Ein anderes Fenster hält die Daten noch mit einer älteren Version offen. Schließen Sie alle anderen Fenster dieser App und laden Sie neu.',
  unavailable:
    'Der Speicher für die Daten ist nicht zugänglich. Prüfen Sie, ob auf der Festplatte Platz ist und ob der Browser Daten speichern darf (kein privates Fenster), und laden Sie neu.',
  'vault-damaged':
    'Die Datenbank ist leer, und weder eine Sicherung noch das Protokoll lässt sich lesen. Liegt eine Sicherung auf einem Stick oder Netzlaufwerk? Beginnen Sie neu und wählen Sie „Von einem anderen PC übernehmen“. Die beschädigten Dateien bleiben im Ordner „beiseite“ erhalten.',
  startBlank: 'Neu beginnen',
  'vault-unreadable': (folder: string) =>
    `Die Datenbank ist leer, und der Ordner mit Protokoll und Sicherungen lässt sich nicht lesen${folder === '' ? '' : `: ${folder}`}. Damit nichts verdeckt wird, beginnt die App nicht neu: Geben Sie den Ordner frei oder schließen Sie das Laufwerk an und laden Sie neu.`,
  'write-failed': {
    'disk-full':
      'Ihre Daten liegen vollständig in Sicherung und Protokoll, aber die Festplatte ist voll. Schaffen Sie Platz und laden Sie neu; dann werden sie wiederhergestellt.',
    other:
      'Ihre Daten liegen vollständig in Sicherung und Protokoll, ließen sich aber nicht in die Datenbank schreiben. Starten Sie den PC neu und versuchen Sie es noch einmal.',
  },
  reload: 'Neu laden',
} as const;

const holderText = (account: string | null, computer: string | null): string => {
  if (account === null || account === '') return 'Jemand';
  return computer === null || computer === '' ? `„${account}“` : `„${account}“ am PC „${computer}“`;
};

/** Another PC or account works with the data folder. */
export const FOLDER_IN_USE_TEXTS = {
  title: 'Der Datenordner ist gerade in Benutzung',
  who: (account: string | null, computer: string | null, since: string | null, folder: string) =>
    `${holderText(account, computer)} hat ihn ${since === null ? '' : `seit ${formatTimestamp(since)} `}geöffnet: ${folder}`,
  why: 'Damit sich nicht zwei Stände vermischen, schreibt immer nur einer. Schließen Sie die App dort; hier geht es dann von selbst weiter. Ansehen können Sie die Daten sofort.',
  stale:
    'Seit einigen Minuten kommt von dort kein Lebenszeichen: Der PC ist vermutlich aus, im Ruhezustand oder getrennt. Übernehmen Sie den Ordner nur, wenn dort niemand mehr weiterarbeitet.',
  again: 'Noch einmal versuchen',
  look: 'Nur ansehen',
  takeOver: 'Ordner übernehmen',
  ownProfile: 'Im eigenen Profil weiterarbeiten',
  ownProfileHint:
    'Im eigenen Profil arbeiten Sie mit dem Stand weiter, den dieser PC zuletzt hatte, getrennt vom Datenordner. Gehen Sie später zum Datenordner zurück, fragt die App, welcher Stand gilt.',
  otherFolder: 'Anderen Datenordner wählen …',
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
  folder: 'Der Datenordner',
  allowFolder: 'Ordner wieder erlauben',
  withoutFolder: 'Ohne diesen Ordner beginnen',
} as const;
