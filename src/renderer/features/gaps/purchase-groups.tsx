import type { Purchase, PurchaseGroup } from '#core/plan/purchase-plan.ts';
import { sumOfPurchases } from '#core/plan/purchase-plan.ts';
import { PRIORITY_LABELS } from '#texts/fields.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { PURCHASE_TEXTS as TEXTS } from '#texts/purchase.ts';
import { Icon } from '#ui/icons.tsx';
import type { PurchaseLookup } from './purchase-block.ts';
import styles from './purchase.module.css';

export type PurchaseGrouping = 'category' | 'room';

/** The key of a group among the open ones; what has none is its own group. */
export const groupKey = ({ key }: Pick<PurchaseGroup, 'key'>): string => key ?? '';

/** The Beschaffungsliste: a sum per group, which opens to its lines. */
export const PurchaseGroups = ({
  grouping,
  groups,
  open,
  onToggle,
  isRepairShown,
  lookup,
}: {
  readonly grouping: PurchaseGrouping;
  readonly groups: readonly PurchaseGroup[];
  readonly open: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  /** Repairable units are still in the list. */
  readonly isRepairShown: boolean;
  readonly lookup: PurchaseLookup;
}) => {
  const total = sumOfPurchases(groups.flatMap(({ purchases }) => purchases));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>{TEXTS.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              {grouping === 'category'
                ? `${TEXTS.category} · ${TEXTS.room}`
                : `${TEXTS.room} · ${TEXTS.category}`}
            </th>
            <th scope="col">{TEXTS.goal}</th>
            <th scope="col">{TEXTS.priority}</th>
            <th scope="col" data-right>
              {TEXTS.stage}
            </th>
            <th scope="col" data-right>
              {TEXTS.year}
            </th>
            <th scope="col" data-right>
              {TEXTS.units}
            </th>
            {isRepairShown && (
              <th scope="col" data-right>
                {TEXTS.repairable}
              </th>
            )}
            <th scope="col" data-right>
              {TEXTS.price}
            </th>
            <th scope="col" data-right>
              {TEXTS.cost}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <Group
            key={groupKey(group)}
            group={group}
            grouping={grouping}
            isOpen={open.has(groupKey(group))}
            onToggle={onToggle}
            isRepairShown={isRepairShown}
            lookup={lookup}
          />
        ))}
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {TEXTS.sum}
            </th>
            <td data-right>{formatNumber(total.units)}</td>
            {isRepairShown && <td data-right>{formatNumber(total.repairable)}</td>}
            <td />
            <td data-right>{formatEuros(total.costCents)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
};

const Group = ({
  group,
  grouping,
  isOpen,
  onToggle,
  isRepairShown,
  lookup,
}: {
  readonly group: PurchaseGroup;
  readonly grouping: PurchaseGrouping;
  readonly isOpen: boolean;
  readonly onToggle: (key: string) => void;
  readonly isRepairShown: boolean;
  readonly lookup: PurchaseLookup;
}) => {
  const [first] = group.purchases;
  if (first === undefined) return null;
  return (
    <tbody>
      <tr data-group>
        <th scope="rowgroup" colSpan={5}>
          <button type="button" aria-expanded={isOpen} onClick={() => onToggle(groupKey(group))}>
            <Icon name={isOpen ? 'down' : 'right'} />
            {grouping === 'category' ? categoryName(first, lookup) : roomName(first, lookup)}
          </button>
        </th>
        <td data-right>{formatNumber(group.units)}</td>
        {isRepairShown && <td data-right>{group.repairable === 0 ? '' : formatNumber(group.repairable)}</td>}
        <td data-right>{grouping === 'category' ? formatEuros(first.unitPriceCents) : ''}</td>
        <td data-right>{formatEuros(group.costCents)}</td>
      </tr>
      {isOpen &&
        group.purchases.map((purchase) => (
          <tr key={`${purchase.roomId ?? ''}-${purchase.line.requirementId}`}>
            <th scope="row" className={styles.indented}>
              {grouping === 'category' ? (
                <RoomLink purchase={purchase} lookup={lookup} />
              ) : (
                categoryName(purchase, lookup)
              )}
            </th>
            <td>
              {lookup.requirements.get(purchase.line.requirementId)?.name ?? purchase.line.requirementId}
            </td>
            <td>{PRIORITY_LABELS[purchase.line.priority]}</td>
            <td data-right>{formatNumber(purchase.line.stage)}</td>
            <td data-right>{purchase.line.dueYear}</td>
            <td data-right>{formatNumber(purchase.units)}</td>
            {isRepairShown && (
              <td data-right>{purchase.repairable === 0 ? '' : formatNumber(purchase.repairable)}</td>
            )}
            <td data-right>{formatEuros(purchase.unitPriceCents)}</td>
            <td data-right>{formatEuros(purchase.costCents)}</td>
          </tr>
        ))}
    </tbody>
  );
};

const categoryName = ({ categoryId }: Purchase, { categories }: PurchaseLookup): string =>
  categories.get(categoryId ?? '')?.name ?? categoryId ?? TEXTS.noCategory;

const roomName = ({ roomId }: Purchase, { rooms }: PurchaseLookup) => {
  const room = roomId === null ? undefined : rooms.get(roomId);
  if (room === undefined) return TEXTS.school;
  const place = [room.building, room.floor].filter(Boolean).join(', ');
  return (
    <span>
      {room.roomNumber} {room.name} {place !== '' && <span className={styles.quiet}>{place}</span>}
    </span>
  );
};

/** Leads to the room that lacks it. */
export const RoomLink = ({
  purchase: { roomId },
  lookup: { rooms },
}: {
  readonly purchase: Purchase;
  readonly lookup: PurchaseLookup;
}) => {
  const room = roomId === null ? undefined : rooms.get(roomId);
  return room === undefined ? (
    TEXTS.school
  ) : (
    <a href={`#/raeume/${encodeURIComponent(room.id)}`}>
      <b>{room.roomNumber}</b> {room.name}
    </a>
  );
};
