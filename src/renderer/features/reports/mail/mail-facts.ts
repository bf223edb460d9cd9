import type { ReportInput } from '#core/report/report-input.ts';
import type { MailFacts } from '#texts/mail.ts';

/** The key figures of a report, as the mail says them: those of the analysis, none of its own. */
export const mailFacts = ({ inventory, profile, analysis, includeFreeTexts }: ReportInput): MailFacts => {
  const { school } = inventory;
  const [first] = analysis.standards;
  const name = profile.standards.find(({ id }) => id === first?.standardId)?.name;
  return {
    school: school.name,
    schoolNumber: school.schoolNumber,
    asOf: analysis.asOf,
    stage: analysis.stage,
    standard:
      first === undefined || name === undefined || first.of === 0
        ? null
        : { name, met: first.met, of: first.of },
    fulfilment: analysis.totals.fulfilment,
    gaps: analysis.totals.gap,
    repairable: analysis.totals.repairable,
    costCents: analysis.totals.costCents,
    includeFreeTexts,
  };
};
