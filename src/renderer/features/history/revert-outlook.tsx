import { useEffect, useState } from 'react';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import type { Change } from '#core/history/change-set.ts';
import { countThings } from '#core/history/history-entry.ts';
import type { KeptChange, RevertConflict, Reverted } from '#core/history/revert-set.ts';
import { changeNamesOf } from '#state/history-words.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useIndexedHistory } from '#state/use-history.ts';
import { gapAnalysisOf } from '#state/use-gap-analysis.ts';
import { changedFieldLabel, changedThingText, type ChangeNames } from '#texts/change-values.ts';
import { formatTime } from '#texts/format.ts';
import { formatDay, HISTORY_TEXTS, revertEffectText, SET_TEXTS } from '#texts/history.ts';
import { Notice } from '#ui/layout.tsx';
import styles from './history.module.css';
import type { Outlook } from './use-revert-plan.ts';

const SHOWN = 5;
const SHOWN_GROUPS = 3;

/** What taking the set back would do: to the gaps, and beside later changes; or what stands against it. */
export const RevertOutlook = ({
  plan,
  onShow,
}: {
  readonly plan: Outlook;
  readonly onShow: (seq: number) => void;
}) => {
  switch (plan.kind) {
    case 'none':
    case 'reading':
      return <p className={styles.quiet}>{SET_TEXTS.loading}</p>;
    case 'large':
      return <p>{SET_TEXTS.large}</p>;
    case 'gone':
      return <p>{SET_TEXTS.gone}</p>;
    case 'nothing':
      return <p>{HISTORY_TEXTS.nothingToDo}</p>;
    case 'possible':
      return <Possible reverted={plan.reverted} />;
    case 'refused':
      return <Refused conflicts={plan.conflicts} onShow={onShow} />;
  }
};

const useNames = (): ChangeNames => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const { goneRooms } = useIndexedHistory();
  return changeNamesOf({ inventory, profile }, goneRooms);
};

const fieldsText = ({ entity }: Change, fields: readonly string[]): string =>
  fields.map((field) => changedFieldLabel(entity, FIELD_NAMES[field] ?? field)).join(', ');
/** Records are told by their main entry. */
const FIELD_NAMES: Readonly<Record<string, string>> = { defect: 'defect.text' };

const Possible = ({ reverted: { changes, kept } }: { readonly reverted: Reverted }) => (
  <div className={styles.texts}>
    <GapEffect changes={changes} />
    {kept.length > 0 && (
      <Notice kind="part">
        <Kept kept={kept} />
      </Notice>
    )}
  </div>
);

const Kept = ({ kept }: { readonly kept: readonly KeptChange[] }) => {
  const names = useNames();
  const [first] = kept;
  if (first === undefined) return null;
  if (kept.length === 1) {
    const { change, fields, by } = first;
    const when = by === null ? '' : ` (${formatDay(by.at)}, ${formatTime(by.at)})`;
    return SET_TEXTS.keptOne(changedThingText(change, names), fieldsText(change, fields), when);
  }
  const told = kept
    .slice(0, SHOWN)
    .map(({ change, fields }) => `${changedThingText(change, names)} (${fieldsText(change, fields)})`);
  const more = kept.length > SHOWN ? [SET_TEXTS.more(kept.length - SHOWN)] : [];
  return SET_TEXTS.keptMany(kept.length, [...told, ...more].join(', '));
};

type ConflictGroup = readonly [RevertConflict, ...RevertConflict[]];

/** What the same later set did in the same way to several things is told once. */
const groupedConflicts = (conflicts: readonly RevertConflict[]): readonly ConflictGroup[] => {
  const groups = new Map<string, ConflictGroup>();
  for (const conflict of conflicts) {
    const key = `${conflict.code} ${conflict.by?.seq ?? ''}`;
    const known = groups.get(key);
    groups.set(key, known === undefined ? [conflict] : [...known, conflict]);
  }
  return [...groups.values()];
};

const Refused = ({
  conflicts,
  onShow,
}: {
  readonly conflicts: readonly RevertConflict[];
  readonly onShow: (seq: number) => void;
}) => {
  const names = useNames();
  const groups = groupedConflicts(conflicts);
  const later = conflicts.find(({ by }) => by !== null)?.by ?? null;
  return (
    <Notice kind="part" role="status">
      <div className={styles.texts}>
        <p>{SET_TEXTS.against}</p>
        <ul>
          {groups.slice(0, SHOWN_GROUPS).map(([first, ...others]) => (
            <li key={`${first.code} ${first.change.entity} ${first.change.id}`}>
              {SET_TEXTS.conflicts[first.code](
                changedThingText(first.change, names),
                fieldsText(first.change, first.fields),
              )}
              {first.by === null ? '.' : SET_TEXTS.by(first.by)}
              {others.length > 0 && SET_TEXTS.likewise(others.length)}
            </li>
          ))}
          {groups.length > SHOWN_GROUPS && <li>{SET_TEXTS.moreConflicts(groups.length - SHOWN_GROUPS)}</li>}
        </ul>
        <p>{SET_TEXTS.remedy}</p>
        {later !== null && (
          <button type="button" className={styles.linkButton} onClick={() => onShow(later.seq)}>
            {SET_TEXTS.showLater}
          </button>
        )}
      </div>
    </Notice>
  );
};

/** Up to here the comparison is computed for a look; beyond, it would take longer than the look. */
const MOST_DEVICES = 5000;
const COUNTED: ReadonlySet<string> = new Set(['device', 'room', 'school']);

/** Gaps before and after, computed after the panel is drawn. */
const GapEffect = ({ changes }: { readonly changes: readonly Change[] }) => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const view = useAppState((state) => state.view);
  const [gaps, setGaps] = useState<readonly [before: number, after: number] | null>(null);
  const isCounted =
    inventory.devices.length <= MOST_DEVICES && changes.some(({ entity }) => COUNTED.has(entity));
  useEffect(() => {
    if (!isCounted) return undefined;
    const timer = setTimeout(() => {
      const after = applyChanges({ inventory, profiles: new Map(), settings: new Map() }, changes);
      setGaps([
        gapAnalysisOf({ inventory, profile, view }).totals.gap,
        analyzeGaps(after.inventory, profile, view).totals.gap,
      ]);
    });
    return () => clearTimeout(timer);
  }, [isCounted, inventory, profile, view, changes]);
  const effect = revertEffectText(countThings(changes));
  if (!isCounted || gaps === null) return <p>{effect}</p>;
  const [before, after] = gaps;
  const text =
    after > before
      ? SET_TEXTS.gapsOpen(after - before, before, after)
      : after < before
        ? SET_TEXTS.gapsClose(before - after, before, after)
        : SET_TEXTS.gapsSame(before);
  return (
    <p>
      {effect} {text}
    </p>
  );
};
