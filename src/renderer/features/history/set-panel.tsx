import { useEffect, useMemo, useRef, useState } from 'react';
import type { Change, ChangeSetHeader } from '#core/history/change-set.ts';
import type { HistoryEntry } from '#core/history/history-entry.ts';
import { changeNamesOf } from '#state/history-words.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { useIndexedHistory } from '#state/use-history.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import { entryTitle, SET_TEXTS, touchedText } from '#texts/history.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SidePanel } from '#ui/side-panel.tsx';
import { changeLines, commonField, type ChangeLine } from './change-lines.ts';
import styles from './history.module.css';
import { RevertOutlook } from './revert-outlook.tsx';
import { RollBackDialog } from './roll-back-dialog.tsx';
import { useRevertPlan } from './use-revert-plan.ts';
import { useTakeBack } from './use-take-back.ts';

/** So many changes are read and shown at once. */
const SHOWN_CHANGES = 200;

/** The first changes of a set, and more of them when asked; a set of thousands is never read as a whole. */
const useFirstChanges = (seq: number, limit: number) => {
  const store = useAppStore();
  const [changes, setChanges] = useState<readonly Change[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      const found: Change[] = [];
      for await (const pieces of store.history.read(seq + 1)) {
        if (!isWanted) return;
        for (const piece of pieces) if (piece.header.seq === seq) found.push(...piece.changes);
        if (found.length >= limit || pieces.some(({ header, isLast }) => header.seq < seq || isLast)) break;
      }
      if (isWanted) setChanges(found.slice(0, limit));
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [store, seq, limit]);
  return changes;
};

/** One change set in full: what it changed, what taking it back would do, and what stands against that. */
export const SetPanel = ({
  entry,
  entries,
  takenBackBy,
  isReadOnly,
  onShow,
  onClose,
}: {
  readonly entry: HistoryEntry;
  readonly entries: readonly HistoryEntry[];
  readonly takenBackBy: ChangeSetHeader | null;
  readonly isReadOnly: boolean;
  /** Goes to another set. */
  readonly onShow: (seq: number) => void;
  readonly onClose: () => void;
}) => {
  const { header, changeCount } = entry;
  const [limit, setLimit] = useState(SHOWN_CHANGES);
  const [isRollingBack, setIsRollingBack] = useState(false);
  const changes = useFirstChanges(header.seq, limit);
  const plan = useRevertPlan(entry, takenBackBy === null);
  const { takeBack } = useTakeBack();
  const [isBusy, setIsBusy] = useState(false);
  const content = useRef<HTMLDivElement>(null);

  const run = async (target: Pick<HistoryEntry, 'header'>): Promise<void> => {
    setIsBusy(true);
    await takeBack(target);
    setIsBusy(false);
    // The button that was pressed may be gone.
    content.current?.focus();
  };
  const isDone = header.action.kind === 'do';
  const isRefused = plan.kind === 'refused' || plan.kind === 'nothing';
  const count = plan.kind === 'possible' ? plan.reverted.changes.length : changeCount;
  return (
    <SidePanel
      title={entryTitle(entry)}
      subtitle={SET_TEXTS.subtitle(header.at, touchedText(entry))}
      closeLabel={SET_TEXTS.close}
      onClose={onClose}
      footer={
        <>
          {(isDone || takenBackBy !== null) && (
            <div className={styles.outlook} tabIndex={0} role="region" aria-label={SET_TEXTS.ifTakenBack}>
              {takenBackBy === null ? (
                <>
                  <h3>{SET_TEXTS.ifTakenBack}</h3>
                  <RevertOutlook plan={plan} onShow={onShow} />
                </>
              ) : (
                <p>
                  {SET_TEXTS.takenBackBy(
                    takenBackBy.at,
                    takenBackBy.action.kind === 'do'
                      ? SET_TEXTS.byLabel(changeLabelText(takenBackBy.label))
                      : SET_TEXTS.byUndo,
                  )}
                </p>
              )}
            </div>
          )}
          {isDone && takenBackBy === null && (
            <Button
              variant="primary"
              disabled={isReadOnly || isRefused || isBusy}
              onClick={() => void run(entry)}
            >
              {SET_TEXTS.takeBack(count)}
            </Button>
          )}
          {takenBackBy !== null && takenBackBy.label.code !== 'rolled-back' && (
            <Button disabled={isReadOnly || isBusy} onClick={() => void run({ header: takenBackBy })}>
              {SET_TEXTS.again}
            </Button>
          )}
          <Button disabled={isReadOnly} onClick={() => setIsRollingBack(true)}>
            {SET_TEXTS.rollBack}
          </Button>
          <ThingLink changes={changes} changeCount={changeCount} />
        </>
      }
    >
      <div ref={content} tabIndex={-1} className={styles.sections}>
        <section>
          {changes === null ? (
            <p className={styles.quiet}>{SET_TEXTS.loading}</p>
          ) : changes.length === 0 ? (
            <p className={styles.quiet}>{SET_TEXTS.gone}</p>
          ) : (
            <ChangesTable
              changes={changes}
              changeCount={changeCount}
              onMore={() => setLimit((before) => before + SHOWN_CHANGES)}
            />
          )}
        </section>
      </div>
      {isRollingBack && (
        <RollBackDialog
          header={header}
          headers={entries.filter((other) => other.header.seq >= header.seq).map((other) => other.header)}
          onClose={() => setIsRollingBack(false)}
        />
      )}
    </SidePanel>
  );
};

