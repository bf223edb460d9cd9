import { describe, expect, it } from 'vitest';
import { filesOfDrop } from './collect-files.ts';

type Tree = { readonly [name: string]: Tree | string };

/** As Chromium gives it: a directory in portions, then an empty one. */
const entryOf = (name: string, content: Tree | string): FileSystemEntry => {
  if (typeof content === 'string') {
    const file = new File([content], name);
    const entry = {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(file),
    };
    return entry as unknown as FileSystemEntry;
  }
  const entry = {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = Object.entries(content).map(([inside, value]) => entryOf(inside, value));
      return { readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 2)) };
    },
  };
  return entry as unknown as FileSystemEntry;
};
const dropOf = (tree: Tree): DataTransfer => {
  const entries = Object.entries(tree).map(([name, content]) => entryOf(name, content));
  const items = entries.map((entry) => ({ webkitGetAsEntry: () => entry }));
  return { items, files: [] } as unknown as DataTransfer;
};

describe('filesOfDrop', () => {
  it('takes the workbooks of folders within folders and counts what else lies there', async () => {
    const { files, skipped } = await filesOfDrop(
      dropOf({
        Schulen: {
          'a.xlsx': '',
          '~$a.xlsx': '',
          Nord: { 'b.XLSX': '', 'c.ods': '', 'Thumbs.db': '' },
          'd.pdf': '',
        },
      }),
    );
    expect(files.map(({ path }) => path)).toEqual([
      'Schulen/a.xlsx',
      'Schulen/Nord/b.XLSX',
      'Schulen/Nord/c.ods',
    ]);
    expect(skipped).toBe(3);
  });

  it('takes a file that was dropped by itself whatever it is: its message says so', async () => {
    const { files, skipped } = await filesOfDrop(dropOf({ 'brief.pdf': '', 'a.xlsx': '' }));
    expect(files.map(({ path }) => path)).toEqual(['brief.pdf', 'a.xlsx']);
    expect(skipped).toBe(0);
  });
});
