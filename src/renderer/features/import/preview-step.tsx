import { useCallback, useState } from 'react';
import type { LineFilter, PreviewLine } from '#core/import/plan/preview-lines.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import { useAppState } from '#state/use-app-state.ts';
import { formatNumber } from '#texts/format.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Segments } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { Tabs } from '#ui/tabs.tsx';
import { chooseWinner } from './choices.ts';
import { LinePanel } from './line-panel.tsx';
import { LinesGrid } from './lines-grid.tsx';
import { OutsideSwitch } from './outside-switch.tsx';
import { PreviewFigures } from './preview-figures.tsx';
import styles from './preview-step.module.css';
import { StepFrame } from './step-frame.tsx';
import type { ImportModel } from './use-import.ts';
import type { OpenList } from './use-list.ts';
import { useMendList } from './use-mend-list.ts';

const TEXTS = IMPORT_TEXTS.preview;
const PANEL = 'import-lines';

/** How many lines each tab shows; the order is the order of the tabs. */
const tabCounts = ({ counts, onlyHere }: PlanAnswer): Readonly<Record<LineFilter, number>> => ({
  all: counts.rowsRead,
  'to-clear': counts.toClearRows,
  new: counts.newRows,
  changed: counts.changedRows,
  same: counts.sameRows,
  conflict: counts.conflictRows,
  rejected: counts.rejectedRows,
  'only-here': onlyHere,
});

/** Nothing of the list is known here: it may be that of another school. */
const isStrange = (counts: Readonly<Record<LineFilter, number>>): boolean =>
  counts['only-here'] > 0 && counts.new > 0 && counts.changed + counts.same + counts.conflict === 0;

const isFilter = (id: string, counts: Readonly<Record<LineFilter, number>>): id is LineFilter =>
  Object.hasOwn(counts, id);

/** What taking the list over would do, row by row, before anything is written. */
export const PreviewStep = ({
  model,
  answer,
  list,
}: {
  readonly model: ImportModel;
  readonly answer: PlanAnswer;
  readonly list: OpenList;
}) => {
  const { tables } = list.mapping;
  const { choices, setChoices } = model;
  const counts = tabCounts(answer);
  const [filter, setFilter] = useState<LineFilter>('all');
  const [opened, setOpened] = useState<PreviewLine | null>(null);
  const mend = useMendList(model.worker, list.source.name);
  const close = useCallback(() => {
    setOpened(null);
    document.getElementById(PANEL)?.querySelector<HTMLElement>('[role=grid]')?.focus();
  }, []);
  return (
    <StepFrame
      heading={TEXTS.heading}
      fact={model.isStale ? <span role="status">{TEXTS.replanning}</span> : undefined}
      aside={
        <>
          {answer.outsideDevices > 0 && (
            <OutsideSwitch
              devices={answer.outsideDevices}
              value={choices.outside}
              onChange={(outside) => setChoices((before) => ({ ...before, outside }))}
            />
          )}
          {counts.changed + counts.conflict > 0 && (
            <span className={styles.winner}>
              {TEXTS.winner}
              <Segments
                label={TEXTS.winner}
                value={choices.winner}
                options={[
                  { value: 'list', label: TEXTS.winners.list },
                  { value: 'inventory', label: TEXTS.winners.inventory },
                ]}
                onChange={(value) =>
                  setChoices((before) => ({
                    ...before,
                    winner: value === 'inventory' ? 'inventory' : 'list',
                    winners: {},
                  }))
                }
              />
            </span>
          )}
        </>
      }
      message={mend.message ?? model.message}
      foot={<PreviewFoot model={model} answer={answer} mend={mend} />}
    >
      <PreviewFigures answer={answer} />
      {isStrange(counts) && (
        <div className={styles.strange}>
          <Notice kind="part">{TEXTS.nothingMatches}</Notice>
        </div>
      )}
      <Tabs
        label={TEXTS.tabs}
        panelId={PANEL}
        current={filter}
        onChange={(id) => {
          if (!isFilter(id, counts)) return;
          setFilter(id);
          setOpened(null);
        }}
        tabs={Object.entries(counts).map(([id, count]) => ({
          id,
          label: isFilter(id, counts) ? TEXTS.filters[id] : id,
          count: formatNumber(count),
        }))}
      />
      <div id={PANEL} role="tabpanel" aria-labelledby={`${PANEL}-${filter}`} className={styles.plane}>
        <LinesGrid
          key={filter}
          worker={model.worker}
          answer={answer}
          filter={filter}
          count={counts[filter]}
          choices={choices}
          isOpen={opened !== null}
          isSheetShown={tables.filter(({ included }) => included).length > 1}
          onOpen={setOpened}
          onChoose={(line, winner) => setChoices((before) => chooseWinner(before, line.key, winner))}
        />
        {opened !== null && (
          <LinePanel
            line={opened}
            worker={model.worker}
            choices={choices}
            onChoose={(winner) => setChoices((before) => chooseWinner(before, opened.key, winner))}
            onClose={close}
          />
        )}
      </div>
    </StepFrame>
  );
};

const PreviewFoot = ({
  model,
  answer: { counts },
  mend,
}: {
  readonly model: ImportModel;
  readonly answer: PlanAnswer;
  readonly mend: ReturnType<typeof useMendList>;
}) => {
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const devices = counts.newDevices + counts.changedDevices;
  const rooms = counts.newRooms + counts.changedRooms;
  const isNothing = devices + rooms === 0;
  return (
    <>
      <Button onClick={() => void model.goTo('values')}>{IMPORT_TEXTS.back}</Button>
      <span className={styles.note}>
        {isReadOnly ? TEXTS.readOnly : isNothing ? TEXTS.nothing : TEXTS.undo}
      </span>
      <span className={styles.grow} />
      {counts.toClearRows > 0 && (
        <Button disabled={mend.isWriting || model.isStale} onClick={() => void mend.save()}>
          {TEXTS.mend(counts.toClearRows)}
        </Button>
      )}
      <Button
        variant="primary"
        disabled={isNothing || isReadOnly || model.isStale}
        onClick={() => void model.accept()}
      >
        {TEXTS.confirm(devices, rooms)}
      </Button>
    </>
  );
};
