import { secondPlaceOldText } from './backup.ts';
import { formatNumber } from './format.ts';

export const BACKUP_SECTION_TEXTS = {
  title: 'Sicherung',
  about:
    'Jede Änderung steht sofort in der Datenbank und im Protokoll. Dazu kommen Sicherungen: täglich, beim Schließen und vor großen Änderungen.',
  readOnly:
    'Sicherungen schreibt das Fenster oder der PC, wo die Daten zuerst geöffnet wurden. Hier ist nur Lesen möglich.',
  newest: 'Letzte Sicherung',
  newestText: (moment: string, reason: string) => `${moment}, ${reason}`,
  verified: 'geprüft',
  encrypted: 'verschlüsselt',
  none: 'Noch keine. Die erste wird kurz nach der ersten Änderung geschrieben.',
  writing: 'Eine Sicherung wird geschrieben …',
  failed: (cause: string) => `Die letzte Sicherung wurde nicht geschrieben. ${cause}`,
  now: 'Jetzt sichern',
  nowDone: 'Sicherung geschrieben und geprüft.',
  toFile: 'Sicherung in Datei speichern …',
  toFileDone: (name: string) => `Sicherung als „${name}“ gespeichert.`,
  handOver: 'Übergabedatei speichern …',
  restore: 'Sicherung einspielen …',
  place: 'Ort',
  vaultPlace: 'Ordner der Sicherungen',
  showFolder: 'Ordner zeigen',
  browserPlace: 'Speicher dieses Browsers',
  browserNotice:
    'Dieser Speicher verschwindet zusammen mit den Daten, wenn jemand die Browserdaten löscht. Wählen Sie einen Ordner, oder speichern Sie ab und zu eine Sicherung als Datei.',
  browserNoticeNoFolder:
    'Dieser Speicher verschwindet zusammen mit den Daten, wenn jemand die Browserdaten löscht. Speichern Sie ab und zu eine Sicherung als Datei, zum Beispiel auf einem USB-Stick.',
  persistent: 'Der Browser hat zugesagt, ihn nicht von selbst zu leeren.',
  notPersistent: 'Der Browser hat nicht zugesagt, ihn zu behalten: Bei Platzmangel darf er ihn leeren.',
  chooseFolder: 'Ordner wählen …',
  otherFolder: 'Anderen Ordner wählen …',
  ownFolder: 'Wieder in diesem Profil ablegen',
  moving: 'Protokoll, Sicherungen und Berichte werden kopiert und geprüft …',
  owner: (account: string, computer: string) =>
    `Datenbank im Konto „${account}“ auf dem PC „${computer}“. Diesen Ordner kann immer nur ein PC oder Konto zugleich zum Schreiben öffnen.`,
  ownerOwn: (account: string, computer: string) => `Alles im Konto „${account}“ auf dem PC „${computer}“.`,
  shared:
    'Auf diesem PC gibt es weitere Konten. Jedes hat seine eigene Schule, bis alle denselben Datenordner wählen, zum Beispiel auf einem Netzlaufwerk.',
  folderFailed: (cause: string) => `Der Ordner wurde nicht genommen. ${cause}`,
  theFolder: 'Der gewählte Ordner',
  waiting: (folder: string) =>
    `Nach dem Neustart muss der Ordner „${folder}“ wieder erlaubt werden. Bis dahin schreibt die App in den Speicher des Browsers.`,
  allow: (folder: string) => `Ordner „${folder}“ wieder erlauben`,
  second: 'Zweiter Ort',
  secondAbout:
    'Jede Sicherung wird zusätzlich dorthin kopiert, zum Beispiel auf einen USB-Stick oder ein Netzlaufwerk. Sie hilft, wenn dieser PC verloren geht.',
  secondNone: 'Noch keiner gewählt.',
  secondChoose: 'Zweiten Ort wählen …',
  secondOther: 'Anderen Ort wählen …',
  secondForget: 'Nicht mehr benutzen',
  secondForgotten: 'Der zweite Ort wird nicht mehr benutzt. Was dort liegt, bleibt.',
  secondNow: 'Jetzt dorthin kopieren',
  secondStates: {
    present: 'angeschlossen',
    absent: 'nicht angeschlossen',
    'needs-permission': 'muss wieder erlaubt werden',
  },
  secondCopied: (moment: string) => `letzte Kopie ${moment}`,
  secondNever: 'noch keine Kopie',
  secondAbsent: (place: string) =>
    `„${place}“ ist nicht angeschlossen. Schließen Sie den Datenträger an; die nächste Sicherung wird dann dorthin kopiert.`,
  secondNeedsPermission: (place: string) =>
    `Der Browser lässt „${place}“ nach einem Neustart erst wieder zu, wenn Sie den Ordner noch einmal wählen.`,
  secondOld: secondPlaceOldText,
  secondFailed: (cause: string) => `Die letzte Kopie ist nicht angekommen. ${cause}`,
  secondUnavailable: 'Dieser Browser kann keinen zweiten Ort benutzen. Speichern Sie Sicherungen als Datei.',
  all: (count: number) => `Alle Sicherungen (${formatNumber(count)})`,
  allCaption: 'Alle Sicherungen',
  columns: { at: 'Zeitpunkt', reason: 'Anlass', size: 'Größe', open: 'Ansehen' },
  open: 'Ansehen …',
  openName: (moment: string) => `Sicherung ${moment} ansehen`,
  size: (bytes: number) =>
    bytes < 1024 * 1024
      ? `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`
      : `${formatNumber(bytes / (1024 * 1024), 1)} MB`,
  listFailed: (cause: string) => `Die Liste der Sicherungen ließ sich nicht lesen. ${cause}`,
  fileName: (school: string, day: string) => `Sicherung_${school === '' ? 'Schule' : school}_${day}.akbak`,
  /** Short lines of the overview. */
} as const;
