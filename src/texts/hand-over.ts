import { formatCount, formatNumber } from './format.ts';
import { PASSWORD_TEXTS, type RecoverySheetTexts } from './password.ts';

const reportsText = (reports: number): string => {
  if (reports === 0) return 'ohne aufgehobene Berichte';
  return reports === 1 ? 'mit 1 aufgehobenen Bericht' : `mit ${formatNumber(reports)} aufgehobenen Berichten`;
};

const SHEET: RecoverySheetTexts = {
  ...PASSWORD_TEXTS.sheet,
  app: 'Ausstattungskompass – Übergabedatei',
  lines: [
    'Mit diesem Code lässt sich die Übergabedatei dieses Tages öffnen, wenn ihr Passwort vergessen ist.',
    'Eingeben: beim ersten Start „Von einem anderen PC übernehmen“ wählen, die Datei (.akbak) öffnen und diesen Code statt des Passworts eingeben. Groß- und Kleinschreibung, Striche und Leerzeichen sind gleichgültig.',
    'Der Code gilt nur für diese eine Datei.',
    'Getrennt von der Datei weitergeben und aufbewahren. Wer dieses Blatt und die Datei hat, kann sie lesen.',
  ],
};

/** Everything in one file for a successor or a new PC: the dialog that makes it. */
export const HAND_OVER_TEXTS = {
  title: 'Übergabedatei speichern',
  close: 'Schließen',
  cancel: 'Abbrechen',
  contents:
    'Alles in einer Datei, für die Nachfolge oder einen neuen PC: Räume, Geräte, Ziele mit Ihren Änderungen, Inventuren, gemerkte Zuordnungen, Ansichten, Budget, Szenarien, Etiketten, Einstellungen und die aufgehobenen Berichte.',
  notContained:
    'Nicht darin: der Verlauf, der zweite Ort und das Passwort der Sicherungen. Sie gelten für diesen PC.',
  protection: 'Schutz der Datei',
  protections: {
    none: {
      label: 'Ohne Passwort',
      text: 'Wer an die Datei kommt, kann sie lesen. Das genügt, wenn Sie den Stick selbst hinüberbringen.',
    },
    vault: {
      label: 'Mit dem Passwort der Sicherungen',
      text: 'Wer sie öffnet, braucht das Passwort, das hier für Sicherungen gilt, oder dessen Wiederherstellungscode.',
    },
    own: {
      label: 'Mit einem Passwort nur für diese Datei',
      text: 'Für die Nachfolge, und wenn die Datei auf einem Netzlaufwerk liegt oder verschickt wird.',
    },
  },
  lost: 'Ohne dieses Passwort und ohne den Wiederherstellungscode, den Sie gleich bekommen, öffnet niemand die Datei. Geben Sie beides getrennt von der Datei weiter.',
  sheetIntro:
    'Der Code öffnet diese Übergabedatei, wenn ihr Passwort vergessen ist. Er wird nur jetzt gezeigt und nirgends gespeichert.',
  sheet: SHEET,
  fileName: (school: string, day: string) => `Uebergabe_${school === '' ? 'Schule' : school}_${day}.akbak`,
  save: 'Speichern …',
  writing: 'Die Datei wird geschrieben …',
  tooLarge: (mebibytes: number) =>
    `Mit allen aufgehobenen Berichten wäre die Datei größer als ${formatNumber(mebibytes)} MB und ließe sich nicht mehr öffnen. Speichern Sie stattdessen eine „Sicherung in Datei“, und geben Sie die Berichte aus dem Ordner „berichte“ von Hand weiter.`,
  done: (name: string, reports: number) => `Übergabedatei „${name}“ gespeichert, ${reportsText(reports)}.`,
  doneWithout: (name: string, left: number) =>
    `Übergabedatei „${name}“ gespeichert. ${formatCount(left, 'aufgehobener Bericht fehlt', 'aufgehobene Berichte fehlen')} darin, weil diese App sie nicht öffnen kann. Geben Sie solche Berichte als Excel-Datei weiter.`,
} as const;
