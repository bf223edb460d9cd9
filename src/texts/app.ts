/** Texts of the frame: navigation, top bar, search, messages that belong to no screen. */
export const APP_TEXTS = {
  name: 'Ausstattungskompass',
  close: 'Schließen',
  cancel: 'Abbrechen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  undoWhat: (what: string) => `Rückgängig: ${what} (Strg Z)`,
  redoWhat: (what: string) => `Wiederholen: ${what} (Strg Y)`,
  undone: (what: string) => `Zurückgenommen: ${what}`,
  redone: (what: string) => `Wiederholt: ${what}`,
  skipToContent: 'Zum Inhalt springen',
  navigation: 'Bereiche',
  menu: 'Menü',
  asOf: 'Stichtag',
  asOfError: 'Bitte ein Datum wie 16.11.2026 eingeben.',
  search: 'Suchen oder Befehl',
  searchKeys: 'Strg K',
  noSchool: 'Noch keine Schule eingetragen',
  schoolFact: (pupils: string, classes: string) => `${pupils} SuS · ${classes} Klassen`,
  sample: 'Beispielschule, alle Angaben erfunden.',
  startOwn: 'Eigene Schule beginnen',
  pages: {
    overview: 'Übersicht',
    rooms: 'Räume',
    devices: 'Geräte',
    gaps: 'Soll-Ist',
    targets: 'Ziele',
    import: 'Import',
    stocktake: 'Inventur',
    reports: 'Berichte',
    history: 'Verlauf',
    settings: 'Einstellungen',
  },
  handbook: 'Handbuch',
  loading: 'Die Ansicht wird geladen …',
  lastReport: (day: string) => `Bericht zuletzt ${day}`,
  lastBackup: (moment: string) => `Sicherung ${moment}`,
  noBackup: 'Noch keine Sicherung',
  noReport: 'Noch kein Bericht geschrieben',
  save: {
    saved: 'Gespeichert',
    savedAt: (time: string) => `Gespeichert ${time}`,
    saving: 'Speichert …',
    takeOver: 'Hier bearbeiten',
    failed: 'Nicht gespeichert – erneut versuchen',
    /** What did not work, by the place that refused the change. */
    failures: {
      database: {
        'disk-full':
          'Die Festplatte ist voll. Ihre Änderung ist im Protokoll gesichert; bitte schaffen Sie Platz. Die App versucht es von selbst noch einmal.',
        'storage-gone':
          'Der Speicher der App ist nicht mehr da. Ihre Änderungen sind im Protokoll gesichert: Starten Sie die App neu, dann werden sie wiederhergestellt.',
        other:
          'Der Speicher der App hat die Änderung nicht angenommen; oft ist die Festplatte voll. Sie ist im Protokoll gesichert: Schaffen Sie Platz, und starten Sie die App neu, wenn es so bleibt.',
      },
      journal: {
        'disk-full':
          'Auf dem Laufwerk des Protokolls ist kein Platz mehr. Ihre Änderung steht erst in der Datenbank; bitte schaffen Sie Platz. Die App versucht es von selbst noch einmal.',
        'no-permission':
          'Der Ordner des Protokolls lässt sich nicht beschreiben. Ihre Änderung steht erst in der Datenbank; geben Sie den Ordner wieder frei (Einstellungen › Sicherung nennt ihn).',
        'path-gone':
          'Der Ordner des Protokolls ist nicht mehr da. Ihre Änderung steht erst in der Datenbank; stellen Sie das Laufwerk wieder bereit. Die App versucht es von selbst noch einmal.',
        'file-locked':
          'Ein anderes Programm hält das Protokoll fest. Ihre Änderung steht erst in der Datenbank; schließen Sie das andere Programm. Die App versucht es von selbst noch einmal.',
        other:
          'Das Protokoll hat die Änderung nicht angenommen. Sie steht erst in der Datenbank; die App versucht es von selbst noch einmal.',
      },
      both: {
        'disk-full':
          'Die Festplatte ist voll. Schaffen Sie Platz; bis dahin bleibt die Änderung nur in diesem Fenster. Schließen Sie es nicht.',
        other:
          'Weder Datenbank noch Protokoll haben die Änderung angenommen: Sie bleibt nur in diesem Fenster. Schließen Sie es nicht und schreiben Sie unter Einstellungen › Sicherung eine Sicherung in einen anderen Ordner.',
      },
    },
    readOnly: {
      'other-window': 'Nur lesen: in einem anderen Fenster geöffnet',
      'other-window-closed': 'Nur lesen: das andere Fenster ist zu',
      'newer-data': 'Nur lesen: eine neuere Version der App ist offen',
      'needs-newer-app': 'Nur lesen: Daten einer neueren Version',
    },
  },
  palette: {
    title: 'Suchen oder Befehl',
    hint: 'Raum, Gerät oder Befehl eingeben',
    commands: 'Befehle',
    rooms: 'Räume',
    devices: 'Geräte',
    nothing: 'Nichts gefunden. Suchen Sie nach Raumnummer, Inventarnummer, Seriennummer oder Bezeichnung.',
    goTo: (page: string) => `Gehe zu: ${page}`,
    authority: 'Berichte mehrerer Schulen ansehen',
    deviceIn: (room: string) => `Raum ${room}`,
    noRoom: 'ohne Raum',
  },
  keys: {
    title: 'Tasten',
    list: [
      ['Strg K', 'Suchen oder Befehl'],
      ['Strg 1 … 9', 'Bereiche der Reihe nach'],
      ['Strg Z / Strg Y', 'Rückgängig / Wiederholen'],
      ['Strg F', 'In dieser Liste filtern'],
      ['Strg P', 'Diese Ansicht drucken'],
      ['Strg N, im Browser Alt N', 'Neu anlegen'],
      ['F2 / Eingabe / Esc', 'Bearbeiten / Speichern, Öffnen / Abbrechen'],
      ['Pfeile, Pos1, Ende, Bild ↑↓', 'In der Tabelle bewegen'],
      ['Leertaste, Umschalt ↑↓, Strg A', 'Auswählen'],
      ['Strg C / Strg V', 'Block kopieren / einfügen wie in Excel'],
      ['Strg D', 'In der Auswahl nach unten ausfüllen'],
      ['Entf', 'Zelle leeren'],
      ['Alt ↑ / Alt ↓', 'Vorheriger / nächster Raum'],
      ['F1', 'Handbuch: Seite dieser Ansicht'],
      ['Umschalt F1', 'Diese Übersicht'],
    ],
  },
  about: {
    title: 'Über Ausstattungskompass',
    version: (version: string) => `Version ${version}`,
    licence:
      'Freie Software unter der EUPL 1.2. Die App arbeitet ohne Internet; alle Daten bleiben auf diesem PC.',
    hosts: { electron: 'Desktop-App', browser: 'Browser-Fassung' },
  },
  failures: {
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
    'vault-unreadable':
      'Die Datenbank ist leer, und der Ordner mit Protokoll und Sicherungen lässt sich nicht lesen. Damit nichts verdeckt wird, beginnt die App nicht neu: Geben Sie den Ordner frei oder schließen Sie das Laufwerk an und laden Sie neu.',
    'write-failed': {
      'disk-full':
        'Ihre Daten liegen vollständig in Sicherung und Protokoll, aber die Festplatte ist voll. Schaffen Sie Platz und laden Sie neu; dann werden sie wiederhergestellt.',
      other:
        'Ihre Daten liegen vollständig in Sicherung und Protokoll, ließen sich aber nicht in die Datenbank schreiben. Starten Sie den PC neu und versuchen Sie es noch einmal.',
    },
    reload: 'Neu laden',
    crashTitle: 'In dieser Ansicht ist ein Fehler aufgetreten',
    crash:
      'Ob alles gespeichert ist, steht weiterhin oben. Öffnen Sie die Ansicht noch einmal oder eine andere; tritt der Fehler wieder auf, melden Sie ihn mit diesem Text:',
    tryAgain: 'Noch einmal öffnen',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse führt zu keiner Ansicht.',
    back: 'Zur Übersicht',
  },
} as const;

/** The sentence for a change that was not saved: where it is now, and what to do. */
export const saveFailureText = (place: keyof typeof APP_TEXTS.save.failures, failure: string): string => {
  const texts: Readonly<Record<string, string>> & { readonly other: string } = APP_TEXTS.save.failures[place];
  return texts[failure] ?? texts.other;
};
