import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { RoomId } from '#core/shared/ids.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { COMPARISON_HINT_TEXTS as TEXTS } from '#texts/comparison-hints.ts';

/** Something that the comparison leaves out or had to assume, with the way to where it is mended. */
export type ComparisonHint = {
  readonly id: string;
  readonly text: string;
  readonly links: readonly { readonly label: string; readonly href: string }[];
};

/** So many rooms are named; the rest is a number in the sentence. */
const NAMED_ROOMS = 6;

/**
 * Why a room, device or target is not in the matrix, or stands there on an assumption. A comparison that leaves
 * something out in silence is taken for one that found nothing missing.
 */
export const comparisonHints = (
  { rooms, devices }: Inventory,
  profile: TargetProfile,
  analysis: GapAnalysis,
): readonly ComparisonHint[] => {
  const roomTypes = new Set(profile.roomTypes.map(({ id }) => id));
  const categories = new Set(profile.categories.map(({ id }) => id));
  const roomLinks = (found: readonly { readonly id: RoomId; readonly roomNumber: string }[]) =>
    found.slice(0, NAMED_ROOMS).map(({ id, roomNumber }) => ({
      label: TEXTS.room(roomNumber),
      href: `#/raeume/${encodeURIComponent(id)}`,
    }));
  const hint = (
    id: string,
    count: number,
    text: (count: number) => string,
    links: ComparisonHint['links'],
  ): readonly ComparisonHint[] => (count === 0 ? [] : [{ id, text: text(count), links }]);

  const untyped = rooms.filter((room) => room.roomTypes.length === 0);
  const foreign = rooms.filter((room) => room.roomTypes.some((type) => !roomTypes.has(type)));
  const several = rooms.filter((room) => room.roomTypes.length > 1);
  const assumedIds = new Set(analysis.rooms.filter(({ assumed }) => assumed).map(({ roomId }) => roomId));
  const assumed = rooms.filter(({ id }) => assumedIds.has(id));
  const present = devices.filter(({ status }) => status !== 'decommissioned');
  const withoutCategory = present.filter(({ categoryId }) => categoryId === null).length;
  const unknownCategory = present.filter(
    ({ categoryId }) => categoryId !== null && !categories.has(categoryId),
  ).length;
  const notComputable = analysis.school.filter(({ target }) => target === null).length;
  const toClear = [{ label: TEXTS.toDevices, href: '#/geraete/ansicht/to-clear' }];
  return [
    ...hint('untyped', untyped.length, TEXTS.untyped, roomLinks(untyped)),
    ...hint('foreign', foreign.length, TEXTS.foreign, roomLinks(foreign)),
    ...hint('without-category', withoutCategory, TEXTS.withoutCategory, toClear),
    ...hint('unknown-category', unknownCategory, TEXTS.unknownCategory, toClear),
    ...hint('not-computable', notComputable, TEXTS.notComputable, [
      { label: TEXTS.toSchool, href: '#/soll-ist/schule' },
    ]),
    ...hint('assumed', assumed.length, TEXTS.assumed, roomLinks(assumed)),
    ...hint('several', several.length, TEXTS.several, roomLinks(several)),
  ];
};
