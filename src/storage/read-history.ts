import type { Database } from './database.ts';
import { headerFromRow, type ChangeSetRow } from './rows.ts';
import type { HistoryPiece } from './storage.ts';

/** Headers per read, and parts of changes: what the browser takes over at once must cost less than a frame. */
const HEADERS_PER_READ = 200;
const CHANGES_PER_READ = 400;
const PARTS_PER_READ = 2;

/**
 * The change sets below a sequence number from newest to oldest, a few at a time; a set of thousands of changes comes
 * in several pieces. Each read is a transaction of its own: what is appended meanwhile lies above, what is forgotten ends
 * the reading.
 */
export async function* readHistory(
  database: Database,
  before: number,
): AsyncGenerator<readonly HistoryPiece[], void, undefined> {
  let below = before;
  for (;;) {
    const rows = await database.changeSets
      .where(':id')
      .below(below)
      .reverse()
      .limit(HEADERS_PER_READ)
      .toArray();
    for (const group of groupsOf(rows)) {
      const [first] = group;
      if (group.length > 1 || (first?.changeCount ?? 0) <= CHANGES_PER_READ)
        yield await readWhole(database, group);
      else if (first !== undefined) yield* readInPieces(database, first);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < HEADERS_PER_READ) return;
    below = last.seq;
  }
}

/** As many neighbours together as stay below the limit. */
const groupsOf = (rows: readonly ChangeSetRow[]): readonly (readonly ChangeSetRow[])[] => {
  const groups: ChangeSetRow[][] = [];
  let count = 0;
  for (const row of rows) {
    const group = groups.at(-1);
    if (group === undefined || count + row.changeCount > CHANGES_PER_READ) {
      groups.push([row]);
      count = row.changeCount;
    } else {
      group.push(row);
      count += row.changeCount;
    }
  }
  return groups;
};

/** Newest first: the last of the rows is the oldest. */
const readWhole = async (
  { changes }: Database,
  rows: readonly ChangeSetRow[],
): Promise<readonly HistoryPiece[]> => {
  const [newest, oldest] = [rows[0], rows.at(-1)];
  if (newest === undefined || oldest === undefined) return [];
  const parts = await changes
    .where(':id')
    .between([oldest.seq, 0], [newest.seq + 1, 0])
    .toArray();
  return rows.map((row) => ({
    header: headerFromRow(row),
    changeCount: row.changeCount,
    changes: parts.filter(({ seq }) => seq === row.seq).flatMap((part) => part.changes),
    isLast: true,
  }));
};

async function* readInPieces(
  { changes }: Database,
  row: ChangeSetRow,
): AsyncGenerator<readonly HistoryPiece[], void, undefined> {
  const { seq, changeCount } = row;
  for (let part = 0, read = 0; read < changeCount; part += PARTS_PER_READ) {
    const parts = await changes
      .where(':id')
      .between([seq, part], [seq, part + PARTS_PER_READ])
      .toArray();
    const some = parts.flatMap((entry) => entry.changes);
    // Forgotten while it was read.
    if (some.length === 0) return;
    read += some.length;
    yield [{ header: headerFromRow(row), changeCount, changes: some, isLast: read >= changeCount }];
  }
}
