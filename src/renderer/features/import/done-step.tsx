import { useActions } from '#state/use-app-state.ts';
import { formatCount, formatNumber } from '#texts/format.ts';
import { IMPORT_TEXTS, rejectionText } from '#texts/import.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './done-step.module.css';
import { StepFrame } from './step-frame.tsx';
import type { DoneOutcome, ImportModel } from './use-import.ts';
import { useMendList } from './use-mend-list.ts';

const TEXTS = IMPORT_TEXTS.done;

/** What became of the list, and what can be done next. */
export const DoneStep = ({ model, done }: { readonly model: ImportModel; readonly done: DoneOutcome }) => {
  const { undo } = useActions();
  const { answer, isSaved } = done;
  const { counts } = answer;
  const mend = useMendList(model.worker, answer.fileName);
  const devices = formatCount(counts.newDevices + counts.changedDevices, 'Gerät', 'Geräte');
  const rooms = formatCount(counts.newRooms + counts.changedRooms, 'Raum', 'Räume');
  return (
    <StepFrame
      heading={TEXTS.title}
      message={
        mend.message ??
        (isSaved ? { kind: 'ok', text: TEXTS.text(devices, rooms) } : { kind: 'gap', text: TEXTS.failed })
      }
      foot={
        <>
          <Button icon="undo" onClick={() => void undo().then(model.restart)}>
            {TEXTS.undo}
          </Button>
          {counts.toClearRows > 0 && (
            <Button disabled={mend.isWriting} onClick={() => void mend.save()}>
              {IMPORT_TEXTS.preview.mend(counts.toClearRows)}
            </Button>
          )}
          <span className={styles.grow} />
          <Button onClick={model.restart}>{TEXTS.another}</Button>
          <ButtonLink href="#/">{TEXTS.toOverview}</ButtonLink>
          <ButtonLink href="#/berichte" variant="primary">
            {TEXTS.toReport}
          </ButtonLink>
        </>
      }
    >
      <div className={styles.plane}>
        <Outcome done={done} />
        <Rejections done={done} />
      </div>
    </StepFrame>
  );
};

const Outcome = ({ done: { answer } }: { readonly done: DoneOutcome }) => {
  const { counts } = answer;
  const rows = [
    [TEXTS.newDevices, counts.newDevices],
    [TEXTS.changedDevices, counts.changedDevices],
    [TEXTS.sameDevices, counts.sameDevices],
    [TEXTS.newRooms, counts.newRooms],
    [TEXTS.changedRooms, counts.changedRooms],
    [TEXTS.keptRows, counts.keptRows],
    [TEXTS.rejectedRows, counts.rejectedRows],
    [TEXTS.toClearRows, counts.toClearRows],
  ] as const;
  return (
    <Section title={TEXTS.caption}>
      <dl className={styles.figures}>
        {rows.map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const Rejections = ({ done: { answer } }: { readonly done: DoneOutcome }) =>
  answer.rejections.length === 0 ? null : (
    <Section title={TEXTS.why}>
      <DataTable
        caption={TEXTS.why}
        rows={answer.rejections}
        keyOf={({ code }) => code}
        columns={[
          { id: 'why', label: TEXTS.whyRow, isRowHead: true, cell: ({ code }) => rejectionText({ code }) },
          { id: 'rows', label: TEXTS.rows, align: 'right', cell: ({ rows }) => formatNumber(rows) },
        ]}
      />
    </Section>
  );
