import { sumOfPurchases, type Purchase } from '#core/plan/purchase-plan.ts';
import { devicesById } from '#state/derived.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatNumber } from '#texts/format.ts';
import { PURCHASE_TEXTS as TEXTS } from '#texts/purchase.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import { DeviceLink } from './device-link.tsx';
import type { PurchaseLookup } from './purchase-block.ts';
import { RoomLink } from './purchase-groups.tsx';
import styles from './purchase.module.css';

/** What a repair closes, with the broken devices: no purchase, hence no price. */
export const RepairSection = ({
  purchases,
  lookup,
}: {
  readonly purchases: readonly Purchase[];
  readonly lookup: PurchaseLookup;
}) => {
  const devices = useAppState((state) => devicesById(state.inventory.devices));
  const repairs = purchases.filter(({ repairable }) => repairable > 0);
  if (repairs.length === 0) return null;
  return (
    <Section title={TEXTS.repairs} fact={TEXTS.repairsFact(sumOfPurchases(repairs).repairable)}>
      <DataTable
        caption={TEXTS.repairs}
        rows={repairs}
        keyOf={({ roomId, line }) => `${roomId ?? ''}-${line.requirementId}`}
        columns={[
          {
            id: 'room',
            label: TEXTS.room,
            isRowHead: true,
            cell: (purchase) => <RoomLink purchase={purchase} lookup={lookup} />,
          },
          {
            id: 'goal',
            label: TEXTS.goal,
            cell: ({ line }) => lookup.requirements.get(line.requirementId)?.name ?? line.requirementId,
          },
          {
            id: 'devices',
            label: TEXTS.devices,
            cell: ({ line }) => (
              <span className={styles.links}>
                {line.unusable.map(({ deviceId }) => {
                  const device = devices.get(deviceId);
                  return device === undefined || device.status === 'missing' ? null : (
                    <DeviceLink key={deviceId} device={device} />
                  );
                })}
              </span>
            ),
          },
          {
            id: 'units',
            label: TEXTS.units,
            align: 'right',
            cell: ({ repairable }) => formatNumber(repairable),
          },
        ]}
      />
    </Section>
  );
};
