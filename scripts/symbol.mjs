/**
 * Draws the icon files of the package from `resources/icon/icon.svg`. They are committed: run it when the drawing changes.
 *
 * node scripts/symbol.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { icnsOf, icoOf } from './lib/icon-files.mjs';
import { ensureInstalled, ROOT } from './lib/install.mjs';
import { ensureTools } from './lib/tools.mjs';

ensureInstalled();
const { chromium } = await import('@playwright/test');
const FOLDER = join(ROOT, 'resources', 'icon');
const { chromium: executablePath } = ensureTools();
if (executablePath === null) {
  console.error('Kein Chromium gefunden. Installieren Sie eines oder setzen Sie CHROMIUM_PATH.');
  process.exit(1);
}
const drawing = `data:image/svg+xml;base64,${readFileSync(join(FOLDER, 'icon.svg')).toString('base64')}`;
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
const draw = async (size) => {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } img { display: block }</style><img src="${drawing}" width="${size}" height="${size}">`,
  );
  return page.screenshot({ omitBackground: true });
};
const drawAll = async (sizes) => {
  const pictures = new Map();
  for (const size of sizes) pictures.set(size, await draw(size));
  return pictures;
};
writeFileSync(join(FOLDER, 'icon.ico'), icoOf(await drawAll([16, 24, 32, 48, 64, 128, 256])));
writeFileSync(join(FOLDER, 'icon.icns'), icnsOf(await drawAll([16, 32, 64, 128, 256, 512, 1024])));
writeFileSync(join(FOLDER, 'icon.png'), await draw(512));
await browser.close();
console.log('resources/icon: icon.ico, icon.icns, icon.png');
