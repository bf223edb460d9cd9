/**
 * How the app is packaged. Held by scripts/lib/electron-builder.test.ts; what the fuses do against whom stands in
 * docs/security.md.
 *
 * @type {import('electron-builder').Configuration}
 */
module.exports = {
  appId: 'de.ausstattungskompass.app',
  productName: 'Ausstattungskompass',
  copyright: 'EUPL-1.2',
  directories: { output: 'dist' },
  // Everything that runs is bundled: no module is packed beside it.
  files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json'],
  electronLanguages: ['de'],
  npmRebuild: false,
  // No update is looked for: the app asks nobody on the network.
  publish: null,
  // One archive whose checksum is put into the program; `disableIntegrity` would take it out again.
  asar: true,
  // Switches inside Electron's program that cannot be set from outside any more.
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
};
