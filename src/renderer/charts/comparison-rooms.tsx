import { useState } from 'react';
import type { AnalysisComparison, GapShift, RoomShift } from '#core/plan/compare-analyses.ts';
import type { RoomId } from '#core/shared/ids.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { COMPARISON_TEXTS } from '#texts/comparison.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { Difference } from './comparison-table.tsx';
import styles from './comparison.module.css';

/** So many rooms are drawn before somebody asks for all. */
const SHOWN = 60;

/** Goals whose number of gaps is another in the second comparison. */
export const ComparisonGroups = ({
  comparison,
  profile,
}: {
  readonly comparison: AnalysisComparison;
  readonly profile: TargetProfile;
}) => {
  const names = new Map(profile.groups.map(({ id, name }) => [id, name]));
  const changed = comparison.groups.filter(
    ({ gap, costCents }) => gap.before !== gap.after || costCents.before !== costCents.after,
  );
  return (
    <Section title={COMPARISON_TEXTS.byGroup}>
      {changed.length === 0 ? (
        <p className={styles.quiet}>{COMPARISON_TEXTS.sameGroups}</p>
      ) : (
        <DataTable
          caption={COMPARISON_TEXTS.byGroup}
          rows={changed}
          keyOf={({ group }) => group}
          columns={[
            {
              id: 'group',
              label: COMPARISON_TEXTS.group,
              isRowHead: true,
              cell: ({ group }) => names.get(group) ?? group,
            },
            {
              id: 'gap',
              label: COMPARISON_TEXTS.gaps,
              align: 'right',
              cell: ({ gap }) => COMPARISON_TEXTS.fromTo(gap.before ?? 0, gap.after ?? 0),
            },
            {
              id: 'difference',
              label: COMPARISON_TEXTS.difference,
              align: 'right',
              cell: ({ gap }) => (
                <Difference pair={{ before: gap.before ?? 0, after: gap.after ?? 0 }} format="number" />
              ),
            },
            {
              id: 'cost',
              label: COMPARISON_TEXTS.costDifference,
              align: 'right',
              cell: ({ costCents }) => (
                <Difference
                  pair={{ before: costCents.before ?? 0, after: costCents.after ?? 0 }}
                  format="euros"
                />
              ),
            },
          ]}
        />
      )}
    </Section>
  );
};

type Row = { readonly key: string; readonly roomId: RoomId | null; readonly shift: RoomShift | null };

/** Where gaps close and where new ones open, room by room, the school as a whole last. */
export const ComparisonRooms = ({
  comparison,
  profile,
  roomText,
}: {
  readonly comparison: AnalysisComparison;
  readonly profile: TargetProfile;
  readonly roomText: (id: RoomId) => string;
}) => {
  const [isWhole, setIsWhole] = useState(false);
  const names = new Map(profile.requirements.map(({ id, name }) => [id, name]));
  const standards = new Map(profile.standards.map(({ id, name }) => [id, name]));
  const shifts = [...comparison.rooms.flatMap(({ lines }) => lines), ...comparison.school];
  const closed = shifts.reduce((sum, shift) => sum + Math.max(0, -changeOf(shift)), 0);
  const opened = shifts.reduce((sum, shift) => sum + Math.max(0, changeOf(shift)), 0);
  const rows: readonly Row[] = [
    ...comparison.rooms.map((shift) => ({ key: shift.roomId, roomId: shift.roomId, shift })),
    ...(comparison.school.length === 0 ? [] : [{ key: 'school', roomId: null, shift: null }]),
  ];
  const nameOf = (shift: GapShift): string => names.get(shift.requirementId) ?? shift.group;
  return (
    <Section title={COMPARISON_TEXTS.rooms} fact={COMPARISON_TEXTS.roomsFact(closed, opened)}>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{COMPARISON_TEXTS.noRooms}</p>
      ) : (
        <DataTable
          caption={COMPARISON_TEXTS.rooms}
          rows={isWhole ? rows : rows.slice(0, SHOWN)}
          keyOf={({ key }) => key}
          columns={[
            {
              id: 'room',
              label: COMPARISON_TEXTS.room,
              isRowHead: true,
              cell: ({ roomId }) =>
                roomId === null ? (
                  COMPARISON_TEXTS.schoolRow
                ) : (
                  <a href={`#/raeume/${encodeURIComponent(roomId)}`}>{roomText(roomId)}</a>
                ),
            },
            {
              id: 'what',
              label: COMPARISON_TEXTS.what,
              cell: ({ shift }) => (
                <ul className={styles.shifts}>
                  {(shift?.lines ?? comparison.school).map((line) => (
                    <li key={`${line.group} ${line.requirementId}`}>
                      <ShiftMark shift={line} name={nameOf(line)} />
                    </li>
                  ))}
                  {(shift?.standards ?? []).map(({ standardId, after }) => (
                    <li key={standardId}>
                      <StatusMark tone={after === 1 ? 'met' : 'part'}>
                        {after === 1
                          ? COMPARISON_TEXTS.standardMet(standards.get(standardId) ?? standardId)
                          : COMPARISON_TEXTS.standardLost(standards.get(standardId) ?? standardId)}
                      </StatusMark>
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      )}
      {!isWhole && rows.length > SHOWN && (
        <Button isSmall onClick={() => setIsWhole(true)}>
          {COMPARISON_TEXTS.moreRooms(rows.length)}
        </Button>
      )}
    </Section>
  );
};

/** Units by which a gap grows; what cannot be computed counts as none, as in the sums. */
const changeOf = ({ before, after }: GapShift): number => (after ?? 0) - (before ?? 0);

const ShiftMark = ({ shift, name }: { readonly shift: GapShift; readonly name: string }) => {
  if (shift.after === null)
    return <StatusMark tone="unknown">{COMPARISON_TEXTS.unknownNow(name)}</StatusMark>;
  const change = changeOf(shift);
  if (change === 0) return <StatusMark tone="met">{COMPARISON_TEXTS.knownNow(name)}</StatusMark>;
  return change < 0 ? (
    <StatusMark tone="met">{COMPARISON_TEXTS.closed(-change, name)}</StatusMark>
  ) : (
    <StatusMark tone="gap">{COMPARISON_TEXTS.opened(change, name)}</StatusMark>
  );
};
