export type KnownVulnerability = {
  readonly package: string;
  readonly vulnerable: string;
  readonly fixedIn: string;
  readonly id: string;
  readonly severity: string;
  readonly what: string;
  readonly source: string;
};
export type Finding = KnownVulnerability & { readonly path: string; readonly version: string };
export type LockFile = {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly name?: string }>>;
};
export const compareVersions: (left: string, right: string) => number;
export const isInRange: (version: string, range: string) => boolean;
export const auditLock: (lock: LockFile, known: readonly KnownVulnerability[]) => readonly Finding[];
