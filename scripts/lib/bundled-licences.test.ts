import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { bundledLicences } from './bundled-licences.mjs';

it('writes the licence of each package that is bundled, and of no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lizenzen-'));
  try {
    const entry = join(folder, 'entry.js');
    writeFileSync(
      entry,
      `import { zlibSync } from '${resolve('node_modules/fflate/esm/browser.js')}';\nzlibSync;`,
    );
    const file = join(folder, 'lizenzen.txt');
    await build({
      configFile: false,
      logLevel: 'error',
      root: folder,
      plugins: [bundledLicences(file).write()],
      build: { outDir: join(folder, 'out'), rollupOptions: { input: entry, treeshake: false } },
    });
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^fflate \d+\.\d+\.\d+\nLizenz: MIT\n/);
    expect(text).toContain('Permission is hereby granted');
    expect(text).not.toContain('vite');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
