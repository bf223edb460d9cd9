import type { CategoryKind } from '#core/targets/target-profile.ts';
import { formatCount, formatDate, formatEuros, formatGap, formatNumber, formatPercent } from './format.ts';
import { KIND_SHORT } from './overview.ts';

const rooms = (met: number, of: number): string =>
  `${formatNumber(met)} von ${formatCount(of, 'Raum', 'Räumen')}`;

/** Soll-Ist › Diagramm: titles, summaries, tables and pictures of all charts. */
export const CHART_TEXTS = {
  list: 'Diagramme',
  choose: 'Diagramm wählen',
  view: 'Darstellung',
  chart: 'Diagramm',
  table: 'Tabelle',
  loading: 'Das Diagramm wird geladen …',
  computing: 'Die Ausbaustufen werden berechnet …',
  sum: 'Summe',
  estimated: 'geschätzt',
  picture: {
    copy: 'Kopieren',
    save: 'Als Bild speichern',
    asOf: (asOf: string, stage: number, year: number) =>
      `Stichtag ${formatDate(asOf)} · Ausbaustufe ${formatNumber(stage)} (bis ${year})`,
    fileName: (stem: string, asOf: string) => `${stem}_${asOf}.png`,
    copied: (title: string) => `„${title}“ liegt als Bild in der Zwischenablage. Einfügen mit Strg V.`,
    saved: (name: string) => `Das Bild ist gespeichert: ${name}`,
    moreRows: (count: number) =>
      `und ${formatCount(count, 'weiterer Balken', 'weitere Balken')}, siehe Tabelle`,
    notDrawn:
      'Das Bild ließ sich nicht zeichnen. Versuchen Sie es noch einmal, oder drucken Sie die Ansicht mit Strg P.',
    notCopied:
      'Die Zwischenablage nimmt das Bild nicht an. Klicken Sie in das Fenster und versuchen Sie es noch einmal, oder wählen Sie „Als Bild speichern“.',
    failures: {
      'disk-full':
        'Auf dem Laufwerk ist kein Platz mehr. Schaffen Sie Platz, oder speichern Sie das Bild auf einem anderen Laufwerk.',
      'no-permission':
        'In diesen Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen Ordner, zum Beispiel „Bilder“.',
      'file-locked':
        'Die Datei ist in einem anderen Programm geöffnet. Schließen Sie sie dort, oder speichern Sie unter anderem Namen.',
      'path-gone':
        'Den Ordner gibt es nicht mehr. Ist das Laufwerk noch verbunden? Wählen Sie sonst einen anderen Ordner.',
      unknown:
        'Das Bild ließ sich nicht speichern. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Ordner.',
    },
  },
  kinds: (kind: CategoryKind) => KIND_SHORT[kind],
  roomGaps: {
    fileStem: 'Luecken_je_Raum',
    floorTitle: 'Lücken je Etage',
    floorFileStem: 'Luecken_je_Etage',
    byRoom: 'Nach Raum',
    byFloor: 'Nach Etage',
    grouping: 'Balken',
    search: 'Raum suchen',
    noFloor: 'ohne Etage',
    floor: 'Etage',
    rooms: 'Räume',
    floorSummary: (units: number, floors: number, worst: string, most: number) =>
      `Balken je Etage: ${formatCount(units, 'fehlende Einheit', 'fehlende Einheiten')} auf ${formatCount(floors, 'Etage', 'Etagen')}, am meisten ${worst} (${formatNumber(most)}).`,
    openFloor: (rooms: number) => `${formatCount(rooms, 'Raum', 'Räume')} mit Lücken`,
    toggle: 'Eingabe oder Klick zeigt die Räume',
    schoolGap: (count: number) =>
      `Dazu ${formatCount(count, 'Lücke', 'Lücken')} der Schule als Ganzes, die zu keinem Raum gehören.`,
  },
  fulfilment: {
    title: 'Erfüllung je Kategorie',
    fileStem: 'Erfuellung_je_Kategorie',
    fact: (share: number | null) => `zusammen ${formatPercent(share)}`,
    summary: (groups: number, all: string, lowest: string, share: number | null) =>
      `Balken je Kategorie: ${formatCount(groups, 'Kategorie', 'Kategorien')}, zusammen zu ${all} erfüllt, am wenigsten ${lowest} (${formatPercent(share)}).`,
    none: 'Noch gilt kein Ziel. Geben Sie den Räumen einen Raumtyp, oder prüfen Sie die Schulart unter Einstellungen.',
    group: 'Kategorie',
    target: 'Soll',
    actual: 'Ist',
    gap: 'Lücke',
    share: 'Erfüllung',
    cost: 'Kosten (gesch.)',
    tip: (actual: number, target: number) => `Ist ${formatNumber(actual)} von Soll ${formatNumber(target)}`,
    tipGap: (gap: number, cents: number) => `Lücke ${formatGap(gap)} · ${formatEuros(cents)} geschätzt`,
    open: 'Eingabe oder Klick öffnet die Matrix',
  },
  standard: {
    title: 'Räume im Standard je Gebäude',
    fileStem: 'Raeume_im_Standard',
    fact: (met: number, of: number) => `zusammen ${rooms(met, of)}`,
    summary: (standard: string, met: number, of: number, lowest: string, share: number | null) =>
      `Balken je Gebäude: ${rooms(met, of)} erfüllen den Standard „${standard}“, am wenigsten in ${lowest} (${formatPercent(share)}).`,
    none: 'Noch keine Räume, für die ein Standard gilt. Legen Sie Räume an, oder geben Sie ihnen einen Raumtyp.',
    noBuilding: 'ohne Gebäude',
    building: 'Gebäude',
    met: 'erfüllt',
    of: 'Räume',
    open: 'offen',
    share: 'Anteil',
    gap: 'Lücken',
    tip: rooms,
    tipGap: (gap: number) => `${formatCount(gap, 'Lücke', 'Lücken')} im Gebäude`,
    openRooms: 'Eingabe oder Klick öffnet die Räume',
  },
  stages: {
    title: 'Abdeckung bis zum Zieljahr',
    fileStem: 'Abdeckung_Ausbaustufen',
    fact: 'Bestand von heute, ohne Käufe',
    summary: (first: string, last: string) =>
      `Säulen je Ausbaustufe mit dem Bestand von heute: ${first}; ${last}.`,
    inSummary: (year: number, share: number | null, gap: number) =>
      `bis ${year} sind ${formatPercent(share)} erfüllt, ${formatCount(gap, 'Lücke', 'Lücken')}`,
    stage: 'Ausbaustufe',
    stageName: (stage: number, name: string) => `${formatNumber(stage)} ${name}`,
    year: 'Zieljahr',
    covered: 'Ist',
    gap: 'Lücke',
    target: 'Soll',
    share: 'Erfüllung',
    cost: 'Kosten (gesch.)',
    standard: 'Räume im Standard',
    rooms: (met: number, of: number) => `${formatNumber(met)} von ${formatNumber(of)}`,
    column: (year: number) => `bis ${year}`,
    tipFigures: (actual: number, target: number, gap: number) =>
      `Ist ${formatNumber(actual)} von Soll ${formatNumber(target)}, Lücke ${formatGap(gap)}`,
    tipCost: (cents: number) => `${formatEuros(cents)} geschätzt`,
    open: 'Eingabe oder Klick stellt diese Ausbaustufe ein',
    failed: 'Die Ausbaustufen ließen sich nicht berechnen. Wählen Sie das Diagramm noch einmal.',
    none: 'Das Profil nennt keine Ausbaustufen.',
  },
  ages: {
    title: 'Altersstruktur',
    fileStem: 'Altersstruktur',
    fact: (units: number, overAge: number) =>
      `${formatCount(units, 'Einheit', 'Einheiten')}, davon ${formatNumber(overAge)} überaltert`,
    summary: (units: number, overAge: number, unknown: number) =>
      `Säulen je Alter in Jahren: ${formatCount(units, 'Einheit', 'Einheiten')}, davon ${formatNumber(overAge)} überaltert und ${formatNumber(unknown)} mit unbekanntem Alter.`,
    none: 'Noch kein Gerät, das für ein Ziel zählt. Lesen Sie Ihre Liste ein, oder legen Sie das erste Gerät an.',
    age: 'Alter (Jahre)',
    unknown: 'unbekannt',
    label: (age: number | null, oldest: number) =>
      age === null ? 'unbek.' : age >= oldest ? `≥ ${oldest}` : String(age),
    tipTitle: (age: number | null, oldest: number) =>
      age === null
        ? 'Alter unbekannt'
        : `${age >= oldest ? `${oldest} Jahre und älter` : formatCount(age, 'Jahr', 'Jahre')}`,
    tipUnits: (units: number, overAge: number) =>
      `${formatCount(units, 'Einheit', 'Einheiten')}, ${formatNumber(overAge)} überaltert`,
    tipKind: (kind: CategoryKind, count: number) => `${KIND_SHORT[kind]}: ${formatNumber(count)}`,
    units: 'Einheiten',
    overAge: 'überaltert',
    overAgeLegend: 'schraffiert: überaltert',
    open: 'Eingabe oder Klick öffnet die überalterten Geräte',
  },
  replacement: {
    title: 'Ersatzkosten je Jahr',
    fileStem: 'Ersatzkosten_je_Jahr',
    fact: (backlog: number) => `in Tausend Euro, geschätzt · Rückstand ${formatEuros(backlog)}`,
    summary: (backlog: number, from: number, until: number, cents: number) =>
      `Säulen je Jahr: ${formatEuros(backlog)} Rückstand, dazu ${formatEuros(cents)} von ${from} bis ${until}, geschätzt zum Richtpreis.`,
    none: 'Bis zum Ende des Planungszeitraums wird nichts fällig. Tragen Sie Kaufjahre ein, damit Geräte fällig werden können.',
    backlog: 'Rückstand',
    year: 'Jahr',
    due: 'fällig',
    units: 'Einheiten',
    cost: 'Kosten (gesch.)',
    /** For the axis, and above a column without its unit. */
    thousands: (cents: number) => formatNumber(Math.round(cents / 100_000)),
    axisThousands: (cents: number) => `${formatNumber(Math.round(cents / 100_000))} Tsd. €`,
    tip: (units: number) => formatCount(units, 'Einheit', 'Einheiten'),
    open: 'Eingabe oder Klick öffnet die Ersatzplanung',
  },
  development: {
    title: 'Entwicklung über die Berichte',
    fileStem: 'Entwicklung',
    fact: (count: number) => `${formatCount(count, 'Bericht', 'Berichte')} und heute`,
    summary: (from: string, before: number, now: number) =>
      `Verlauf über die Berichte: am ${from} ${formatCount(before, 'Lücke', 'Lücken')}, heute ${formatNumber(now)}.`,
    tooFew:
      'Noch kein Bericht geschrieben. Ab dem ersten Bericht zeigt dieses Diagramm, wie sich die Lücken entwickeln.',
    toReports: 'Bericht schreiben',
    today: 'heute',
    asOf: 'Stichtag',
    stage: 'Stufe',
    target: 'Soll',
    gaps: 'Lücken',
    fulfilment: 'Erfüllung',
    standard: 'Räume im Standard',
    standardLegend: 'Räume im Standard (Anteil)',
    cost: 'Kosten (gesch.)',
    older: 'Ältere Berichte haben Erfüllung und Räume im Standard nicht festgehalten; dort steht „–“.',
    mixed:
      'Die Berichte haben verschiedene Ausbaustufen oder Profile: Ein höheres Soll macht mehr Lücken, auch wenn nichts fehlt, was vorher da war.',
    open: 'Eingabe oder Klick öffnet die Berichte',
  },
} as const;
