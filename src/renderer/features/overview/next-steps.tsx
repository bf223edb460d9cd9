import { useMemo } from 'react';
import { ageStateOf, type AgeState } from '#core/gaps/replacement.ts';
import { daysOpen, isBroken } from '#core/inventory/defect.ts';
import { findDataProblems, type DataProblem, type DataProblemCode } from '#core/inventory/validate.ts';
import { yearOf } from '#core/shared/iso-date.ts';
import { readSetting, SETTINGS } from '#state/settings.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import type { SafetyState } from '#state/safety.ts';
import { overdueDays } from '#state/second-place-age.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { useRefreshedPlaces, useSafetyState } from '#state/use-safety.ts';
import { BACKUP_TODO_TEXTS as SAFETY_TEXTS } from '#texts/backup.ts';
import { formatDate } from '#texts/format.ts';
import { DATA_PROBLEM_COUNTS, OVERVIEW_TEXTS } from '#texts/overview.ts';
import { Section } from '#ui/layout.tsx';
import styles from './overview-page.module.css';

const TEXTS = OVERVIEW_TEXTS.todo;

type Todo = {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  readonly link: string;
  readonly href: string;
};

/** What a problem is about decides where it is cleared up. */
const hrefOf = (problems: readonly DataProblem[]): string =>
  problems.some(({ path: [entity] }) => entity === 'device')
    ? '#/geraete/ansicht/to-clear'
    : problems.some(({ path: [entity] }) => entity === 'room')
      ? '#/raeume'
      : '#/einstellungen';

const problemDetail = (problems: readonly DataProblem[]): string => {
  const counts = new Map<DataProblemCode, number>();
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, count]) => DATA_PROBLEM_COUNTS[code](count))
    .join(', ');
};

/** What the backups lack; each is one line, the weightiest first. */
const safetyTodos = (
  failure: SafetyState['failure'],
  place: SafetyState['place'],
  second: SafetyState['second'],
  secondFailure: SafetyState['secondFailure'],
  now: Date,
): readonly Todo[] => {
  const entry = (id: string, text: string, detail: string): Todo => ({
    id,
    text,
    detail,
    link: SAFETY_TEXTS.link,
    href: '#/einstellungen',
  });
  const waiting = place?.waitingFolder ?? null;
  const first =
    failure !== null
      ? [entry('backup-failed', SAFETY_TEXTS.failed, SAFETY_TEXTS.failedDetail)]
      : waiting !== null
        ? [entry('backup-folder', SAFETY_TEXTS.waiting(waiting), SAFETY_TEXTS.waitingDetail)]
        : [];
  if (second === null) return first;
  const overdue = overdueDays(second, now);
  const text =
    overdue !== null
      ? SAFETY_TEXTS.old(overdue)
      : second.state === 'absent'
        ? SAFETY_TEXTS.absent
        : second.state === 'needs-permission'
          ? SAFETY_TEXTS.permission
          : secondFailure !== null
            ? SAFETY_TEXTS.copyFailed
            : null;
  return text === null
    ? first
    : [...first, entry('second-place', text, SAFETY_TEXTS.secondDetail(second.label))];
};

/** What to do, in the order repair, buy, replace, clear up, report; each leads to where it is done. */
export const NextSteps = () => {
  const analysis = useGapAnalysis();
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const settings = useAppState((state) => state.settings);
  const categories = useCategoriesById();
  const year = yearOf(analysis.asOf);
  useRefreshedPlaces();
  const failure = useSafetyState((state) => state.failure);
  const place = useSafetyState((state) => state.place);
  const second = useSafetyState((state) => state.second);
  const secondFailure = useSafetyState((state) => state.secondFailure);
  const safety = useMemo(
    () => safetyTodos(failure, place, second, secondFailure, new Date()),
    [failure, place, second, secondFailure],
  );
  const todos = useMemo((): readonly Todo[] => {
    const { totals } = analysis;
    const isEmpty = inventory.devices.length === 0;
    const open = inventory.devices.filter(isBroken);
    const broken = open.length;
    const longest = Math.max(0, ...open.map((device) => daysOpen(device, analysis.asOf) ?? 0));
    // As the view „Überaltert“ counts, to which this leads: broken devices grow old too.
    const countAge = (state: AgeState): number =>
      inventory.devices.filter(
        (device) =>
          device.status !== 'decommissioned' &&
          ageStateOf(device, categories.get(device.categoryId ?? ''), year) === state,
      ).length;
    const due = countAge('due');
    const overAge = countAge('over-age');
    const problems = findDataProblems(inventory, profile);
    const unknown = analysis.school.filter(({ target }) => target === null).length;
    const lastReport = readSetting(settings, SETTINGS.reports).at(-1);
    const entries: (Todo | false)[] = [
      isEmpty && {
        id: 'import',
        text: TEXTS.import,
        detail: TEXTS.importDetail,
        link: TEXTS.importLink,
        href: '#/import',
      },
      broken > 0 && {
        id: 'repair',
        text: totals.repairable > 0 ? TEXTS.repair(totals.repairable) : TEXTS.repairDetail(broken, longest),
        detail: totals.repairable > 0 ? TEXTS.repairDetail(broken, longest) : TEXTS.repairNoGap,
        link: TEXTS.repairLink,
        href: '#/geraete/ansicht/defective',
      },
      totals.gap > 0 && {
        id: 'buy',
        text: TEXTS.buy(totals.gap - totals.repairable),
        detail: TEXTS.buyDetail(totals.costCents),
        link: TEXTS.buyLink,
        href: '#/soll-ist/beschaffung',
      },
      overAge > 0 && {
        id: 'old',
        text: TEXTS.old(overAge),
        detail: due > 0 ? TEXTS.oldDetail(due, year) : TEXTS.oldNone(year),
        link: TEXTS.oldLink,
        href: '#/geraete/ansicht/over-age',
      },
      problems.length > 0 && {
        id: 'clear',
        text: TEXTS.clear(problems.length),
        detail: problemDetail(problems),
        link: TEXTS.clearLink,
        href: hrefOf(problems),
      },
      unknown > 0 && {
        id: 'unknown',
        text: TEXTS.unknown(unknown),
        detail: TEXTS.unknownDetail,
        link: TEXTS.unknownLink,
        href: '#/einstellungen',
      },
      {
        id: 'report',
        text: TEXTS.report,
        detail: TEXTS.reportDetail(
          lastReport === undefined ? null : formatDate(lastReport.writtenAt.slice(0, 10)),
        ),
        link: TEXTS.reportLink,
        href: '#/berichte',
      },
    ];
    return entries.filter((entry) => entry !== false);
  }, [analysis, inventory, profile, settings, categories, year]);
  return (
    <Section title={OVERVIEW_TEXTS.next}>
      <ul className={styles.todo}>
        {[...safety, ...todos].map(({ id, text, detail, link, href }) => (
          <li key={id}>
            <span>{text}</span>
            <a href={href}>{link}</a>
            <small>{detail}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
};
