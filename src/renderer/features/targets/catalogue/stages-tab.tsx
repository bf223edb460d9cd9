import { useMemo, useState } from 'react';
import { stageInForce } from '#core/gaps/requirements-in-force.ts';
import { readCount } from '#core/inventory/cell-input.ts';
import type { Stage } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { formatNumber } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { CatalogueFrame } from './catalogue-frame.tsx';
import styles from './catalogue.module.css';
import { targetsPerEntry } from './counts.ts';
import { textField, yearField } from './entry-field.ts';
import { EntryTable, type FactColumn } from './entry-table.tsx';
import { useCatalogueActions, useCatalogueRows } from './use-catalogue.ts';

const TEXTS = CATALOGUE_TEXTS.stages;

const FIELDS = [
  textField<Stage>('name', { label: TEXTS.columns.name, width: 'name', isRowHead: true }),
  yearField<Stage>('dueYear', { label: TEXTS.columns.dueYear }),
];

/** The stages with the years by which they are to be reached, and which one holds on the day of the comparison. */
export const StagesTab = () => {
  const rows = useCatalogueRows('stages');
  const { add } = useCatalogueActions('stages');
  const profile = useAppState((state) => state.profile);
  const asOf = useAppState((state) => state.view.asOf);
  const facts = useMemo((): readonly FactColumn<'stages'>[] => {
    const automatic = String(stageInForce(profile, null, asOf));
    const { stages } = targetsPerEntry(profile);
    return [
      { id: 'stage', label: TEXTS.columns.stage, align: 'right', before: 'dueYear', cell: ({ id }) => id },
      {
        id: 'targets',
        label: TEXTS.columns.targets,
        align: 'right',
        cell: ({ id }) => formatNumber(stages.get(id) ?? 0),
      },
      {
        id: 'automatic',
        label: TEXTS.columns.automatic,
        cell: ({ id, state }) =>
          id === automatic && state !== 'suspended' ? (
            <StatusMark tone="met">{TEXTS.automatic(asOf)}</StatusMark>
          ) : (
            ''
          ),
      },
    ];
  }, [profile, asOf]);
  return (
    <CatalogueFrame add={<AddStage onAdd={add} />} note={TEXTS.hint}>
      <EntryTable list="stages" caption={TEXTS.caption} rows={rows} fields={FIELDS} facts={facts} />
    </CatalogueFrame>
  );
};

/** A stage is known by its number, so that it is asked for besides name and year. */
const AddStage = ({ onAdd }: { readonly onAdd: (stage: Stage) => string | null }) => {
  const stages = useAppState((state) => state.profile.stages);
  const last = stages.at(-1);
  const proposed = { number: String((last?.stage ?? 0) + 1), year: String((last?.dueYear ?? 2026) + 1) };
  const [number, setNumber] = useState<string | null>(null);
  const [year, setYear] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (): void => {
    const stage = readCount(number ?? proposed.number);
    const dueYear = readCount(year ?? proposed.year);
    const message =
      name.trim() === ''
        ? CATALOGUE_TEXTS.nameMissing
        : stage === null || dueYear === null
          ? CATALOGUE_TEXTS.errors.count
          : onAdd({ stage, name: name.trim(), dueYear });
    setError(message);
    if (message !== null) return;
    setNumber(null);
    setYear(null);
    setName('');
  };
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        label={TEXTS.number}
        width="number"
        value={number ?? proposed.number}
        onChange={setNumber}
        inputMode="numeric"
      />
      <TextField
        label={TEXTS.year}
        width="number"
        value={year ?? proposed.year}
        onChange={setYear}
        inputMode="numeric"
      />
      <div className={styles.name}>
        <TextField label={CATALOGUE_TEXTS.newName('stages')} error={error} value={name} onChange={setName} />
      </div>
      <Button type="submit">{CATALOGUE_TEXTS.add('stages')}</Button>
    </form>
  );
};
