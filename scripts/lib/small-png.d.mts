export type Pixels = {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly pixels: Uint8Array;
  readonly channels: 1 | 3 | 4;
  /** RGB triples that the pixels point to; null = they are colours themselves. */
  readonly palette: Uint8Array | null;
};
export const readPng: (bytes: Uint8Array) => Pixels;
export const smallPng: (bytes: Uint8Array) => Buffer;
export const chunk: (type: string, data: Uint8Array) => Buffer;
