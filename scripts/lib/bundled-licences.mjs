/** The licences of the libraries that a build bundles: they ask to be handed on with the program. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/u;
const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:[-.].*)?$/iu;

/** @param {string} folder of a package */
const entryOf = (folder) => {
  const { name, version, license, author, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const file = readdirSync(folder).find((found) => LICENCE_FILE.test(found));
  // Some packages only name their licence.
  const text =
    file === undefined
      ? [typeof author === 'string' ? author : author?.name, repository?.url ?? repository]
          .filter((line) => typeof line === 'string')
          .join('\n')
      : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name: `${name} ${version}`, text: `${name} ${version}\nLizenz: ${license}\n\n${text}` };
};

/**
 * Notes which packages are in the bundles, and writes their licences when the build ends.
 *
 * @param {string} path of the text file
 * @returns {{ collect: () => import('vite').Plugin, write: () => import('vite').Plugin }} `collect` for the bundles of workers,
 *   `write` for the one that they belong to
 */
export const bundledLicences = (path) => {
  const folders = new Set();
  const collect = () => ({
    name: 'bundled-licences',
    generateBundle: (_options, bundle) => {
      for (const chunk of Object.values(bundle))
        for (const id of chunk.type === 'chunk' ? chunk.moduleIds : []) {
          const folder = PACKAGE.exec(id.replace(/^\0/u, ''))?.[1];
          if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
        }
    },
  });
  return {
    collect,
    write: () => ({
      ...collect(),
      closeBundle: () => {
        const entries = [...folders]
          .map(entryOf)
          .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
          .map(({ text }) => text);
        if (entries.length > 0) writeFileSync(path, `${entries.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
      },
    }),
  };
};