const ChangesTable = ({
  changes,
  changeCount,
  onMore,
}: {
  readonly changes: readonly Change[];
  readonly changeCount: number;
  readonly onMore: () => void;
}) => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const { goneRooms } = useIndexedHistory();
  const lines = useMemo(
    () => changeLines(changes, changeCount, changeNamesOf({ inventory, profile }, goneRooms)),
    [changes, changeCount, inventory, profile, goneRooms],
  );
  const field = commonField(lines);
  const isOneThing = new Set(lines.map((line) => line.thingKey)).size === 1;
  const [first] = lines;
  const hasBefore =
    lines.some((line) => line.before !== '') ||
    changes.some(({ before, after }) => before !== null && after !== null);
  const left = changeCount - changes.length;
  const firstOf = new Map<string, string>();
  for (const line of lines) if (!firstOf.has(line.thingKey)) firstOf.set(line.thingKey, line.key);
  const what = ({ key, thingKey, thing, field: name }: ChangeLine) =>
    isOneThing ? (
      name
    ) : (
      <span className={styles.lineHead}>
        {firstOf.get(thingKey) === key && <b>{thing}</b>}
        {field === null && name !== '' && <span className={styles.quiet}>{name}</span>}
      </span>
    );
  return (
    <div className={classNames(styles.texts, styles.changes)}>
      {isOneThing && first !== undefined && <h3>{first.thing}</h3>}
      {field !== null && field !== '' && !isOneThing && (
        <p className={styles.quiet}>{SET_TEXTS.allFields(field)}</p>
      )}
      <DataTable
        caption={SET_TEXTS.table}
        rows={lines}
        keyOf={({ key }) => key}
        columns={[
          { id: 'what', label: isOneThing ? SET_TEXTS.field : SET_TEXTS.thing, isRowHead: true, cell: what },
          ...(hasBefore ? [{ id: 'before', label: SET_TEXTS.before, cell: BeforeCell }] : []),
          { id: 'after', label: SET_TEXTS.after, cell: AfterCell },
        ]}
      />
      {left > 0 && (
        <p>
          {SET_TEXTS.more(left)}{' '}
          <button type="button" className={styles.linkButton} onClick={onMore}>
            {SET_TEXTS.showMore(Math.min(SHOWN_CHANGES, left))}
          </button>
        </p>
      )}
    </div>
  );
};

const BeforeCell = ({ before }: ChangeLine) =>
  before === '' ? SET_TEXTS.nothing : <del className={styles.quiet}>{before}</del>;
const AfterCell = ({ after }: ChangeLine) => (after === '' ? SET_TEXTS.nothing : <b>{after}</b>);

/** Leads to the device or room, where the set is about one that is there. */
const ThingLink = ({
  changes,
  changeCount,
}: {
  readonly changes: readonly Change[] | null;
  readonly changeCount: number;
}) => {
  const [only] = changes ?? [];
  const isThere = useAppState(
    ({ inventory }) =>
      changeCount === 1 &&
      only !== undefined &&
      [
        ...(only.entity === 'device' ? inventory.devices : only.entity === 'room' ? inventory.rooms : []),
      ].some(({ id }) => id === only.id),
  );
  if (!isThere || only === undefined) return null;
  const id = encodeURIComponent(only.id);
  return only.entity === 'device' ? (
    <ButtonLink href={`#/geraete/${id}`}>{SET_TEXTS.toDevice}</ButtonLink>
  ) : (
    <ButtonLink href={`#/raeume/${id}`}>{SET_TEXTS.toRoom}</ButtonLink>
  );
};
