import type { ReplacementSum, ReplacementTime } from '#core/plan/replacement-plan.ts';
import { formatCount, formatDate, formatEuros, formatNumber } from './format.ts';

const devices = (count: number): string => formatCount(count, 'Gerät', 'Geräte');
/** `21.600`: for columns whose head says euros. */
const bareEuros = (cents: number): string => formatEuros(cents).replace(/\s€$/, '');

const timeText = (time: ReplacementTime, thisYear: number): string =>
  time === 'backlog'
    ? 'Rückstand'
    : time === 'later'
      ? 'später'
      : time === 'unknown'
        ? 'Alter unbekannt'
        : time === thisYear
          ? `${time} (fällig)`
          : String(time);

/** Words of the Ersatzplanung. */
export const REPLACEMENT_TEXTS = {
  title: 'Ersatzplanung',
  answer: (year: number, due: ReplacementSum, backlog: ReplacementSum) =>
    `Bis ${year} ${due.units === 1 ? 'ist' : 'sind'} ${devices(due.units)} zu ersetzen, geschätzt ${formatEuros(due.costCents)}; davon Rückstand: ${
      backlog.units === 0 ? 'keiner' : `${devices(backlog.units)}, ${formatEuros(backlog.costCents)}`
    }.`,
  earmarked: (count: number) =>
    `noch zweckgebunden, wenn der Ersatz ansteht (${devices(count)}): Vor Ablauf der Zweckbindung ist Aussondern nicht erlaubt.`,
  rule: 'Ersatzjahr ist das Jahr der Anschaffung und die Nutzungsdauer; gerechnet ist mit den Richtpreisen von heute. Was defekt oder vermisst ist, steht in der Beschaffungsliste.',
  none: 'Kein Gerät ist zu ersetzen: Es gibt keine, die für ein Ziel zählen.',
  show: 'Angezeigt wird',
  units: 'Geräte',
  cost: 'Kosten',
  caption: (isCost: boolean) =>
    isCost
      ? 'Ersatz nach Kategorie und Jahr, geschätzte Kosten in Euro'
      : 'Ersatz nach Kategorie und Jahr, Geräte',
  category: 'Kategorie',
  head: { backlog: 'Rückstand', later: 'später', unknown: 'Alter unbek.', total: 'Summe' },
  due: 'fällig',
  sumUnits: 'Summe Geräte',
  sumCost: 'Summe in Euro',
  bareEuros,
  cell: (
    category: string,
    time: ReplacementTime,
    thisYear: number,
    { units, costCents, earmarked }: ReplacementSum,
  ) =>
    `${category}, ${timeText(time, thisYear)}: ${devices(units)}, ${formatEuros(costCents)}${
      earmarked === 0 ? '' : `, ${formatNumber(earmarked)} zweckgebunden`
    }`,
  panelTitle: (category: string, time: ReplacementTime, thisYear: number) =>
    `${category} · ${timeText(time, thisYear)}`,
  panelFact: ({ units, costCents }: ReplacementSum) =>
    `${devices(units)}, geschätzt ${formatEuros(costCents)}`,
  boughtOn: (day: string | null) =>
    day === null ? 'Anschaffung unbekannt' : `angeschafft ${formatDate(day)}`,
  noRoom: 'ohne Raum',
  earmarkedUntil: (day: string) => `zweckgebunden bis ${formatDate(day)}`,
  more: (count: number) => `und ${devices(count)} mehr`,
} as const;
