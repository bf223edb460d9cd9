import type { DeviceColumnId, DeviceLookup } from '#core/inventory/device-columns.ts';
import type { Device } from '#core/inventory/device.ts';
import { DEVICE_TEXTS } from '#texts/devices.ts';
import { CellField } from './cell-field.tsx';
import styles from './device-form.module.css';
import { useTwins } from './device-lookup.ts';
import { useRefuseDouble } from './refuse-double.ts';
import { TagOffer } from './tag-offer.tsx';

type Group = { readonly title: string; readonly columns: readonly DeviceColumnId[] };

const GROUPS: readonly Group[] = [
  {
    title: DEVICE_TEXTS.groups.device,
    columns: ['assetTag', 'categoryId', 'name', 'manufacturer', 'model', 'serialNumber', 'quantity'],
  },
  {
    title: DEVICE_TEXTS.groups.place,
    columns: ['room', 'containerTag', 'status', 'userGroup', 'owner', 'lastSeenOn'],
  },
  {
    title: DEVICE_TEXTS.groups.defect,
    columns: ['defectText', 'defectSince', 'defectReportedOn', 'defectTicket', 'defectRepairedOn'],
  },
  {
    title: DEVICE_TEXTS.groups.purchase,
    columns: [
      'purchasedOn',
      'purchasePriceCents',
      'supplier',
      'invoiceNumber',
      'fundingSource',
      'earmarkedUntil',
      'warrantyUntil',
      'serviceLifeYears',
    ],
  },
  { title: DEVICE_TEXTS.groups.network, columns: ['hostname', 'macAddress', 'externalId'] },
  { title: DEVICE_TEXTS.groups.note, columns: ['note'] },
];
const DECOMMISSIONING: Group = {
  title: DEVICE_TEXTS.groups.decommissioning,
  columns: ['decommissionedOn', 'decommissionReason'],
};

const WIDE: ReadonlySet<DeviceColumnId> = new Set([
  'categoryId',
  'room',
  'defectText',
  'decommissionReason',
  'note',
]);

/** All fields of a device. Each change is handed on when its field is left. */
export const DeviceForm = ({
  device,
  lookup,
  onChange,
  onIssue,
}: {
  readonly device: Device;
  readonly lookup: DeviceLookup;
  readonly onChange: (device: Device) => void;
  /** Told whenever a field starts or stops holding something that is no value. */
  readonly onIssue?: (column: DeviceColumnId, hasIssue: boolean) => void;
}) => {
  const twins = useTwins(device);
  const refuse = useRefuseDouble();
  const [twin] = twins;
  const groups = device.status === 'decommissioned' ? [DECOMMISSIONING, ...GROUPS] : GROUPS;
  const extra = Object.entries(device.extra);
  return (
    <div className={styles.form}>
      {groups.map(({ title, columns }) => (
        <fieldset key={title}>
          <legend>{title}</legend>
          <div className={styles.fields}>
            {columns.map((column) => (
              <div key={column} data-wide={WIDE.has(column) || undefined}>
                <CellField
                  device={device}
                  column={column}
                  lookup={lookup}
                  onChange={onChange}
                  {...(onIssue !== undefined && { onIssue })}
                  {...(column === 'assetTag' && {
                    refuse,
                    ...(twin !== undefined && {
                      hint: DEVICE_TEXTS.twin(placeOf(twin, lookup), twins.length),
                    }),
                  })}
                />
                {column === 'assetTag' && <TagOffer device={device} onChange={onChange} />}
              </div>
            ))}
          </div>
        </fieldset>
      ))}
      {extra.length > 0 && (
        <section>
          <h3>{DEVICE_TEXTS.groups.extra}</h3>
          <dl className={styles.extra}>
            {extra.map(([head, value]) => (
              <div key={head}>
                <dt>{head}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  );
};

const placeOf = (device: Device, lookup: DeviceLookup): string => {
  const room = lookup.roomOf(device);
  return room === undefined ? DEVICE_TEXTS.noRoom : DEVICE_TEXTS.inRoom(lookup.finder.textOf(room));
};
