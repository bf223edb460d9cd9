import { useState } from 'react';
import { lineResult, otherResult } from '#core/stocktake/count-results.ts';
import type { CountState, DeviceLine, RoomCount } from '#core/stocktake/count-state.ts';
import type { ScanAction } from '#core/stocktake/stocktake.ts';
import { UNKNOWN } from '#texts/format.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { StatusMark } from '#ui/status-mark.tsx';
import { lineWords, otherWords, type RoomNames } from './result-words.ts';
import { countedKind, countedName } from './stocktake-state.ts';
import styles from './stocktake.module.css';

export type Append = (what: string, ...actions: readonly ScanAction[]) => void;
type Shared = {
  readonly here: RoomCount;
  readonly isRunning: boolean;
  readonly categoryName: (id: string | null) => string;
  readonly roomName: RoomNames;
};

/** A box of a row: the list's keys go from one to the next. */
const RowBox = ({
  name,
  isChecked,
  isDisabled,
  onChange,
}: {
  readonly name: string;
  readonly isChecked: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) => (
  <label className={styles.boxLabel}>
    <input
      type="checkbox"
      data-row-box
      aria-label={name}
      checked={isChecked}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.checked)}
    />
  </label>
);

const DeviceCells = ({
  line,
  categoryName,
}: { readonly line: DeviceLine } & Pick<Shared, 'categoryName'>) => {
  const { assetTag, serialNumber, categoryId, quantity } = line.device;
  const what = countedKind(line.device, categoryName);
  return (
    <>
      <th scope="row">{assetTag ?? UNKNOWN}</th>
      <td title={categoryName(categoryId)}>
        {quantity > 1 && `${quantity} × `}
        {what === '' ? UNKNOWN : what}
      </td>
      <td className={styles.mono}>{serialNumber ?? UNKNOWN}</td>
    </>
  );
};

const Heads = ({ box, action }: { readonly box: string; readonly action: string }) => {
  const { heads } = STOCKTAKE_TEXTS;
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.boxCell}>
          {box}
        </th>
        <th scope="col">{heads.number}</th>
        <th scope="col">{heads.device}</th>
        <th scope="col">{heads.serial}</th>
        <th scope="col">{heads.result}</th>
        {action !== '' && <th scope="col">{action}</th>}
      </tr>
    </thead>
  );
};

