import { useMemo, useState } from 'react';
import { analyzeGaps } from '#core/gaps/analyze-gaps.ts';
import { applyChanges } from '#core/history/apply-changes.ts';
import type { ChangeOf } from '#core/history/change-set.ts';
import type { Room } from '#core/inventory/room.ts';
import type { School } from '#core/inventory/school.ts';
import { compareAnalyses } from '#core/plan/compare-analyses.ts';
import type { SchoolYearOutcome } from '#core/plan/school-year.ts';
import { useAppState, useRoomTypesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { ROOM_FIELD_LABELS, SCHOOL_FIELD_LABELS } from '#texts/fields.ts';
import { formatDate, formatNumber, UNKNOWN } from '#texts/format.ts';
import { problemText, SCHOOL_YEAR_TEXTS } from '#texts/school-year.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { ComparisonRooms } from '../../charts/comparison-rooms.tsx';
import { ComparisonTable } from '../../charts/comparison-table.tsx';
import styles from './school-year.module.css';
import { useNames } from './use-school-year.ts';

/** So many rows of a list are drawn before somebody asks for all. */
const SHOWN = 50;

/** Step 3: everything that will change, and what that does to gaps, standard and cost. */
export const PreviewStep = ({ outcome }: { readonly outcome: SchoolYearOutcome }) => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const view = useAppState((state) => state.view);
  const names = useNames();
  const before = useGapAnalysis();
  const comparison = useMemo(() => {
    const after = applyChanges(
      { inventory, profiles: new Map(), settings: new Map() },
      outcome.changes,
    ).inventory;
    return compareAnalyses(before, analyzeGaps(after, profile, view));
  }, [inventory, outcome, before, profile, view]);
  if (outcome.changes.length === 0) return <EmptyState text={SCHOOL_YEAR_TEXTS.nothing} />;
  return (
    <div className={styles.plane} tabIndex={0}>
      <Problems outcome={outcome} />
      <div className={styles.columns}>
        <RoomChanges outcome={outcome} />
        <div className={styles.column}>
          <Section title={SCHOOL_YEAR_TEXTS.effect}>
            <ComparisonTable
              caption={SCHOOL_YEAR_TEXTS.effect}
              comparison={comparison}
              profile={profile}
              heads={[SCHOOL_YEAR_TEXTS.before, SCHOOL_YEAR_TEXTS.after]}
            />
          </Section>
          <SchoolChange outcome={outcome} />
        </div>
      </div>
      <Moves outcome={outcome} />
      <ComparisonRooms comparison={comparison} profile={profile} roomText={names.room} />
    </div>
  );
};

type Part = { readonly outcome: SchoolYearOutcome };

const Problems = ({ outcome: { problems } }: Part) => {
  const names = useNames();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <Section title={SCHOOL_YEAR_TEXTS.problems} fact={SCHOOL_YEAR_TEXTS.problemsFact(problems.length)}>
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {(isWhole ? problems : problems.slice(0, 8)).map((problem) => {
            const text = problemText(problem, names);
            return <li key={text}>{text}</li>;
          })}
        </ul>
      )}
      {!isWhole && problems.length > 8 && (
        <Button isSmall onClick={() => setIsWhole(true)}>
          {SCHOOL_YEAR_TEXTS.moreProblems(problems.length)}
        </Button>
      )}
    </Section>
  );
};

const isRoomChange = (change: { readonly entity: string }): change is ChangeOf<'room'> =>
  change.entity === 'room';

const RoomChanges = ({ outcome }: Part) => {
  const names = useNames();
  const types = useRoomTypesById();
  const changes = outcome.changes.filter(isRoomChange);
  const pair = (change: ChangeOf<'room'>, textOf: (room: Room) => string) => {
    const [old, now] = [change.before, change.after].map((room) => (room === null ? '' : textOf(room)));
    return old === now ? (
      <span className={styles.quiet}>{old}</span>
    ) : (
      <>
        {old} → <b>{now}</b>
      </>
    );
  };
  return (
    <Section title={SCHOOL_YEAR_TEXTS.roomsChanged} fact={SCHOOL_YEAR_TEXTS.roomsChangedFact(changes.length)}>
      {changes.length === 0 ? (
        <p className={styles.quiet}>{SCHOOL_YEAR_TEXTS.noRoomChanged}</p>
      ) : (
        <DataTable
          caption={SCHOOL_YEAR_TEXTS.roomsChanged}
          rows={changes}
          keyOf={({ id }) => id}
          columns={[
            {
              id: 'room',
              label: SCHOOL_YEAR_TEXTS.heads.room,
              isRowHead: true,
              cell: ({ id }) => <b>{names.room(id)}</b>,
            },
            {
              id: 'use',
              label: ROOM_FIELD_LABELS.use,
              cell: (change) => pair(change, ({ use }) => use ?? SCHOOL_YEAR_TEXTS.free),
            },
            {
              id: 'name',
              label: SCHOOL_YEAR_TEXTS.heads.name,
              cell: (change) => pair(change, ({ name }) => name ?? UNKNOWN),
            },
            {
              id: 'type',
              label: SCHOOL_YEAR_TEXTS.heads.type,
              cell: (change) =>
                pair(change, ({ roomTypes }) =>
                  roomTypes.length === 0
                    ? SCHOOL_YEAR_TEXTS.noType
                    : roomTypes.map((id) => types.get(id)?.name ?? id).join(', '),
                ),
            },
          ]}
        />
      )}
    </Section>
  );
};

