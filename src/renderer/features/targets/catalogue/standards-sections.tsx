import { useMemo } from 'react';
import { freshEntryId } from '#core/targets/catalogue-rows.ts';
import type { RoomStandard, TargetProfile } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { EmptyState, Section } from '#ui/layout.tsx';
import { AddByName } from './catalogue-frame.tsx';
import styles from './catalogue.module.css';
import { manyField, textField } from './entry-field.ts';
import { EntryTable } from './entry-table.tsx';
import { StandardParts } from './standard-parts.tsx';
import { useCatalogueActions, useCatalogueRows } from './use-catalogue.ts';

const TEXTS = CATALOGUE_TEXTS.standards;

/** A new standard begins like the first one: with what a standard of this profile is made of. */
const newStandard = (profile: TargetProfile, id: string, name: string): RoomStandard => {
  const [model] = profile.standards;
  const [roomType] = profile.roomTypes;
  const [group] = profile.groups;
  return {
    id,
    name,
    roomTypes: model?.roomTypes ?? (roomType === undefined ? [] : [roomType.id]),
    parts: model?.parts ?? (group === undefined ? [] : [{ group: group.id, replaceableBy: null }]),
    basis: CATALOGUE_TEXTS.ownBasis,
    origin: 'school',
  };
};

/** The standards: in which room types they are asked for, and of which parts each is made. */
export const StandardsSections = () => {
  const rows = useCatalogueRows('standards');
  const { add, save } = useCatalogueActions('standards');
  const profile = useAppState((state) => state.profile);
  const { roomTypes } = profile;
  const fields = useMemo(
    () => [
      textField<RoomStandard>('name', { label: TEXTS.columns.name, width: 'name', isRowHead: true }),
      manyField<RoomStandard>(
        'roomTypes',
        roomTypes.map(({ id, name }) => ({ value: id, label: name })),
        { label: TEXTS.columns.roomTypes },
      ),
      textField<RoomStandard>('basis', { label: TEXTS.columns.basis }),
    ],
    [roomTypes],
  );
  return (
    <>
      <Section title={TEXTS.caption} fact={TEXTS.newHint}>
        {rows.length === 0 ? (
          <EmptyState text={TEXTS.none} />
        ) : (
          <EntryTable list="standards" caption={TEXTS.caption} rows={rows} fields={fields} />
        )}
        <div className={styles.addBelow}>
          <AddByName
            list="standards"
            onAdd={(name) =>
              add(newStandard(profile, freshEntryId(name, new Set(rows.map(({ id }) => id))), name))
            }
          />
        </div>
      </Section>
      {rows.map(({ id, entry, state }) =>
        state === 'suspended' || state === 'left-out' ? null : (
          <StandardParts key={id} standard={entry} profile={profile} onSave={save} />
        ),
      )}
    </>
  );
};
