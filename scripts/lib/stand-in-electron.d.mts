export const FUSE_COUNT: number;
export const writeStandInElectron: (folder: string) => void;
export const readFuses: (program: Buffer) => string | null;
