import { placeFailureText, RESTORE_TEXTS as TEXTS } from '#texts/restore.ts';
import type { Refusal } from './refusal.ts';

/** What the user reads of a file that is not taken in: what it is, and the remedy. */
export const refusalText = (refusal: Refusal, name: string): string => {
  switch (refusal.code) {
    case 'newer-version':
      return TEXTS.refused['newer-version'](name, refusal.appVersion, refusal.dataVersion);
    case 'unreadable':
      return placeFailureText(refusal.failure.failure, `„${name}“`);
    case 'other-file':
      return TEXTS.otherFile(name, refusal.file);
    case 'crash':
      return TEXTS.crash(refusal.detail);
    default:
      return TEXTS.refused[refusal.code](name);
  }
};
