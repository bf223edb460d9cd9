import { useMemo } from 'react';
import type { Check } from '#core/targets/target-profile.ts';
import { useAppState, useRoomTypesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CATALOGUE_TEXTS, checkRuleText } from '#texts/catalogue.ts';
import { Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { CatalogueFrame } from './catalogue-frame.tsx';
import styles from './catalogue.module.css';
import { countField, eitherField, shareField, textField, type EntryField } from './entry-field.ts';
import { EntryTable, type FactColumn } from './entry-table.tsx';
import { FiguresSection } from './figures-section.tsx';
import { perPupilField } from './per-pupil-field.ts';
import { useCatalogueRows } from './use-catalogue.ts';

const TEXTS = CATALOGUE_TEXTS.checks;
const { columns } = TEXTS;

/** In force from this stage on. */
const stageField = (stages: readonly number[]): EntryField<Check> => ({
  id: 'stage',
  label: columns.stage,
  width: 'number',
  align: 'right',
  show: ({ stage }) => String(stage),
  edit: {
    kind: 'choice',
    options: stages.map((stage) => ({ value: String(stage), label: String(stage) })),
    value: ({ stage }) => String(stage),
    set: (check, value) => ({ ...check, stage: Number(value) }),
  },
});

/** The checks and figures of the profile, each with its rule in words; the numbers in them are the school's to change. */
export const ChecksTab = () => {
  const rows = useCatalogueRows('checks');
  const stages = useAppState((state) => state.profile.stages);
  const roomTypes = useRoomTypesById();
  const { checks } = useGapAnalysis();
  const fields = useMemo(
    (): readonly EntryField<Check>[] => [
      textField<Check>('name', { label: columns.name, width: 'name', isRowHead: true }),
      eitherField<Check>('wanted', [
        countField('atLeast', { label: columns.wanted }),
        shareField('wanted', { label: columns.wanted }),
      ]),
      perPupilField(columns.perPupil),
      countField<Check>('classesPerRoom', { label: columns.classesPerRoom, isOptional: true }),
      stageField(stages.map(({ stage }) => stage)),
      textField<Check>('basis', { label: columns.basis }),
    ],
    [stages],
  );
  const facts = useMemo((): readonly FactColumn<'checks'>[] => {
    const states = new Map(checks.map(({ checkId, met }) => [checkId, met]));
    return [
      {
        id: 'rule',
        label: columns.rule,
        before: 'wanted',
        cell: ({ entry }) => (
          <span className={styles.rule}>{checkRuleText(entry, (id) => roomTypes.get(id)?.name ?? id)}</span>
        ),
      },
      {
        id: 'state',
        label: columns.state,
        before: 'stage',
        cell: ({ id }) => <CheckState met={states.get(id)} />,
      },
    ];
  }, [checks, roomTypes]);
  return (
    <CatalogueFrame>
      <div className={styles.sections} tabIndex={0}>
        <Section title={TEXTS.caption}>
          <EntryTable list="checks" caption={TEXTS.caption} rows={rows} fields={fields} facts={facts} />
        </Section>
        <FiguresSection />
      </div>
    </CatalogueFrame>
  );
};

/** undefined = it does not hold for this school at the chosen stage. */
const CheckState = ({ met }: { readonly met: boolean | null | undefined }) => {
  if (met === undefined) return <StatusMark tone="none">{TEXTS.notInForce}</StatusMark>;
  if (met === null) return <StatusMark tone="unknown">{TEXTS.notComputable}</StatusMark>;
  return met ? (
    <StatusMark tone="met">{TEXTS.met}</StatusMark>
  ) : (
    <StatusMark tone="gap">{TEXTS.notMet}</StatusMark>
  );
};
