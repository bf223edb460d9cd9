import { findMdmTable, type MdmTable } from '#core/import/mdm/mdm-list.ts';
import type { ReadFailure } from '#core/import/types.ts';
import { failed, ok, type Result } from '#core/shared/result.ts';
import { readList } from './read/read-list.ts';

/** Reads what a program of device management gave out (.csv, .xlsx, .ods), or says in the words of the import why not. */
export const readMdmList = (bytes: Uint8Array, fileName: string): Result<MdmTable, ReadFailure> => {
  const book = readList(bytes, fileName);
  if (!book.ok) return book;
  const table = findMdmTable(book.value);
  if (table.ok) return ok(table.value);
  return failed({
    fileName,
    sheet: null,
    code: table.error === 'EMPTY' ? 'NO_ROWS' : 'NO_HEAD_ROW',
    params: {},
  });
};
