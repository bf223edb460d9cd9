import type { PartialDate } from '#core/shared/iso-date.ts';
import type { Issue } from '#core/shared/issue.ts';
import type { NameHint } from '#core/report/name-hints.ts';
import type { ReportTexts } from '#core/report/report-texts.ts';
import type { Check, Figure, Origin, Quantity } from '#core/targets/target-profile.ts';
import {
  DEVICE_FIELD_LABELS,
  OWNER_LABELS,
  PRIORITY_LABELS,
  ROOM_FIELD_LABELS,
  SCHOOL_TYPE_LABELS,
  STATUS_LABELS,
  USER_GROUP_LABELS,
  WLAN_COVERAGE_LABELS,
} from './fields.ts';
import { CHANGE_TEXTS } from './report-changes.ts';
import { formatDate, formatEuros, formatNumber, formatPercent, UNKNOWN } from './format.ts';
import { REPORT_CHART_TEXTS } from './report-charts.ts';
import { PLAN_COLUMNS, PLAN_SHEET_TEXTS } from './report-plan.ts';

const ORIGIN_LABELS = {
  proposal: 'Vorschlag',
  mep: 'MEP',
  ksm: 'KSM',
  school: 'Schule',
} as const satisfies Record<Origin, string>;

const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

const quantityText = (quantity: Quantity, nameOfRequirement: (id: string) => string): string => {
  switch (quantity.kind) {
    case 'fixed':
      return formatNumber(quantity.units);
    case 'per-seats':
      return quantity.multiply === 1 && quantity.divide === 1
        ? `1 je Platz (Plätze unbekannt: ${formatNumber(quantity.fallbackUnits)})`
        : `${formatNumber(quantity.multiply)} je ${plural(quantity.divide, 'Platz', 'Plätze')}, aufgerundet (Plätze unbekannt: ${formatNumber(quantity.fallbackUnits)})`;
    case 'per-pupils':
      return `${quantity.terms
        .map(
          ({ pupilsPerUnit, grades }) =>
            `1 je ${formatNumber(pupilsPerUnit)} SuS${grades === null ? '' : ` in Jahrgang ${grades.join(', ')}`}`,
        )
        .join(' + ')}, aufgerundet`;
    case 'per-teachers':
      return quantity.teachersPerUnit === 1
        ? '1 je Lehrkraft'
        : `1 je ${formatNumber(quantity.teachersPerUnit)} Lehrkräfte, aufgerundet`;
    case 'per-classes':
      return quantity.classesPerUnit === 1
        ? '1 je Klasse'
        : `1 je ${formatNumber(quantity.classesPerUnit)} Klassen, aufgerundet`;
    case 'dependent': {
      const names = [...new Set(quantity.of.map(nameOfRequirement))];
      const base = names.length > 3 ? `${names.slice(0, 2).join(', ')} und weitere` : names.join(', ');
      return quantity.divide % 100 === 0 && quantity.multiply < quantity.divide
        ? `${formatPercent(quantity.multiply / quantity.divide)} vom Soll (${base}), aufgerundet`
        : `${formatNumber(quantity.multiply)} je ${formatNumber(quantity.divide)} vom Soll (${base}), aufgerundet`;
    }
    case 'conditional':
      return `${formatNumber(quantity.units)}, wenn das Internet langsamer als ${formatNumber(quantity.below)} Mbit/s ist, sonst 0`;
  }
};

const checkText = (check: Check): string => {
  switch (check.kind) {
    case 'bandwidth':
      return check.perPupil === null
        ? `mindestens ${formatNumber(check.atLeast)} Mbit/s`
        : `mindestens ${formatNumber(check.atLeast)} Mbit/s und ${formatNumber(check.perPupil.multiply / check.perPupil.divide, 1)} Mbit/s je SuS`;
    case 'room-share':
      return `${formatPercent(check.wanted)} der Räume mit ${check.has === 'wlan' ? 'WLAN' : 'LAN-Doppeldose'}`;
    case 'room-count': {
      const perClasses =
        check.classesPerRoom === null ? '' : `, 1 je ${formatNumber(check.classesPerRoom)} Klassen`;
      const instead =
        check.orUnits === null
          ? ''
          : `; ${formatNumber(check.orUnits.units)} mobile Geräte gelten als ein Raum`;
      return `mindestens ${plural(check.atLeast, 'Raum', 'Räume')}${perClasses}${instead}`;
    }
  }
};

