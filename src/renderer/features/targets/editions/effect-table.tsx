import type { RequirementFigures } from '#core/gaps/edition-effect.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { EDITIONS_TEXTS } from '#texts/editions.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import styles from './editions.module.css';
import { useEditionEffect } from './use-edition-effect.ts';

const texts = EDITIONS_TEXTS;

const figure = (side: RequirementFigures | null, of: 'target' | 'gap' | 'costCents'): string => {
  if (side === null) return '–';
  if (side.isUnknown) return texts.notComputable;
  return of === 'costCents' ? formatEuros(side[of]) : formatNumber(side[of]);
};

/** What the later edition changes for this school: by requirement and in all, with the sums of the engine. */
export const EffectTable = ({
  left,
  right,
}: {
  readonly left: TargetProfile;
  readonly right: TargetProfile;
}) => {
  const effect = useEditionEffect(left, right);
  if (effect === 'pending')
    return (
      <p className={styles.text} role="status">
        {texts.effectPending}
      </p>
    );
  if (effect === null)
    return (
      <Notice kind="part" role="alert">
        {texts.effectFailed}
      </Notice>
    );
  const { before, after, requirements } = effect;
  const nameOf = (id: string): string =>
    [...right.requirements, ...left.requirements].find((entry) => entry.id === id)?.name ?? id;
  const sum = (of: 'target' | 'gap'): string =>
    texts.arrow(formatNumber(before.totals[of]), formatNumber(after.totals[of]));
  return (
    <Section title={texts.effect}>
      {requirements.length === 0 ? (
        <p className={styles.text}>{texts.effectNone}</p>
      ) : (
        <DataTable
          caption={texts.effect}
          rows={requirements}
          keyOf={({ requirementId }) => requirementId}
          columns={[
            {
              id: 'goal',
              label: texts.effectGoal,
              isRowHead: true,
              cell: ({ requirementId }) => nameOf(requirementId),
            },
            {
              id: 'rooms',
              label: texts.effectRooms,
              align: 'right',
              cell: ({ roomsAffected }) => formatNumber(roomsAffected),
            },
            ...(['target', 'gap', 'costCents'] as const).map((of) => ({
              id: of,
              label: of === 'costCents' ? texts.cost : texts[of],
              align: 'right' as const,
              cell: (row: (typeof requirements)[number]) =>
                texts.arrow(figure(row.before, of), figure(row.after, of)),
            })),
          ]}
          foot={[
            texts.effectSum,
            formatNumber(effect.roomsAffected),
            sum('target'),
            sum('gap'),
            texts.arrow(formatEuros(before.totals.costCents), formatEuros(after.totals.costCents)),
          ]}
        />
      )}
      {after.standards.map(({ standardId, met, of }) => {
        const was = before.standards.find((each) => each.standardId === standardId);
        const name = right.standards.find(({ id }) => id === standardId)?.name ?? standardId;
        return (
          <p key={standardId} className={styles.text}>
            {texts.standard(name, was === undefined ? '–' : texts.of(was.met, was.of), texts.of(met, of))}
          </p>
        );
      })}
    </Section>
  );
};
