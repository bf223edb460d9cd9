import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';

type BuildConfiguration = {
  readonly productName: string;
  readonly asar: unknown;
  readonly files: readonly string[];
  readonly publish: unknown;
  readonly win: { readonly icon: string; readonly target: readonly { readonly target: string }[] };
  readonly mac: { readonly icon: string };
  readonly linux: { readonly icon: string };
  readonly nsis: Readonly<Record<string, unknown>>;
  readonly portable: Readonly<Record<string, unknown>>;
  readonly extraResources: readonly { readonly from: string; readonly to: string }[];
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
    expect(configuration.files).toEqual([
      'out/main/**',
      'out/preload/**',
      'out/renderer/**',
      'package.json',
      // `npm run paket -- --pruefen` looks into the archive.
      '!**/node_modules/**',
    ]);
    expect(manifest.main).toMatch(/^out\/main\//);
    // Packed whatever `files` says.
    expect(manifest.dependencies).toBeUndefined();
  });

  it('installs on Windows for one account, in German, and leaves the data when it is removed', () => {
    expect(configuration.win.target.map(({ target }) => target)).toEqual(['nsis', 'portable']);
    expect(configuration.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
      installerLanguages: ['de_DE'],
      deleteAppDataOnUninstall: false,
    });
    expect(configuration.portable).toMatchObject({ requestExecutionLevel: 'user' });
  });

  it('packs the licence and the list of parts', () => {
    expect(configuration.extraResources.map(({ to }) => to)).toEqual([
      'LIZENZ.txt',
      'LIZENZEN-BIBLIOTHEKEN.txt',
      'teileliste.cdx.json',
    ]);
    expect(readFileSync('LICENSE', 'utf8')).toContain('EUROPEAN UNION PUBLIC LICENCE');
  });

  it('has an icon for each system, with the sizes that it wants', () => {
    const ico = readFileSync(configuration.win.icon);
    const sizes = Array.from(
      { length: ico.readUInt16LE(4) },
      (_, index) => ico.readUInt8(6 + 16 * index) || 256,
    );
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
    const icns = readFileSync(configuration.mac.icon);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.includes('ic10')).toBe(true);
    const png = readFileSync(configuration.linux.icon);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512]);
  });

  it('looks for no update and keeps the name of the app', () => {
    expect(configuration.publish).toBeNull();
    expect(configuration.productName).toBe(manifest.productName);
  });
});
