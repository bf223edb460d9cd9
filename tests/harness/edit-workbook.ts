import ExcelJS, { type Workbook } from 'exceljs';

/**
 * A workbook as somebody saved it after changing it by hand.
 *
 * @param bytes an .xlsx; null = a new, empty one
 */
export const editedWorkbook = async (
  bytes: Uint8Array | null,
  change: (book: Workbook) => void,
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  if (bytes !== null) await book.xlsx.load(bytes.slice().buffer);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};
