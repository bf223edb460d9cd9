const inYear = (schoolYear: string | null): string =>
  schoolYear === null ? '' : `Schuljahr ${schoolYear}. `;

export const SETTINGS_TEXTS = {
  title: 'Einstellungen',
  fact: 'Angaben zur Schule, Sicherung, Ausstattungsprofil, Darstellung',
  school: 'Schule',
  schoolHint: 'Jede Angabe gilt sofort und lässt sich rückgängig machen. Was leer ist, gilt als unbekannt.',
  unknown: 'nicht angegeben',
  wholeNumber: 'Bitte eine ganze Zahl eingeben, zum Beispiel 404.',
  date: 'Bitte ein Datum wie 15.09.2026 eingeben.',
  gradesHint: {
    pupils: (schoolYear: string | null) =>
      `${inYear(schoolYear)}Nötig für Ziele, die nach Jahrgängen rechnen. Ein Jahrgang ohne Zahl gilt als unbekannt.`,
    classes: (schoolYear: string | null) =>
      `${inYear(schoolYear)}Ihre Summe lässt sich als Zahl der Klassen übernehmen.`,
  },
  grade: (grade: string) => `Jahrgang ${grade}`,
  profile: 'Ausstattungsprofil',
  profileLabel: 'Verglichen wird mit',
  profileOption: (title: string, edition: string) => `${title}, Edition ${edition}`,
  origin: {
    proposal: 'Vorschlag',
    mep: 'MEP der Stadt',
    ksm: 'von KSM herausgegeben',
    school: 'von der Schule',
  },
  issuedOn: (day: string, origin: string) => `Stand ${day} · ${origin}`,
  contents: (categories: number, requirements: number, checks: number) =>
    `${categories} Kategorien, ${requirements} Ziele, ${checks} Prüfungen`,
  openProfile: 'Edition wählen oder einlesen',
  openTargets: 'Ziele ansehen und ändern',
  appearance: 'Darstellung',
  appearanceLabel: 'Helligkeit',
  appearances: { system: 'wie Windows', light: 'hell', dark: 'dunkel' },
  densityLabel: 'Tabellenzeilen',
  densities: { compact: 'kompakt', normal: 'normal' },
  sample: 'Beispielschule',
  sampleText:
    'Sie sehen erfundene Daten. Sie lassen sich in einem Schritt entfernen; auch das lässt sich rückgängig machen.',
  removeSample: 'Beispielschule entfernen',
} as const;
