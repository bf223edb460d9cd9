import { formatCount, formatEuros, formatNumber, formatPercent } from './format.ts';
import { joined } from './german-list.ts';

const gaps = (count: number): string => formatCount(count, 'Lücke', 'Lücken');
const moves = (count: number): string => formatCount(count, 'Umzug', 'Umzüge');
const units = (count: number): string => formatCount(count, 'Einheit', 'Einheiten');

const completeRooms = (complete: number, rooms: number): string => {
  const share = rooms === 0 ? '' : ` (${formatPercent(complete / rooms)})`;
  return `${formatNumber(complete)} von ${formatCount(rooms, 'Raum', 'Räumen')}${share}`;
};

/** How the work in the background goes; shared by both screens. */
export const PLAN_WORK_TEXTS = {
  round: (round: number) => `Durchgang ${formatNumber(round)}`,
  count: (done: number, of: number) => `${formatNumber(done)} von ${formatNumber(of)} Jahren`,
  cancel: 'Abbrechen',
  cancelled: 'Die Berechnung wurde abgebrochen.',
  failed: (detail: string) =>
    `Die Berechnung ist nicht zu Ende gekommen (${detail}). Ihre Daten sind unverändert.`,
  again: 'Neu berechnen',
} as const;

export const REDISTRIBUTION_TEXTS = {
  working: 'Überhang und Lücken werden verglichen …',
  answer: (repairs: number, moved: number) => {
    const all = repairs + moved;
    if (all === 0) return 'Keine Lücke lässt sich ohne Kauf schließen.';
    const ways = [
      ...(repairs > 0 ? [`${formatNumber(repairs)} durch Reparatur`] : []),
      ...(moved > 0 ? [`${formatNumber(moved)} durch Umziehen`] : []),
    ].join(', ');
    return `${gaps(all)} ${all === 1 ? 'lässt' : 'lassen'} sich ohne Kauf schließen: ${ways}.`;
  },
  repairsOnly: (repairs: number) =>
    repairs === 0
      ? 'Keine Lücke lässt sich durch eine Reparatur schließen.'
      : `${gaps(repairs)} ${repairs === 1 ? 'lässt' : 'lassen'} sich durch eine Reparatur schließen.`,
  more: (count: number) => `${formatNumber(count)} weitere zeigen`,
  notScored: 'nicht gewertet',
  notScoredMoves: (count: number) =>
    count === 1
      ? 'Dazu kommt 1 Lücke in einem Raum, der nicht gewertet wird.'
      : `Dazu kommen ${gaps(count)} in Räumen, die nicht gewertet werden.`,
  repairs: {
    title: 'Zuerst reparieren',
    fact: (count: number) => `schließt ${gaps(count)} ohne Kauf und ohne Umzug`,
    none: 'Kein defektes Gerät würde eine Lücke schließen.',
    room: 'Raum',
    school: 'ganze Schule',
    goal: 'Ziel',
    device: 'Gerät',
    units: 'Menge',
    status: 'Zustand',
    since: 'Defekt seit',
    priority: 'Verbindlichkeit',
  },
  moves: {
    title: 'Dann umziehen',
    fact: (surplus: number) => `${units(surplus)} im Überhang`,
    selectAll: 'Alle auswählen',
    select: (device: string, from: string, to: string) => `${device} von ${from} nach ${to} umziehen`,
    selectHead: 'Auswahl',
    device: 'Gerät',
    units: 'Menge',
    from: 'von',
    noRoom: 'ohne Raum',
    to: 'nach',
    otherBuilding: (building: string) =>
      building === '' ? 'anderes Gebäude' : `anderes Gebäude: ${building}`,
    category: 'Kategorie',
    goal: 'Ziel',
    priority: 'Verbindlichkeit',
    accept: (count: number) => `${moves(count)} übernehmen`,
    noGaps: (stage: number) =>
      `Keine Lücken bis Ausbaustufe ${formatNumber(stage)}. Es ist nichts umzuziehen.`,
    noSurplus: 'Kein Gerät steht im Überhang. Es gibt nichts umzuziehen.',
    none: 'Kein Überhang passt zu einer Lücke eines anderen Raums.',
    stays: (count: number) =>
      `${units(count)} im Überhang ${count === 1 ? 'bleibt' : 'bleiben'} stehen: weil keine Lücke sie braucht, weil sie sich nicht umziehen lassen (fest eingebaut, verliehen, ein Koffer mit Inhalt, ein Arbeitsplatz in der Verwaltung) oder weil an ihrem Platz sonst etwas fehlen würde.`,
    withheld: (count: number) =>
      `Für ${gaps(count)} gäbe es Überhang, doch der Vergleich würde ihn dort für ein anderes Ziel zählen; deshalb steht kein Vorschlag da.`,
  },
  effect: {
    title: 'Wirkung der ausgewählten Umzüge',
    nothingChosen: 'Kein Umzug ist ausgewählt.',
    gaps: 'Lücken',
    rooms: 'Räume im Standard',
    cost: 'Kosten (geschätzt)',
    change: (before: string, after: string) => `${before} → ${after}`,
    lostChecks: (names: readonly string[]) =>
      `Heute erfüllt, nach diesen Umzügen nicht mehr: ${joined(names, 'und')}.`,
    failed: (detail: string) => `Die Wirkung ließ sich nicht berechnen (${detail}).`,
  },
} as const;

