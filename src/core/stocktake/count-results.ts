import type { DeviceId, RoomId } from '../shared/ids.ts';
import type { CountState, DeviceLine, RoomCount } from './count-state.ts';

/** How one expected device turned out. */
export type LineResult =
  | { readonly kind: 'found' }
  /** Not seen, or not counted. Once the room is done: missing. */
  | { readonly kind: 'open' }
  /** A Sammelposten with fewer or more pieces than expected. */
  | { readonly kind: 'fewer' | 'more'; readonly by: number }
  /** Seen in another room. */
  | { readonly kind: 'elsewhere'; readonly roomId: RoomId }
  /** On loan, in repair or entered as missing before: it need not be here. */
  | { readonly kind: 'away' };

/** Of what was found besides. */
export type OtherResult = 'moved-here' | 'belongs-elsewhere' | 'decommissioned' | 'came-later';

const AWAY: ReadonlySet<string> = new Set(['on-loan', 'in-repair', 'missing']);

export const lineResult = (
  { device, seenOn, pieces }: DeviceLine,
  roomId: RoomId,
  sightings: CountState['sightings'],
): LineResult => {
  if (pieces !== null && device.quantity > 1) {
    const by = pieces - device.quantity;
    return by === 0 ? { kind: 'found' } : { kind: by < 0 ? 'fewer' : 'more', by: Math.abs(by) };
  }
  if (seenOn !== null) return { kind: device.quantity > 1 ? 'open' : 'found' };
  const sighting = sightings.get(device.id);
  if (sighting !== undefined && sighting.roomId !== roomId)
    return { kind: 'elsewhere', roomId: sighting.roomId };
  return { kind: AWAY.has(device.status) ? 'away' : 'open' };
};

export const otherResult = ({ device, isMovedHere }: DeviceLine, roomId: RoomId): OtherResult =>
  isMovedHere
    ? 'moved-here'
    : device.status === 'decommissioned'
      ? 'decommissioned'
      : device.roomId === roomId
        ? 'came-later'
        : 'belongs-elsewhere';

/** Figures of one room or of all: the first six in pieces, `expected` = `found` + `elsewhere` + `away` + `missing` + `open`. */
export type CountFigures = {
  readonly expected: number;
  readonly found: number;
  readonly elsewhere: number;
  readonly away: number;
  /** Not seen in a room that is done, or fewer pieces counted. */
  readonly missing: number;
  /** Not seen yet: the room is not done. */
  readonly open: number;
  /** More pieces of a Sammelposten than expected. */
  readonly more: number;
  /** Devices found here and not expected here. */
  readonly others: number;
  readonly unknown: number;
  readonly repeats: number;
};

export const NO_FIGURES: CountFigures = {
  expected: 0,
  found: 0,
  elsewhere: 0,
  away: 0,
  missing: 0,
  open: 0,
  more: 0,
  others: 0,
  unknown: 0,
  repeats: 0,
};

export const roomFigures = (
  { room, expected, others, unknown, repeats, isDone }: RoomCount,
  sightings: CountState['sightings'],
): CountFigures => {
  const figures = { ...NO_FIGURES, others: others.length, unknown: unknown.length, repeats };
  for (const line of expected) {
    const { quantity } = line.device;
    const result = lineResult(line, room.roomId, sightings);
    figures.expected += quantity;
    switch (result.kind) {
      case 'found':
        figures.found += quantity;
        break;
      case 'open':
        figures[isDone ? 'missing' : 'open'] += quantity;
        break;
      case 'fewer':
        figures.found += quantity - result.by;
        figures.missing += result.by;
        break;
      case 'more':
        figures.found += quantity;
        figures.more += result.by;
        break;
      case 'elsewhere':
        figures.elsewhere += quantity;
        break;
      case 'away':
        figures.away += quantity;
        break;
    }
  }
  return figures;
};

/** Over all opened rooms. */
export const allFigures = ({ rooms, sightings }: CountState): CountFigures => {
  const sum: Record<keyof CountFigures, number> = { ...NO_FIGURES };
  for (const count of rooms.values()) {
    const figures = roomFigures(count, sightings);
    for (const key of Object.keys(sum) as (keyof CountFigures)[]) sum[key] += figures[key];
  }
  return sum;
};

/** Whether the line has something that can be taken over: missing, or more or fewer pieces. */
export const hasDifference = (result: LineResult): boolean =>
  result.kind === 'open' || result.kind === 'fewer' || result.kind === 'more';

/** The devices of a room whose difference is not taken over yet. */
export const untakenDifferences = (
  { room, expected }: RoomCount,
  sightings: CountState['sightings'],
): readonly DeviceId[] =>
  expected
    .filter((line) => !line.takesDifference && hasDifference(lineResult(line, room.roomId, sightings)))
    .map(({ device }) => device.id);
