import type { Plugin } from 'vite';

export const bundledLicences: (path: string) => {
  readonly collect: () => Plugin;
  readonly write: () => Plugin;
};
