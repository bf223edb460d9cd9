export type PackedFile = { readonly path: string; readonly size: number };
export type PackageCheck = {
  readonly own: number;
  readonly libraries: number;
  readonly faults: readonly string[];
};
export const LARGEST_OWN: number;
export const checkPackageList: (files: readonly PackedFile[], libraries: ReadonlySet<string>) => PackageCheck;
