import type { Device } from '../../inventory/device.ts';
import { proposeRedistribution } from '../../plan/redistribution.ts';
import { repairsOf } from '../../plan/repairs.ts';
import type { CategoryId, DeviceId, RequirementId, RoomId } from '../../shared/ids.ts';
import type { Priority } from '../../targets/target-profile.ts';
import type { TableSheet } from '../report-model.ts';
import { column } from './columns.ts';
import { categoryName, deviceName, requirementName, type ReportContext } from './context.ts';
import { locator } from '../../gaps/units.ts';

/** One gap closed without buying. */
type Step = {
  readonly isMove: boolean;
  readonly device: Device | undefined;
  readonly deviceId: DeviceId;
  readonly categoryId: CategoryId | null;
  readonly units: number;
  /** null = it stands in no room. */
  readonly from: RoomId | null;
  /** null = the gap is the whole school's. */
  readonly to: RoomId | null;
  readonly requirementId: RequirementId;
  readonly priority: Priority;
  readonly scored: boolean;
};

const stepsOf = ({ inventory, profile, analysis }: ReportContext): readonly Step[] => {
  const byId = new Map(inventory.devices.map((device) => [device.id, device]));
  const locate = locator(inventory.devices);
  return [
    ...repairsOf(inventory, analysis).map(({ line, roomId, device, units, scored }): Step => ({
      isMove: false,
      device,
      deviceId: device.id,
      categoryId: device.categoryId,
      units,
      from: locate(device),
      to: roomId,
      requirementId: line.requirementId,
      priority: line.priority,
      scored,
    })),
    ...proposeRedistribution(inventory, profile, analysis).moves.map(
      ({ fromRoomId, toRoomId, ...move }): Step => ({
        ...move,
        isMove: true,
        device: byId.get(move.deviceId),
        from: fromRoomId,
        to: toRoomId,
      }),
    ),
  ];
};

/** „Umverteilung“: what closes gaps without buying: repairs first, then surplus that another room needs. */
export const redistributionSheet = (context: ReportContext): TableSheet => {
  const { texts, roomById } = context;
  const steps = stepsOf(context);
  const devices = { sheet: 'devices' as const, keys: steps.map(({ deviceId }) => deviceId) };
  return {
    kind: 'table',
    id: 'redistribution',
    name: texts.sheets.redistribution.name,
    columns: [
      column(texts, 'schoolId', 'identifier'),
      column(texts, 'rowKind', 'text'),
      column(texts, 'priority', 'text'),
      column(texts, 'assetTag', 'identifier'),
      column(texts, 'device', 'text', { link: devices }),
      column(texts, 'category', 'text'),
      column(texts, 'movedUnits', 'integer', { total: true }),
      column(texts, 'fromBuilding', 'text'),
      column(texts, 'fromRoom', 'identifier', {
        link: { sheet: 'rooms', keys: steps.map(({ from }) => from) },
      }),
      column(texts, 'toBuilding', 'text'),
      column(texts, 'toRoom', 'identifier', { link: { sheet: 'rooms', keys: steps.map(({ to }) => to) } }),
      column(texts, 'sameBuilding', 'text'),
      column(texts, 'requirementId', 'text'),
      column(texts, 'requirement', 'wrapped'),
      column(texts, 'scored', 'text'),
      column(texts, 'deviceId', 'identifier', { hidden: true }),
    ],
    rows: steps.map((step) => {
      const from = step.from === null ? undefined : roomById.get(step.from);
      const to = step.to === null ? undefined : roomById.get(step.to);
      const isSame = (from?.building ?? null) === (to?.building ?? null);
      return [
        context.schoolId,
        step.isMove ? texts.redistribution.move : texts.redistribution.repair,
        texts.priorities[step.priority],
        step.device?.assetTag ?? null,
        step.device === undefined ? step.deviceId : deviceName(context, step.device),
        step.categoryId === null ? null : categoryName(context, step.categoryId),
        step.units,
        from?.building ?? null,
        from?.roomNumber ?? texts.stocktake.storage,
        to?.building ?? null,
        to?.roomNumber ?? texts.schoolWide,
        step.isMove && from !== undefined ? (isSame ? texts.yes : texts.no) : null,
        step.requirementId,
        requirementName(context, step.requirementId),
        step.scored ? texts.yes : texts.no,
        step.deviceId,
      ];
    }),
    rowKeys: null,
    totals: { label: texts.sumOfScored, where: [{ column: 'scored', equals: texts.yes }] },
    frozenColumns: 5,
    legend: texts.redistribution.legend,
  };
};
