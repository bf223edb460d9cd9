/**
 * What a record holds under a key; undefined where it holds nothing. Keys are names that people and files give: one like
 * `constructor` must not find what every object has.
 */
export const ownValue = <Value>(
  record: Readonly<Record<string, Value>> | null | undefined,
  key: string,
): Value | undefined =>
  record !== null && record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
