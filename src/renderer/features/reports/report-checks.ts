import { findDataProblems, type DataProblemCode } from '#core/inventory/validate.ts';
import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { formatDate } from '#texts/format.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';

/** One line of „Vor dem Senden“: fine, or a hint that leads to where it can be cleared up. */
export type ReportCheck = {
  readonly id: string;
  readonly kind: 'ok' | 'hint' | 'info';
  readonly text: string;
  readonly detail: string | null;
  /** Where it is cleared up; null for what is fine. */
  readonly href: string | null;
};

const TEXTS = REPORT_PAGE_TEXTS.checks;
const SHOWN = 4;
const list = (values: readonly string[]): string =>
  values.slice(0, SHOWN).join(', ') + (values.length > SHOWN ? ' …' : '');

const fine = (id: string, text: string, detail: string | null = null): ReportCheck => ({
  id,
  kind: 'ok',
  text,
  detail,
  href: null,
});
const hint = (id: string, text: string, detail: string, href: string): ReportCheck => ({
  id,
  kind: 'hint',
  text,
  detail,
  href,
});

const schoolChecks = ({ school }: Inventory): readonly ReportCheck[] => {
  const { pupils, classes, teachers, countedOn } = school;
  const settings = '#/einstellungen';
  return [
    school.name === '' || school.schoolNumber === null
      ? hint('school', TEXTS.schoolUnnamed, TEXTS.schoolUnnamedDetail, settings)
      : fine('school', TEXTS.schoolNamed),
    ...(school.schoolType === null
      ? [hint('school-type', TEXTS.schoolTypeMissing, TEXTS.schoolTypeMissingDetail, settings)]
      : []),
    pupils === null || classes === null || teachers === null
      ? hint('people', TEXTS.peopleMissing, TEXTS.peopleMissingDetail, settings)
      : fine('people', TEXTS.people, TEXTS.peopleDetail(pupils, classes, teachers, countedOn)),
  ];
};

const stockChecks = (inventory: Inventory, profile: TargetProfile): readonly ReportCheck[] => {
  const problems = findDataProblems(inventory, profile);
  const idsWith = (...codes: readonly DataProblemCode[]): ReadonlySet<string> =>
    new Set(problems.filter(({ code }) => codes.includes(code)).map(({ path }) => path[1] ?? ''));
  const kept = inventory.devices.filter(({ status }) => status !== 'decommissioned');
  const countOf = (ids: ReadonlySet<string>): number => kept.filter(({ id }) => ids.has(id)).length;
  const untyped = idsWith('ROOM_WITHOUT_TYPE', 'UNKNOWN_ROOM_TYPE');
  const doubledTags = idsWith('DOUBLED_ASSET_TAG');
  const doubledSerials = idsWith('DOUBLED_SERIAL');
  const doubled = inventory.devices.flatMap(({ id, assetTag, serialNumber }) => [
    ...(doubledTags.has(id) && assetTag !== null ? [assetTag] : []),
    ...(doubledSerials.has(id) && serialNumber !== null ? [serialNumber] : []),
  ]);
  const withoutCategory = countOf(idsWith('DEVICE_WITHOUT_CATEGORY', 'UNKNOWN_CATEGORY'));
  const withoutRoom = countOf(idsWith('DEVICE_WITHOUT_ROOM', 'UNKNOWN_ROOM'));
  const withoutYear = kept.filter(({ purchasedOn }) => purchasedOn === null).length;
  const unreported = kept.filter(
    ({ status, defect }) =>
      (status === 'defective' || status === 'in-repair') &&
      (defect?.reportedOn ?? defect?.ticket ?? null) === null,
  ).length;
  const devices = '#/geraete';
  return [
    untyped.size === 0
      ? fine('room-types', TEXTS.roomTypes(inventory.rooms.length))
      : hint(
          'room-types',
          TEXTS.roomTypesMissing(untyped.size),
          TEXTS.roomTypesMissingDetail(
            list(inventory.rooms.filter(({ id }) => untyped.has(id)).map(({ roomNumber }) => roomNumber)),
          ),
          '#/raeume',
        ),
    ...(doubled.length > 0
      ? [hint('doubled', TEXTS.doubled(doubled.length), TEXTS.doubledDetail(list(doubled)), devices)]
      : []),
    ...(withoutCategory > 0
      ? [hint('category', TEXTS.withoutCategory(withoutCategory), TEXTS.withoutCategoryDetail, devices)]
      : []),
    ...(withoutRoom > 0
      ? [hint('room', TEXTS.withoutRoom(withoutRoom), TEXTS.withoutRoomDetail, devices)]
      : []),
    ...(unreported > 0
      ? [hint('unreported', TEXTS.unreported(unreported), TEXTS.unreportedDetail, devices)]
      : []),
    ...(withoutYear > 0
      ? [
          {
            ...hint('year', TEXTS.withoutYear(withoutYear), TEXTS.withoutYearDetail, devices),
            kind: 'info' as const,
          },
        ]
      : []),
  ];
};

/** What a reader at KSM would ask about, in the order of the page: what is fine, then what could be cleared up. */
export const reportChecks = (
  inventory: Inventory,
  profile: TargetProfile,
  { asOf, stage }: GapAnalysis,
): readonly ReportCheck[] => {
  const checks = [
    fine(
      'profile',
      TEXTS.profile(profile.title, profile.edition),
      TEXTS.profileDetail(formatDate(asOf), stage),
    ),
    ...schoolChecks(inventory),
    ...stockChecks(inventory, profile),
  ];
  const order = { ok: 0, hint: 1, info: 2 };
  return checks.toSorted((a, b) => order[a.kind] - order[b.kind]);
};
