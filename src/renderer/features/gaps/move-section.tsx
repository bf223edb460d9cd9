import { useMemo, useState } from 'react';
import { useCommitOfMany } from '#device-editor/use-device-commit.ts';
import { redistributionChanges } from '#core/plan/redistribution-changes.ts';
import type { ProposedMove, Redistribution } from '#core/plan/redistribution.ts';
import { newDeviceId } from '#state/new-id.ts';
import type { PlanWorker } from '#state/plan-client.ts';
import { useAppStore } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { REDISTRIBUTION_TEXTS } from '#texts/planning.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/field.tsx';
import { Section } from '#ui/layout.tsx';
import { MoveEffectLine } from './move-effect-line.tsx';
import { MoveTable, moveKey } from './move-table.tsx';
import styles from './planning.module.css';
import moveStyles from './redistribution.module.css';

const TEXTS = REDISTRIBUTION_TEXTS.moves;
const NONE: ReadonlySet<string> = new Set();

/** The proposed moves: what they would do, which of them are wanted, and the button that does them. */
export const MoveSection = ({
  redistribution,
  worker,
  onAccepted,
}: {
  readonly redistribution: Redistribution;
  readonly worker: PlanWorker;
  readonly onAccepted: () => void;
}) => {
  const { moves, withheld } = redistribution;
  const store = useAppStore();
  const commit = useCommitOfMany();
  const { surplus, totals, stage } = useGapAnalysis();
  const [left, setLeft] = useState<{ readonly of: Redistribution; readonly keys: ReadonlySet<string> }>({
    of: redistribution,
    keys: NONE,
  });
  // What was left out of an earlier proposal says nothing about this one.
  const leftOut = left.of === redistribution ? left.keys : NONE;
  const chosen = useMemo(() => moves.filter((move) => !leftOut.has(moveKey(move))), [moves, leftOut]);
  // Hundreds of moves appear a moment later: a second click in between would split a Sammelposten twice.
  const [isUnderWay, setIsUnderWay] = useState(false);
  const surplusUnits = surplus.reduce((sum, { units }) => sum + units, 0);
  const staying = surplusUnits - moves.reduce((sum, { units }) => sum + units, 0);

  const leaveOut = (keys: ReadonlySet<string>): void => setLeft({ of: redistribution, keys });
  const toggle = (move: ProposedMove, isWanted: boolean): void => {
    const keys = new Set(leftOut);
    if (isWanted) keys.delete(moveKey(move));
    else keys.add(moveKey(move));
    leaveOut(keys);
  };
  const accept = async (): Promise<void> => {
    const { inventory, profile } = store.getState();
    setIsUnderWay(true);
    onAccepted();
    await commit(
      { code: 'redistribution-accepted', params: { count: chosen.length } },
      redistributionChanges(inventory, profile, chosen, newDeviceId),
    );
    setIsUnderWay(false);
  };

  return (
    <Section title={TEXTS.title} fact={TEXTS.fact(surplusUnits)}>
      <div className={moveStyles.stack}>
        {moves.length === 0 ? (
          <p>{totals.gap === 0 ? TEXTS.noGaps(stage) : surplusUnits === 0 ? TEXTS.noSurplus : TEXTS.none}</p>
        ) : (
          <>
            <div className={moveStyles.bar}>
              <MoveEffectLine worker={worker} moves={chosen} />
              <Button
                variant="primary"
                disabled={chosen.length === 0 || isUnderWay}
                onClick={() => void accept()}
              >
                {TEXTS.accept(chosen.length)}
              </Button>
            </div>
            <Checkbox
              label={TEXTS.selectAll}
              isChecked={chosen.length === moves.length}
              isMixed={chosen.length > 0 && chosen.length < moves.length}
              onChange={(isWanted) => leaveOut(isWanted ? NONE : new Set(moves.map(moveKey)))}
            />
            <MoveTable moves={moves} leftOut={leftOut} onToggle={toggle} />
          </>
        )}
        {withheld.length > 0 && <p className={styles.quiet}>{TEXTS.withheld(withheld.length)}</p>}
        {staying > 0 && <p className={styles.quiet}>{TEXTS.stays(staying)}</p>}
      </div>
    </Section>
  );
};