export const BUDGET_TEXTS = {
  working: 'Die Beschaffung wird auf die Jahre verteilt …',
  answer: (parts: {
    readonly spentCents: number;
    readonly lastYear: number;
    readonly closed: number;
    readonly mustGaps: number;
    readonly complete: number;
    readonly rooms: number;
  }) => {
    const money = `${formatEuros(parts.spentCents)} (geschätzt)`;
    const done =
      parts.mustGaps === 0
        ? `Bis ${parts.lastYear} werden ${money} ausgegeben.`
        : `Bis ${parts.lastYear} werden für ${money} ${formatNumber(parts.closed)} von ${formatNumber(parts.mustGaps)} Pflicht-Lücken geschlossen.`;
    return `${done} Danach sind ${completeRooms(parts.complete, parts.rooms)} vollständig.`;
  },
  noAmount:
    'Tragen Sie ein, wie viel Geld in welchem Jahr zur Verfügung steht; dann steht hier, was sich damit erreichen lässt.',
  noGaps: (stage: number) =>
    `Keine Lücken bis Ausbaustufe ${formatNumber(stage)}. Es ist nichts zu beschaffen.`,
  onlyRepairs: 'Alle Lücken lassen sich durch Reparaturen schließen. Es ist nichts zu beschaffen.',
  plan: {
    title: 'Budget je Jahr',
    fact: (complete: number, rooms: number, isAfterRepairs: boolean) =>
      `${isAfterRepairs ? 'nach den Reparaturen' : 'heute'} ${completeRooms(complete, rooms)} vollständig, das heißt ohne offene Lücke`,
    repairsFirst: 'Reparaturen zuerst (kosten hier nichts)',
    carriesOver: 'Rest ins nächste Jahr übertragen',
    year: 'Jahr',
    amount: 'Betrag',
    amountOf: (year: number) => `Betrag für ${year}`,
    spent: 'ausgegeben (gesch.)',
    rest: 'Rest',
    must: 'Pflicht-Lücken geschlossen',
    roomsCompleted: 'Räume fertig',
    complete: 'vollständig danach',
    share: (complete: number, rooms: number) => completeRooms(complete, rooms),
    sum: 'Summe',
    remove: 'Entfernen',
    removeYear: (year: number) => `Jahr ${year} entfernen`,
    newYear: 'Weiteres Jahr',
    addYear: 'Jahr hinzufügen',
    noYears: 'Noch kein Jahr. Fügen Sie das erste hinzu.',
    badAmount: (text: string) => `„${text}“ ist kein Betrag. Beispiel: 20.000`,
    amountTooHigh: (cents: number) => `Höchstens ${formatEuros(cents)} je Jahr.`,
    badYear: (text: string) => `„${text}“ ist kein Jahr von 2000 bis 2100. Beispiel: 2027`,
    yearTaken: (year: number) => `${year} steht schon in der Liste.`,
    tooManyYears: (count: number) => `Mehr als ${formatNumber(count)} Jahre lassen sich nicht planen.`,
    order:
      'Jedes Jahr wird für sich geplant: erst so viele Pflicht-Lücken wie möglich, dann so viele vollständige Räume wie möglich, dann so wenig Geld wie möglich. Empfehlungen und Wünsche werden nur gekauft, wo sie einen Raum vollständig machen.',
    repairsLeftOut: (count: number) =>
      count === 1
        ? 'Die Lücke, die eine Reparatur schließt, ist hier nicht mitgerechnet.'
        : `Die ${gaps(count)}, die eine Reparatur schließt, sind hier nicht mitgerechnet.`,
    lapses: 'Was ein Jahr übrig lässt, verfällt.',
    approximated:
      'Für so viele Räume auf einmal ist die Rechnung genähert: Mehr Pflicht-Lücken lassen sich mit diesem Geld nicht schließen, vollständig könnten aber mehr Räume werden.',
  },
  purchases: {
    title: 'Was wann beschafft wird',
    year: (year: number, count: number, cents: number) =>
      count === 0 ? `${year}: nichts` : `${year}: ${units(count)}, ${formatEuros(cents)}`,
    uncovered: (count: number, cents: number) => `Nicht gedeckt: ${units(count)}, ${formatEuros(cents)}`,
    allCovered: 'Das Budget deckt alle Lücken.',
    byCategory: 'Nach Kategorie',
    byRoom: 'Nach Raum',
    captionByCategory: (what: string) => `${what}, nach Kategorie`,
    captionByRoom: (what: string) => `${what}, nach Raum`,
    uncoveredName: 'Nicht gedeckt',
    category: 'Kategorie',
    room: 'Raum',
    school: 'ganze Schule',
    what: 'Was',
    item: (count: number, category: string) => `${formatNumber(count)} × ${category}`,
    units: 'Menge',
    price: 'Richtpreis',
    cost: 'Summe (gesch.)',
  },
} as const;
