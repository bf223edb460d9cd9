/** The architecture as rules (docs/architecture.md). Regex groups, so that new folders are covered at once. */
const TEST = '\\.test\\.tsx?$|^src/(core|backup)/testing/';
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/core/', pathNot: TEST },
      to: { pathNot: '^src/core/|node_modules/(zod|@noble/hashes)/' },
    },
    {
      name: 'storage-and-excel-apart',
      severity: 'error',
      from: { path: '^src/(storage|excel)/', pathNot: TEST },
      to: { path: '^src/(storage|excel|renderer|main|preload|cli|bridge)/', pathNot: '^src/$1/' },
    },
    {
      name: 'backup-knows-files-only-through-the-bridge',
      severity: 'error',
      from: { path: '^src/backup/', pathNot: TEST },
      to: { path: '^src/(storage|excel|renderer|main|preload|cli|texts)/' },
    },
    {
      name: 'main-does-not-see-the-renderer',
      severity: 'error',
      from: { path: '^src/(main|preload)/' },
      to: { path: '^src/(renderer|storage|backup|excel|cli)/' },
    },
    {
      name: 'renderer-does-not-see-main',
      severity: 'error',
      from: { path: '^src/renderer/' },
      to: { path: '^src/(main|preload|cli)/' },
    },
    {
      name: 'bridge-stands-alone',
      severity: 'error',
      from: { path: '^src/bridge/' },
      to: { path: '^src/(?!bridge/|core/)' },
    },
    {
      name: 'texts-know-only-the-core',
      severity: 'error',
      from: { path: '^src/texts/', pathNot: TEST },
      to: { pathNot: '^src/(texts|core)/' },
    },
    {
      name: 'features-do-not-see-each-other',
      severity: 'error',
      from: { path: '^src/renderer/features/([^/]+)/' },
      to: { path: '^src/renderer/features/', pathNot: '^src/renderer/features/$1/' },
    },
    {
      name: 'features-do-not-see-the-app',
      severity: 'error',
      from: { path: '^src/renderer/features/' },
      to: { path: '^src/renderer/app/' },
    },
    {
      name: 'print-does-not-see-the-screens',
      severity: 'error',
      from: { path: '^src/renderer/print/' },
      to: { path: '^src/renderer/(features|app)/' },
    },
    {
      name: 'ui-has-no-domain',
      severity: 'error',
      from: { path: '^src/renderer/ui/' },
      to: { path: '^src/(core|storage|excel|bridge|texts)/|^src/renderer/(features|app|state)/' },
    },
    {
      name: 'dexie-only-in-storage',
      severity: 'error',
      from: { pathNot: '^src/storage/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'exceljs-only-in-excel',
      severity: 'error',
      from: { pathNot: '^src/excel/|^tests/|^scripts/' },
      to: { path: 'node_modules/(exceljs|hucre)/' },
    },
    {
      name: 'zod-only-where-it-is-told-not-to-eval',
      severity: 'error',
      from: { pathNot: '^src/core/shared/zod\\.ts$' },
      to: { path: 'node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'electron-only-in-main-and-preload',
      severity: 'error',
      from: { pathNot: '^src/(main|preload)/' },
      to: { path: 'node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'recharts-only-in-charts',
      severity: 'error',
      from: { pathNot: '-chart\\.tsx$' },
      to: { path: 'node_modules/recharts/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(src|node_modules)/',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
