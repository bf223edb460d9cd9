import { useMemo } from 'react';
import { freshEntryId } from '#core/targets/catalogue-rows.ts';
import type { RoomType } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { SCOPE_LABELS } from '#texts/fields.ts';
import { formatNumber } from '#texts/format.ts';
import { Section } from '#ui/layout.tsx';
import { AddByName, CatalogueFrame } from './catalogue-frame.tsx';
import styles from './catalogue.module.css';
import { roomsPerType, targetsPerEntry } from './counts.ts';
import { choiceField, textField } from './entry-field.ts';
import { EntryTable, type FactColumn } from './entry-table.tsx';
import { StandardsSections } from './standards-sections.tsx';
import { useCatalogueActions, useCatalogueRows } from './use-catalogue.ts';

const { columns, caption, title } = CATALOGUE_TEXTS.roomTypes;

const FIELDS = [
  textField<RoomType>('name', { label: columns.name, width: 'name', isRowHead: true }),
  choiceField<RoomType, RoomType['scope']>('scope', SCOPE_LABELS, { label: columns.scope }),
];

/** The room types with their scope, and the standards that are asked of them. */
export const RoomTypesTab = () => {
  const rows = useCatalogueRows('roomTypes');
  const { add } = useCatalogueActions('roomTypes');
  const rooms = useAppState((state) => state.inventory.rooms);
  const profile = useAppState((state) => state.profile);
  const facts = useMemo((): readonly FactColumn<'roomTypes'>[] => {
    const here = roomsPerType(rooms);
    const { roomTypes } = targetsPerEntry(profile);
    return [
      {
        id: 'rooms',
        label: columns.rooms,
        align: 'right',
        cell: ({ id }) => formatNumber(here.get(id) ?? 0),
      },
      {
        id: 'targets',
        label: columns.targets,
        align: 'right',
        cell: ({ id }) => formatNumber(roomTypes.get(id) ?? 0),
      },
    ];
  }, [rooms, profile]);
  return (
    <CatalogueFrame
      add={
        <AddByName
          list="roomTypes"
          onAdd={(name) => {
            const id = freshEntryId(name, new Set(rows.map((row) => row.id)));
            return add({ id, name, scope: 'teaching' });
          }}
        />
      }
    >
      <div className={styles.sections} tabIndex={0}>
        <Section title={title}>
          <EntryTable list="roomTypes" caption={caption} rows={rows} fields={FIELDS} facts={facts} />
        </Section>
        <StandardsSections />
      </div>
    </CatalogueFrame>
  );
};
