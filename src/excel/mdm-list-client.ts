import type { ReadFailure } from '#core/import/types.ts';
import { failed } from '#core/shared/result.ts';
import type { MdmListAnswer, MdmListRequest } from './mdm-list-worker.ts';

/** Reads a list of device management in a worker of its own, which ends with it. A file that breaks it counts as damaged. */
export const readMdmListInWorker = (request: MdmListRequest): Promise<MdmListAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./mdm-list-worker.ts', import.meta.url), { type: 'module' });
    const finish = (answer: MdmListAnswer): void => {
      worker.terminate();
      resolve(answer);
    };
    const damaged: ReadFailure = { fileName: request.fileName, sheet: null, code: 'DAMAGED', params: {} };
    worker.onmessage = ({ data }: MessageEvent<MdmListAnswer>) => finish(data);
    worker.onerror = () => finish(failed(damaged));
    worker.onmessageerror = () => finish(failed(damaged));
    worker.postMessage(request);
  });
