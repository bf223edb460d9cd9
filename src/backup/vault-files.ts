import type { HostMethods } from '#bridge/contract.ts';

/** The part of the host that journal and backups need. */
export type VaultFiles = Pick<
  HostMethods,
  'vaultList' | 'vaultRead' | 'vaultAppend' | 'vaultWrite' | 'vaultRemove' | 'vaultSetAside'
>;
