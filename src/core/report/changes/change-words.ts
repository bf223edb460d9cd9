import type { FieldChange } from '../../history/field-changes.ts';
import type { Device } from '../../inventory/device.ts';
import type { Exemption, Room } from '../../inventory/room.ts';
import type { RequirementId } from '../../shared/ids.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { Requirement } from '../../targets/target-profile.ts';
import type { CellValue } from '../report-model.ts';
import type { ReportTexts } from '../report-texts.ts';
import type { ReportState } from './compare-reports.ts';

/** What changed things are called, and their values as the other sheets show them. */
export type ChangeWords = {
  readonly device: (device: Device) => string;
  readonly room: (room: Pick<Room, 'building' | 'roomNumber'> | null) => string;
  readonly requirement: (id: RequirementId) => string;
  readonly quantity: (requirement: Requirement) => string;
  readonly categories: (ids: readonly string[]) => string;
  readonly field: (
    kind: 'device' | 'room' | 'school',
    change: FieldChange,
  ) => { readonly field: string; readonly before: CellValue; readonly after: CellValue };
};

const DATES: ReadonlySet<string> = new Set([
  'purchasedOn',
  'earmarkedUntil',
  'warrantyUntil',
  'decommissionedOn',
  'countedOn',
  'defect.since',
  'defect.reportedOn',
  'defect.repairedOn',
]);
/** Fields of the sheets by the names that changes have. */
const SHEET_FIELDS: Readonly<Record<string, string>> = {
  'defect.since': 'defectSince',
  'defect.reportedOn': 'defectReportedOn',
  'defect.ticket': 'defectTicket',
  'defect.repairedOn': 'defectRepairedOn',
};

/** Names of what only one of the two states knows are found as well; what both know goes by its name of today. */
export const changeWords = (before: ReportState, after: ReportState, texts: ReportTexts): ChangeWords => {
  const named = (list: 'categories' | 'roomTypes' | 'requirements'): ((id: string) => string) => {
    const names = new Map<string, string>(
      [...before.profile[list], ...after.profile[list]].map(({ id, name }) => [id, name]),
    );
    return (id) => names.get(id) ?? id;
  };
  const category = named('categories');
  const roomType = named('roomTypes');
  const requirement = named('requirements');
  const choices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: texts.statuses,
    userGroup: texts.userGroups,
    owner: texts.owners,
    schoolType: texts.schoolTypes,
    wlanCoverage: texts.wlanCoverages,
  };
  const labels = {
    device: texts.deviceFields,
    room: { ...texts.roomFields, exemptions: texts.columns.exemption },
    school: texts.changes.schoolFields,
  };

  const valueText = (field: string, value: unknown): CellValue => {
    if (value === undefined || value === null || value === '') return null;
    if (field === 'purchasePriceCents' && typeof value === 'number') return { value, as: 'money' };
    if (typeof value === 'number') return value;
    if (typeof value === 'string') {
      if (field === 'categoryId') return category(value);
      return DATES.has(field) ? texts.date(value) : (ownValue(choices[field], value) ?? value);
    }
    if (!Array.isArray(value)) return null;
    const entries: readonly unknown[] = value;
    const text = entries.flatMap((entry) =>
      typeof entry === 'string' ? [field === 'roomTypes' ? roomType(entry) : entry] : exemption(entry),
    );
    return text.length === 0 ? null : text.join('; ');
  };
  const exemption = (entry: unknown): readonly string[] => {
    if (typeof entry !== 'object' || entry === null) return [];
    const { requirement: id, reason, since, until } = entry as Partial<Exemption>;
    if (id === undefined) return [];
    const why = reason === undefined || reason === '' ? null : reason;
    return [`${requirement(id)}: ${texts.exemption(why, since ?? null, until ?? null)}`];
  };
  const fieldText = (kind: keyof typeof labels, field: string): string => {
    const [record = '', grade] = field.split('.');
    const known = ownValue(labels[kind], SHEET_FIELDS[field] ?? field);
    return (
      known ??
      (grade === undefined ? field : texts.changes.grade(ownValue(labels[kind], record) ?? record, grade))
    );
  };

  return {
    device: (device) => {
      const name =
        [device.name, [device.manufacturer, device.model].filter(Boolean).join(' ')].find(
          (part) => part !== null && part !== '',
        ) ?? (device.categoryId === null ? texts.changes.unnamedDevice : category(device.categoryId));
      return device.quantity === 1 ? name : `${device.quantity} × ${name}`;
    },
    room: (room) =>
      room === null
        ? texts.changes.noRoom
        : [room.building, room.roomNumber].filter((part) => part !== null && part !== '').join(', '),
    requirement,
    quantity: ({ quantity }) => texts.quantity(quantity, requirement),
    categories: (ids) => ids.map(category).join('; '),
    field: (kind, { field, before: old, after: now }) => ({
      field: fieldText(kind, field),
      before: valueText(field, old),
      after: valueText(field, now),
    }),
  };
};
