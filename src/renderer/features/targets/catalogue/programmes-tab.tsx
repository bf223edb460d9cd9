import { useCallback, useMemo } from 'react';
import { ownValue } from '#core/shared/own-value.ts';
import { freshEntryId } from '#core/targets/catalogue-rows.ts';
import { ENTRY_RANGES } from '#core/targets/check-entry.ts';
import type { FundingProgramme } from '#core/targets/target-profile.ts';
import { useQuietCommit } from '#device-editor/use-device-commit.ts';
import { readSetting, settingChange, SETTINGS } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { formatEuros } from '#texts/format.ts';
import { EmptyState } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { AddByName, CatalogueFrame } from './catalogue-frame.tsx';
import { EditCell } from './edit-cell.tsx';
import { countField, manyField, moneyField, percentField, textField, yearField } from './entry-field.ts';
import { EntryTable, type FactColumn } from './entry-table.tsx';
import { useCatalogueActions, useCatalogueRows } from './use-catalogue.ts';

const TEXTS = CATALOGUE_TEXTS.programmes;
const { columns } = TEXTS;

/** What the school enters beside a programme: the sum that its authority gets from it. */
type ProgrammeSum = { readonly id: string; readonly name: string; readonly cents: number | null };
const SUM_FIELD = moneyField<ProgrammeSum>('cents', { label: columns.sum, isOptional: true });

/** Stores the sum of a programme as one undoable change; answers why it does not. */
const useSaveSum = (): ((sum: ProgrammeSum) => string | null) => {
  const store = useAppStore();
  const commit = useQuietCommit();
  return useCallback(
    ({ id, name, cents }) => {
      // 0 counts as unknown, which an empty cell says better.
      if (cents !== null && !(cents > 0 && cents <= ENTRY_RANGES.maxPerSchoolCents[1])) return TEXTS.sumError;
      const { settings } = store.getState();
      const { [id]: _before, ...others } = readSetting(settings, SETTINGS.programmeSums);
      const sums = cents === null ? others : { ...others, [id]: cents };
      commit({ code: 'programme-sum-changed', params: { programme: name } }, [
        settingChange(settings, SETTINGS.programmeSums, sums),
      ]);
      return null;
    },
    [store, commit],
  );
};

/** The funding programmes with their caps, and the sums that only the school's authority knows. */
export const ProgrammesTab = () => {
  const rows = useCatalogueRows('programmes');
  const { add } = useCatalogueActions('programmes');
  const categories = useAppState((state) => state.profile.categories);
  const sums = useAppState((state) => readSetting(state.settings, SETTINGS.programmeSums));
  const saveSum = useSaveSum();
  const fields = useMemo(
    () => [
      textField<FundingProgramme>('name', { label: columns.name, width: 'name', isRowHead: true }),
      manyField<FundingProgramme>(
        'categories',
        categories.map(({ id, name }) => ({ value: id, label: name })),
        { label: columns.categories },
      ),
      moneyField<FundingProgramme>('maxPerSchoolCents', {
        label: columns.maxPerSchoolCents,
        isOptional: true,
      }),
      percentField<FundingProgramme>('maxPercentOfAuthority', {
        label: columns.maxPercentOfAuthority,
        isOptional: true,
      }),
      yearField<FundingProgramme>('fromYear', { label: columns.fromYear, isOptional: true }),
      yearField<FundingProgramme>('untilYear', { label: columns.untilYear, isOptional: true }),
      countField<FundingProgramme>('earmarkYears', { label: columns.earmarkYears, isOptional: true }),
      textField<FundingProgramme>('basis', { label: columns.basis }),
    ],
    [categories],
  );
  const facts = useMemo(
    (): readonly FactColumn<'programmes'>[] => [
      {
        id: 'sum',
        label: columns.sum,
        align: 'right',
        before: 'fromYear',
        cell: ({ id, entry }) => (
          <EditCell
            field={SUM_FIELD}
            entry={{ id, name: entry.name, cents: ownValue(sums, id) ?? null }}
            rowName={entry.name}
            note={null}
            onSave={saveSum}
          />
        ),
      },
      {
        id: 'share',
        label: columns.share,
        align: 'right',
        before: 'fromYear',
        cell: ({ id, entry }) => (
          <Share percent={entry.maxPercentOfAuthority} sum={ownValue(sums, id) ?? null} />
        ),
      },
    ],
    [sums, saveSum],
  );
  return (
    <CatalogueFrame
      note={TEXTS.sumHint}
      add={
        <AddByName
          list="programmes"
          onAdd={(name) =>
            add({
              id: freshEntryId(name, new Set(rows.map(({ id }) => id))),
              name,
              // For everything until it is narrowed.
              categories: categories.map(({ id }) => id),
              maxPerSchoolCents: null,
              maxPercentOfAuthority: null,
              fromYear: null,
              untilYear: null,
              earmarkYears: null,
              basis: CATALOGUE_TEXTS.ownBasis,
              origin: 'school',
            })
          }
        />
      }
    >
      {rows.length === 0 ? (
        <EmptyState text={TEXTS.none} />
      ) : (
        <EntryTable list="programmes" caption={TEXTS.caption} rows={rows} fields={fields} facts={facts} />
      )}
    </CatalogueFrame>
  );
};

/** What the share of the authority's sum comes to; rounded down, because it is a cap. */
const Share = ({ percent, sum }: { readonly percent: number | null; readonly sum: number | null }) => {
  if (percent === null) return TEXTS.noShare;
  if (sum === null) return <StatusMark tone="unknown">{TEXTS.notCheckable}</StatusMark>;
  return formatEuros(Math.floor((sum * percent) / 100));
};
