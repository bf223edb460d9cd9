import { Fragment, type ReactNode } from 'react';
import type { RequirementId, RoomId } from '#core/shared/ids.ts';
import type { ProfileIssue } from '#core/targets/parse-profile.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { useAppState, useRoomsById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatDate, formatEuros, formatGap, formatNumber, UNKNOWN } from '#texts/format.ts';
import { profileIssueReason } from '#texts/profile.ts';
import { ROOM_TEXTS } from '#texts/rooms.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Notice } from '#ui/layout.tsx';
import {
  gapShifts,
  standardShifts,
  targetFigures,
  type GapShift,
  type TargetFigures,
} from './target-effect.ts';
import styles from './targets.module.css';
import type { Outlook } from './use-outlook.ts';

const texts = TARGETS_TEXTS.effect;
const SHOWN_ROOMS = 12;

type Row = {
  readonly label: string;
  readonly figures: TargetFigures | null;
  readonly standard: string;
};

/** What the target asks of the school today, and what it would after saving. */
export const EffectSection = ({
  requirementId,
  outlook,
}: {
  readonly requirementId: RequirementId;
  /** null = nothing was changed. */
  readonly outlook: Outlook | null;
}) => {
  const before = useGapAnalysis();
  const asOf = useAppState((state) => state.view.asOf);
  const profile = useAppState((state) => state.issuedProfile);
  const after = outlook?.kind === 'ready' ? outlook.analysis : null;
  const standardOf = ({ standards: [first] }: typeof before): string =>
    first === undefined ? UNKNOWN : texts.standardOf(first.met, first.of);
  const rows: readonly Row[] = [
    { label: texts.before, figures: targetFigures(before, requirementId), standard: standardOf(before) },
    ...(after === null
      ? []
      : [{ label: texts.after, figures: targetFigures(after, requirementId), standard: standardOf(after) }]),
  ];
  const isUnscored = rows.some(({ figures }) => figures?.scored === false);
  return (
    <section className={styles.part} aria-label={texts.title}>
      <div className={styles.partHead}>
        <h3>{texts.title}</h3>
        <span>{texts.asOf(formatDate(asOf), before.stage)}</span>
      </div>
      <DataTable
        caption={texts.caption}
        rows={rows}
        keyOf={({ label }) => label}
        columns={[
          { id: 'line', label: texts.line, isRowHead: true, cell: ({ label }) => label },
          {
            id: 'rooms',
            label: texts.rooms,
            align: 'right',
            cell: figure(({ rooms: count }) => formatNumber(count)),
          },
          {
            id: 'target',
            label: texts.target,
            align: 'right',
            cell: figure(({ target }) => (target === null ? texts.notComputable : formatNumber(target))),
          },
          {
            id: 'actual',
            label: texts.actual,
            align: 'right',
            cell: figure(({ actual }) => formatNumber(actual)),
          },
          {
            id: 'gap',
            label: texts.gap,
            align: 'right',
            cell: figure(({ gap }) => (
              <span className={gap === null || gap === 0 ? undefined : styles.gap}>{formatGap(gap)}</span>
            )),
          },
          {
            id: 'cost',
            label: texts.cost,
            align: 'right',
            cell: figure(({ costCents }) => formatEuros(costCents)),
          },
          { id: 'standard', label: texts.standard, align: 'right', cell: ({ standard }) => standard },
        ]}
      />
      <div className={styles.notes} aria-live="polite">
        {rows.at(-1)?.figures === null && <p>{texts.notInForce}</p>}
        {isUnscored && <p>{texts.notScored}</p>}
        {outlook?.kind === 'pending' && <p>{texts.pending}</p>}
        {outlook?.kind === 'refused' && <Notice kind="gap">{refusalText(outlook.issue, profile)}</Notice>}
        {after !== null && <Shifts before={before} after={after} />}
      </div>
    </section>
  );
};

/** Which entry of the profile stands against the change, and why. */
export const refusalText = (issue: ProfileIssue, profile: TargetProfile): string => {
  const [, id = ''] = issue.path;
  const entry = [...profile.requirements, ...profile.standards, ...profile.checks].find(
    (known) => known.id === id,
  );
  return texts.refused(entry?.name ?? id, profileIssueReason(issue));
};

/** A target that is not in force has no figures. */
const figure =
  (show: (figures: TargetFigures) => ReactNode) =>
  ({ figures }: Row): ReactNode =>
    figures === null ? UNKNOWN : show(figures);

type Analysis = ReturnType<typeof useGapAnalysis>;

const Shifts = ({ before, after }: { readonly before: Analysis; readonly after: Analysis }) => {
  const { opened, closed } = gapShifts(before, after);
  const standardId = before.standards[0]?.standardId ?? '';
  const { enters, leaves } = standardShifts(before, after, standardId);
  const asShift = (roomId: RoomId): GapShift => ({ roomId, units: 1 });
  if (opened.length + closed.length === 0 && before.totals.costCents === after.totals.costCents)
    return <p>{texts.none}</p>;
  return (
    <>
      <p>
        {texts.total(before.totals.gap, after.totals.gap, before.totals.costCents, after.totals.costCents)}
      </p>
      <Places label={texts.opened} shifts={opened} />
      <Places label={texts.closed} shifts={closed} />
      <Places label={texts.leaves} shifts={leaves.map(asShift)} />
      <Places label={texts.enters} shifts={enters.map(asShift)} />
    </>
  );
};

/** `Neue Lücken: 301 Klasse 9b, 302 Klasse 9c (2), ganze Schule (4)`, each room a link. */
const Places = ({ label, shifts }: { readonly label: string; readonly shifts: readonly GapShift[] }) => {
  const rooms = useRoomsById();
  if (shifts.length === 0) return null;
  const shown = shifts.slice(0, SHOWN_ROOMS);
  return (
    <p>
      {label}:{' '}
      {shown.map(({ roomId, units }, index) => {
        const room = roomId === null ? undefined : rooms.get(roomId);
        return (
          <Fragment key={roomId ?? ''}>
            {index > 0 && ', '}
            {roomId === null ? (
              <a href="#/soll-ist/schule">{texts.school}</a>
            ) : (
              <a href={`#/raeume/${encodeURIComponent(roomId)}`}>
                {room === undefined ? UNKNOWN : roomText(room.roomNumber, room.name)}
              </a>
            )}
            {units > 1 && ` (${formatNumber(units)})`}
          </Fragment>
        );
      })}
      {shifts.length > shown.length && ` ${texts.more(shifts.length - shown.length)}`}
    </p>
  );
};

const roomText = (number: string, name: string | null): string =>
  name === null ? number : ROOM_TEXTS.roomTitle(number, name);
