import { formatCount } from './format.ts';

/** Words of the button that shows and hides what was typed. */
export const PASSWORD_FIELD_TEXTS = { show: 'Anzeigen', hide: 'Verbergen' } as const;

/** What a printed sheet with a recovery code says. */
export type RecoverySheetTexts = {
  readonly heading: string;
  readonly app: string;
  readonly school: string;
  readonly noSchool: string;
  readonly day: string;
  readonly code: string;
  readonly purpose: string;
  readonly lines: readonly string[];
};

export const PASSWORD_TEXTS = {
  part: 'Passwort',
  off: 'Sicherungen und Protokoll sind nicht verschlüsselt. Wer an die Dateien kommt, kann sie lesen.',
  on: 'Sicherungen und Protokoll sind mit Ihrem Passwort verschlüsselt.',
  set: 'Passwort festlegen …',
  change: 'Passwort ändern …',
  lift: 'Verschlüsselung aufheben …',
  setTitle: 'Passwort festlegen',
  changeTitle: 'Passwort ändern',
  liftTitle: 'Verschlüsselung aufheben',
  cancel: 'Abbrechen',
  close: 'Schließen',
  explain: {
    what: 'Verschlüsselt werden Sicherungen und Protokoll, auch auf dem zweiten Ort und in gespeicherten Dateien, und die hier aufgehobenen Berichte. Berichte, die Sie selbst speichern oder mailen, werden es nicht. Die Daten in der App auf diesem PC werden es nicht: Wer hier angemeldet ist, sieht sie wie bisher.',
    lost: 'Sie bekommen dazu einen Wiederherstellungscode. Wer Passwort und Code verliert, kann die Sicherungen nicht mehr öffnen. Auch KSM und die Autoren der App können dann nicht helfen.',
    older:
      'Aufgehobene Berichte werden sofort verschlüsselt. Sicherungen und Protokoll, die schon geschrieben sind, bleiben unverschlüsselt, bis neuere Sicherungen sie ersetzen. Danach können Sie diese hier auch sofort löschen.',
    changed:
      'Die neuen Sicherungen bekommen einen neuen Schlüssel und einen neuen Code. Ältere öffnen Sie weiter mit dem alten Passwort oder dem alten Code: Heben Sie beide auf.',
  },
  password: 'Passwort',
  passwordHint:
    'Mindestens 8 Zeichen. Mehrere Wörter hintereinander sind gut zu merken und schwer zu erraten.',
  repeat: 'Passwort wiederholen',
  tooShort: 'Das Passwort hat weniger als 8 Zeichen. Nehmen Sie ein längeres.',
  differs: 'Die beiden Eingaben sind verschieden. Geben Sie das Passwort noch einmal ein.',
  next: 'Weiter: Wiederherstellungscode',
  making: 'Der Schlüssel wird erzeugt …',
  sheetTitle: 'Wiederherstellungscode',
  sheetIntro:
    'Der Code öffnet die Sicherungen, wenn das Passwort vergessen ist. Er wird nur jetzt gezeigt und nirgends gespeichert.',
  sheet: {
    heading: 'Wiederherstellungsblatt',
    app: 'Ausstattungskompass – Sicherungen',
    school: 'Schule',
    noSchool: 'ohne Namen',
    day: 'Erstellt am',
    code: 'Wiederherstellungscode',
    purpose: 'Wofür dieses Blatt ist',
    lines: [
      'Mit diesem Code lassen sich die verschlüsselten Sicherungen der App öffnen, wenn das Passwort vergessen ist oder dieser PC fehlt.',
      'Eingeben: im Ausstattungskompass „Sicherung einspielen …“ wählen, beim ersten Start „Von einem anderen PC übernehmen“, die Datei (.akbak) öffnen und diesen Code statt des Passworts eingeben. Groß- und Kleinschreibung, Striche und Leerzeichen sind gleichgültig.',
      'Der Code gilt für Sicherungen ab diesem Tag, bis das Passwort geändert wird. Ältere Blätter gelten für ältere Sicherungen.',
      'Getrennt vom PC aufbewahren, zum Beispiel im Schultresor. Wer dieses Blatt und eine Sicherung hat, kann sie lesen.',
    ],
  },
  print: 'Drucken …',
  confirm: 'Ich habe den Code ausgedruckt oder aufgeschrieben',
  apply: 'Verschlüsselung einschalten',
  applyChange: 'Neues Passwort einschalten',
  applying: 'Eine verschlüsselte Sicherung wird geschrieben …',
  applied: 'Sicherungen und Protokoll werden jetzt verschlüsselt.',
  appliedChange: 'Das neue Passwort gilt ab jetzt.',
  backupFailed: (cause: string) =>
    `Die Verschlüsselung ist eingeschaltet, aber die erste verschlüsselte Sicherung wurde nicht geschrieben. ${cause}`,
  failed: (detail: string) =>
    `Der Schlüssel ließ sich nicht speichern; es bleibt alles, wie es war. Versuchen Sie es noch einmal. (${detail})`,
  /** null = the folder could not be read. */
  reportsLeft: (count: number | null) =>
    `${count === null ? 'Die aufgehobenen Berichte ließen' : count === 1 ? 'Ein aufgehobener Bericht ließ' : `${count} aufgehobene Berichte ließen`} sich nicht neu schreiben und sind noch so gespeichert wie vorher. Prüfen Sie, ob der Ordner der Sicherungen erreichbar ist, und ändern Sie das Passwort dann noch einmal.`,
  liftText:
    'Neue Sicherungen und das Protokoll werden dann unverschlüsselt geschrieben. Ältere öffnen Sie weiter nur mit Passwort oder Code.',
  liftDo: 'Verschlüsselung aufheben',
  lifted: 'Sicherungen und Protokoll werden nicht mehr verschlüsselt.',
  plainFound: (backups: number, journals: number) =>
    `Noch unverschlüsselt: ${[
      ...(backups > 0 ? [formatCount(backups, 'ältere Sicherung', 'ältere Sicherungen')] : []),
      ...(journals > 0 ? [formatCount(journals, 'Datei des Protokolls', 'Dateien des Protokolls')] : []),
    ].join(' und ')}.`,
  plainDelete: 'Unverschlüsselte löschen …',
  plainTitle: 'Unverschlüsselte löschen',
  plainText: (moment: string) =>
    `Danach gibt es nur noch verschlüsselte Sicherungen; auf Stände davor kommen Sie mit einer Sicherung nicht mehr zurück. Die Sicherung von ${moment} bleibt und ist geprüft, „Rückgängig“ in der App geht weiter. Auf dem zweiten Ort werden dieselben Sicherungen mit der nächsten Kopie gelöscht. Dateien, die Sie selbst gespeichert haben, bleiben.`,
  plainDo: (count: number) => `${formatCount(count, 'Datei', 'Dateien')} löschen`,
  plainDone: (count: number) =>
    `${formatCount(count, 'unverschlüsselte Datei', 'unverschlüsselte Dateien')} gelöscht.`,
  plainFailed: (cause: string) => `Nicht alle Dateien ließen sich löschen. ${cause}`,
} as const;
