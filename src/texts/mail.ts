import { formatDate, formatEuros, formatNumber, formatPercent } from './format.ts';

/** What the mail to KSM says of the report. */
export type MailFacts = {
  readonly school: string;
  readonly schoolNumber: string | null;
  readonly asOf: string;
  readonly stage: number;
  /** The profile's first standard; null = it has none, or it holds for no room. */
  readonly standard: { readonly name: string; readonly met: number; readonly of: number } | null;
  readonly fulfilment: number | null;
  readonly gaps: number;
  readonly repairable: number;
  readonly costCents: number | null;
  readonly includeFreeTexts: boolean;
};

/** The mail that goes with a report: plain and short; the user changes it before it is sent. */
export const MAIL_TEXTS = {
  open: 'Per E-Mail senden …',
  title: 'Bericht per E-Mail senden',
  close: 'Schließen',
  to: 'An (E-Mail-Adresse)',
  toHint: 'Noch keine Adresse hinterlegt. Sie können sie hier eingeben oder in den Einstellungen merken.',
  toSettings: 'Adresse hinterlegen',
  remember: 'Als Empfänger der Berichte merken',
  toError: 'Bitte eine E-Mail-Adresse wie mep@ksm.example eingeben oder das Feld leer lassen.',
  subjectLabel: 'Betreff',
  textLabel: 'Text',
  attachment: (name: string, size: string) => `Anhang: ${name} (${size})`,
  kilobytes: (bytes: number) => `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} kB`,
  notSent: 'Die App sendet nichts: Sie prüfen den Entwurf in Ihrem E-Mail-Programm und senden ihn dort.',
  openDraft: 'Entwurf öffnen',
  saveDraft: 'Entwurf als Datei speichern (.eml)',
  openPlain: 'E-Mail ohne Anhang öffnen',
  reveal: 'Bericht im Ordner zeigen',
  opened:
    'Der Entwurf mit dem Bericht ist an Ihr E-Mail-Programm übergeben. Prüfen Sie ihn dort und senden Sie ihn. Öffnet sich nichts, wählen Sie einen der anderen Wege.',
  notOpened: (detail: string) =>
    `Ihr E-Mail-Programm hat den Entwurf nicht angenommen. Öffnen Sie eine E-Mail ohne Anhang und hängen Sie den gespeicherten Bericht selbst an. (${detail})`,
  inBrowser:
    'Im Browser gibt es zwei Wege: Speichern Sie den Entwurf und öffnen Sie die Datei mit Ihrem E-Mail-Programm. Oder öffnen Sie eine E-Mail ohne Anhang und hängen Sie den gespeicherten Bericht aus dem Ordner „Downloads“ an.',
  plainOpened: (name: string) =>
    `Eine neue E-Mail mit Betreff und Text ist an Ihr E-Mail-Programm übergeben. Hängen Sie dort den Bericht an: ${name}`,
  plainFailed:
    'Auf diesem Computer ist kein E-Mail-Programm eingerichtet. Senden Sie den gespeicherten Bericht aus Ihrem Postfach im Browser; Betreff und Text können Sie hier kopieren.',
  draftSaved: (name: string) =>
    `Der Entwurf ist gespeichert: ${name}. Öffnen Sie die Datei mit Ihrem E-Mail-Programm; der Bericht hängt schon an.`,
  draftNotSaved:
    'Der Entwurf ließ sich nicht speichern. Wählen Sie einen anderen Ordner oder öffnen Sie eine E-Mail ohne Anhang.',
  otherWays: 'Andere Wege',
  subject: (facts: MailFacts) =>
    `MEP-Bericht ${facts.school === '' ? 'unserer Schule' : facts.school}, Stichtag ${formatDate(facts.asOf)}`,
  text: (facts: MailFacts): string => {
    const { schoolNumber, asOf, stage, standard, fulfilment, gaps, repairable, costCents } = facts;
    return [
      'Guten Tag,',
      '',
      `anbei der MEP-Bericht: ${facts.school === '' ? 'unsere Schule' : facts.school}${schoolNumber === null ? '' : ` (Dienststellennummer ${schoolNumber})`}, Stichtag ${formatDate(asOf)}, Ausbaustufe ${formatNumber(stage)}.`,
      '',
      standard === null
        ? `Erfüllungsgrad: ${formatPercent(fulfilment)}`
        : `Räume mit „${standard.name}“: ${formatNumber(standard.met)} von ${formatNumber(standard.of)}`,
      `Lücken: ${formatNumber(gaps)}${repairable === 0 ? '' : `, davon ${formatNumber(repairable)} durch Reparatur zu schließen`}`,
      `Kosten der Lücken (geschätzt): ${formatEuros(costCents)}`,
      '',
      `Die Arbeitsmappe enthält Soll und Ist je Raum und für die Schule, die Beschaffungsliste, alle Geräte und Räume und das verwendete Ausstattungsprofil. ${
        facts.includeFreeTexts
          ? 'Bemerkungen und andere freie Texte sind enthalten.'
          : 'Bemerkungen und andere freie Texte sind nicht enthalten.'
      }`,
      '',
      'Mit freundlichen Grüßen',
      '',
    ].join('\n');
  },
} as const;

/** In the settings: who gets the report. */
export const RECIPIENT_TEXTS = {
  title: 'Bericht senden',
  hint: 'An wen der Bericht per E-Mail geht. Die App sendet selbst nichts; sie bereitet nur den Entwurf vor.',
  name: 'Empfänger',
  address: 'E-Mail-Adresse des Empfängers',
  addressError: 'Bitte eine E-Mail-Adresse wie mep@ksm.example eingeben.',
} as const;
