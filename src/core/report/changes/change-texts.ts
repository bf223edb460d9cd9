import type { School } from '../../inventory/school.ts';
import type { ChangeKind, ChangeSide } from './change-groups.ts';

/** The words of changes, on the sheet and on the screen. */
export type ChangeTexts = {
  readonly sides: Readonly<Record<ChangeSide, string>>;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  /** The kind of the rows that say how many changes of a kind there are. */
  readonly count: string;
  readonly schoolFields: Readonly<Record<string, string>>;
  readonly grade: (field: string, grade: string) => string;
  readonly unnamedDevice: string;
  readonly noRoom: string;
  readonly earmarked: (until: string) => string;
  /** Below the sheet. `file` and `writtenAt` are those of the report before. */
  readonly first: string;
  readonly unreadable: (file: string, writtenAt: string) => string;
  readonly otherSchool: (
    before: Pick<School, 'name' | 'schoolNumber'>,
    after: Pick<School, 'name' | 'schoolNumber'>,
  ) => string;
  readonly since: (file: string, writtenAt: string, asOf: string) => string;
  readonly nothing: (file: string, writtenAt: string) => string;
};
