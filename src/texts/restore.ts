import { formatCount, formatNumber, formatTimestamp } from './format.ts';

/** Why a backup was written; `BackupReason` decides which there are. */
export const BACKUP_REASON_LABELS = {
  start: 'beim Start',
  daily: 'täglich',
  quit: 'beim Schließen',
  'before-import': 'vor einem Import',
  'before-bulk': 'vor einer großen Änderung',
  'before-restore': 'vor dem Einspielen',
  'before-upgrade': 'vor neuem Datenstand',
  'before-update': 'vor neuer App-Version',
  recovered: 'nach Wiederherstellung',
  manual: 'von Hand',
} as const;

/** Why a file or folder could not be read or written, and what to do; `place` names it. */
export const placeFailureText = (failure: string, place: string): string =>
  (
    ({
      'disk-full': `${place}: Dort ist kein Platz mehr. Löschen Sie, was Sie nicht mehr brauchen, und versuchen Sie es noch einmal.`,
      'no-permission': `${place}: Dort darf nicht gelesen oder geschrieben werden. Geben Sie den Ordner frei oder wählen Sie einen anderen.`,
      'in-use': `${place}: Ein anderer PC oder ein anderes Konto hat damit gearbeitet. Starten Sie die App neu; sie vergleicht dann beide Stände.`,
      'file-locked': `${place}: Ein anderes Programm hält die Datei fest. Schließen Sie es und versuchen Sie es noch einmal.`,
      'path-gone': `${place}: Der Ordner ist nicht da. Schließen Sie den Datenträger an oder stellen Sie das Laufwerk wieder bereit.`,
    }) as Readonly<Record<string, string>>
  )[failure] ??
  `${place}: Das hat nicht geklappt. Versuchen Sie es noch einmal; bleibt es so, wählen Sie einen anderen Ordner.`;

const WANTED = 'Hierher gehört eine Übergabedatei oder Sicherung mit der Endung .akbak.';

/** What was chosen instead of a backup; `OtherFile` decides which there are. */
const OTHER_FILES = {
  empty:
    'ist leer: Beim Kopieren kam der Inhalt nicht an. Kopieren Sie die Datei noch einmal, und warten Sie, bis das Kopieren zu Ende ist.',
  report: `ist ein Bericht. Berichte öffnen Sie mit Excel, mehrere zusammen in der Trägeransicht. ${WANTED}`,
  workbook: `ist eine Excel-Datei. Eine Geräteliste lesen Sie unter „Import“ ein, beim ersten Start mit „Vorhandene Liste einlesen“. ${WANTED}`,
  list: `ist eine Textdatei. Eine Geräteliste lesen Sie unter „Import“ ein, beim ersten Start mit „Vorhandene Liste einlesen“. ${WANTED}`,
  profile: `ist ein Ausstattungsprofil. Es gehört nach „Ziele“ in den Reiter „Editionen“. ${WANTED}`,
  mapping: `ist eine gespeicherte Zuordnung. Sie gehört nach „Import“, in den Schritt „Blätter und Spalten“. ${WANTED}`,
  journal: `ist ein Protokoll der App. Es wirkt nur in seinem Ordner. ${WANTED}`,
  'kept-report': `ist ein verschlüsselter Bericht aus dem Ordner der Sicherungen. Er lässt sich nur auf seinem PC öffnen. ${WANTED}`,
  pdf: `ist ein PDF-Dokument. ${WANTED}`,
  mail: `ist eine E-Mail. Speichern Sie zuerst ihren Anhang, und wählen Sie ihn aus. ${WANTED}`,
  unknown: `ist keine Sicherung dieser App. ${WANTED}`,
} as const;
type OtherFile = keyof typeof OTHER_FILES;

