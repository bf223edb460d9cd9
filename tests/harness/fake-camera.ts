import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { raw } from 'bwip-js/node';

const WIDTH = 640;
const HEIGHT = 360;
const PICTURES_PER_S = 10;
/** Pixels to a module, and the quiet zone around the code in modules. */
const MODULE = 6;
const WHITE = 235;
const BLACK = 16;

/** The code in the middle of a grey wall, as a camera sees it; null = the wall alone. */
const picture = (code: string | null): Buffer => {
  const luma = Buffer.alloc(WIDTH * HEIGHT, 120);
  if (code !== null) {
    const [drawn] = raw('qrcode', code, {}) as unknown as readonly {
      readonly pixs: readonly number[];
      readonly pixx: number;
    }[];
    if (drawn === undefined) throw new Error(`no code of ${code}`);
    const size = drawn.pixx * MODULE;
    const quiet = 4 * MODULE;
    const left = Math.floor((WIDTH - size) / 2);
    const top = Math.floor((HEIGHT - size) / 2);
    for (let y = -quiet; y < size + quiet; y += 1)
      for (let x = -quiet; x < size + quiet; x += 1) {
        const isCode = x >= 0 && y >= 0 && x < size && y < size;
        const isDark =
          isCode && drawn.pixs[Math.floor(y / MODULE) * drawn.pixx + Math.floor(x / MODULE)] === 1;
        luma[(top + y) * WIDTH + left + x] = isDark ? BLACK : WHITE;
      }
  }
  // No colour: both planes lie in the middle.
  return Buffer.concat([luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
};

/**
 * Switches of Chromium that give the page a camera in front of which these codes are held one after the other, over and over.
 * The film is made here as YUV4MPEG2, pixel by pixel.
 *
 * @param file where the film is put
 * @param scenes each a code (null: nothing is held) and for how many seconds
 */
export const fakeCamera = (
  file: string,
  scenes: readonly { readonly code: string | null; readonly seconds: number }[],
): readonly string[] => {
  const frames = scenes.flatMap(({ code, seconds }) => {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(code)]);
    return Array.from({ length: Math.round(seconds * PICTURES_PER_S) }, () => frame);
  });
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    Buffer.concat([
      Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${PICTURES_PER_S}:1 Ip A1:1 C420jpeg\n`),
      ...frames,
    ]),
  );
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
};
