import type { MdmTable } from '#core/import/mdm/mdm-list.ts';
import type { ReadFailure } from '#core/import/types.ts';
import type { Result } from '#core/shared/result.ts';
import { readMdmList } from './read-mdm-list.ts';

export type MdmListRequest = { readonly bytes: Uint8Array; readonly fileName: string };
export type MdmListAnswer = Result<MdmTable, ReadFailure>;

self.onmessage = ({ data }: MessageEvent<MdmListRequest>): void => {
  self.postMessage(readMdmList(data.bytes, data.fileName) satisfies MdmListAnswer);
};
