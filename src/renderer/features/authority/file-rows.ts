import { groupBy } from '#core/shared/group-by.ts';
import { AUTHORITY_PAGE_TEXTS, isLeftOut } from '#texts/authority-page.ts';
import type { StatusTone } from '#ui/status-mark.tsx';
import type { DeskFile, DeskState } from './authority-desk.ts';

const TEXTS = AUTHORITY_PAGE_TEXTS.files;

/** A file of the list: what became of it, in a sign, a word and sentences. */
export type FileRow = {
  readonly file: DeskFile;
  readonly tone: StatusTone;
  readonly status: string;
  readonly messages: readonly string[];
};

const statusOf = (
  { state }: DeskFile,
  leavesOut: boolean,
  hasHints: boolean,
): Pick<FileRow, 'tone' | 'status'> => {
  switch (state.kind) {
    case 'waiting':
      return { tone: 'none', status: TEXTS.waiting };
    case 'reading':
      return { tone: 'none', status: TEXTS.reading };
    case 'stopped':
      return { tone: 'unknown', status: AUTHORITY_PAGE_TEXTS.stopped };
    case 'failed':
      return { tone: 'gap', status: TEXTS.failed };
    case 'read':
      if (leavesOut) return { tone: 'unknown', status: TEXTS.leftOut };
      return hasHints ? { tone: 'part', status: TEXTS.hints } : { tone: 'met', status: TEXTS.counts };
  }
};

/** In the order in which the files came. */
export const fileRows = ({ files, compared }: DeskState): readonly FileRow[] => {
  const leftOut = new Set(
    (compared?.view.fileIssues ?? []).filter(isLeftOut).map(({ fileName }) => fileName),
  );
  const hints = groupBy(compared?.hints ?? [], ({ fileName }) => fileName);
  return files.map((file): FileRow => {
    const messages =
      file.state.kind === 'failed'
        ? [file.state.message]
        : file.state.kind === 'read'
          ? [...(hints.get(file.name) ?? []).map(({ text }) => text), ...file.state.head.edits]
          : [];
    return { file, ...statusOf(file, leftOut.has(file.name), messages.length > 0), messages };
  });
};
