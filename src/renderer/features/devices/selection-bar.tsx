import { isBroken } from '#core/inventory/defect.ts';
import { sumPrices } from '#core/inventory/device-query.ts';
import type { Device } from '#core/inventory/device.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { BULK_TEXTS } from '#texts/devices.ts';
import { formatEuros } from '#texts/format.ts';
import { Button } from '#ui/button.tsx';
import type { DefectAction } from '#device-editor/defect-dialogs.tsx';
import styles from './devices.module.css';

export type BulkAction =
  | 'move'
  | 'status'
  | 'field'
  | 'duplicate'
  | 'split'
  | 'decommission'
  | 'labels'
  | 'tags'
  | 'remove'
  | DefectAction;

/** What can be done with the selected devices, and what they cost. */
export const SelectionBar = ({
  devices,
  hidden,
  onAction,
  onClear,
}: {
  readonly devices: readonly Device[];
  /** How many of them the list does not show. */
  readonly hidden: number;
  readonly onAction: (action: BulkAction) => void;
  readonly onClear: () => void;
}) => {
  const canSplit = devices.length === 1 && (devices[0]?.quantity ?? 1) > 1;
  const actions: readonly (readonly [BulkAction, string])[] = [
    ['move', BULK_TEXTS.move(devices.length)],
    ['status', BULK_TEXTS.status],
    ['field', BULK_TEXTS.field],
    ['duplicate', BULK_TEXTS.duplicate],
    ...(canSplit ? [['split', BULK_TEXTS.split] as const] : []),
    ...(devices.some(({ assetTag }) => assetTag === null) ? [['tags', BULK_TEXTS.tags] as const] : []),
    ['defect', DEFECT_TEXTS.report],
    ...(devices.some(isBroken) ? [['repair', DEFECT_TEXTS.repair] as const] : []),
    ['labels', BULK_TEXTS.labels],
    ['decommission', BULK_TEXTS.decommission],
    ['remove', BULK_TEXTS.remove],
  ];
  return (
    <div className={styles.selection} role="region" aria-label={BULK_TEXTS.bar}>
      <span className={styles.selected} role="status">
        <b>{BULK_TEXTS.selected(devices.length, hidden)}</b>
        <span>{formatEuros(sumPrices(devices))}</span>
      </span>
      {actions.map(([action, label]) => (
        <Button key={action} isSmall onClick={() => onAction(action)}>
          {label}
        </Button>
      ))}
      <Button isSmall variant="quiet" onClick={onClear}>
        {BULK_TEXTS.clear} <kbd className={styles.keys}>Esc</kbd>
      </Button>
    </div>
  );
};
