import { runSteps } from '#core/shared/steps.ts';
import type { ChangeSet } from '#core/history/change-set.ts';
import type { StoredState } from '#core/history/apply-changes.ts';
import { countsOf, encodeBackup, textOfState, type BackupAbout, type BackupHeader } from './backup-format.ts';
import type { DataKey } from './data-key.ts';
import { encodeLine, textOfSet } from './journal-format.ts';

export type BackupFacts = BackupAbout & {
  readonly counts: BackupHeader['counts'];
  readonly school: string;
};

/** Makes bytes of sets and states; in the app, large ones in a worker. */
export type Encoder = {
  readonly line: (set: ChangeSet, dataKey: DataKey | null) => Promise<Uint8Array>;
  readonly backup: (state: StoredState, about: BackupAbout, dataKey: DataKey | null) => Promise<Uint8Array>;
};

export const factsOf = (state: StoredState, about: BackupAbout): BackupFacts => ({
  ...about,
  counts: countsOf(state),
  school: state.inventory.school.name,
});

/** All at once, where nobody waits for a window. */
export const directEncoder: Encoder = {
  line: (set, dataKey) => encodeLine(set.seq, runSteps(textOfSet(set)), dataKey),
  backup: (state, about, dataKey) =>
    encodeBackup(runSteps(textOfState(state)), factsOf(state, about), dataKey),
};
