/**
 * `npm run audit`: known vulnerabilities of the packages in package-lock.json. Asks the registry; where it does not
 * answer such questions, the list in scripts/lib/known-vulnerabilities.json is all there is, and it says so. Ends with
 * status 1 when something is found.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditLock } from './lib/audit-lock.mjs';
import { ROOT } from './lib/install.mjs';

const readJson = (path) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** What the registry knows, one line each; null where it does not answer. */
const askRegistry = () => {
  const { stdout } = spawnSync('npm', ['audit', '--json', '--fetch-retries=0'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  let answer;
  try {
    answer = JSON.parse(stdout);
  } catch {
    return null;
  }
  if (typeof answer !== 'object' || answer === null || !('vulnerabilities' in answer)) return null;
  return Object.values(answer.vulnerabilities).flatMap(({ name, severity, via }) =>
    via
      .filter((cause) => typeof cause === 'object')
      .map(({ title, url, range }) => `${severity}: ${name} ${range}: ${title} (${url})`),
  );
};

const { collectedOn, vulnerabilities } = readJson('scripts/lib/known-vulnerabilities.json');
const listed = auditLock(readJson('package-lock.json'), vulnerabilities).map(
  ({ path, version, severity, what, fixedIn, source }) =>
    `${severity}: ${path}@${version}: ${what}, fixed in ${fixedIn} (${source})`,
);
const asked = askRegistry();
for (const line of [...listed, ...(asked ?? [])]) console.log(line);
console.log(
  asked === null
    ? `The registry does not answer; compared with the ${vulnerabilities.length} entries of the list of ${collectedOn} alone.`
    : `Compared with the registry and the ${vulnerabilities.length} entries of the list of ${collectedOn}.`,
);
const count = listed.length + (asked?.length ?? 0);
console.log(`${count} known vulnerabilities`);
process.exit(count === 0 ? 0 : 1);
