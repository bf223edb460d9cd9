import type { Device } from '../inventory/device.ts';
import type { Room } from '../inventory/room.ts';
import type { SchoolType } from '../inventory/school.ts';
import type { CategoryId } from '../shared/ids.ts';
import type { IsoDate, PartialDate, Timestamp } from '../shared/iso-date.ts';
import type { Priority } from '../targets/target-profile.ts';
import type { Consolidation } from './consolidate.ts';
import type { SchoolFigures } from './school-figures.ts';

export type ViewSchool = {
  readonly id: string;
  readonly name: string;
  readonly figures: SchoolFigures;
  readonly fileName: string;
  readonly schoolType: SchoolType | null;
  readonly asOf: IsoDate;
  readonly stage: number;
  readonly writtenAt: Timestamp;
};

/** One line of the Umverteilung between schools, in words. Schools are positions in the list of schools. */
export type ViewMove = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly device: string;
  readonly assetTag: string | null;
  readonly categoryId: CategoryId;
  /** null = stands in no room. */
  readonly fromRoom: string | null;
  /** null = for the school as a whole. */
  readonly toRoom: string | null;
  readonly requirement: string;
  readonly priority: Priority;
  readonly units: number;
  readonly earmarkedUntil: PartialDate | null;
};

/** What the Trägeransicht shows of a consolidation: without the inventories, so that it travels lightly. */
export type AuthorityView = Omit<Consolidation, 'schools' | 'exchange'> & {
  readonly schools: readonly ViewSchool[];
  readonly moves: readonly ViewMove[];
  readonly pairs: number;
};

export const authorityView = ({ schools, exchange, ...rest }: Consolidation): AuthorityView => {
  const rooms = schools.map(
    ({ report }) => new Map(report.inventory.rooms.map((room) => [room.id, placeOf(room)])),
  );
  const devices = schools.map(
    ({ report }) => new Map(report.inventory.devices.map((device) => [device.id, device])),
  );
  const requirements = schools.map(
    ({ report }) => new Map(report.profile.requirements.map(({ id, name }) => [id, name])),
  );
  return {
    ...rest,
    schools: schools.map(({ id, name, figures, report }) => ({
      id,
      name,
      figures,
      fileName: report.fileName,
      schoolType: report.inventory.school.schoolType,
      asOf: report.analysis.asOf,
      stage: report.analysis.stage,
      writtenAt: report.writtenAt,
    })),
    moves: exchange.moves.map((move, at) => {
      const device = devices[move.from]?.get(move.deviceId);
      return {
        key: String(at),
        from: move.from,
        to: move.to,
        device: device === undefined ? move.deviceId : nameOf(device),
        assetTag: device?.assetTag ?? null,
        categoryId: move.categoryId,
        fromRoom: move.fromRoomId === null ? null : (rooms[move.from]?.get(move.fromRoomId) ?? null),
        toRoom: move.toRoomId === null ? null : (rooms[move.to]?.get(move.toRoomId) ?? null),
        requirement: requirements[move.to]?.get(move.requirementId) ?? move.requirementId,
        priority: move.priority,
        units: move.units,
        earmarkedUntil: move.earmarkedUntil,
      };
    }),
    pairs: exchange.pairs,
  };
};

const placeOf = ({ building, roomNumber }: Room): string =>
  [building, roomNumber].filter((part) => part !== null).join(' ');

const nameOf = ({ id, name, manufacturer, model }: Device): string => {
  const words = [name, manufacturer, model].filter((part) => part !== null && part !== '');
  return words.length === 0 ? id : words.join(' ');
};
