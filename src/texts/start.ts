export const START_TEXTS = {
  claim: 'arbeitet ohne Internet; alle Daten bleiben auf diesem PC',
  handbook: 'Handbuch (F1)',
  backToStart: 'Zurück zum Beginn',
  title: 'Wie möchten Sie beginnen?',
  ways: {
    sample: {
      label: 'Beispielschule ansehen',
      text: 'Rund 40 Räume und 400 Geräte, alles erfunden. Zum Ausprobieren; mit einem Klick wieder entfernt.',
    },
    list: {
      label: 'Vorhandene Liste einlesen',
      note: 'empfohlen, wenn Sie eine Liste haben',
      text: 'Excel oder CSV, mit beliebigen Spalten. Sie sehen vor dem Übernehmen jede Zeile.',
    },
    empty: {
      label: 'Leer beginnen',
      text: 'Räume und Geräte selbst anlegen.',
    },
    restore: {
      label: 'Von einem anderen PC übernehmen',
      note: 'auch als Nachfolge',
      text: 'Übergabedatei oder Sicherung einspielen (.akbak). Sie sehen vorher, was sie enthält. Sie können die Datei auch in dieses Fenster ziehen.',
    },
    authority: {
      label: 'Berichte von Schulen ansehen',
      text: 'Für Schulträger, KSM und alle, die mehrere Schulen betreuen: Excel-Berichte einlesen und nebeneinander stellen. Eine eigene Schule ist nicht nötig.',
    },
  },
  school: 'Ihre Schule',
  schoolHint:
    'Alles freiwillig und später unter Einstellungen änderbar. Ohne Schulart gelten nur die Ziele, die für alle Schularten gleich sind; ohne Zahlen sind die Ziele je Schüler, Klasse oder Lehrkraft nicht berechenbar.',
  pupilsShort: 'SuS',
  unknownType: 'bitte wählen',
  notFinal: 'Nichts davon ist endgültig. Alles lässt sich später ändern.',
  next: {
    sample: 'Beispielschule öffnen',
    list: 'Weiter: Liste einlesen',
    empty: 'Leer beginnen',
    restore: 'Übergabe öffnen …',
    authority: 'Weiter: Berichte einlesen',
  },
  folder: {
    title: 'Wo die Daten liegen',
    own: (account: string, computer: string) => `Im Konto „${account}“ auf dem PC „${computer}“.`,
    shared: 'Andere Konten dieses PCs sehen sie nicht.',
    chosen: (folder: string) => `Im Datenordner ${folder}.`,
    choose: 'Anderen Ordner wählen …',
    hint: 'Zum Beispiel auf einem Netzlaufwerk oder Stick. Liegen dort schon Daten der Schule, werden sie geöffnet.',
    theFolder: 'Der gewählte Ordner',
  },
  drop: 'Lassen Sie die Übergabedatei oder Sicherung los, um sie anzusehen.',
  wholeNumber: 'Bitte eine ganze Zahl eingeben, zum Beispiel 404.',
  readOnly:
    'Diese App ist schon in einem anderen Fenster geöffnet. Beginnen Sie dort oder schließen Sie es und laden Sie neu.',
} as const;
