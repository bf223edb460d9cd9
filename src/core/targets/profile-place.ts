import type { JsonPath } from '../shared/json-text.ts';
import type { ProfileIssue } from './parse-profile.ts';

/**
 * Where an issue stands in what was read: entries by their place instead of their id. Of two entries with the same id
 * the second is the one too many.
 *
 * @param root the value that was checked
 */
export const placeInProfile = (
  root: unknown,
  { code, path }: Pick<ProfileIssue, 'code' | 'path'>,
): JsonPath => {
  const [list, entry, ...rest] = path;
  if (list === undefined) return [];
  if (entry === undefined) return code === 'STAGES_NOT_ASCENDING' ? disorderOf(root, list) : [list];
  const entries = fieldOf(root, list);
  if (!Array.isArray(entries)) return path;
  const hasId = (value: unknown): boolean => fieldOf(value, 'id') === entry;
  const found = code === 'DOUBLED_ID' ? entries.findLastIndex(hasId) : entries.findIndex(hasId);
  const at = found >= 0 ? found : Number(entry);
  if (code === 'DOUBLED_ID') return [list, at, 'id'];
  return [list, at, ...rest.map((key) => (/^\d+$/.test(key) ? Number(key) : key))];
};

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

/** The first stage that is not above the one before it. */
const disorderOf = (root: unknown, list: string): JsonPath => {
  const entries: unknown = fieldOf(root, list);
  if (!Array.isArray(entries)) return [list];
  const at = entries.findIndex(
    (entry, index) =>
      index > 0 && Number(fieldOf(entries[index - 1], 'stage')) >= Number(fieldOf(entry, 'stage')),
  );
  return at < 0 ? [list] : [list, at];
};
