import type { Quantity } from '#core/targets/target-profile.ts';
import { PRIORITY_LABELS } from './fields.ts';
import { formatCount, formatEuros, formatNumber } from './format.ts';

/** The rule of a requirement in words: how many it asks for. */
export const quantityText = (quantity: Quantity): string => {
  switch (quantity.kind) {
    case 'fixed':
      return formatNumber(quantity.units);
    case 'per-seats':
      return quantity.multiply === quantity.divide
        ? 'je Platz 1'
        : `je ${formatNumber(quantity.divide / quantity.multiply)} Plätze 1`;
    case 'per-pupils':
      return quantity.terms
        .map(({ pupilsPerUnit, grades }) =>
          `1 je ${formatNumber(pupilsPerUnit)} SuS${grades === null ? '' : ` der Jahrgänge ${grades.join(', ')}`}`.replace(
            'je 1 SuS',
            'je SuS',
          ),
        )
        .join(' und ');
    case 'per-teachers':
      return quantity.teachersPerUnit === 1
        ? '1 je Lehrkraft'
        : `1 je ${formatNumber(quantity.teachersPerUnit)} Lehrkräfte`;
    case 'per-classes':
      return quantity.classesPerUnit === 1
        ? '1 je Klasse'
        : `1 je ${formatNumber(quantity.classesPerUnit)} Klassen`;
    case 'dependent':
      return quantity.multiply === 1
        ? `1 je ${formatNumber(quantity.divide)} Soll-Einheiten`
        : `${formatNumber((quantity.multiply / quantity.divide) * 100)} % der Soll-Einheiten`;
    case 'conditional':
      return `${formatNumber(quantity.units)} bei weniger als ${formatNumber(quantity.below)} Mbit/s`;
  }
};

const OR = new Intl.ListFormat('de-DE', { type: 'disjunction' });
/** `Interaktives Display, Beamer oder Großbildmonitor`. */
export const anyOfText = (names: readonly string[]): string => OR.format(names);

