import { readOwner, readUserGroup } from '../cells/read-choices.ts';
import { readStatus, readStrayStatus } from '../cells/read-cells.ts';
import { isAboutPart, statusAtEdge, type ReadStatus } from '../cells/read-status.ts';
import { keep, report, reportAndKeep, type CellAt, type RowDraft } from './row-draft.ts';
import { isNowhere } from '../rooms/room-place.ts';
import { readSerials } from './row-serials.ts';
import { takeColumnStatus, takeStray, takeWord } from './row-status.ts';
import { KIND } from '../dictionary/status-words.ts';
import { foldText, isEmptyWord } from '../words.ts';

/** No program shows more in a cell. */
const MAX_LENGTH = 32_767;

/** Excel keeps 15 digits of a number; what stood behind them is gone. */
const MAX_DIGITS = 999_999_999_999_999;

/** Notes keep their lines; everywhere else a line break in a cell only serves its width. */
export const linesOf = ({ cell, text }: CellAt): string =>
  typeof cell === 'string' ? cell.replace(/[ \t\u00a0]+$/gm, '').trim() : text;

export const isDate = ({ cell }: CellAt): boolean =>
  typeof cell === 'object' && cell !== null && cell.kind === 'date';

/** The text of a cell, cut where it is endless; null where it says nothing. */
export const readWords = (draft: RowDraft, at: CellAt, text = at.text): string | null => {
  if (isEmptyWord(at.text)) return null;
  if (text.length <= MAX_LENGTH) return text;
  report(draft, { ...at, text: text.slice(0, 80) }, 'TOO_LONG');
  return text.slice(0, MAX_LENGTH);
};

/** A text that is about something else than the status, unless it is one. */
export const readPlainText = (draft: RowDraft, at: CellAt): string | null => {
  const text = readWords(draft, at);
  return text === null || takeStray(draft, at) ? null : text;
};

/** The status beside a name: "Beamer (defekt)", "Beamer defekt". */
const statusOfName = (text: string): ReadStatus | null => {
  const edge = statusAtEdge(text);
  if (edge !== null) return edge.read;
  return KIND.test(foldText(text)) ? readStrayStatus(text) : null;
};

/** A name that carries a status stays as it is. */
export const readName = (draft: RowDraft, at: CellAt): string | null => {
  const text = readWords(draft, at);
  const read = text === null ? null : statusOfName(text);
  if (read === null) return readPlainText(draft, at);
  takeWord(draft, read, at);
  return text;
};

const NO_NUMBER_WORDS =
  /^(?:unbekannt|keine?r?|ohne|fehlt|nicht (?:vorhanden|bekannt)|keine (?:nummer|nr\.?|s\/?n)|folgt|offen)$/i;
const UNREADABLE = /^(?:unleserlich|nicht (?:mehr )?(?:lesbar|erkennbar)|abgekratzt|verblasst|unlesbar)\.?$/i;

/** Where a number is lacking, "fehlt" is no news about the device; "ENTSORGT" is. */
const takesWordForNumber = (draft: RowDraft, at: CellAt): boolean => {
  if (!/\p{L}{4}/u.test(at.text) || draft.isOwn) return false;
  if (NO_NUMBER_WORDS.test(at.text)) return true;
  if (UNREADABLE.test(at.text)) {
    reportAndKeep(draft, at, 'UNKNOWN_VALUE', 'info');
    return true;
  }
  const read = readStrayStatus(at.text);
  return read !== null && read.status !== 'missing' && takeStray(draft, at);
};

/** Excel makes dates of numbers such as "1-12", and rounds long ones: what stood there is gone. */
const isSpoilt = (at: CellAt): boolean =>
  isDate(at) || (typeof at.cell === 'number' && Math.abs(at.cell) > MAX_DIGITS);

export const readIdentifier = (draft: RowDraft, at: CellAt): string | null => {
  const text = readWords(draft, at);
  if (text === null || takesWordForNumber(draft, at)) return null;
  if (!isSpoilt(at)) return text;
  reportAndKeep(draft, at, 'UNKNOWN_VALUE');
  return null;
};

