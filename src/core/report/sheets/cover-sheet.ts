import { keyFigures } from '../key-figures.ts';
import {
  NOT_COMPUTABLE,
  VISIBLE_SHEETS,
  type PageBlock,
  type PageCell,
  type PageColumn,
  type PageSheet,
} from '../report-model.ts';
import type { CoverFact } from '../report-texts.ts';
import { nameOf, over, pageCell, sumOf } from './columns.ts';
import type { ReportContext } from './context.ts';

const TWO_COLUMNS: readonly PageColumn[] = [
  { key: 'label', at: 0, heading: null, align: 'left' },
  { key: 'value', at: 1, heading: null, align: 'left' },
];

const factsBlock = (context: ReportContext): PageBlock => {
  const { texts, profile, analysis, inventory } = context;
  const { school } = inventory;
  const { cover } = texts;
  const stage = profile.stages.find((entry) => entry.stage === analysis.stage);
  const fact = (key: CoverFact, value: PageCell | string | null): readonly PageCell[] => [
    pageCell(cover.factLabels[key], 'text', { tone: 'muted' }),
    typeof value === 'object' && value !== null
      ? value
      : pageCell(value === null || value === '' ? texts.notGiven : value),
  ];
  const people = [school.pupils, school.classes, school.teachers].map((value) => value ?? texts.unknown);
  return {
    kind: 'table',
    heading: cover.facts,
    columns: TWO_COLUMNS,
    rows: [
      fact('school', pageCell(school.name === '' ? texts.notGiven : school.name, 'text', { name: 'Schule' })),
      fact('schoolType', school.schoolType === null ? null : texts.schoolTypes[school.schoolType]),
      fact('schoolAuthority', school.schoolAuthority),
      fact(
        'schoolNumber',
        pageCell(school.schoolNumber ?? texts.notGiven, 'identifier', { name: 'Schule_ID' }),
      ),
      fact('schoolYear', school.schoolYear),
      fact('asOf', pageCell(analysis.asOf, 'date', { name: 'Stichtag' })),
      fact('profile', cover.profile(profile.title, profile.edition)),
      fact('profileNote', profile.note),
      fact(
        'stage',
        stage === undefined ? String(analysis.stage) : cover.stage(stage.stage, stage.name, stage.dueYear),
      ),
      fact('people', people.join(' / ')),
      fact('bandwidth', school.bandwidthMbit === null ? null : String(school.bandwidthMbit)),
      fact('createdOn', pageCell(context.writtenOn, 'date')),
      fact('createdWith', cover.createdWith(texts.productName, context.appVersion)),
    ],
    totals: null,
  };
};

const findingsBlock = (context: ReportContext): PageBlock => {
  const { texts, profile, analysis, inventory } = context;
  const { totals } = analysis;
  const { labels } = texts.overview;
  const figures = keyFigures(inventory, profile, analysis);
  const row = (
    label: string,
    value: PageCell,
    of: PageCell | null = null,
    note: PageCell | null = null,
  ): readonly (PageCell | null)[] => [pageCell(label), { ...value, tone: 'strong' }, of, note];
  const muted = { tone: 'muted' as const };
  const ofAll = (value: number, all: number): PageCell =>
    pageCell(all === 0 ? null : value / all, 'percent', muted);
  return {
    kind: 'table',
    heading: texts.cover.findings,
    columns: [
      { key: 'label', at: 0, heading: null, align: 'left' },
      { key: 'value', at: 2, heading: null, align: 'right' },
      { key: 'of', at: 3, heading: null, align: 'right' },
      { key: 'note', at: 4, heading: null, align: 'right' },
    ],
    rows: [
      ...profile.standards.flatMap((standard, at) => {
        const result = analysis.standards.find(({ standardId }) => standardId === standard.id);
        if (result === undefined) return [];
        const met = nameOf(`Standard_${at + 1}_erfuellt`);
        const all = nameOf(`Standard_${at + 1}_Raeume`);
        return [
          row(
            texts.overview.standard(standard.name),
            pageCell(result.met, 'integer', { formula: met }),
            pageCell(result.of, 'of', { formula: all, ...muted }),
            pageCell(result.of === 0 ? null : result.met / result.of, 'percent', {
              formula: over(met, all),
              ...muted,
            }),
          ),
        ];
      }),
      row(
        labels.fulfilment,
        pageCell(totals.actual, 'integer', { formula: nameOf('Ist_gesamt') }),
        pageCell(totals.target, 'of', { formula: nameOf('Soll_gesamt'), ...muted }),
        pageCell(totals.fulfilment ?? NOT_COMPUTABLE, 'percent', { formula: nameOf('Erfuellung'), ...muted }),
      ),
      row(labels.gaps, pageCell(totals.gap, 'integer', { formula: nameOf('Luecken_gesamt') })),
      row(labels.repairable, pageCell(totals.repairable, 'integer', { formula: nameOf('Reparierbar') })),
      row(labels.cost, pageCell(totals.costCents, 'money', { formula: nameOf('Kosten_gesamt') })),
      row(
        labels.overAge,
        pageCell(figures.overAge, 'integer'),
        pageCell(figures.devices, 'of', { formula: sumOf('stocktake', 'pieces'), ...muted }),
        ofAll(figures.overAge, figures.devices),
      ),
      row(labels.defective, pageCell(figures.defective, 'integer', { formula: sumOf('defects', 'pieces') })),
      row(
        labels.defectiveUnreported,
        pageCell(figures.defectiveUnreported, 'integer', {
          formula: sumOf('defects', 'pieces', { reportedOn: null, ticket: null }),
        }),
      ),
      row(labels.missing, pageCell(figures.missing, 'integer', { formula: sumOf('stocktake', 'missing') })),
    ],
    totals: null,
  };
};

const sheetsBlock = ({ texts }: ReportContext): PageBlock => ({
  kind: 'table',
  heading: texts.cover.sheets,
  columns: TWO_COLUMNS,
  rows: VISIBLE_SHEETS.filter((id) => id !== 'cover').map((id) => [
    pageCell(texts.sheets[id].name, 'text', { link: id }),
    pageCell(texts.sheets[id].purpose, 'text', { tone: 'muted' }),
  ]),
  totals: null,
});

/** „Deckblatt“: whose report, against which targets, and what it says in ten lines. */
export const coverSheet = (context: ReportContext): PageSheet => {
  const { texts, analysis, inventory, includeFreeTexts } = context;
  const hints = [...new Set(analysis.issues.flatMap((issue) => texts.issue(issue) ?? []))];
  return {
    kind: 'page',
    id: 'cover',
    name: texts.sheets.cover.name,
    kicker: texts.cover.kicker,
    title: inventory.school.name === '' ? texts.unnamedSchool : inventory.school.name,
    subtitle: texts.cover.subtitle(texts.date(analysis.asOf)),
    left: [factsBlock(context), sheetsBlock(context)],
    right: [
      findingsBlock(context),
      {
        kind: 'text',
        heading: texts.cover.reading,
        paragraphs: texts.cover.readingParagraphs(includeFreeTexts),
      },
      ...(hints.length === 0
        ? []
        : [{ kind: 'text' as const, heading: texts.cover.dataHints, paragraphs: hints }]),
    ],
  };
};
