import { isSameValue } from '#core/history/same-value.ts';
import type { Requirement } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatDate } from '#texts/format.ts';
import { formatRequirement } from '#texts/requirement-sentence.ts';
import { ORIGIN_LABELS, TARGETS_TEXTS } from '#texts/targets.ts';
import { DataTable } from '#ui/data-table.tsx';
import type { TargetEntry } from './target-entries.ts';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.history;

type Row = { readonly date: string; readonly what: string; readonly by: string };

/** How the target came to be what it is: as issued, and the school's own change of it. */
export const HistorySection = ({ entry: { issued, change } }: { readonly entry: TargetEntry }) => {
  const profile = useAppState((state) => state.issuedProfile);
  const current = useAppState((state) => state.profile);
  const rows: Row[] = [];
  if (issued !== null)
    rows.push({
      date: profile.issuedOn,
      what: texts.issued(profile.edition),
      by: ORIGIN_LABELS[issued.origin],
    });
  if (change !== null) {
    const { own, issued: before } = change;
    const what =
      own === null ? texts.suspended : before === null ? texts.added : differences(before, own, current);
    rows.push({ date: change.changedOn, what: `${what}${texts.reason(change.reason)}`, by: texts.school });
  }
  if (rows.length === 0) return null;
  const hasMoved =
    change !== null && issued !== null && change.issued !== null && !isSameValue(change.issued, issued);
  return (
    <section className={styles.part} aria-label={texts.title}>
      <div className={styles.partHead}>
        <h3>{texts.title}</h3>
      </div>
      <DataTable
        caption={texts.caption}
        rows={rows}
        keyOf={({ by, what }) => `${by} ${what}`}
        columns={[
          { id: 'date', label: texts.date, cell: ({ date }) => formatDate(date) },
          {
            id: 'what',
            label: texts.what,
            isRowHead: true,
            cell: ({ what }) => <span className={styles.wrapped}>{what}</span>,
          },
          { id: 'by', label: texts.by, cell: ({ by }) => by },
        ]}
      />
      {hasMoved && <p className={styles.notes}>{texts.editionMoved}</p>}
    </section>
  );
};

/** The difference of two versions, in words. */
const differences = (
  before: Requirement,
  own: Requirement,
  profile: Parameters<typeof formatRequirement>[1],
): string => {
  const sentences = [formatRequirement(before, profile), formatRequirement(own, profile)] as const;
  return [
    sentences[0] === sentences[1] ? '' : texts.changes.sentence(...sentences),
    before.name === own.name ? '' : texts.changes.name(before.name, own.name),
    before.basis === own.basis ? '' : texts.changes.basis,
    before.group === own.group && before.ladder === own.ladder ? '' : texts.changes.place,
  ]
    .filter(Boolean)
    .join(' ');
};
