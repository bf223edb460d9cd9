import { fundingChecks, type CapCheck, type FundingCheck } from '../../plan/funding-check.ts';
import { purchasePlan } from '../../plan/purchase-plan.ts';
import { fundingSources } from '../funding-sources.ts';
import { NOT_COMPUTABLE, type CellValue, type TableSheet } from '../report-model.ts';
import { cellOf, column, minus } from './columns.ts';
import type { ReportContext } from './context.ts';

const restOf = (cap: string) => minus(minus(cellOf(cap), cellOf('paidCapped')), cellOf('plannedCapped'));

/** „Förderung“: what each programme paid for, how long that is bound, and whether its caps hold. */
export const fundingSheet = (context: ReportContext): TableSheet => {
  const { texts, inventory, profile, analysis, programmeSums } = context;
  const checks = new Map(
    fundingChecks(profile, purchasePlan(analysis, profile), inventory.devices, programmeSums).map((check) => [
      check.programme.id,
      check,
    ]),
  );
  const stateOf = (check: FundingCheck | undefined, cap: CapCheck | null): string | null => {
    if (check === undefined) return null;
    if (cap === null) return texts.funding.noCap;
    if (cap.restCents === null) return texts.funding.notCheckable;
    return cap.restCents < 0 ? texts.funding.exceeded : texts.funding.met;
  };
  const capCells = (check: FundingCheck | undefined, cap: CapCheck | null): readonly CellValue[] => [
    cap === null ? null : (cap.capCents ?? NOT_COMPUTABLE),
    cap === null ? null : (cap.restCents ?? NOT_COMPUTABLE),
    stateOf(check, cap),
  ];
  return {
    kind: 'table',
    id: 'funding',
    name: texts.sheets.funding.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'rowKind', 'text'),
      column(texts, 'programme', 'text'),
      column(texts, 'sources', 'wrapped'),
      column(texts, 'grantNotice', 'identifier'),
      column(texts, 'pieces', 'integer', { total: true }),
      column(texts, 'paidAll', 'money', { total: true }),
      column(texts, 'unpriced', 'integer', { total: true }),
      column(texts, 'earmarkFirst', 'date'),
      column(texts, 'earmarkLast', 'date'),
      column(texts, 'disposedEarly', 'integer', { total: true, isGap: true }),
      column(texts, 'paidCapped', 'money'),
      column(texts, 'plannedCapped', 'money'),
      column(texts, 'capSchool', 'money'),
      column(texts, 'restSchool', 'money', { formula: restOf('capSchool') }),
      column(texts, 'stateSchool', 'text'),
      column(texts, 'capAuthority', 'money'),
      column(texts, 'restAuthority', 'money', { formula: restOf('capAuthority') }),
      column(texts, 'stateAuthority', 'text'),
    ],
    rows: fundingSources(inventory.devices, profile.programmes, analysis.asOf).map(
      (source): readonly CellValue[] => {
        const { programme, sources } = source;
        const check = programme === null ? undefined : checks.get(programme.id);
        return [
          context.schoolId,
          programme === null ? texts.funding.source : texts.funding.programme,
          programme?.name ?? sources[0] ?? texts.notGiven,
          sources.length === 0 ? null : sources.join('; '),
          null,
          source.pieces,
          source.paidCents,
          source.unpricedPieces,
          source.earmarkFirst,
          source.earmarkLast,
          source.disposedEarly,
          check?.paidCents ?? null,
          check?.plannedCents ?? null,
          ...capCells(check, check?.perSchool ?? null),
          ...capCells(check, check?.ofAuthority ?? null),
        ];
      },
    ),
    rowKeys: null,
    totals: { label: texts.sum, where: [] },
    frozenColumns: 3,
    legend: texts.funding.legend,
  };
};