const Moves = ({ outcome: { moves } }: Part) => {
  const names = useNames();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <Section title={SCHOOL_YEAR_TEXTS.moves} fact={SCHOOL_YEAR_TEXTS.movesFact(moves.length)}>
      {moves.length === 0 ? (
        <p className={styles.quiet}>{SCHOOL_YEAR_TEXTS.noMoves}</p>
      ) : (
        <DataTable
          caption={SCHOOL_YEAR_TEXTS.moves}
          rows={isWhole ? moves : moves.slice(0, SHOWN)}
          keyOf={({ deviceId }) => deviceId}
          columns={[
            {
              id: 'device',
              label: SCHOOL_YEAR_TEXTS.device,
              isRowHead: true,
              cell: ({ deviceId }) => names.device(deviceId),
            },
            { id: 'from', label: SCHOOL_YEAR_TEXTS.from, cell: ({ from }) => names.room(from) },
            { id: 'to', label: SCHOOL_YEAR_TEXTS.to, cell: ({ to }) => names.room(to) },
          ]}
        />
      )}
      {!isWhole && moves.length > SHOWN && (
        <Button isSmall onClick={() => setIsWhole(true)}>
          {SCHOOL_YEAR_TEXTS.moreMoves(moves.length)}
        </Button>
      )}
    </Section>
  );
};

const FIELDS = ['schoolYear', 'countedOn', 'pupils', 'classes', 'teachers'] as const;

const gradesText = (byGrade: School['pupilsByGrade']): string =>
  byGrade === null
    ? UNKNOWN
    : Object.entries(byGrade)
        .map(([grade, count]) => `${grade}: ${formatNumber(count)}`)
        .join(', ');

const schoolLines = (before: School, after: School) => {
  const textOf = (school: School, field: (typeof FIELDS)[number]): string => {
    const value = school[field];
    if (typeof value === 'number') return formatNumber(value);
    return field === 'countedOn' ? formatDate(value) : (value ?? UNKNOWN);
  };
  return [
    ...FIELDS.map((field) => ({
      label: SCHOOL_FIELD_LABELS[field],
      old: textOf(before, field),
      now: textOf(after, field),
    })),
    ...(['pupilsByGrade', 'classesByGrade'] as const).map((field) => ({
      label: SCHOOL_FIELD_LABELS[field],
      old: gradesText(before[field]),
      now: gradesText(after[field]),
    })),
  ].filter(({ old, now }) => old !== now);
};

const SchoolChange = ({ outcome }: Part) => {
  const change = outcome.changes.find((entry): entry is ChangeOf<'school'> => entry.entity === 'school');
  const lines =
    change === undefined || change.before === null || change.after === null
      ? []
      : schoolLines(change.before, change.after);
  return (
    <Section title={SCHOOL_YEAR_TEXTS.numbers}>
      {lines.length === 0 ? (
        <p className={styles.quiet}>{SCHOOL_YEAR_TEXTS.noNumbers}</p>
      ) : (
        <DataTable
          caption={SCHOOL_YEAR_TEXTS.numbers}
          rows={lines}
          keyOf={({ label }) => label}
          columns={[
            { id: 'figure', label: SCHOOL_YEAR_TEXTS.figure, isRowHead: true, cell: ({ label }) => label },
            { id: 'before', label: SCHOOL_YEAR_TEXTS.before, cell: ({ old }) => old },
            { id: 'after', label: SCHOOL_YEAR_TEXTS.after, cell: ({ now }) => <b>{now}</b> },
          ]}
        />
      )}
    </Section>
  );
};
