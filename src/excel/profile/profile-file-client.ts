import type { ProfileFileAnswer, ProfileFileRequest } from './profile-file-worker.ts';

/** Reads or writes a profile file in a worker of its own, so that the window stays free. Never rejects. */
export const profileFileInWorker = (request: ProfileFileRequest): Promise<ProfileFileAnswer> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./profile-file-worker.ts', import.meta.url), { type: 'module' });
    const finish = (answer: ProfileFileAnswer): void => {
      worker.terminate();
      resolve(answer);
    };
    worker.onmessage = ({ data }: MessageEvent<ProfileFileAnswer>) => finish(data);
    worker.onerror = ({ message }) => finish({ kind: 'stumbled', detail: message });
    worker.onmessageerror = () => finish({ kind: 'stumbled', detail: 'messageerror' });
    worker.postMessage(request);
  });