export const RESTORE_TEXTS = {
  title: 'Sicherung einspielen',
  handOverTitle: 'Übergabe einspielen',
  reading: 'Die Sicherung wird gelesen und geprüft …',
  chooseOther: 'Andere Datei wählen …',
  cancel: 'Abbrechen',
  close: 'Schließen',
  refused: {
    damaged: (name: string) =>
      `„${name}“ ist beschädigt oder nur zum Teil kopiert: Der Inhalt passt nicht zur Prüfsumme. Kopieren Sie die Datei noch einmal, und warten Sie, bis das Kopieren zu Ende ist, bevor Sie einen Stick abziehen. Geht es wieder nicht, nehmen Sie eine andere Sicherung. Es wurde nichts geändert.`,
    'newer-version': (name: string, version: string | null, dataVersion: number) =>
      `„${name}“ hat eine neuere Version der App geschrieben (${version === null ? '' : `Version ${version}, `}Datenstand ${formatNumber(dataVersion)}). Installieren Sie diese oder eine neuere Version und spielen Sie die Sicherung dann ein. Es wurde nichts geändert.`,
    'too-large': (name: string) =>
      `„${name}“ ist größer als jede Sicherung dieser App. Wählen Sie eine Datei mit der Endung .akbak.`,
    'no-permission': (name: string) =>
      `„${name}“ darf nicht gelesen werden. Kopieren Sie die Datei in Ihren Dokumentenordner und wählen Sie sie dort.`,
    'not-found': (name: string) => `„${name}“ ist nicht mehr da. Wählen Sie die Datei noch einmal aus.`,
    unknown: (name: string) => `„${name}“ ließ sich nicht lesen. Wählen Sie die Datei noch einmal aus.`,
  },
  /** Something else was chosen: what it is and where it belongs. */
  otherFile: (name: string, file: OtherFile) => `„${name}“ ${OTHER_FILES[file]} Es wurde nichts geändert.`,
  theFile: 'Die Datei',
  locked:
    'Diese Sicherung ist verschlüsselt. Sie lässt sich mit dem Passwort öffnen, das beim Schreiben galt, oder mit dem Wiederherstellungscode. Beides wird hier nur gelesen und nicht gespeichert.',
  encryptedBefore:
    'Diese Sicherung ist verschlüsselt. Neue Sicherungen auf diesem PC sind es erst, wenn Sie unter Einstellungen › Sicherung ein Passwort festlegen.',
  facts: {
    school: 'Schule',
    state: 'Stand',
    written: 'Geschrieben',
    contents: 'Inhalt',
    version: 'App-Version',
    reports: 'Aufgehobene Berichte',
  },
  reportsLeft: (count: number) =>
    `Eingespielt. ${formatCount(count, 'aufgehobener Bericht ließ', 'aufgehobene Berichte ließen')} sich nicht übernehmen; wählen Sie die Datei bei Bedarf unter „Frühere Berichte“ aus.`,
  noName: 'ohne Namen',
  noChange: 'keine Änderung',
  writtenAs: (at: string, reason: string) => `${formatTimestamp(at)}, ${reason}`,
  contents: (rooms: number, devices: number) =>
    `${formatCount(rooms, 'Raum', 'Räume')}, ${formatCount(devices, 'Gerät', 'Geräte')}`,
  question: (day: string, later: number | null) =>
    later === null || later === 0
      ? `Stand vom ${day} einspielen? Der Stand von heute wird vorher als Sicherung abgelegt.`
      : `Stand vom ${day} einspielen? ${formatCount(later, 'spätere Änderung wird', 'spätere Änderungen werden')} vorher als Sicherung abgelegt.`,
  firstQuestion: (day: string) => `Stand vom ${day} einspielen?`,
  mode: 'Wie einspielen',
  modes: {
    replace: {
      label: 'Ersetzen',
      text: 'Danach ist alles so wie in der Sicherung. Was seitdem dazukam, ist nicht mehr da.',
    },
    merge: {
      label: 'Zusammenführen',
      text: 'Was nur die Sicherung hat, kommt dazu, auch seitdem Gelöschtes. Was nur heute da ist, bleibt.',
    },
  },
  onDifference: 'Wo beide verschieden sind, gilt',
  differences: { 'keep-current': 'der Stand von heute', 'take-backup': 'die Sicherung' },
  effect: 'Was sich ändert',
  comparing: 'Heute und Sicherung werden verglichen …',
  nothing: 'Alles ist schon so wie in der Sicherung. Es gibt nichts einzuspielen.',
  nothingMerged: 'Die Sicherung hat nichts, was heute fehlt. Es gibt nichts einzuspielen.',
  kinds: {
    device: 'Geräte',
    room: 'Räume',
    school: 'Angaben zur Schule',
    profile: 'Ausstattungsprofile',
    setting: 'Einstellungen',
  },
  columns: {
    kind: 'Was',
    added: 'kommen dazu',
    changed: 'werden geändert',
    removed: 'entfallen',
    kept: 'verschieden, bleiben',
  },
  list: (count: number) => `Einzeln ansehen: ${formatCount(count, 'Änderung', 'Änderungen')}`,
  listCaption: 'Was sich im Einzelnen ändert',
  listMore: (shown: number, all: number) =>
    `Gezeigt sind die ersten ${formatNumber(shown)} von ${formatNumber(all)}.`,
  listColumns: { thing: 'Was', before: 'heute', after: 'danach', fields: 'Änderung' },
  thing: { device: 'Gerät', room: 'Raum', school: 'Schule', profile: 'Profil', setting: 'Einstellung' },
  added: 'kommt dazu',
  removed: 'entfällt',
  device: (tag: string | null, name: string | null) =>
    [tag, name].filter((part) => part !== null && part !== '').join(' · ') || 'ohne Bezeichnung',
  room: (number: string, name: string | null) => (name === null ? number : `${number} ${name}`),
  otherField: 'Weiteres',
  moreFields: (count: number) => `und ${formatNumber(count)} weitere`,
  settings: {
    'active-profile': 'gewähltes Profil',
    appearance: 'Helligkeit',
    density: 'Tabellenzeilen',
    start: 'Beginn',
    'device-views': 'Ansichten der Geräteliste',
    'import-mappings': 'gemerkte Zuordnungen',
    'history-size': 'Länge des Verlaufs',
    'own-categories': 'eigene Kategorien',
    reports: 'geschriebene Berichte',
  } as Readonly<Record<string, string>>,
  otherSetting: 'weitere Einstellung',
  undoable: 'Das Einspielen lässt sich mit „Rückgängig“ zurücknehmen.',
  doReplace: 'Sicherung einspielen',
  takeOver: 'Übergabe einspielen',
  doMerge: 'Sicherung zusammenführen',
  backingUp: 'Der Stand von heute wird gesichert …',
  writing: 'Die Sicherung wird eingespielt …',
  count: (done: string, of: string) => `${done} von ${of}`,
  cancelled: 'Abgebrochen. Alles ist wie vorher.',
  backupFailed: (cause: string) =>
    `Der Stand von heute ließ sich vorher nicht sichern; eingespielt wurde noch nichts. ${cause}`,
  vaultPlace: 'Ordner der Sicherungen',
  insist: 'Ohne Sicherung einspielen',
  insistHint: 'Ohne diese Sicherung bleibt nur „Rückgängig“, um zum Stand von heute zurückzukommen.',
  again: 'Noch einmal versuchen',
  crash: (detail: string) =>
    `Das Einspielen wurde abgebrochen; es wurde nichts geändert. Versuchen Sie es noch einmal und melden Sie den Fehler mit diesem Text: ${detail}`,
  readOnly:
    'Dieses Fenster darf nur lesen, weil die App in einem anderen Fenster geöffnet ist. Spielen Sie die Sicherung dort ein.',
  notSaved: 'Eingespielt, aber noch nicht gespeichert. Oben steht, woran es liegt.',
  restored: (day: string) => `Sicherung vom ${day} eingespielt.`,
  merged: (day: string) => `Sicherung vom ${day} zusammengeführt.`,
  undo: 'Rückgängig',
} as const;
