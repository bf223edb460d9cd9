import { formatDate, formatNumber, formatTime, localDay } from './format.ts';

const changes = (count: number): string => (count === 1 ? '1 Änderung' : `${formatNumber(count)} Änderungen`);

/** „heute 10:42“, „gestern 16:05“, else the day. */
export const backupMoment = (at: Date, today: Date = new Date()): string => {
  const time = formatTime(at.toISOString());
  const days = Math.round(
    (new Date(today.toDateString()).getTime() - new Date(at.toDateString()).getTime()) / 86_400_000,
  );
  if (days === 0) return `heute ${time}`;
  return days === 1 ? `gestern ${time}` : `${formatDate(localDay(at))}, ${time}`;
};

export const BACKUP_TEXTS = {
  dismiss: 'Hinweis ausblenden',
  closing: 'Die letzte Sicherung wird geschrieben …',
  unsavedTitle: 'Nicht alles ist gespeichert',
  unsaved: (count: number) =>
    `${changes(count)} ${count === 1 ? 'steht' : 'stehen'} noch nicht an beiden Orten, in der Datenbank und im Protokoll. Schließen Sie das Fenster erst, wenn oben „Gespeichert“ steht, oder schreiben Sie eine Sicherung in einen anderen Ordner.`,
  stay: 'Fenster offen lassen',
  closeAnyway: 'Trotzdem schließen',
  unlockTitle: 'Passwort der Sicherungen',
  unlockLost:
    'Die Datenbank fehlt, Sicherung und Protokoll sind da und verschlüsselt. Mit dem Passwort oder dem Wiederherstellungscode werden Ihre Daten wiederhergestellt.',
  unlockKey:
    'Sicherung und Protokoll sind verschlüsselt, und dieser PC kennt den Schlüssel nicht mehr. Mit dem Passwort oder dem Wiederherstellungscode geht es weiter wie bisher.',
  secret: 'Passwort oder Wiederherstellungscode',
  wrongSecret:
    'Das passt nicht. Prüfen Sie Groß- und Kleinschreibung oder nehmen Sie den Wiederherstellungscode.',
  unlock: 'Öffnen',
  unlocking: 'Wird geprüft …',
  withoutPassword: 'Ohne Verschlüsselung weiterarbeiten',
} as const;

const ago = (count: number): string => (count === 1 ? '1 Tag' : `${formatNumber(count)} Tage`);
/** The second place has had no backup for so many days. */
export const secondPlaceOldText = (days: number): string =>
  `Die letzte Sicherung auf einem zweiten Datenträger ist ${ago(days)} alt.`;

/** What is to be done about backups, on the overview. */
export const BACKUP_TODO_TEXTS = {
  failed: 'Die letzte Sicherung wurde nicht geschrieben',
  failedDetail: 'Ihre Daten stehen in Datenbank und Protokoll; eine Sicherung fehlt',
  waiting: (folder: string) => `Ordner „${folder}“ wieder erlauben`,
  waitingDetail: 'bis dahin liegen Sicherungen nur im Speicher des Browsers',
  old: secondPlaceOldText,
  absent: 'Der zweite Ort für Sicherungen ist nicht angeschlossen',
  permission: 'Der zweite Ort für Sicherungen muss wieder erlaubt werden',
  copyFailed: 'Die letzte Kopie auf den zweiten Ort ist nicht angekommen',
  secondDetail: (place: string) => `zweiter Ort: ${place}`,
  link: 'Sicherung öffnen',
} as const;
