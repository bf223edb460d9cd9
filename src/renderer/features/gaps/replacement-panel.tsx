import { locator } from '#core/gaps/units.ts';
import type { ReplacementCell } from '#core/plan/replacement-plan.ts';
import { derivedOnce, devicesById } from '#state/derived.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { formatNumber } from '#texts/format.ts';
import { REPLACEMENT_TEXTS as TEXTS } from '#texts/replacement.ts';
import { Icon } from '#ui/icons.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { DeviceLink } from './device-link.tsx';
import styles from './replacement.module.css';

/** So many are listed; further ones are found in the device table. */
const MAX_LISTED = 300;

const locate = derivedOnce(locator);

/** The devices behind one cell of the Ersatzplanung. */
export const ReplacementPanel = ({
  title,
  cell,
  onClose,
}: {
  readonly title: string;
  readonly cell: ReplacementCell;
  readonly onClose: () => void;
}) => {
  const all = useAppState((state) => state.inventory.devices);
  const rooms = useRoomsById();
  const byId = devicesById(all);
  return (
    <SidePanel title={title} subtitle={TEXTS.panelFact(cell)} closeLabel={APP_TEXTS.close} onClose={onClose}>
      <ul className={styles.devices}>
        {cell.devices.slice(0, MAX_LISTED).map(({ deviceId, units, earmarkedUntil }) => {
          const device = byId.get(deviceId);
          if (device === undefined) return null;
          const roomId = locate(all)(device);
          const room = roomId === null ? undefined : rooms.get(roomId);
          return (
            <li key={deviceId}>
              <span>
                <DeviceLink device={device} />
                {units > 1 && ` × ${formatNumber(units)}`}
              </span>
              <span className={styles.quiet}>
                {[
                  room === undefined ? TEXTS.noRoom : room.roomNumber,
                  TEXTS.boughtOn(device.purchasedOn),
                ].join(' · ')}
              </span>
              {earmarkedUntil !== null && (
                <span className={styles.earmark}>
                  <Icon name="lock" /> {TEXTS.earmarkedUntil(earmarkedUntil)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {cell.devices.length > MAX_LISTED && (
        <p className={styles.quiet}>{TEXTS.more(cell.devices.length - MAX_LISTED)}</p>
      )}
    </SidePanel>
  );
};
