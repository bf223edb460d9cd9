import { useEffect, useRef, useState } from 'react';
import type { Change, ChangeSetHeader } from '#core/history/change-set.ts';
import { fieldChanges } from '#core/history/field-changes.ts';
import type { Room } from '#core/inventory/room.ts';
import { changeNamesOf } from '#state/history-words.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { changeLabelText } from '#texts/change-labels.ts';
import {
  changedFieldLabel,
  changedThingText,
  changedValueText,
  type ChangeNames,
} from '#texts/change-values.ts';
import { formatTime, UNKNOWN } from '#texts/format.ts';
import { formatDay, THING_HISTORY_TEXTS } from '#texts/history.ts';
import { Button } from '#ui/button.tsx';
import styles from './thing-history.module.css';

type Step = { readonly header: ChangeSetHeader; readonly changes: readonly Change[] };

type Found = {
  readonly steps: readonly Step[];
  readonly isWhole: boolean;
  /** Rooms that were passed on the way: a device may have come from one that is gone. */
  readonly rooms: ReadonlyMap<string, Room>;
};

/** So many steps are looked for at once; older ones when asked. */
const STEPS = 20;
/** Of one step; an import may have brought a hundred devices into a room. */
const TOLD_CHANGES = 3;

const useSteps = (isOpen: boolean, limit: number, isAbout: (change: Change) => boolean) => {
  const store = useAppStore();
  // A change anywhere may be one of this thing; reading the newest steps again is cheap.
  const inventory = useAppState((state) => state.inventory);
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const steps: Step[] = [];
      const rooms = new Map<string, Room>();
      for await (const pieces of store.history.read()) {
        if (!isWanted) return;
        for (const { header, changes } of pieces) {
          for (const change of changes) {
            const room = change.entity === 'room' ? (change.before ?? change.after) : null;
            if (room !== null && !rooms.has(room.id)) rooms.set(room.id, room);
          }
          const about = changes.filter(isAbout);
          if (about.length > 0) steps.push({ header, changes: about });
        }
        if (steps.length > limit) break;
      }
      if (isWanted) setFound({ steps: steps.slice(0, limit), isWhole: steps.length <= limit, rooms });
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [store, inventory, isOpen, limit, isAbout]);
  return found;
};

/** What was changed on one thing, newest first; read when it is opened. */
export const ThingHistory = ({
  isAbout,
  isNamed = false,
}: {
  /** Whether a change belongs here. The same function as long as the thing is the same. */
  readonly isAbout: (change: Change) => boolean;
  /** Changes of other things are among them: each says what it is about. */
  readonly isNamed?: boolean;
}) => {
  const [isOpen, setIsOpen] = useState(false);
  const [limit, setLimit] = useState(STEPS);
  const details = useRef<HTMLDetailsElement>(null);
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const found = useSteps(isOpen, limit, isAbout);
  const names = changeNamesOf({ inventory, profile }, found?.rooms);
  return (
    <details
      ref={details}
      className={styles.history}
      onToggle={() => setIsOpen(details.current?.open === true)}
    >
      <summary>{THING_HISTORY_TEXTS.title}</summary>
      {found === null ? (
        isOpen && <p className={styles.quiet}>{THING_HISTORY_TEXTS.reading}</p>
      ) : found.steps.length === 0 ? (
        <p className={styles.quiet}>{THING_HISTORY_TEXTS.empty}</p>
      ) : (
        <ol>
          {found.steps.map(({ header, changes }, index) => (
            <li key={`${header.seq} ${index}`}>
              <p className={styles.quiet}>
                {formatDay(header.at)}, {formatTime(header.at)} ·{' '}
                {THING_HISTORY_TEXTS.actions[header.action.kind]}
                {changeLabelText(header.label)}
              </p>
              {changes.slice(0, TOLD_CHANGES).map((change) => (
                <ChangeOfThing
                  key={`${change.entity} ${change.id}`}
                  change={change}
                  names={names}
                  isNamed={isNamed}
                />
              ))}
              {changes.length > TOLD_CHANGES && (
                <p>{THING_HISTORY_TEXTS.others(changes.length - TOLD_CHANGES)}</p>
              )}
            </li>
          ))}
        </ol>
      )}
      {found !== null && !found.isWhole && (
        <Button variant="quiet" isSmall onClick={() => setLimit((before) => before + STEPS)}>
          {THING_HISTORY_TEXTS.more}
        </Button>
      )}
    </details>
  );
};

const ChangeOfThing = ({
  change,
  names,
  isNamed,
}: {
  readonly change: Change;
  readonly names: ChangeNames;
  readonly isNamed: boolean;
}) => {
  const { entity, before, after } = change;
  const name = isNamed ? `${changedThingText(change, names)}: ` : '';
  if (before === null || after === null)
    return (
      <p>
        {name}
        <b>{before === null ? THING_HISTORY_TEXTS.created : THING_HISTORY_TEXTS.deleted}</b>
      </p>
    );
  const fields = fieldChanges(change).filter(
    ({ field }) => !isNamed || entity !== 'device' || field === 'roomId',
  );
  return fields.map(({ field, before: old, after: now }) => (
    <p key={field}>
      {name}
      {changedFieldLabel(entity, field)}: <del>{changedValueText(entity, field, old, names) || UNKNOWN}</del>{' '}
      → <b>{changedValueText(entity, field, now, names) || UNKNOWN}</b>
    </p>
  ));
};
