import type { GapAnalysis } from '#core/gaps/gap-analysis.ts';
import type { Device } from '#core/inventory/device.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import {
  DEVICE_CHECKS,
  type DeviceCheck,
  type ReportChecks,
  type SchoolCheck,
} from '#core/report/report-checks.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { formatDate } from '#texts/format.ts';
import { REPORT_PAGE_TEXTS } from '#texts/report.ts';

/** One line of „Vor dem Senden“: fine, or a hint that leads to where it can be cleared up. */
export type CheckLine = {
  readonly id: string;
  readonly kind: 'ok' | 'hint' | 'info';
  readonly text: string;
  readonly detail: string | null;
  /** Where it is cleared up: the very rows or field; null for what is fine. */
  readonly href: string | null;
};

const TEXTS = REPORT_PAGE_TEXTS.checks;
const SHOWN = 4;
const list = (values: readonly string[]): string =>
  values.slice(0, SHOWN).join(', ') + (values.length > SHOWN ? ' …' : '');

const fine = (id: string, text: string, detail: string | null = null): CheckLine => ({
  id,
  kind: 'ok',
  text,
  detail,
  href: null,
});
const hint = (id: string, text: string, detail: string, href: string): CheckLine => ({
  id,
  kind: 'hint',
  text,
  detail,
  href,
});
const settings = (field: string): string => `#/einstellungen/${field}`;

const schoolLines = ({ school }: Inventory, { missing, counted }: SchoolCheck): readonly CheckLine[] => {
  const { pupils, classes, teachers, countedOn } = school;
  const named = missing.find((field) => field === 'name' || field === 'schoolNumber');
  const person = missing.find((field) => field === 'pupils' || field === 'classes' || field === 'teachers');
  return [
    named === undefined
      ? fine('school', TEXTS.schoolNamed)
      : hint('school', TEXTS.schoolUnnamed, TEXTS.schoolUnnamedDetail, settings(named)),
    missing.includes('schoolType')
      ? hint('school-type', TEXTS.schoolTypeMissing, TEXTS.schoolTypeMissingDetail, settings('schoolType'))
      : fine('school-type', TEXTS.schoolType),
    person !== undefined || pupils === null || classes === null || teachers === null
      ? hint('people', TEXTS.peopleMissing, TEXTS.peopleMissingDetail, settings(person ?? 'pupils'))
      : counted === 'fine'
        ? fine('people', TEXTS.people, TEXTS.peopleDetail(pupils, classes, teachers, countedOn))
        : hint(
            'people',
            counted === 'old' ? TEXTS.peopleOld : TEXTS.peopleUndated,
            counted === 'old'
              ? TEXTS.peopleOldDetail(countedOn)
              : TEXTS.peopleUndatedDetail(pupils, classes, teachers),
            settings('countedOn'),
          ),
  ];
};

/** What a reader recognises the devices by. */
const markOf: Readonly<Record<DeviceCheck, (device: Device) => string | null>> = {
  'doubled-tags': ({ assetTag }) => assetTag,
  'doubled-serials': ({ serialNumber }) => serialNumber,
  category: ({ name }) => name,
  room: ({ assetTag, name }) => assetTag ?? name,
  unreported: ({ assetTag, name }) => assetTag ?? name,
  earmarked: ({ assetTag, name }) => assetTag ?? name,
  year: () => null,
};

const deviceLine = (check: DeviceCheck, found: readonly Device[]): CheckLine => {
  const { none, some, detail } = TEXTS.devices[check];
  if (found.length === 0) return fine(check, none);
  const marks = [...new Set(found.flatMap((device) => markOf[check](device) ?? []))];
  const line = hint(
    check,
    some(found.length),
    [list(marks), detail].filter((part) => part !== '').join(': '),
    `#/geraete/klaeren/${check}`,
  );
  // An unknown year is common in old lists, and no reader can clear it up.
  return check === 'year' ? { ...line, kind: 'info' } : line;
};

/**
 * What a reader at KSM would ask about: what could be cleared up, then what is fine.
 *
 * @param checks of this inventory, profile and day
 */
export const checkLines = (
  inventory: Inventory,
  profile: TargetProfile,
  { asOf, stage }: Pick<GapAnalysis, 'asOf' | 'stage'>,
  checks: ReportChecks,
): readonly CheckLine[] => {
  const untyped = checks.rooms['room-types'];
  const lines = [
    fine(
      'profile',
      TEXTS.profile(profile.title, profile.edition),
      TEXTS.profileDetail(formatDate(asOf), stage),
    ),
    ...schoolLines(inventory, checks.school),
    untyped.length === 0
      ? fine('room-types', TEXTS.roomTypes(inventory.rooms.length))
      : hint(
          'room-types',
          TEXTS.roomTypesMissing(untyped.length),
          TEXTS.roomTypesMissingDetail(list(untyped.map(({ roomNumber }) => roomNumber))),
          '#/raeume/klaeren/room-types',
        ),
    ...DEVICE_CHECKS.map((check) => deviceLine(check, checks.devices[check])),
  ];
  const order = { hint: 0, info: 1, ok: 2 };
  return lines.toSorted((a, b) => order[a.kind] - order[b.kind]);
};
