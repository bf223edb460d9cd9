import type { RoomId } from '#core/shared/ids.ts';
import type { LineResult, OtherResult } from '#core/stocktake/count-results.ts';
import type { CountedDevice } from '#core/stocktake/stocktake.ts';
import { STATUS_LABELS } from '#texts/fields.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import type { StatusTone } from '#ui/status-mark.tsx';
import { countedName } from './stocktake-state.ts';
import type { Judged } from './use-counting.ts';

/** A result in a sign and words. */
export type Words = { readonly tone: StatusTone; readonly text: string };
/** What a room is called; null = it is gone, or none. */
export type RoomNames = (room: RoomId | null) => string | null;

export const lineWords = (
  result: LineResult,
  device: CountedDevice,
  isDone: boolean,
  isScanned: boolean,
  roomName: RoomNames,
): Words => {
  const { results } = STOCKTAKE_TEXTS;
  switch (result.kind) {
    case 'found':
      return { tone: 'met', text: results.found };
    case 'open':
      // A Sammelposten whose code was read is there, but nobody has counted it yet.
      if (isScanned) return { tone: 'part', text: results.count };
      return isDone ? { tone: 'gap', text: results.missing } : { tone: 'none', text: results.open };
    case 'fewer':
      return { tone: 'part', text: results.fewer(result.by) };
    case 'more':
      return { tone: 'surplus', text: results.more(result.by) };
    case 'elsewhere':
      return { tone: 'surplus', text: results.elsewhere(roomName(result.roomId) ?? '') };
    case 'away':
      return { tone: 'none', text: results.away(STATUS_LABELS[device.status]) };
  }
};

export const otherWords = (result: OtherResult, device: CountedDevice, roomName: RoomNames): Words => {
  const { results } = STOCKTAKE_TEXTS;
  switch (result) {
    case 'belongs-elsewhere':
      return { tone: 'surplus', text: results[result](roomName(device.roomId)) };
    case 'decommissioned':
      return { tone: 'unknown', text: results[result] };
    case 'moved-here':
    case 'came-later':
      return { tone: 'met', text: results[result] };
  }
};

/** What the last scan is answered with. */
export const verdictWords = ({ code, verdict }: Judged, roomName: RoomNames): Words => {
  const { verdicts } = STOCKTAKE_TEXTS;
  switch (verdict.kind) {
    case 'found':
      return verdict.device.quantity > 1
        ? { tone: 'part', text: verdicts.count(countedName(verdict.device), verdict.device.quantity) }
        : { tone: 'met', text: verdicts.found(countedName(verdict.device)) };
    case 'already':
      return {
        tone: 'part',
        text: verdicts.already(verdict.device === null ? code : countedName(verdict.device)),
      };
    case 'elsewhere':
      return {
        tone: 'surplus',
        text: verdicts.elsewhere(countedName(verdict.device), roomName(verdict.device.roomId)),
      };
    case 'decommissioned':
      return { tone: 'unknown', text: verdicts.decommissioned(countedName(verdict.device)) };
    case 'unknown':
      return { tone: 'unknown', text: verdicts.unknown(code, verdict.looksLike) };
    case 'unknown-room':
      return {
        tone: 'unknown',
        text: STOCKTAKE_TEXTS.unknownRoom(verdict.roomNumber, verdict.isAmbiguous),
      };
    case 'scanner-test':
      return { tone: 'met', text: verdicts.scannerTest };
    case 'room':
      return { tone: 'met', text: roomName(verdict.roomId) ?? '' };
  }
};
