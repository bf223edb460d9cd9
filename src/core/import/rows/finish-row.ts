import { foldText } from '../words.ts';
import { classifyRow } from './classify-row.ts';
import type { RowRead } from './read-row.ts';
import { fullNote, keep, type RowDraft } from './row-draft.ts';
import { settleCount } from './row-count.ts';
import { devicesOfSerials, splitList } from './row-serials.ts';
import { settleStatus } from './row-status.ts';

const common = (draft: RowDraft) => ({
  id: draft.id,
  roomNumber: draft.place.number,
  roomWritten: draft.place.written,
  building: draft.place.building,
  floor: draft.place.floor,
  roomTypeText: draft.roomTypeText,
  note: fullNote(draft),
  extra: draft.extra,
  room: draft.roomFields,
});

const NOTHING_COUNTED = { categoryConfidence: null, categoryText: null } as const;

/** One Sammelposten for each kind that is counted; null = the row names no room. */
export const asCounts = (draft: RowDraft): readonly RowRead[] | null => {
  settleStatus(draft);
  if (draft.place.number === null) return null;
  const base = common(draft);
  if (draft.counted.length === 0)
    return [{ ...base, ...NOTHING_COUNTED, fields: draft.fields, isRoomOnly: true }];
  return draft.counted.map(({ header, categoryId, quantity, status, note }) => ({
    ...base,
    note: [base.note, note].filter(Boolean).join('\n') || null,
    fields: { ...draft.fields, categoryId, quantity, ...(status !== null && { status }) },
    categoryConfidence: 1,
    categoryText: header,
    isRoomOnly: false,
  }));
};

export const asRoom = (draft: RowDraft): readonly RowRead[] | null =>
  draft.place.number === null
    ? null
    : [{ ...common(draft), ...NOTHING_COUNTED, fields: {}, isRoomOnly: false }];

const namesDevice = ({ isNone, serials, fields, categoryText }: RowDraft): boolean => {
  const names = [
    fields.assetTag,
    fields.serialNumber,
    fields.name,
    fields.model,
    fields.manufacturer,
    fields.hostname,
    categoryText,
  ];
  return !isNone && (serials.length > 0 || names.some((entry) => entry !== undefined && entry !== null));
};

/** A building without a room is no place to put a device; it stays readable. */
const keepPlace = (draft: RowDraft): void => {
  const { number, building, floor } = draft.place;
  const text = [building, floor].filter((part) => part !== null).join(', ');
  if (number === null && text !== '' && !draft.isOwn) keep(draft, { header: 'Ort', text });
};

/** The words of the kind column would be lost when they say more than the category, or nothing that is known. */
const keepKindWords = (draft: RowDraft, category: string | null): void => {
  const { categoryText, fields, context } = draft;
  if (categoryText === null || (category !== null && context.classify(categoryText)?.confidence === 1))
    return;
  if (fields.name === undefined || fields.name === null) fields.name = categoryText;
  else if (foldText(fields.name) !== foldText(categoryText))
    keep(draft, { header: 'Art', text: categoryText });
};

/** A device with a defect is defective, unless the column of the status says otherwise. */
const settleDefect = ({ defect, fields, said }: RowDraft): void => {
  if (Object.values(defect).every((entry) => entry === null)) return;
  fields.defect = { ...defect };
  const isSaid = said.some(({ by, status }) => by === 'column' || status !== 'in-use');
  if (!isSaid && defect.repairedOn === null) fields.status = 'defective';
  // Broken says the column of the state: then the repair is another one's.
  if (fields.status === 'defective' || fields.status === 'in-repair')
    fields.defect = { ...defect, repairedOn: null };
};

/** One number in a cell stands for one device; as many as there are serial numbers go with them in pairs. */
const tagsOf = ({ fields, serials }: RowDraft): readonly (string | null)[] => {
  const tags = splitList(fields.assetTag ?? '');
  return tags.length === serials.length ? tags : [fields.assetTag ?? null];
};

/** What only one device can have. */
const NOT_SHARED = { assetTag: null, macAddress: null, hostname: null, externalId: null } as const;

const eachSerial = (
  draft: RowDraft,
  base: RowRead,
  serials: readonly (string | null)[],
): readonly RowRead[] => {
  const tags = tagsOf(draft);
  return serials.map((serialNumber, index) => ({
    ...base,
    id: index === 0 ? base.id : null,
    fields: {
      ...draft.fields,
      ...(index > 0 && NOT_SHARED),
      quantity: 1,
      assetTag: tags[index] ?? null,
      serialNumber,
    },
  }));
};

/** The device or devices of the row; null = it names none. */
export const asDevices = (draft: RowDraft): readonly RowRead[] | null => {
  if (!namesDevice(draft)) return null;
  const { category, confidence, text } = classifyRow(draft);
  if (category !== null) draft.fields.categoryId = category;
  keepKindWords(draft, category);
  keepPlace(draft);
  settleStatus(draft);
  settleDefect(draft);
  settleCount(draft);
  const serials = devicesOfSerials(draft);
  const [only = null] = serials ?? [];
  if (serials?.length === 1) draft.fields.serialNumber = only;
  const base = {
    ...common(draft),
    fields: draft.fields,
    categoryConfidence: confidence,
    categoryText: text,
    isRoomOnly: false,
  };
  return serials === null || serials.length === 1 ? [base] : eachSerial(draft, base, serials);
};
