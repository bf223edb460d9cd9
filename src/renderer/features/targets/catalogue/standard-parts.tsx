import { useMemo, useState } from 'react';
import type { RoomStandard, TargetProfile } from '#core/targets/target-profile.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/field.tsx';
import { Notice, Section } from '#ui/layout.tsx';
import styles from './catalogue.module.css';
import { CellFrame } from './cell-frame.tsx';
import { EditCell } from './edit-cell.tsx';
import type { EntryField } from './entry-field.ts';

const TEXTS = CATALOGUE_TEXTS.standards;
type Part = RoomStandard['parts'][number];

const replaceableField = (profile: TargetProfile): EntryField<Part> => {
  const options = [
    { value: '', label: TEXTS.notReplaceable },
    ...profile.requirements
      .filter(({ appliesTo }) => appliesTo.kind === 'school')
      .map(({ id, name, stage }) => ({ value: id, label: TEXTS.requirement(name, stage) })),
  ];
  const labelOf = new Map(options.map(({ value, label }) => [value, label]));
  return {
    id: 'replaceableBy',
    label: TEXTS.replaceableBy,
    width: 'long',
    show: ({ replaceableBy }) => labelOf.get(replaceableBy ?? '') ?? replaceableBy ?? '',
    edit: {
      kind: 'choice',
      options,
      value: ({ replaceableBy }) => replaceableBy ?? '',
      set: (part, value) => ({ ...part, replaceableBy: value === '' ? null : value }),
    },
  };
};

/** What a room must have to meet the standard, and what stands in for it. */
export const StandardParts = ({
  standard,
  profile,
  onSave,
}: {
  readonly standard: RoomStandard;
  readonly profile: TargetProfile;
  /** Answers why it does not. */
  readonly onSave: (standard: RoomStandard) => string | null;
}) => {
  const [refusal, setRefusal] = useState<string | null>(null);
  const field = useMemo(() => replaceableField(profile), [profile]);
  const nameOf = (group: string): string => profile.groups.find(({ id }) => id === group)?.name ?? group;
  const { parts } = standard;
  const saveParts = (next: readonly Part[]): string | null => {
    const message = onSave({ ...standard, parts: next });
    setRefusal(message);
    return message;
  };
  const caption = TEXTS.parts(standard.name);
  return (
    <Section title={caption} fact={TEXTS.replaceableHint}>
      {refusal !== null && (
        <Notice kind="gap" role="alert">
          {refusal}
        </Notice>
      )}
      <CellFrame>
        <DataTable
          caption={caption}
          rows={parts}
          keyOf={({ group }) => group}
          columns={[
            { id: 'group', label: TEXTS.part, isRowHead: true, cell: ({ group }) => nameOf(group) },
            {
              id: 'replaceableBy',
              label: TEXTS.replaceableBy,
              cell: (part) => (
                <EditCell
                  field={field}
                  entry={part}
                  rowName={nameOf(part.group)}
                  note={null}
                  onSave={(changed) =>
                    saveParts(parts.map((known) => (known.group === part.group ? changed : known)))
                  }
                />
              ),
            },
            {
              id: 'remove',
              label: CATALOGUE_TEXTS.actions,
              cell: ({ group }) => (
                <button
                  type="button"
                  data-cell
                  tabIndex={-1}
                  className={styles.action}
                  aria-label={TEXTS.removePartOf(nameOf(group))}
                  onClick={() => saveParts(parts.filter((part) => part.group !== group))}
                >
                  {CATALOGUE_TEXTS.remove}
                </button>
              ),
            },
          ]}
        />
      </CellFrame>
      <div className={styles.addPart}>
        <SelectField
          label={TEXTS.addPart}
          value=""
          options={[
            { value: '', label: TEXTS.choosePart },
            ...profile.groups
              .filter(({ id }) => !parts.some(({ group }) => group === id))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(group) => saveParts([...parts, { group, replaceableBy: null }])}
        />
      </div>
    </Section>
  );
};
