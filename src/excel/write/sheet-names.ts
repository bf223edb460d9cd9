/** Excel's rules: at most 31 characters, none of `* ? : \ / [ ]`, no apostrophe at the ends, unique without regard to case. */
const MAX_LENGTH = 31;

export const safeSheetName = (wished: string, taken: ReadonlySet<string>): string => {
  const plain =
    wished
      .replace(/[*?:\\/[\]\u0000-\u001f]/g, '-')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, MAX_LENGTH)
      .trim() || 'Blatt';
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    name = plain.slice(0, MAX_LENGTH - suffix.length) + suffix;
  }
  return name;
};