/** What is expected in the room, each with how it turned out. */
export const ExpectedTable = ({
  here,
  sightings,
  isRunning,
  categoryName,
  roomName,
  append,
  onScan,
  onCounted,
}: Shared & {
  readonly sightings: CountState['sightings'];
  readonly append: Append;
  readonly onScan: (code: string) => void;
  readonly onCounted: () => void;
}) => {
  if (here.expected.length === 0) return <p>{STOCKTAKE_TEXTS.nothingExpected}</p>;
  return (
    <table className={styles.table}>
      <caption className={styles.hidden}>{STOCKTAKE_TEXTS.expected}</caption>
      <Heads box={STOCKTAKE_TEXTS.heads.box} action={STOCKTAKE_TEXTS.heads.action} />
      <tbody>
        {here.expected.map((line) => {
          const { device } = line;
          const name = countedName(device);
          const isMany = device.quantity > 1;
          const result = lineResult(line, here.room.roomId, sightings);
          const { tone, text } = lineWords(result, device, here.isDone, line.seenOn !== null, roomName);
          const difference =
            result.kind === 'more'
              ? STOCKTAKE_TEXTS.takeMore
              : result.kind === 'fewer'
                ? STOCKTAKE_TEXTS.takeMissingOf(result.by)
                : result.kind === 'open' && here.isDone
                  ? STOCKTAKE_TEXTS.takeMissing
                  : null;
          return (
            <tr key={device.id} data-device={device.id}>
              <td className={styles.boxCell}>
                <RowBox
                  name={STOCKTAKE_TEXTS.tick(name)}
                  isChecked={isMany ? line.pieces !== null && line.pieces > 0 : line.seenOn !== null}
                  isDisabled={!isRunning}
                  onChange={(isFound) =>
                    append(isFound ? STOCKTAKE_TEXTS.verdicts.found(name) : name, {
                      kind: 'by-hand',
                      deviceId: device.id,
                      isFound,
                    })
                  }
                />
              </td>
              <DeviceCells line={line} categoryName={categoryName} />
              <td>
                <StatusMark tone={tone}>{text}</StatusMark>
              </td>
              <td>
                <span className={styles.action}>
                  {isMany && (
                    <PiecesField
                      key={line.pieces}
                      line={line}
                      isDisabled={!isRunning}
                      onScan={onScan}
                      onLeave={onCounted}
                      onCount={(pieces) => {
                        append(STOCKTAKE_TEXTS.verdicts.pieces(name, pieces), {
                          kind: 'pieces',
                          deviceId: device.id,
                          pieces,
                        });
                        onCounted();
                      }}
                    />
                  )}
                  {difference !== null && (
                    <label className={styles.take}>
                      <input
                        type="checkbox"
                        aria-label={STOCKTAKE_TEXTS.takeOf(difference, name)}
                        checked={line.takesDifference}
                        disabled={!isRunning}
                        onChange={(event) =>
                          append(STOCKTAKE_TEXTS.takeOf(difference, name), {
                            kind: 'take-difference',
                            deviceId: device.id,
                            isTaken: event.target.checked,
                          })
                        }
                      />
                      {difference}
                    </label>
                  )}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** A number of pieces has no leading zero and at most four digits; whatever else comes here is a scan. */
const PIECES = /^(0|[1-9]\d{0,3})$/;

const PiecesField = ({
  line,
  isDisabled,
  onCount,
  onScan,
  onLeave,
}: {
  readonly line: DeviceLine;
  readonly isDisabled: boolean;
  readonly onCount: (pieces: number) => void;
  readonly onLeave: () => void;
  readonly onScan: (code: string) => void;
}) => {
  const { device, pieces } = line;
  const known = pieces === null ? '' : String(pieces);
  const [text, setText] = useState(known);
  return (
    <span className={styles.pieces}>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        data-pieces={device.id}
        aria-label={STOCKTAKE_TEXTS.pieces(countedName(device))}
        value={text}
        disabled={isDisabled}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          // What was typed and not confirmed counts too; a scan that ended up here does not.
          if (text !== known && PIECES.test(text.trim())) onCount(Number(text));
          else setText(known);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const typed = text.trim();
          if (typed === known) onLeave();
          else if (PIECES.test(typed)) onCount(Number(typed));
          else {
            setText(known);
            onScan(typed);
          }
        }}
      />
      {STOCKTAKE_TEXTS.piecesOf(device.quantity)}
    </span>
  );
};

/** What was found here and not expected here. */
export const OthersTable = ({
  here,
  isRunning,
  categoryName,
  roomName,
  onMove,
}: Shared & { readonly onMove: (device: string, isOn: boolean) => void }) => (
  <table className={styles.table}>
    <caption className={styles.hidden}>{STOCKTAKE_TEXTS.others}</caption>
    <Heads box={STOCKTAKE_TEXTS.moveHere} action="" />
    <tbody>
      {here.others.map((line) => {
        const { device } = line;
        const result = otherResult(line, here.room.roomId);
        const { tone, text } = otherWords(result, device, roomName);
        return (
          <tr key={device.id} data-device={device.id}>
            <td className={styles.boxCell}>
              <RowBox
                name={STOCKTAKE_TEXTS.takeOf(STOCKTAKE_TEXTS.moveHere, countedName(device))}
                isChecked={line.isMovedHere}
                isDisabled={!isRunning || result === 'came-later'}
                onChange={(isOn) => onMove(device.id, isOn)}
              />
            </td>
            <DeviceCells line={line} categoryName={categoryName} />
            <td>
              <StatusMark tone={tone}>{text}</StatusMark>
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
