import { EMPTY_INVENTORY, type Inventory } from '../inventory/inventory.ts';
import type { ImportChoices } from '../import/plan/plan-choices.ts';
import { planImport } from '../import/plan/plan-import.ts';
import { proposeMapping } from '../import/columns/propose-mapping.ts';
import type { ImportMapping, ImportPlan, RawBook, RawCell } from '../import/types.ts';
import type { TargetProfile } from '../targets/target-profile.ts';

type Rows = readonly (readonly RawCell[])[];

/** A workbook with these sheets, each row as a list of cells; the first row is row 1. */
export const aBook = (sheets: Readonly<Record<string, Rows>>): RawBook => ({
  fileName: 'liste.xlsx',
  format: 'xlsx',
  textFormat: null,
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    hidden: false,
    hiddenColumns: [],
    merges: [],
    rows: rows.map((cells, index) => ({ row: index + 1, cells, hidden: false })),
  })),
});

export const mappingOf = (book: RawBook, profile: TargetProfile): ImportMapping => {
  const mapping = proposeMapping(book, { profile, remembered: [] });
  if (!mapping.ok) throw new Error(mapping.error.code);
  return mapping.value;
};

/** The plan for a book as it is proposed; new devices are `neu-1`, `neu-2` … in the order of the list. */
export const planOf = (
  book: RawBook,
  profile: TargetProfile,
  {
    inventory = EMPTY_INVENTORY,
    mapping = mappingOf(book, profile),
    choices = { defaultRoomType: null },
  }: {
    readonly inventory?: Inventory;
    readonly mapping?: ImportMapping;
    readonly choices?: ImportChoices;
  } = {},
): ImportPlan => {
  let next = 0;
  const id = (kind: string) => (): string => {
    next += 1;
    return `${kind}-${next}`;
  };
  return planImport(book, mapping, {
    ...choices,
    inventory,
    profile,
    ids: { device: id('neu'), room: id('raum') },
  });
};
