/** What a package of the app holds, and whether it is right. */

/** All of it that is not a library, in bytes. */
export const LARGEST_OWN = 5_000_000;

const NEEDED = ['/package.json', '/out/main/index.js', '/out/preload/index.js', '/out/renderer/index.html'];
const ALLOWED = [
  /^\/package\.json$/u,
  /^\/out\/main\/[\w-]+\.js$/u,
  /^\/out\/preload\/[\w-]+\.js$/u,
  /^\/out\/renderer\/index\.html$/u,
  /^\/out\/renderer\/assets\/[\w.-]+\.(?:js|css|png|svg|woff2|json)$/u,
];
const CHUNK = /^\/out\/renderer\/assets\/(.+)-[\w-]{8}\.js$/u;

/** Whether a file is a library: the build names it after its package. */
const isLibrary = (path, libraries) => libraries.has(CHUNK.exec(path)?.[1] ?? '');

/**
 * Checks the list of files of an archive.
 *
 * @param {readonly { path: string, size: number }[]} files paths begin with a slash
 * @param {ReadonlySet<string>} libraries names of packages without their scope
 * @returns {{ own: number, libraries: number, faults: readonly string[] }} sizes in bytes; without faults the list is right
 */
export const checkPackageList = (files, libraries) => {
  const paths = new Set(files.map(({ path }) => path));
  const sizeOf = (wanted) =>
    files
      .filter(({ path }) => isLibrary(path, libraries) === wanted)
      .reduce((sum, { size }) => sum + size, 0);
  const own = sizeOf(false);
  const faults = [
    ...NEEDED.filter((path) => !paths.has(path)).map((path) => `fehlt / missing: ${path}`),
    ...files
      .filter(({ path }) => !ALLOWED.some((pattern) => pattern.test(path)))
      .map(({ path }) => `gehört nicht hinein / does not belong: ${path}`),
    ...files.filter(({ size }) => size === 0).map(({ path }) => `leer / empty: ${path}`),
    ...(own > LARGEST_OWN ? [`zu groß / too large: ${own} Bytes, höchstens / at most ${LARGEST_OWN}`] : []),
  ];
  return { own, libraries: sizeOf(true), faults };
};
