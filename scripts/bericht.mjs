/**
 * The main job without a window: a school's lists in, the report for KSM out.
 *
 * npm run --silent bericht -- --liste FILE [--liste FILE…] [--schule schule.json] [--zuordnung FILE]
 *   [--profil FILE|id] [--stichtag JJJJ-MM-TT] [--stufe N] --aus bericht.xlsx [--json analyse.json]
 *
 * Exit 0 done, 1 unusable input (nothing written), 2 wrong usage, 3 could not write.
 */
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from './lib/install.mjs';

ensureInstalled();
const { bundleCli } = await import('./lib/bundle-cli.mjs');
const { main } = await import(pathToFileURL(await bundleCli('bericht')).href);
// npm runs scripts in the project's folder; file names are meant from where the user stands.
const folder = process.env['npm_lifecycle_event'] === 'bericht' ? process.env['INIT_CWD'] : undefined;
process.exitCode = await main(process.argv.slice(2), folder ?? process.cwd());
