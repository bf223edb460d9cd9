import { strToU8 } from 'fflate';
import type { Workbook } from 'exceljs';
import type { PackageParts } from './charts/package-parts.ts';

type Archive = {
  append: (data: string | Uint8Array, part: { readonly name: string }) => void;
};

/** Of ExcelJS 4.4, which its types leave out. */
type WriterOfExcelJs = {
  addContentTypes: (archive: Archive, model: unknown) => Promise<void>;
  _finalize: () => Promise<void>;
  write: (stream: object) => Promise<void>;
};

/**
 * The parts that ExcelJS makes of a workbook. Its own zip is passed by: `finishPackage` compresses them anyway, and packing,
 * unpacking and checking them once more costs a tenth of the whole report.
 *
 * @throws Error when ExcelJS no longer begins with the content types
 */
export const collectParts = async (workbook: Workbook): Promise<PackageParts> => {
  const parts: PackageParts = {};
  const writer = workbook.xlsx as unknown as WriterOfExcelJs;
  const addContentTypes = writer.addContentTypes.bind(writer);
  // It is the first to be handed the archive; all others fill the same one.
  writer.addContentTypes = (archive, model) => {
    archive.append = (data, { name }) => {
      parts[name] = typeof data === 'string' ? strToU8(data) : new Uint8Array(data);
    };
    return addContentTypes(archive, model);
  };
  writer._finalize = () => Promise.resolve();
  await writer.write({});
  if (parts['xl/workbook.xml'] === undefined) throw new Error('ExcelJS wrote its parts elsewhere');
  return parts;
};
