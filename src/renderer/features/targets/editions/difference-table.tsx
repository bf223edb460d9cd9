import { compareEditions } from '#core/targets/compare-editions.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import {
  EDITIONS_TEXTS,
  entryNameText,
  entryRuleText,
  profileFieldText,
  profileValueText,
} from '#texts/editions.ts';
import { PROFILE_LIST_LABELS } from '#texts/profile-table.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './editions.module.css';

type Line = {
  readonly key: string;
  readonly entry: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
};

/** Everything in which two editions differ, one line per field. */
const linesOf = (left: TargetProfile, right: TargetProfile): readonly Line[] => {
  const { facts, entries } = compareEditions(left, right);
  return [
    ...facts.map(({ field, before, after }) => ({
      key: field,
      entry: EDITIONS_TEXTS.profile,
      field: profileFieldText(field),
      before: profileValueText(field, before, left),
      after: profileValueText(field, after, right),
    })),
    ...entries.flatMap(({ list, id, kind, before, after, fields }): readonly Line[] => {
      const key = `${list} ${id}`;
      const entry = entryNameText(list, id, after ?? before);
      if (kind === 'changed')
        return fields.map((each) => ({
          key: `${key} ${each.field}`,
          entry,
          field: profileFieldText(each.field),
          before: profileValueText(each.field, each.before, left),
          after: profileValueText(each.field, each.after, right),
        }));
      return [
        {
          key,
          entry,
          field: EDITIONS_TEXTS[kind],
          before: before === null ? '–' : entryRuleText(list, before, left),
          after: after === null ? '–' : entryRuleText(list, after, right),
        },
      ];
    }),
  ];
};

export const DifferenceTable = ({
  left,
  right,
}: {
  readonly left: TargetProfile;
  readonly right: TargetProfile;
}) => {
  const { entries, facts, reordered } = compareEditions(left, right);
  const isSame = entries.length + facts.length + reordered.length === 0;
  return (
    <Section title={EDITIONS_TEXTS.differences} fact={EDITIONS_TEXTS.differencesFact(entries.length)}>
      {isSame ? (
        <p className={styles.text}>{EDITIONS_TEXTS.noDifferences}</p>
      ) : (
        <DataTable
          caption={EDITIONS_TEXTS.differences}
          rows={linesOf(left, right)}
          keyOf={({ key }) => key}
          columns={[
            { id: 'entry', label: EDITIONS_TEXTS.entry, isRowHead: true, cell: ({ entry }) => entry },
            { id: 'field', label: EDITIONS_TEXTS.field, cell: ({ field }) => field },
            { id: 'before', label: EDITIONS_TEXTS.before, cell: ({ before }) => before },
            { id: 'after', label: EDITIONS_TEXTS.after, cell: ({ after }) => after },
          ]}
        />
      )}
      {reordered.length > 0 && (
        <p className={styles.text}>
          {EDITIONS_TEXTS.reordered(reordered.map((list) => PROFILE_LIST_LABELS[list]).join(', '))}
        </p>
      )}
    </Section>
  );
};
