import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { HostMethods } from '../bridge/contract.ts';
import { isFileName } from '../bridge/file-names.ts';
import { mailtoUrl } from '../bridge/mail.ts';
import { writeFileAtomically } from './write-file.ts';

export type MailMethods = Pick<HostMethods, 'openMailDraft' | 'openMailto'>;

/** What drafts need of Electron, so that they run in tests on real files. */
export type MailHost = {
  readonly tempFolder: string;
  /** `shell.openPath`: '' when the system took it, else why not. */
  readonly openFile: (path: string) => Promise<string>;
  /** `shell.openExternal`; only ever called with an address that `mailtoUrl` has built. */
  readonly openMailto: (url: string) => Promise<void>;
};

/** Each draft lies in a folder of its own behind this name, which nobody else on the computer can read. */
const PREFIX = 'ausstattungskompass-entwurf-';

const failure = (detail: string): { readonly kind: 'failed'; readonly detail: string } => ({
  kind: 'failed',
  detail,
});

/** Removes the drafts of earlier runs: they hold data of the school, and a mail program has long read them. */
const removeOldDrafts = async (tempFolder: string): Promise<void> => {
  const names = await readdir(tempFolder).catch(() => []);
  for (const name of names)
    // What is still open, or somebody else's, stays.
    if (name.startsWith(PREFIX))
      await rm(join(tempFolder, name), { recursive: true, force: true }).catch(() => undefined);
};

/**
 * Hands drafts to the mail program that the system has for them. The page says a bare name and the bytes; where the file
 * lies is decided here. Requests were checked before (`isMailDraft`, `isMailtoRequest`).
 */
export const createMailDrafts = ({ tempFolder, openFile, openMailto }: MailHost): MailMethods => {
  const ready = removeOldDrafts(tempFolder);
  return {
    openMailDraft: async ({ suggestedName, bytes }) => {
      await ready;
      if (!isFileName(suggestedName)) return failure('unfit name');
      try {
        const path = join(await mkdtemp(join(tempFolder, PREFIX)), suggestedName);
        const written = await writeFileAtomically(path, bytes);
        if (!written.ok) return failure(written.detail);
        const complaint = await openFile(path);
        return complaint === '' ? { kind: 'opened' } : failure(complaint);
      } catch (error) {
        return failure(String(error));
      }
    },
    openMailto: async (request) => {
      try {
        await openMailto(mailtoUrl(request));
        return { kind: 'opened' };
      } catch (error) {
        return failure(String(error));
      }
    },
  };
};
