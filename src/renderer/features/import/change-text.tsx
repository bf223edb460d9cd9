import { extraHeading } from '#core/import/plan/preview-lines.ts';
import type { FieldChange } from '#core/import/types.ts';
import { useCategoryNames } from './category-options.ts';
import { useRoomTypesById } from '#state/use-app-state.ts';
import { OWNER_LABELS, STATUS_LABELS, USER_GROUP_LABELS, WLAN_COVERAGE_LABELS } from '#texts/fields.ts';
import { formatDate, formatEuros, formatNumber } from '#texts/format.ts';
import { fieldLabel, IMPORT_TEXTS } from '#texts/import.ts';
import styles from './lines-grid.module.css';

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: STATUS_LABELS,
  userGroup: USER_GROUP_LABELS,
  owner: OWNER_LABELS,
  wlanCoverage: WLAN_COVERAGE_LABELS,
};
const DATES: ReadonlySet<string> = new Set([
  'purchasedOn',
  'earmarkedUntil',
  'warrantyUntil',
  'defectSince',
  'defectReportedOn',
  'decommissionedOn',
  'lastSeenOn',
]);

export const fieldLabelOf = (field: string): string => extraHeading(field) ?? fieldLabel(field);

/** The names behind the ids of a value. */
type Names = { readonly category: (id: string) => string; readonly roomType: (id: string) => string };

/** A field's value as people read it; '' = empty. */
const valueText = (field: string, value: unknown, names: Names): string => {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.map((entry) => names.roomType(String(entry))).join(', ');
  if (typeof value === 'number')
    return field === 'purchasePriceCents' ? formatEuros(value) : formatNumber(value);
  const text = String(value);
  if (DATES.has(field)) return formatDate(text);
  if (field === 'categoryId') return names.category(text);
  return WORDS[field]?.[text] ?? text;
};

const useNames = (): Names => {
  const categories = useCategoryNames();
  const roomTypes = useRoomTypesById();
  return {
    category: (id) => categories.get(id) ?? id,
    roomType: (id) => roomTypes.get(id)?.name ?? id,
  };
};

export const ValueText = ({ field, value }: { readonly field: string; readonly value: unknown }) => {
  const names = useNames();
  const text = valueText(field, value, names);
  return text === '' ? <span className={styles.empty}>{IMPORT_TEXTS.preview.emptyValue}</span> : text;
};

/** The old value struck through, the new one bold; the other way round where the inventory stays. */
export const ChangeText = ({
  change: { field, before, after },
  isKept,
}: {
  readonly change: FieldChange;
  readonly isKept: boolean;
}) =>
  isKept ? (
    <>
      <b>
        <ValueText field={field} value={before} />
      </b>{' '}
      <del>
        <ValueText field={field} value={after} />
      </del>{' '}
    </>
  ) : (
    <>
      <del>
        <ValueText field={field} value={before} />
      </del>{' '}
      <ins>
        <ValueText field={field} value={after} />
      </ins>{' '}
    </>
  );
