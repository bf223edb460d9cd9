export const icoOf: (pictures: ReadonlyMap<number, Uint8Array>) => Buffer;
export const icnsOf: (pictures: ReadonlyMap<number, Uint8Array>) => Buffer;
