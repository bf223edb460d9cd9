import type { PageBlock, PageCell, PageColumn, PageSheet } from '../../report/report-model.ts';
import { nameOf, pageCell, sumOf, over } from '../../report/sheets/columns.ts';
import type { Consolidation } from '../consolidate.ts';
import { fulfilmentOf, pupilsPerDeviceOf } from '../school-figures.ts';
import { AUTHORITY_SHEETS, type AuthorityTexts } from './authority-texts.ts';
import type { WorkbookInput } from './build-authority-workbook.ts';

const TWO_COLUMNS: readonly PageColumn[] = [
  { key: 'label', at: 0, heading: null, align: 'left' },
  { key: 'value', at: 1, heading: null, align: 'left' },
];
/** So many schools with the lowest fulfilment fit on the page. */
const LOWEST = 15;

const factsBlock = ({ schools }: Consolidation, input: WorkbookInput, texts: AuthorityTexts): PageBlock => {
  const distinct = (values: readonly (string | null)[]): string =>
    [...new Set(values.filter((value) => value !== null))].join('; ');
  const days = schools.map(({ report }) => report.analysis.asOf).sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const { labels, report } = texts;
  const profiles = distinct(
    schools.map(({ report: { profile } }) => texts.profile(profile.title, profile.edition)),
  );
  const authorities = distinct(schools.map(({ report: { inventory } }) => inventory.school.schoolAuthority));
  const asOf = first === last ? report.date(last) : texts.span(report.date(first), report.date(last));
  const row = (label: string, value: PageCell): readonly PageCell[] => [
    pageCell(label, 'text', { tone: 'muted' }),
    value,
  ];
  return {
    kind: 'table',
    heading: report.cover.facts,
    columns: TWO_COLUMNS,
    rows: [
      row(labels.schools, pageCell(texts.schoolCount(schools.length))),
      row(labels.authorities, pageCell(authorities === '' ? report.notGiven : authorities)),
      row(labels.asOf, pageCell(asOf)),
      row(labels.profiles, pageCell(profiles)),
      row(labels.createdOn, pageCell(input.writtenOn, 'date')),
      row(labels.createdWith, pageCell(texts.createdWith(report.productName, input.appVersion))),
    ],
    totals: null,
  };
};

const sheetsBlock = (texts: AuthorityTexts): PageBlock => ({
  kind: 'table',
  heading: texts.report.cover.sheets,
  columns: TWO_COLUMNS,
  rows: AUTHORITY_SHEETS.filter((id) => id !== 'authority-cover').map((id) => [
    pageCell(texts.sheets[id].name, 'text', { link: id }),
    pageCell(texts.sheets[id].purpose, 'text', { tone: 'muted' }),
  ]),
  totals: null,
});

const findingsBlock = ({ totals, exchange }: Consolidation, texts: AuthorityTexts): PageBlock => {
  const { labels } = texts.report.overview;
  const sum = (key: string) => sumOf('authority-schools', key);
  const row = (label: string, value: PageCell, of: PageCell | null = null): readonly (PageCell | null)[] => [
    pageCell(label),
    { ...value, tone: 'strong' },
    of,
  ];
  return {
    kind: 'table',
    heading: texts.report.cover.findings,
    columns: [
      { key: 'label', at: 0, heading: null, align: 'left' },
      { key: 'value', at: 2, heading: null, align: 'right' },
      { key: 'of', at: 3, heading: null, align: 'right' },
    ],
    rows: [
      row(
        texts.labels.standard,
        pageCell(totals.standardMet, 'integer', { formula: sum('standardMet') }),
        pageCell(totals.standardOf, 'of', { formula: sum('standardOf'), tone: 'muted' }),
      ),
      row(
        texts.report.overview.labels.allTargets,
        pageCell(totals.actual, 'integer', { formula: sum('actual'), name: 'Ist_gesamt' }),
        pageCell(totals.target, 'of', { formula: sum('target'), name: 'Soll_gesamt', tone: 'muted' }),
      ),
      row(
        labels.fulfilment,
        pageCell(fulfilmentOf(totals), 'percent', {
          formula: over(nameOf('Ist_gesamt'), nameOf('Soll_gesamt')),
        }),
      ),
      row(labels.gaps, pageCell(totals.gap, 'integer', { formula: sum('gap'), name: 'Luecken_gesamt' })),
      row(labels.repairable, pageCell(totals.repairable, 'integer', { formula: sum('repairable') })),
      row(labels.cost, pageCell(totals.costCents, 'money', { formula: sum('cost'), name: 'Kosten_gesamt' })),
      row(labels.pupilsPerDevice, pageCell(pupilsPerDeviceOf(totals), 'decimal')),
      row(labels.devices, pageCell(totals.devices, 'integer', { formula: sum('devices') })),
      row(labels.overAge, pageCell(totals.overAge, 'integer', { formula: sum('overAge') })),
      row(labels.defective, pageCell(totals.defective, 'integer', { formula: sum('defective') })),
      row(labels.missing, pageCell(totals.missing, 'integer', { formula: sum('missing') })),
      row(
        texts.labels.exchangeUnits,
        pageCell(
          exchange.moves.reduce((units, move) => units + move.units, 0),
          'integer',
          {
            formula: sumOf('authority-exchange', 'units'),
          },
        ),
      ),
      row(texts.labels.exchangePairs, pageCell(exchange.pairs, 'integer')),
    ],
    totals: null,
  };
};

const lowestBlock = ({ schools }: Consolidation, texts: AuthorityTexts): PageBlock => {
  const lowest = schools
    .toSorted((a, b) => (fulfilmentOf(a.figures) ?? 1) - (fulfilmentOf(b.figures) ?? 1))
    .slice(0, LOWEST);
  const { columns } = texts.report;
  return {
    kind: 'table',
    heading: texts.labels.lowest,
    columns: [
      { key: 'school', at: 0, heading: texts.columns.school, align: 'left' },
      { key: 'fulfilment', at: 2, heading: columns.fulfilment, align: 'right' },
      { key: 'gap', at: 3, heading: columns.gap, align: 'right' },
      { key: 'cost', at: 4, heading: columns.shortCost, align: 'right' },
    ],
    rows: lowest.map(({ name, figures }) => [
      pageCell(name),
      pageCell(fulfilmentOf(figures), 'percent'),
      pageCell(figures.gap, 'integer', { tone: 'gap' }),
      pageCell(figures.costCents, 'money'),
    ]),
    totals: null,
  };
};

/** „Übersicht“: whose reports, and what they say together. */
export const coverSheet = (
  consolidation: Consolidation,
  input: WorkbookInput,
  texts: AuthorityTexts,
): PageSheet => ({
  kind: 'page',
  id: 'authority-cover',
  name: texts.sheets['authority-cover'].name,
  kicker: texts.kicker,
  title: texts.title,
  subtitle: texts.subtitle(texts.report.date(input.writtenOn)),
  left: [factsBlock(consolidation, input, texts), sheetsBlock(texts)],
  right: [
    findingsBlock(consolidation, texts),
    lowestBlock(consolidation, texts),
    { kind: 'text', heading: texts.report.cover.reading, paragraphs: texts.readingParagraphs },
  ],
});
