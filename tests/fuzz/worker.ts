import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { parseProfile } from '#core/targets/parse-profile.ts';
import { runCase, type Outcome } from './run-case.ts';

export type CaseRequest = { readonly bytes: Uint8Array; readonly name: string };
export type CaseAnswer = Outcome | { readonly kind: 'crash'; readonly detail: string };

const profile = parseProfile(JSON.parse(readFileSync('resources/profiles/mv-vorschlag-2026.json', 'utf8')));
if (!profile.ok) throw new Error('The profile does not fit its schema');

parentPort?.on('message', ({ bytes, name }: CaseRequest) => {
  let answer: CaseAnswer;
  try {
    answer = runCase(bytes, name, profile.value);
  } catch (error) {
    answer = {
      kind: 'crash',
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
  parentPort?.postMessage(answer);
});
