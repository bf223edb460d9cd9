import {
  BarcodeFormat,
  BinaryBitmap,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatReader,
  RGBLuminanceSource,
} from '@zxing/library';

/** QR codes and Code 128 of our labels, and what makers print their serial numbers in. */
const FORMATS = [
  BarcodeFormat.QR_CODE,
  BarcodeFormat.CODE_128,
  BarcodeFormat.CODE_39,
  BarcodeFormat.DATA_MATRIX,
  BarcodeFormat.EAN_13,
];
const reader = new MultiFormatReader();
reader.setHints(
  new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, FORMATS],
    [DecodeHintType.TRY_HARDER, true],
  ]),
);

let canvas: OffscreenCanvas | null = null;

const greyOf = (picture: ImageBitmap): Uint8ClampedArray => {
  const { width, height } = picture;
  if (canvas === null || canvas.width !== width || canvas.height !== height)
    canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no canvas to read pixels from');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8ClampedArray(width * height);
  // Weights of Rec. 601, in 1/256.
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 4)
    grey[pixel] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  return grey;
};

/** The text of one code in the picture; null = there is none that can be read. */
const readCode = (picture: ImageBitmap): string | null => {
  const source = new RGBLuminanceSource(greyOf(picture), picture.width, picture.height);
  // Each of the library's ways to tell black from white misses a code now and then.
  for (const binarizer of [new HybridBinarizer(source), new GlobalHistogramBinarizer(source)]) {
    try {
      return reader.decodeWithState(new BinaryBitmap(binarizer)).getText();
    } catch {
      // The library throws where it finds nothing.
    }
  }
  return null;
};

self.onmessage = ({ data }: MessageEvent<ImageBitmap>): void => {
  const code = readCode(data);
  data.close();
  self.postMessage(code);
};
