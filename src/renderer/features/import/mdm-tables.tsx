import type { DoubledSerial, FieldDifference, Matched, TakenField } from '#core/import/mdm/mdm-diff.ts';
import type { MdmDevice } from '#core/import/mdm/mdm-list.ts';
import type { Device } from '#core/inventory/device.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { deviceName } from '#device-editor/device-panel.tsx';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { UNKNOWN } from '#texts/format.ts';
import { MDM_TEXTS } from '#texts/mdm.ts';
import { Checkbox } from '#ui/field.tsx';
import { LongTable } from '#ui/long-table.tsx';

const { heads } = MDM_TEXTS;

/** One line per field that differs. */
export type DifferenceRow = FieldDifference & { readonly match: Matched };
export const differenceKey = ({ match, field }: { readonly match: Matched; readonly field: TakenField }) =>
  `${match.device.id} ${field}`;

/** Here and there side by side; a box per field takes over what stands there. */
export const DifferenceTable = ({
  rows,
  chosen,
  onToggle,
}: {
  readonly rows: readonly DifferenceRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
}) => (
  <LongTable
    caption={MDM_TEXTS.different(rows.length)}
    keyOf={differenceKey}
    rows={rows}
    columns={[
      {
        id: 'take',
        label: heads.take,
        cell: (row) => (
          <Checkbox
            label={null}
            name={MDM_TEXTS.take(MDM_TEXTS.taken[row.field], row.match.entry.serialNumber)}
            isChecked={chosen.has(differenceKey(row))}
            onChange={() => onToggle(differenceKey(row))}
          />
        ),
      },
      { id: 'serial', label: heads.serial, isRowHead: true, cell: ({ match }) => match.entry.serialNumber },
      {
        id: 'device',
        label: heads.device,
        cell: ({ match }) => deviceName(match.device) || DEVICE_TEXTS.unnamed,
      },
      { id: 'field', label: heads.field, cell: ({ field }) => MDM_TEXTS.taken[field] },
      { id: 'here', label: heads.here, cell: ({ here }) => here ?? UNKNOWN },
      { id: 'there', label: heads.there, cell: ({ there }) => there },
    ]}
  />
);

/** What device management knows and the inventory does not. */
export const OnlyThereTable = ({
  rows,
  chosen,
  categoryOf,
  onToggle,
}: {
  readonly rows: readonly MdmDevice[];
  readonly chosen: ReadonlySet<string>;
  readonly categoryOf: (entry: MdmDevice) => string;
  readonly onToggle: (serial: string) => void;
}) => (
  <LongTable
    caption={MDM_TEXTS.onlyThere(rows.length)}
    keyOf={({ row }) => String(row)}
    rows={rows}
    columns={[
      {
        id: 'take',
        label: heads.take,
        cell: ({ serialNumber }) => (
          <Checkbox
            label={null}
            name={MDM_TEXTS.create(serialNumber)}
            isChecked={chosen.has(serialNumber)}
            onChange={() => onToggle(serialNumber)}
          />
        ),
      },
      { id: 'serial', label: heads.serial, isRowHead: true, cell: ({ serialNumber }) => serialNumber },
      { id: 'name', label: heads.name, cell: ({ name }) => name ?? UNKNOWN },
      { id: 'model', label: heads.model, cell: ({ model }) => model ?? UNKNOWN },
      { id: 'category', label: heads.category, cell: categoryOf },
    ]}
  />
);

/** What the inventory knows and device management does not. */
export const OnlyHereTable = ({ rows }: { readonly rows: readonly Device[] }) => {
  const lookup = useDeviceLookup();
  return (
    <LongTable
      caption={MDM_TEXTS.onlyHere(rows.length)}
      keyOf={({ id }) => id}
      rows={rows}
      columns={[
        {
          id: 'device',
          label: heads.device,
          isRowHead: true,
          cell: (device) => deviceName(device) || DEVICE_TEXTS.unnamed,
        },
        { id: 'serial', label: heads.serial, cell: ({ serialNumber }) => serialNumber },
        {
          id: 'category',
          label: heads.category,
          cell: ({ categoryId }) => lookup.categories.get(categoryId ?? '')?.name ?? UNKNOWN,
        },
        {
          id: 'room',
          label: heads.room,
          cell: (device) => {
            const room = lookup.roomOf(device);
            return room === undefined ? DEVICE_TEXTS.noRoom : lookup.finder.textOf(room);
          },
        },
      ]}
    />
  );
};

/** Serial numbers that stand several times on one side. */
export const DoubledTable = ({ rows }: { readonly rows: readonly DoubledSerial[] }) => (
  <LongTable
    caption={MDM_TEXTS.doubled(rows.length)}
    keyOf={({ serial }) => serial}
    rows={rows}
    columns={[
      { id: 'serial', label: heads.serial, isRowHead: true, cell: ({ serial }) => serial },
      {
        id: 'device',
        label: heads.device,
        cell: ({ devices }) =>
          devices.map((device) => deviceName(device) || DEVICE_TEXTS.unnamed).join(', ') || UNKNOWN,
      },
      {
        id: 'rows',
        label: heads.rows,
        cell: ({ entries }) => MDM_TEXTS.rowList(entries.map(({ row }) => row)) || UNKNOWN,
      },
    ]}
  />
);
