/**
 * Many schools without a window: the reports of the schools in, one workbook out.
 *
 * npm run --silent konsolidieren -- --aus gesamt.xlsx [--csv FOLDER] FILE|FOLDER [FILE|FOLDER…]
 *
 * Exit 0 done, 1 no usable report (nothing written), 2 wrong usage, 3 could not write.
 */
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { bundleCli } = await import('./lib/bundle-cli.mjs');
const { main } = await import(pathToFileURL(await bundleCli('konsolidieren')).href);
// npm runs scripts in the project's folder; file names are meant from where the user stands.
const folder = process.env['npm_lifecycle_event'] === 'konsolidieren' ? process.env['INIT_CWD'] : undefined;
process.exitCode = await main(process.argv.slice(2), folder ?? process.cwd());