const figureText = (figure: Figure): string => {
  switch (figure.kind) {
    case 'constant':
      return 'Richtwert';
    case 'units-per':
      return `Geräte ÷ ${formatNumber(figure.divide)}`;
    case 'per-pupil-cents':
      return `SuS × ${formatEuros(figure.cents)}`;
  }
};

/** What the comparison had to assume or could not compute, for the reader of the report. */
const issueText = ({ code }: Issue): string | null => {
  switch (code) {
    case 'SEATS_UNKNOWN':
      return 'Für manche Räume fehlt die Zahl der Plätze; dort gilt der Ersatzwert des Profils.';
    case 'BASE_UNKNOWN':
      return 'Manche Ziele der Schule sind nicht berechenbar, weil Schülerzahlen, Klassen oder Lehrkräfte fehlen.';
    case 'SCHOOL_TYPE_UNKNOWN':
      return 'Die Schulart ist nicht angegeben. Ziele, die nur für bestimmte Schularten gelten, sind nicht angewendet.';
    default:
      return null;
  }
};

const exemptionText = (
  reason: string | null,
  since: PartialDate | null,
  until: PartialDate | null,
): string => {
  const span = [
    since === null ? '' : `seit ${formatDate(since)}`,
    until === null ? '' : `bis ${formatDate(until)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
  return [reason ?? 'ausgenommen', span === '' ? '' : `(${span})`].filter((part) => part !== '').join(' ');
};

/** Every word of the report workbook. */
export const REPORT_TEXTS = {
  ...PLAN_SHEET_TEXTS,
  sheets: {
    cover: { name: 'Deckblatt', purpose: 'Schule, Ziele und das Wichtigste' },
    overview: { name: 'Übersicht', purpose: 'Kennzahlen, Summen und Diagramme' },
    'room-gaps': { name: 'Soll-Ist je Raum', purpose: 'Soll, Ist und Lücke je Raum und Ziel' },
    matrix: { name: 'Matrix', purpose: 'Räume und Ziele auf einen Blick' },
    'school-gaps': { name: 'Soll-Ist Schule', purpose: 'Ziele, Prüfungen und Kennzahlen der Schule' },
    purchases: { name: 'Beschaffungsliste', purpose: 'Lücken nach Verbindlichkeit mit Kosten' },
    redistribution: { name: 'Umverteilung', purpose: 'Reparaturen und Umzüge statt Käufen' },
    replacement: { name: 'Ersatzplanung', purpose: 'Ersatz je Kategorie und Jahr' },
    age: { name: 'Altersstruktur', purpose: 'Alter der Geräte je Kategorie' },
    defects: { name: 'Defekte', purpose: 'Defektes mit Meldung und Ticket' },
    changes: { name: 'Änderungen', purpose: 'was seit dem letzten Bericht anders ist' },
    devices: { name: 'Geräte', purpose: 'vollständiger Bestand' },
    rooms: { name: 'Räume', purpose: 'alle Räume mit Ausstattung' },
    funding: { name: 'Förderung', purpose: 'Programme, Zweckbindung, Grenzen' },
    stocktake: { name: 'Inventur', purpose: 'gezählt und zuletzt gesehen, je Raum' },
    profile: { name: 'Profil', purpose: 'die Ziele mit ihrer Grundlage' },
    data: { name: '_Daten', purpose: 'dieselben Angaben für Programme' },
  },
  yes: 'ja',
  no: 'nein',
  notComputable: 'nicht berechenbar',
  empty: 'keine Einträge',
  notGiven: '(nicht angegeben)',
  unknown: UNKNOWN,
  unnamedSchool: 'Schule ohne Namen',
  schoolWide: 'schulweit',
  withoutPlace: 'ohne Angabe',
  sum: 'Summe',
  sumOfScored: 'Summe (gewertet)',
  productName: 'Ausstattungskompass',
  signs: { notAsked: '·', exempt: 'Ausn.', notComputable: '?' },
  matrixLegend:
    '✓ Soll erreicht · ◐ −n teilweise vorhanden, n fehlen · −n nichts vorhanden, n fehlen · Ausn. = Ausnahme · Punkt = nicht verlangt',
  page: 'Seite',
  pageOf: 'von',
  deviceFields: DEVICE_FIELD_LABELS,
  roomFields: ROOM_FIELD_LABELS,
  statuses: STATUS_LABELS,
  userGroups: USER_GROUP_LABELS,
  owners: OWNER_LABELS,
  schoolTypes: SCHOOL_TYPE_LABELS,
  wlanCoverages: WLAN_COVERAGE_LABELS,
  priorities: PRIORITY_LABELS,
  origins: ORIGIN_LABELS,
  columns: {
    schoolId: 'Schule-ID',
    roomId: 'Raum-ID',
    building: 'Gebäude',
    floor: 'Etage',
    room: 'Raum',
    use: 'Nutzung',
    roomType: 'Raumtyp',
    requirementId: 'Ziel-ID',
    requirement: 'Ziel',
    priority: 'Verbindlichkeit',
    stage: 'Stufe',
    dueYear: 'Zieljahr',
    scored: 'gewertet',
    target: 'Soll',
    actual: 'Ist',
    gap: 'Lücke',
    surplus: 'Überhang',
    defective: 'defekt',
    missing: 'vermisst',
    overAge: 'überaltert',
    exemption: 'Ausnahme',
    cost: 'Kosten (€, geschätzt)',
    rowKind: 'Art',
    rule: 'Regel',
    base: 'Basis',
    formula: 'Formel',
    met: 'erfüllt',
    basis: 'Grundlage',
    origin: 'Herkunft',
    category: 'Kategorie',
    lacking: 'Fehlende Menge',
    repairable: 'davon reparierbar',
    alternative: 'Alternative',
    unitPrice: 'Einzelpreis (€, geschätzt)',
    sum: 'Summe (€, geschätzt)',
    fundable: 'Förderfähig?',
    wishYear: 'Wunschjahr',
    reason: 'Begründung',
    id: 'ID',
    name: 'Bezeichnung',
    appliesTo: 'gilt für',
    schoolTypes: 'Schularten',
    quantity: 'Menge oder Regel',
    categories: 'Kategorien (bevorzugte zuerst)',
    serviceLifeYears: 'Nutzungsdauer (Jahre)',
    guidePrice: 'Richtpreis (€, brutto)',
    group: 'Ziel',
    fulfilment: 'Erfüllung',
    place: 'Gebäude, Etage',
    keyFigure: 'Kennzahl',
    shortCost: 'Kosten',
    shortUnitPrice: 'Einzelpreis',
    shortSum: 'Summe',
    chartRoom: 'Raum im Diagramm',
    ...PLAN_COLUMNS,
    side: 'Soll/Ist',
    changeKind: 'Art',
    assetTag: 'Inventarnummer',
    subject: 'Gerät, Raum oder Ziel',
    field: 'Feld',
    before: 'alt',
    after: 'neu',
    units: 'Lücke ±',
    on: 'Datum',
    remark: 'Hinweis',
    deviceId: 'Geräte-ID',
  },
  cover: {
    kicker: 'MEP-Bericht',
    propertySubject: (asOf) => `Soll-Ist-Vergleich der Ausstattung, Stichtag ${asOf}`,
    propertyKeywords: ['MEP', 'Ausstattung', 'Soll-Ist'],
    subtitle: (asOf) => `Stichtag ${asOf} · für KSM Kommunalservice Mecklenburg AöR`,
    facts: 'Angaben',
    factLabels: {
      school: 'Schule',
      schoolType: 'Schulart',
      schoolAuthority: 'Schulträger',
      schoolNumber: 'Dienststellennummer',
      schoolYear: 'Schuljahr',
      asOf: 'Stichtag',
      profile: 'Ausstattungsprofil',
      profileNote: 'Hinweis zum Profil',
      stage: 'Ausbaustufe',
      people: 'SuS / Klassen / Lehrkräfte',
      bandwidth: 'Internet (Mbit/s)',
      createdOn: 'Erstellt am',
      createdWith: 'Erstellt mit',
    },
    profile: (title, edition) => `${title}, Edition ${edition}`,
    stage: (stage, name, dueYear) => `${stage} – ${name}, Ziele bis ${dueYear}`,
    createdWith: (product, version) => `${product} ${version}`,
    findings: 'Das Wichtigste',
    sheets: 'Blätter dieser Mappe',
    reading: 'Hinweise zum Lesen',
    readingParagraphs: (freeTexts) => [
      'Lücke = Soll − Ist, je Raum gerechnet; ein Überhang in einem Raum verdeckt keine Lücke in einem anderen.',
      'Defekte, vermisste, ausgesonderte und private Geräte zählen nicht als Ist.',
      'Die erste Überschrift jedes Blatts führt hierher zurück; unterstrichene Räume und Geräte führen zu ihrer Zeile.',
      'Preise sind Richtpreise des Profils (brutto, geschätzt).',
      'Räume der Verwaltung sind enthalten, aber nicht gewertet.',
      freeTexts
        ? 'Bemerkungen und andere freie Texte sind enthalten; sie können Namen von Personen enthalten.'
        : 'Bemerkungen und andere freie Texte sind nicht enthalten.',
    ],
    dataHints: 'Hinweise zu den Angaben',
  },
  overview: {
    subtitle: (school, asOf, stage) =>
      [school, `Stichtag ${asOf}`, `Ausbaustufe ${stage}`].filter((part) => part !== '').join(' · '),
    keyFigures: 'Kennzahlen des MEP',
    byPlace: 'Soll und Ist nach Etage',
    byGroup: 'Soll und Ist nach Ziel',
    byCategory: 'Kosten nach Kategorie (geschätzt)',
    mostGaps: 'Räume mit den meisten Lücken',
    labels: {
      fulfilment: 'Erfüllungsgrad',
      gaps: 'Lücken gesamt (Einheiten)',
      allTargets: 'Alle Ziele (Einheiten)',
      roomGaps: 'davon in Räumen',
      schoolGaps: 'davon schulweit',
      repairable: 'davon durch Reparatur zu schließen',
      cost: 'Kosten der Lücken (geschätzt)',
      pupilsPerDevice: 'SuS je mobilem Gerät',
      teachersPerDevice: 'Lehrkräfte je Leihgerät',
      roomsWithGap: 'Räume mit Lücke',
      overAge: 'Überalterte Geräte',
      defective: 'Defekte Geräte',
      defectiveUnreported: 'davon ohne Meldung',
      missing: 'Vermisste Geräte',
      devices: 'Geräte',
    },
    standard: (name) => `Standard „${name}“`,
    charts: REPORT_CHART_TEXTS,
  },
  rowKinds: {
    requirement: 'Ziel',
    check: 'Prüfung',
    figure: 'Kennzahl',
    category: 'Kategorie',
    standard: 'Standard',
    stage: 'Ausbaustufe',
    profile: 'Profil',
  },
  exemption: exemptionText,
  quantity: quantityText,
  check: checkText,
  figure: figureText,
  changes: CHANGE_TEXTS,
  everySchoolType: 'alle',
  onceForTheSchool: 'Schule',
  standardParts: (parts) => parts.join(' und '),
  date: formatDate,
  issue: issueText,
} as const satisfies ReportTexts;

const devices = (count: number): string => plural(count, 'Gerät', 'Geräte');

const nameField = (entity: NameHint['entity'], field: string): string => {
  if (field === 'exemption') return 'Ausnahme';
  if (field.startsWith('extra:')) return `Spalte „${field.slice('extra:'.length)}“`;
  const labels: Readonly<Record<string, string>> =
    entity === 'room' ? ROOM_FIELD_LABELS : DEVICE_FIELD_LABELS;
  return labels[field] ?? field;
};

/** Texts of the page „Berichte“. */
export const REPORT_PAGE_TEXTS = {
  title: 'Bericht für KSM',
  save: 'Bericht speichern',
  saving: 'Der Bericht wird geschrieben …',
  tabs: 'Berichte',
  ofManySchools: 'Berichte mehrerer Schulen',
  newReport: 'Neuer Bericht',
  earlierReports: 'Frühere Berichte',
  noReports: 'Noch kein Bericht geschrieben. Der erste steht hier, sobald Sie ihn gespeichert haben.',
  noData: 'Noch keine Räume und Geräte. Lesen Sie Ihre Liste ein; danach schreiben Sie hier den Bericht.',
  toImport: 'Liste einlesen',
  before: 'Vor dem Senden',
  ready: 'Alles vollständig. Sie können den Bericht senden.',
  hints: (count: number) =>
    `${plural(count, 'Hinweis', 'Hinweise')}, kein Hindernis. Sie können den Bericht so senden.`,
  clear: 'Klären',
  clearWhat: (what: string) => `Klären: ${what}`,
  ok: 'in Ordnung',
  hint: 'Hinweis',
  content: 'Inhalt',
  sheets: (count: number) => `${formatNumber(count)} Blätter und die Daten für Programme (ausgeblendet)`,
  freeTexts: 'Bemerkungen und andere freie Texte mitsenden',
  freeTextsHint: 'Freitext kann Namen enthalten und bleibt deshalb ohne Haken weg.',
  names: {
    list: 'Texte, die nach einem Namen aussehen',
    lead: (count: number) =>
      `${plural(count, 'Text, der mitgeht, sieht', 'Texte, die mitgehen, sehen')} nach dem Namen einer Person aus. Bitte prüfen.`,
    place: ({ entity, place, field }: NameHint) =>
      `${entity === 'room' ? 'Raum' : 'Gerät'} ${place ?? 'ohne Nummer'}, ${nameField(entity, field)}`,
    look: ({ entity, place, text }: NameHint) =>
      `Ansehen: ${entity === 'room' ? 'Raum' : 'Gerät'} ${place ?? 'ohne Nummer'}, „${text}“`,
    lookShort: 'Ansehen',
    more: (count: number) => `und ${plural(count, 'weiterer Text', 'weitere Texte')}`,
  },
  asOf: 'Stichtag',
  asOfError: 'Bitte ein Datum wie 16.11.2026 eingeben.',
  stage: 'Ausbaustufe',
  stageOption: (stage: number, name: string, dueYear: number) => `${stage} – ${name} (bis ${dueYear})`,
  keyFigures: 'Das steht im Bericht',
  figures: {
    standard: (met: number, of: number) => `${formatNumber(met)} von ${formatNumber(of)}`,
    gaps: 'Lücken',
    fulfilment: 'Erfüllungsgrad',
    cost: 'Kosten (geschätzt)',
    devices: 'Geräte',
    rooms: 'Räume',
    ofTarget: (actual: number, target: number) => `${formatNumber(actual)} von ${formatNumber(target)}`,
    repairable: (count: number) => `${formatNumber(count)} reparierbar`,
    overAge: (count: number) => `${formatNumber(count)} überaltert`,
    withGap: (count: number) => `${formatNumber(count)} mit Lücke`,
  },
  preview: (index: number, of: number) => `Vorschau, Blatt ${index} von ${of}`,
  previewSheets: 'Blätter der Vorschau',
  previewReading: 'Der letzte Bericht wird gelesen …',
  moreRows: (count: number) => `und ${plural(count, 'weitere Zeile', 'weitere Zeilen')}`,
  checks: {
    profile: (title: string, edition: string) => `Gegen „${title}“ gerechnet, Edition ${edition}`,
    profileDetail: (asOf: string, stage: number) => `Stichtag ${asOf}, Ausbaustufe ${stage}`,
    schoolNamed: 'Schule und Dienststellennummer eingetragen',
    schoolUnnamed: 'Name oder Dienststellennummer der Schule fehlt',
    schoolUnnamedDetail: 'KSM kann den Bericht sonst nicht sicher zuordnen',
    schoolType: 'Schulart eingetragen',
    schoolTypeMissing: 'Die Schulart fehlt',
    schoolTypeMissingDetail: 'Ziele, die nur für eine Schulart gelten, werden nicht verglichen',
    people: 'SuS, Klassen und Lehrkräfte eingetragen',
    peopleDetail: (pupils: number, classes: number, teachers: number, countedOn: string | null) =>
      `${formatNumber(pupils)} · ${formatNumber(classes)} · ${formatNumber(teachers)}${countedOn === null ? '' : `, Stand ${formatDate(countedOn)}`}`,
    peopleOld: 'Die Zahlen der SuS, Klassen und Lehrkräfte sind älter als ein Jahr',
    peopleOldDetail: (countedOn: string | null) =>
      `Stand ${countedOn === null ? UNKNOWN : formatDate(countedOn)}; daraus folgt das Soll der ganzen Schule`,
    peopleUndated: 'Der Stand der Schülerzahlen fehlt',
    peopleUndatedDetail: (pupils: number, classes: number, teachers: number) =>
      `${formatNumber(pupils)} · ${formatNumber(classes)} · ${formatNumber(teachers)}: Tag der Zählung unbekannt`,
    peopleMissing: 'SuS, Klassen oder Lehrkräfte fehlen',
    peopleMissingDetail: 'manche Ziele der Schule sind so nicht berechenbar',
    roomTypes: (count: number) => `Alle ${formatNumber(count)} Räume haben einen Raumtyp`,
    roomTypesMissing: (count: number) => `${plural(count, 'Raum', 'Räume')} ohne Raumtyp`,
    roomTypesMissingDetail: (rooms: string) => `${rooms}: für sie gilt kein Ziel`,
    devices: {
      'doubled-tags': {
        none: 'Keine Inventarnummer ist doppelt',
        some: (count: number) => `${devices(count)} mit doppelter Inventarnummer`,
        detail: '',
      },
      'doubled-serials': {
        none: 'Keine Seriennummer ist doppelt',
        some: (count: number) => `${devices(count)} mit doppelter Seriennummer`,
        detail: '',
      },
      category: {
        none: 'Alle Geräte haben eine Kategorie',
        some: (count: number) => `${devices(count)} ohne Kategorie`,
        detail: 'zählen für kein Ziel',
      },
      room: {
        none: 'Alle Geräte haben einen Raum',
        some: (count: number) => `${devices(count)} ohne Raum`,
        detail: 'füllen keine Lücke in einem Raum',
      },
      unreported: {
        none: 'Alle Defekte sind gemeldet',
        some: (count: number) => `${plural(count, 'Defekt', 'Defekte')} ohne Meldung`,
        detail: 'weder ein Tag der Meldung noch ein Ticket ist eingetragen',
      },
      earmarked: {
        none: 'Kein zweckgebundenes Gerät ist vorzeitig ausgesondert',
        some: (count: number) =>
          `${plural(count, 'zweckgebundenes Gerät', 'zweckgebundene Geräte')} vor der Frist ausgesondert`,
        detail: 'die Fördermittel können zurückgefordert werden',
      },
      year: {
        none: 'Alle Geräte haben ein Kaufjahr',
        some: (count: number) => `${devices(count)} ohne Kaufjahr`,
        detail: 'ihr Alter ist unbekannt, sie gelten nicht als überaltert',
      },
    },
  },
  outcome: {
    saved: (name: string) => `Der Bericht ist gespeichert: ${name}`,
    reveal: 'Im Ordner zeigen',
    writingSheet: (sheet: string) => `Der Bericht wird geschrieben: Blatt „${sheet}“`,
    saving: 'Der Bericht wird gespeichert …',
    packing: 'Der Bericht wird geschrieben: Die Datei wird gepackt',
    cancel: 'Abbrechen',
    cancelled: 'Das Schreiben ist abgebrochen. Es ist keine Datei entstanden.',
    notWritten: (detail: string) =>
      `Der Bericht ließ sich nicht schreiben. Ihre Daten sind unverändert; versuchen Sie es noch einmal. (${detail})`,
    notRecorded:
      'Der Bericht ist gespeichert, steht aber nicht unter „Frühere Berichte“, weil der Speicher der App die Eintragung nicht angenommen hat.',
    failures: {
      'disk-full': (path: string) =>
        `Auf dem Laufwerk von ${path} ist kein Platz mehr. Schaffen Sie Platz oder speichern Sie auf einem anderen Laufwerk.`,
      'no-permission': (path: string) =>
        `In diesen Ordner dürfen Sie nicht schreiben: ${path}. Wählen Sie einen anderen Ordner, zum Beispiel „Dokumente“.`,
      'file-locked': (path: string) =>
        `Die Datei ${path} ist in Excel geöffnet und lässt sich nicht schreiben. Schließen Sie sie und versuchen Sie es noch einmal – oder speichern Sie unter anderem Namen.`,
      'path-gone': (path: string) =>
        `Den Ordner gibt es nicht mehr: ${path}. Ist das Laufwerk noch verbunden? Wählen Sie sonst einen anderen Ordner.`,
      unknown: (path: string) =>
        `Der Bericht ließ sich nicht speichern: ${path}. Versuchen Sie es noch einmal oder wählen Sie einen anderen Ordner.`,
    },
    somewhere: 'dem gewählten Ort',
  },
} as const;