export const readSerialNumber = (draft: RowDraft, at: CellAt): void => {
  if (readWords(draft, at) === null || takesWordForNumber(draft, at)) return;
  if (isSpoilt(at)) reportAndKeep(draft, at, 'NOT_A_SERIAL');
  else readSerials(draft, at);
};

export const readStatusField = (draft: RowDraft, at: CellAt): void => {
  if (isEmptyWord(at.text)) return;
  const status = readStatus(at.text);
  if (status === null) reportAndKeep(draft, at, 'UNKNOWN_STATUS');
  else takeColumnStatus(draft, status, at);
};

export const readNote = (draft: RowDraft, at: CellAt): void => {
  draft.note = readWords(draft, at, linesOf(at));
  const read = draft.note === null ? null : readStrayStatus(linesOf(at));
  if (read !== null) takeWord(draft, read, at);
};

/** A column that fits no field keeps its values; "fehlt" under "Netzteil" is about that. */
export const readExtra = (draft: RowDraft, at: CellAt): void => {
  const text = readWords(draft, at) ?? at.text;
  draft.extra[at.header] = text;
  const read = readStrayStatus(text);
  if (read !== null && !isAboutPart(`${at.header} ${text}`)) takeWord(draft, read, at);
};

/** "Raum 104" and "R. 104" are the room 104; "R104" may be how the school numbers it, "Raum der Stille" is a name. */
const ROOM_WORD = /^(?:(?:raumnummer|raum|zimmer|room)\.?\s*|(?:rm|zi|r)(?:\.\s*|\s+))(?:nr\.?\s*)?(?=\d)/i;

/** "verliehen" instead of a room: where it is nobody can say. */
const takesLoan = (draft: RowDraft, at: CellAt): boolean => {
  const read = readStatus(at.text);
  if (read?.status !== 'on-loan' || draft.isOwn) return false;
  takeWord(draft, read, at);
  keep(draft, at);
  return true;
};

/** "eingebaut in Raum 104" still names the room. */
const BUILT_INTO_ROOM = /(?:bau|montiert|installiert).*\b(?:raum|zimmer)\s+(\S*\d\S*)/i;

export const readRoomNumber = (draft: RowDraft, at: CellAt): void => {
  const text = readWords(draft, at);
  const builtInto = BUILT_INTO_ROOM.exec(text ?? '')?.[1] ?? null;
  draft.place.number = builtInto;
  draft.place.written = builtInto;
  draft.place.isNowhere = text !== null;
  if (text === null || takeStray(draft, at) || takesLoan(draft, at)) return;
  if (!draft.isOwn && isNowhere(text)) {
    reportAndKeep(draft, at, 'NOT_A_ROOM', 'info');
    return;
  }
  // Excel makes a date of "1.10"; which room it was cannot be told.
  if (text.length > 60 || isDate(at) || (!draft.isOwn && isAboutPart(text))) {
    reportAndKeep(draft, at, 'NOT_A_ROOM');
    return;
  }
  const room = withoutStatus(draft, at);
  draft.place.number = room.replace(ROOM_WORD, '');
  draft.place.written = room;
};

/** "104 (defekt)" is the room 104. */
const withoutStatus = (draft: RowDraft, at: CellAt): string => {
  const edge = draft.isOwn ? null : statusAtEdge(at.text);
  if (edge === null) return at.text;
  takeWord(draft, edge.read, at);
  keep(draft, at);
  return edge.rest;
};

export const readChoiceField = (draft: RowDraft, at: CellAt, field: 'userGroup' | 'owner'): void => {
  if (isEmptyWord(at.text)) return;
  const choice = field === 'userGroup' ? readUserGroup(at.text) : readOwner(at.text);
  if (choice !== null) Object.assign(draft.fields, { [field]: choice });
  else if (!takeStray(draft, at)) reportAndKeep(draft, at, 'UNKNOWN_VALUE', 'info');
};