export const GAPS_TEXTS = {
  title: 'Soll-Ist',
  /** What is missing by the year of the stage when nothing changes until then. */
  fact: (
    dueYear: number | null,
    { gap, costCents }: { readonly gap: number; readonly costCents: number },
    met: number,
    of: number,
  ) =>
    [
      `${dueYear === null ? '' : `Bis ${dueYear} `}${gap === 0 ? 'fehlt nichts' : `${gap === 1 ? 'fehlt' : 'fehlen'} ${formatCount(gap, 'Einheit', 'Einheiten')} (geschätzt ${formatEuros(costCents)})`}`,
      `${formatNumber(met)} von ${formatNumber(of)} Räumen im Standard`,
    ].join(' · '),
  printTitle: (tab: string) => `Soll-Ist: ${tab}`,
  tabsLabel: 'Soll-Ist',
  tabs: {
    matrix: 'Matrix',
    school: 'Schule gesamt',
    chart: 'Diagramm',
    redistribution: 'Umverteilung',
    purchase: 'Beschaffungsliste',
    budget: 'Budget',
    replacement: 'Ersatz',
    scenarios: 'Was wäre wenn',
  },
  stage: 'Ausbaustufe',
  stageOption: (stage: number, year: number) => `Ausbaustufe ${formatNumber(stage)} · bis ${year}`,
  stageAuto: (stage: number, year: number) => `automatisch: Ausbaustufe ${formatNumber(stage)} · bis ${year}`,
  building: 'Gebäude',
  allBuildings: 'Alle Gebäude',
  roomType: 'Raumtyp',
  allRoomTypes: 'Alle Raumtypen',
  scope: 'Bereich',
  allScopes: 'Alle Bereiche',
  priority: 'Verbindlichkeit',
  allPriorities: 'Alle Ziele',
  state: 'Stand',
  allStates: 'Jeder Stand',
  states: {
    gap: 'Nur Lücken',
    repairable: 'Reparierbare Lücken',
    surplus: 'Überhang',
    'over-age': 'Überaltert',
  },
  lineStage: 'Ziele der Stufe',
  allStages: 'Ziele aller Stufen',
  ofStage: (stage: number) => `Ziele der Stufe ${formatNumber(stage)}`,
  matrixLabel: 'Räume und Ziele',
  room: 'Raum',
  gap: 'Lücke',
  allRooms: (count: number) => `Alle ${formatCount(count, 'Raum', 'Räume')}`,
  floorFact: (rooms: number, share: string) => `${formatCount(rooms, 'Raum', 'Räume')} · ${share} erfüllt`,
  noFloor: 'ohne Etage',
  noBuilding: 'ohne Gebäude',
  priorityHead: (priority: keyof typeof PRIORITY_LABELS) => `Verbindlichkeit: ${PRIORITY_LABELS[priority]}`,
  legend: {
    label: 'Zeichen der Matrix',
    met: 'erfüllt',
    part: 'teilweise',
    gap: 'Lücke',
    surplus: 'Überhang',
    exempt: 'Ausnahme',
    none: 'nicht anwendbar',
    defective: 'defekt',
    overAge: 'überaltert',
    unknown: 'nicht berechenbar',
  },
  matrixTitle: 'Soll-Ist: Räume und Ziele',
  exemptShort: 'Ausn.',
  notScored: 'nicht gewertet',
  notScoredShort: 'n. gew.',
  noRooms: 'Noch keine Räume. Lesen Sie Ihre Liste ein oder legen Sie den ersten Raum an.',
  noTargets:
    'Für keinen Raum gilt ein Ziel. Geben Sie den Räumen einen Raumtyp oder prüfen Sie die Schulart unter Einstellungen.',
  noMatch: 'Kein Raum passt zu diesen Filtern.',
  resetFilters: 'Filter zurücksetzen',
  toRooms: 'Räume öffnen',
  noGapsUntil: (stage: number) => `Keine Lücken bis Ausbaustufe ${formatNumber(stage)}.`,
  cell: (parts: {
    readonly room: string;
    readonly group: string;
    readonly target: string;
    readonly actual: string;
    readonly gap: string;
  }) => `Raum ${parts.room}, ${parts.group}: Soll ${parts.target}, Ist ${parts.actual}, Lücke ${parts.gap}`,
  cellNone: (room: string, group: string) => `Raum ${room}, ${group}: nicht anwendbar`,
  cellExempt: (room: string, group: string) => `Raum ${room}, ${group}: Ausnahme`,
  defective: (count: number) => `${formatNumber(count)} defekt`,
  missing: (count: number) => `${formatNumber(count)} vermisst`,
  overAge: (count: number) => `${formatNumber(count)} überaltert`,
  surplus: (count: number) => `${formatNumber(count)} Überhang`,
  why: {
    target: 'Soll',
    actual: 'Ist',
    gap: 'Lücke',
    goal: 'Das Ziel',
    roomNeeds: (units: string, what: string) => `Dieser Raum braucht ${units} ${what}.`,
    ruleLine: (priority: string, stage: number, year: number) =>
      `${priority}, ab Stufe ${formatNumber(stage)}, Zieljahr ${year}.`,
    basis: (basis: string) => `Grundlage: ${basis}`,
    openTarget: 'Ziel öffnen',
    assumed: (units: number) =>
      `Die Plätze des Raums sind nicht bekannt; angenommen sind ${formatNumber(units)}.`,
    waived: 'Entfällt, weil ein anderes Gerät im Raum diese Aufgabe erfüllt.',
    counted: 'Was gezählt wurde',
    nothing: 'Kein Gerät zählt für dieses Ziel.',
    covered: (count: number) =>
      `${formatNumber(count)} durch Angaben zum Raum erfüllt (Dosen, Steckdosen oder WLAN-Abdeckung)`,
    unusable: 'Zählt nicht',
    close: 'So schließen Sie die Lücke',
    repair: 'Reparieren lassen',
    repairDetail: (count: number) =>
      `${formatCount(count, 'Lücke schließt', 'Lücken schließen')} sich ohne Kauf`,
    move: 'Umsetzen',
    moveDetail: (count: number, room: string) => `${formatNumber(count)} im Überhang: Raum ${room}`,
    moveNoRoom: (count: number) => `${formatNumber(count)} ohne Raum`,
    exempt: 'Ausnahme begründen',
    exemptDetail: 'Auf der Seite des Raums eintragen …',
    attributes: 'Angaben zum Raum',
    wlanHint: 'Nur „voll“ erfüllt das Ziel ohne eigenen Access-Point.',
    buy: 'Beschaffen',
    buyDetail: (cents: number, what: string) =>
      `${formatEuros(cents)} geschätzt · ${what}, Richtpreis des Profils`,
    exemptNow: 'Für diesen Raum gilt eine Ausnahme.',
    openRoom: (room: string) => `Raum ${room} öffnen`,
    empty: 'In diesem Raum gilt kein solches Ziel.',
  },
  school: {
    caption: 'Ziele für die ganze Schule',
    goal: 'Ziel',
    rule: 'Regel',
    base: 'Basis',
    target: 'Soll',
    actual: 'Ist',
    gap: 'Lücke',
    priority: 'Verbindlichkeit',
    year: 'Zieljahr',
    cost: 'Kosten (gesch.)',
    notComputable: 'nicht berechenbar',
    checks: 'Prüfungen',
    check: 'Prüfung',
    value: 'Ist',
    wanted: 'Soll',
    state: 'Stand',
    figures: 'Zur Information',
    figure: 'Angabe',
    met: 'erfüllt',
    notMet: 'nicht erfüllt',
    withoutTargets:
      'Für diese Schulart enthält das Profil keine eigenen Ziele; es gelten nur die Ziele, die für alle Schularten gleich sind.',
    typeUnknown:
      'Die Schulart ist nicht eingetragen; Ziele, die nur für eine Schulart gelten, sind nicht berücksichtigt.',
    toSettings: 'Unter Einstellungen eintragen',
  },
  chart: {
    label: 'Lücken je Raum',
    search: 'Raum suchen',
  },
} as const;
