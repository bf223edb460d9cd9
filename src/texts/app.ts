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
          'Der Ordner des Protokolls lässt sich nicht beschreiben. Ihre Änderung steht erst in der Datenbank und wird nachgetragen; geben Sie den Ordner wieder frei.',
        'path-gone':
          'Der Ordner des Protokolls ist nicht mehr da. Ihre Änderung steht erst in der Datenbank und wird nachgetragen; stecken Sie den Stick wieder ein oder verbinden Sie das Netzlaufwerk.',
        'in-use':
          'Ein anderer PC oder ein anderes Konto hat mit dem Datenordner gearbeitet. Ihre Änderung steht in der Datenbank dieses PCs; starten Sie die App neu, sie vergleicht dann beide.',
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
      'folder-in-use': 'Nur lesen: der Datenordner ist anderswo geöffnet',
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
export const saveFailureText = (
  place: keyof typeof APP_TEXTS.save.failures,
  failure: string,
  folder = '',
): string => {
  const texts: Readonly<Record<string, string>> & { readonly other: string } = APP_TEXTS.save.failures[place];
  const text = texts[failure] ?? texts.other;
  return place === 'database' || folder === '' ? text : `${text} (${folder})`;
};
