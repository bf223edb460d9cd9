import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

type BuildConfiguration = {
  readonly productName: string;
  readonly asar: unknown;
  readonly files: readonly string[];
  readonly publish: unknown;
  readonly electronFuses: Readonly<Record<string, boolean>>;
};
const configuration = createRequire(import.meta.url)('../../electron-builder.cjs') as BuildConfiguration;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly main: string;
  readonly productName: string;
  readonly dependencies?: object;
};

describe('the build configuration', () => {
  it.each([
    ['runAsNode', false],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableCookieEncryption', true],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('sets the fuse %s to %s', (fuse, value) => {
    expect(configuration.electronFuses[fuse]).toBe(value);
  });

  it('packs one archive with its checksum', () => {
    // An object could hold `disableIntegrity`.
    expect(configuration.asar).toBe(true);
  });

  it('packs what was built and nothing beside it', () => {
    expect(configuration.files).toEqual(['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json']);
    expect(manifest.main).toMatch(/^out\/main\//);
    // Packed whatever `files` says.
    expect(manifest.dependencies).toBeUndefined();
  });

  it('looks for no update and keeps the name of the app', () => {
    expect(configuration.publish).toBeNull();
    expect(configuration.productName).toBe(manifest.productName);
  });
});
