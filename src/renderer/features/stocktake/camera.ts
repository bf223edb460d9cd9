import { createCodeHold } from '#core/stocktake/code-hold.ts';

/** Why there is no picture, for a message with a remedy. */
export type CameraFailure = 'none' | 'refused' | 'busy' | 'lost' | 'unsupported';

/** Reads a few times a second: enough for a hand that holds a device into view, and no work in between. */
const PAUSE_MS = 150;
/** Labels are read at a forearm's length; more pixels would only take longer. */
const WANTED: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } };

const failureOf = (error: unknown): CameraFailure => {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'unsupported';
  }
};

/** Codes in view are held over screens: the label of a room stays in view when its screen opens. */
const hold = createCodeHold();

export type CameraEvents = {
  /** There is a picture. `deviceId` of the camera, and all that could be chosen. */
  readonly onPicture: (deviceId: string | null, cameras: readonly MediaDeviceInfo[]) => void;
  readonly onCode: (code: string) => void;
  readonly onFailure: (failure: CameraFailure) => void;
};

/**
 * Shows the camera's picture and reads codes of it, in a worker, so that no frame of the window waits for it.
 *
 * @param camera which one; null = the one that looks away from the user, where there is one
 * @returns ends it: the camera's light goes out
 */
export const watchCamera = (
  video: HTMLVideoElement,
  camera: string | null,
  { onPicture, onCode, onFailure }: CameraEvents,
): (() => void) => {
  let isOver = false;
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const worker = new Worker(new URL('./read-codes-worker.ts', import.meta.url), { type: 'module' });

  const stop = (): void => {
    isOver = true;
    clearTimeout(timer);
    worker.terminate();
    for (const track of stream?.getTracks() ?? []) track.stop();
    video.srcObject = null;
  };
  const fail = (failure: CameraFailure): void => {
    if (isOver) return;
    stop();
    onFailure(failure);
  };
  const look = async (): Promise<void> => {
    if (isOver) return;
    // A picture that has not come yet is none to read.
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
      timer = setTimeout(() => void look(), PAUSE_MS);
      return;
    }
    const picture = await createImageBitmap(video);
    if (isOver) picture.close();
    else worker.postMessage(picture, [picture]);
  };
  worker.onmessage = ({ data }: MessageEvent<string | null>): void => {
    if (isOver) return;
    if (data !== null && data.trim() !== '' && hold.isNew(data, performance.now())) onCode(data);
    timer = setTimeout(() => void look(), PAUSE_MS);
  };
  worker.onerror = () => fail('unsupported');

  const start = async (): Promise<void> => {
    // Without a secure origin there is none.
    const devices = (navigator as { readonly mediaDevices?: MediaDevices }).mediaDevices;
    if (devices === undefined) {
      fail('unsupported');
      return;
    }
    try {
      const which = camera === null ? { facingMode: 'environment' } : { deviceId: { exact: camera } };
      stream = await devices.getUserMedia({ video: { ...WANTED, ...which }, audio: false });
      // It was ended while the user was still asked.
      if (isOver) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      const [track] = stream.getVideoTracks();
      track?.addEventListener('ended', () => fail('lost'));
      video.srcObject = stream;
      await video.play();
      const cameras = (await devices.enumerateDevices()).filter(({ kind }) => kind === 'videoinput');
      if (isOver) return;
      onPicture(track?.getSettings().deviceId ?? null, cameras);
      await look();
    } catch (error) {
      fail(failureOf(error));
    }
  };
  void start();
  return stop;
};
