import { useEffect, useRef, useState } from 'react';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { SelectField } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { watchCamera, type CameraFailure } from './camera.ts';
import styles from './camera-view.module.css';

/** The picture of the camera; what it reads goes the way of every scan. */
export const CameraView = ({ onCode }: { readonly onCode: (code: string) => void }) => {
  const video = useRef<HTMLVideoElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const [shown, setShown] = useState<{
    readonly current: string | null;
    readonly cameras: readonly MediaDeviceInfo[];
  } | null>(null);
  const [failure, setFailure] = useState<CameraFailure | null>(null);
  const answer = useRef(onCode);
  useEffect(() => {
    answer.current = onCode;
  });
  useEffect(() => {
    if (video.current === null) return undefined;
    setFailure(null);
    return watchCamera(video.current, wanted, {
      onPicture: (current, cameras) => setShown({ current, cameras }),
      onCode: (code) => answer.current(code),
      onFailure: setFailure,
    });
  }, [wanted]);
  const cameras = shown?.cameras ?? [];
  return (
    <div className={styles.camera}>
      <video
        ref={video}
        className={styles.picture}
        hidden={failure !== null}
        aria-label={STOCKTAKE_TEXTS.cameraPicture}
        muted
        playsInline
      />
      <div className={styles.beside}>
        {failure !== null ? (
          <Notice kind="gap" role="alert">
            {STOCKTAKE_TEXTS.cameraFailures[failure]}
          </Notice>
        ) : (
          <p role="status">{shown === null ? STOCKTAKE_TEXTS.cameraStarts : STOCKTAKE_TEXTS.cameraHint}</p>
        )}
        {cameras.length > 1 && (
          <SelectField
            label={STOCKTAKE_TEXTS.cameraWhich}
            value={wanted ?? shown?.current ?? ''}
            options={cameras.map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label === '' ? STOCKTAKE_TEXTS.cameraNumber(index + 1) : label,
            }))}
            onChange={setWanted}
          />
        )}
      </div>
    </div>
  );
};
