/** Compares the packages of a lock file with a list of known vulnerabilities. No network, no dependency. */

/** `1.2.3-beta.4` → numbers and the parts of the preview; null where it is no version. */
const parse = (version) => {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+.*)?$/.exec(version);
  if (match === null) return null;
  const [, major, minor, patch, preview] = match;
  return { numbers: [Number(major), Number(minor), Number(patch)], preview: preview?.split('.') ?? [] };
};

const comparePart = (left, right) => {
  const isNumber = [left, right].map((part) => /^\d+$/.test(part));
  if (isNumber[0] && isNumber[1]) return Math.sign(Number(left) - Number(right));
  // Numbers come before words.
  if (isNumber[0] !== isNumber[1]) return isNumber[0] ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
};

/** -1, 0 or 1, as semantic versioning orders them: a preview comes before its version. */
export const compareVersions = (left, right) => {
  const [a, b] = [left, right].map((version) => {
    const parsed = parse(version);
    if (parsed === null) throw new Error(`no version: ${version}`);
    return parsed;
  });
  for (let at = 0; at < 3; at += 1) {
    const difference = Math.sign(a.numbers[at] - b.numbers[at]);
    if (difference !== 0) return difference;
  }
  if (a.preview.length === 0 || b.preview.length === 0) return Math.sign(b.preview.length - a.preview.length);
  for (let at = 0; at < Math.max(a.preview.length, b.preview.length); at += 1) {
    if (a.preview[at] === undefined) return -1;
    if (b.preview[at] === undefined) return 1;
    const difference = comparePart(a.preview[at], b.preview[at]);
    if (difference !== 0) return difference;
  }
  return 0;
};

const COMPARATORS = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
  '=': (order) => order === 0,
};

/**
 * `>=7.0.0 <7.3.5 || =8.0.0`: comparators with blanks between all hold, of the parts between `||` one.
 *
 * @throws Error where the range is written in another way: an advisory must not be passed over
 */
export const isInRange = (version, range) =>
  range.split('||').some((part) =>
    part
      .trim()
      .split(/\s+/)
      .every((comparator) => {
        const match = /^(<=|>=|<|>|=)(\S+)$/.exec(comparator);
        if (match === null) throw new Error(`no comparator: ${comparator}`);
        return COMPARATORS[match[1]](compareVersions(version, match[2]));
      }),
  );

/** Every installed package of a lock file, also those inside of others. */
const installed = (lock) =>
  Object.entries(lock.packages).flatMap(([path, { version, name }]) =>
    path === '' || version === undefined
      ? []
      : [{ path, version, name: name ?? path.split('node_modules/').at(-1) }],
  );

/** The packages of the lock file that are in the list, each with what is known of it. */
export const auditLock = (lock, known) =>
  installed(lock).flatMap(({ path, name, version }) =>
    known
      .filter((entry) => entry.package === name && isInRange(version, entry.vulnerable))
      .map((entry) => ({ path, version, ...entry })),
  );
