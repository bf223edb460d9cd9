import { useMemo } from 'react';
import { freshEntryId } from '#core/targets/catalogue-rows.ts';
import type { DeviceCategory } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';
import { formatNumber } from '#texts/format.ts';
import { KIND_SHORT } from '#texts/overview.ts';
import { AddByName, CatalogueFrame } from './catalogue-frame.tsx';
import { devicesPerCategory, targetsPerEntry } from './counts.ts';
import { choiceField, countField, moneyField, textField, yesNoField } from './entry-field.ts';
import { EntryTable, type FactColumn } from './entry-table.tsx';
import { useCatalogueActions, useCatalogueRows } from './use-catalogue.ts';

const { columns, caption } = CATALOGUE_TEXTS.categories;

const FIELDS = [
  textField<DeviceCategory>('name', { label: columns.name, width: 'name', isRowHead: true }),
  textField<DeviceCategory>('shortName', { label: columns.shortName, width: 'word' }),
  choiceField<DeviceCategory, DeviceCategory['kind']>('kind', KIND_SHORT, { label: columns.kind }),
  countField<DeviceCategory>('serviceLifeYears', { label: columns.serviceLifeYears }),
  moneyField<DeviceCategory>('guidePriceCents', { label: columns.guidePriceCents }),
  textField<DeviceCategory>('minimumFeatures', { label: columns.minimumFeatures, isOptional: true }),
  yesNoField<DeviceCategory>('movable', { label: columns.movable, width: 'number' }),
  countField<DeviceCategory>('piecesPerUnit', { label: columns.piecesPerUnit, isOptional: true }),
  textField<DeviceCategory>('basis', { label: columns.basis }),
];

/** What a category of the school begins with; the cells beside its name say the rest. */
const newCategory = (id: string, name: string): DeviceCategory => ({
  id,
  name,
  shortName: name.slice(0, 12).trim(),
  kind: 'accessory',
  serviceLifeYears: 5,
  guidePriceCents: 0,
  minimumFeatures: null,
  movable: true,
  piecesPerUnit: null,
  basis: CATALOGUE_TEXTS.ownBasis,
  origin: 'school',
});

/** The categories of the profile: planning cycle, guide price, what is the least, and who uses them. */
export const CategoriesTab = () => {
  const rows = useCatalogueRows('categories');
  const { add } = useCatalogueActions('categories');
  const devices = useAppState((state) => state.inventory.devices);
  const profile = useAppState((state) => state.profile);
  const facts = useMemo((): readonly FactColumn<'categories'>[] => {
    const pieces = devicesPerCategory(devices);
    const { categories } = targetsPerEntry(profile);
    return [
      {
        id: 'devices',
        label: columns.devices,
        align: 'right',
        before: 'basis',
        cell: ({ id }) => formatNumber(pieces.get(id) ?? 0),
      },
      {
        id: 'targets',
        label: columns.targets,
        align: 'right',
        before: 'basis',
        cell: ({ id }) => formatNumber(categories.get(id) ?? 0),
      },
    ];
  }, [devices, profile]);
  return (
    <CatalogueFrame
      add={
        <AddByName
          list="categories"
          onAdd={(name) => add(newCategory(freshEntryId(name, new Set(rows.map(({ id }) => id))), name))}
        />
      }
    >
      <EntryTable list="categories" caption={caption} rows={rows} fields={FIELDS} facts={facts} />
    </CatalogueFrame>
  );
};
