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
  // Everything that runs is bundled. Modules have to be kept out by name: an optional dependency of the tests is packed else.
  files: ['out/main/**', 'out/preload/**', 'out/renderer/**', 'package.json', '!**/node_modules/**'],
  // For people, beside the archive: the licences, which the libraries ask for, and the list of parts that `npm run paket` writes before.
  extraResources: [
    { from: 'LICENSE', to: 'LIZENZ.txt' },
    { from: 'out/LIZENZEN-BIBLIOTHEKEN.txt', to: 'LIZENZEN-BIBLIOTHEKEN.txt' },
    { from: 'dist/teileliste.cdx.json', to: 'teileliste.cdx.json' },
  ],
  electronLanguages: ['de'],
  npmRebuild: false,
  // No update is looked for: the app asks nobody on the network.
  publish: null,
  win: {
    icon: 'resources/icon/icon.ico',
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ],
  },
  // For the account that is signed in, without questions and without the rights of an administrator.
  nsis: {
    oneClick: true,
    perMachine: false,
    allowElevation: false,
    packElevateHelper: false,
    installerLanguages: ['de_DE'],
    language: '1031',
    // The data of the school outlive the program.
    deleteAppDataOnUninstall: false,
    shortcutName: 'Ausstattungskompass',
    artifactName: '${productName}-${version}-einrichten.${ext}',
  },
  portable: {
    requestExecutionLevel: 'user',
    artifactName: '${productName}-${version}-ohne-installation.${ext}',
  },
  mac: {
    icon: 'resources/icon/icon.icns',
    category: 'public.app-category.education',
    target: ['dmg'],
    // Not signed: that needs a paid account.
    identity: null,
    extendInfo: { NSCameraUsageDescription: 'Die Inventur liest Etiketten mit der Kamera.' },
  },
  linux: { icon: 'resources/icon/icon.png', category: 'Education', target: ['AppImage'] },
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
