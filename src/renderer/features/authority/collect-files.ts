/** A file with the path under which it was found, `Schulen/Nord/MEP-Bericht.xlsx`. */
export type FoundFile = { readonly path: string; readonly file: File };
export type FoundFiles = {
  readonly files: readonly FoundFile[];
  /** Files of a folder that are no workbooks. */
  readonly skipped: number;
};

/** So many files of a folder are looked at; whoever drops a whole drive is told at once. */
export const MAX_FILES = 1000;

const WORKBOOK = /\.(xlsx|xlsm|ods)$/i;
/** Excel's mark of an open file, and files that systems hide. */
const HIDDEN = /^[~.]/;
const isWorkbook = (name: string): boolean => WORKBOOK.test(name) && !HIDDEN.test(name);

const readEntries = (reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> =>
  new Promise((resolve, reject) => reader.readEntries(resolve, reject));
const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Walks a dropped folder; of its files only workbooks are taken. What cannot be opened counts as skipped. */
const walk = async (
  entry: FileSystemEntry,
  path: string,
  found: FoundFile[],
  isDropped: boolean,
): Promise<number> => {
  if (found.length > MAX_FILES) return 0;
  if (isFile(entry)) {
    // A file that somebody names is read, and its message says what it is; a folder holds all sorts of things.
    if (!isDropped && !isWorkbook(entry.name)) return 1;
    const file = await fileOf(entry).catch(() => null);
    if (file === null) return 1;
    found.push({ path, file });
    return 0;
  }
  if (!isDirectory(entry)) return 0;
  const reader = entry.createReader();
  let skipped = 0;
  // The reader gives a hundred at a time, and nothing at the end.
  for (;;) {
    const entries = await readEntries(reader).catch(() => []);
    if (entries.length === 0) return skipped;
    for (const inside of entries) skipped += await walk(inside, `${path}/${inside.name}`, found, false);
  }
};

/** Files and folders that were dropped. Call it before anything is awaited: afterwards the list is empty. */
export const filesOfDrop = async (transfer: DataTransfer): Promise<FoundFiles> => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  const found: FoundFile[] = [];
  let skipped = 0;
  for (const [at, entry] of entries.entries()) {
    if (entry !== null) skipped += await walk(entry, entry.name, found, true);
    else if (plain[at] !== undefined) found.push({ path: plain[at].name, file: plain[at] });
  }
  return { files: found, skipped };
};

/** Files of an input; of a chosen folder only workbooks are taken. */
export const filesOfInput = (list: FileList): FoundFiles => {
  const all = [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
  const files = all.filter(({ file }) => file.webkitRelativePath === '' || isWorkbook(file.name));
  return { files, skipped: all.length - files.length };
};
