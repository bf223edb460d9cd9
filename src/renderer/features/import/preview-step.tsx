import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { ImportIssue, ImportPlan, PlannedDevice, PlannedRoom, RowOutcome } from '#core/import/types.ts';
import type { Effect, PlanAnswer } from '#excel/import-worker.ts';
import { useAppState, useCategoriesById } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatEuros, formatNumber } from '#texts/format.ts';
import { importIssueText, IMPORT_TEXTS, placeText, rejectionText } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Segments, SelectField } from '#ui/field.tsx';
import { EmptyState, Section } from '#ui/layout.tsx';
import { StatusMark, type StatusTone } from '#ui/status-mark.tsx';
import styles from './import-page.module.css';
import type { ImportModel } from './use-import.ts';

const FILTERS = ['all', 'new', 'changed', 'toClear', 'rejected'] as const;
type Filter = (typeof FILTERS)[number];
const isFilter = (text: string): text is Filter => (FILTERS as readonly string[]).includes(text);

const TONES: Readonly<Record<RowOutcome['outcome'], StatusTone>> = {
  new: 'surplus',
  changed: 'part',
  same: 'met',
  conflict: 'gap',
  rejected: 'gap',
};

type Line = {
  readonly row: RowOutcome;
  readonly devices: readonly PlannedDevice[];
  readonly hints: readonly string[];
  readonly text: string;
};

const lineKey = ({ sheet, row }: { readonly sheet: string; readonly row: number }): string =>
  `${sheet}\n${row}`;

const groupByRow = <Entry,>(
  entries: readonly Entry[],
  placeOf: (entry: Entry) => { readonly sheet: string; readonly row: number },
): ReadonlyMap<string, readonly Entry[]> => {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = lineKey(placeOf(entry));
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [entry]);
    else list.push(entry);
  }
  return groups;
};

const linesOf = (plan: ImportPlan): readonly Line[] => {
  const devices = groupByRow(plan.devices, ({ source }) => source);
  const issues = groupByRow(plan.issues, (issue) => issue);
  const rooms = new Map(
    plan.rooms.flatMap((planned) =>
      planned.source === null ? [] : [[lineKey(planned.source), planned] as const],
    ),
  );
  const rejected = new Map(plan.rejected.map((entry) => [lineKey(entry), entry]));
  return plan.rows.map((row) => {
    const key = lineKey(row);
    const refusal = rejected.get(key);
    const own = devices.get(key) ?? [];
    const hints = (issues.get(key) ?? []).map((issue: ImportIssue) =>
      issue.column === '' ? importIssueText(issue) : `${issue.column}: ${importIssueText(issue)}`,
    );
    return {
      row,
      devices: own,
      hints: refusal === undefined ? hints : [rejectionText(refusal), ...hints],
      text:
        refusal?.text ??
        [...own.map(({ device }) => deviceText(device)), roomText(rooms.get(key))].filter(Boolean).join(', '),
    };
  });
};

const roomText = (planned: PlannedRoom | undefined): string =>
  planned === undefined
    ? ''
    : [IMPORT_TEXTS.rows.room, planned.room.roomNumber, planned.room.name].filter(Boolean).join(' ');

const deviceText = ({ assetTag, name, manufacturer, model, serialNumber }: PlannedDevice['device']): string =>
  [assetTag, name, manufacturer, model === name ? null : model].filter(Boolean).join(' · ') ||
  (serialNumber ?? '');

/** What taking the list over would do, row by row, before anything is written. */
export const PreviewStep = ({
  model,
  answer,
}: {
  readonly model: ImportModel;
  readonly answer: PlanAnswer;
}) => {
  const { plan, after } = answer;
  const [filter, setFilter] = useState<Filter>('all');
  const lines = useMemo(() => linesOf(plan), [plan]);
  const shown = useMemo(
    () =>
      lines.filter(({ row }) =>
        filter === 'all' ? true : filter === 'toClear' ? row.toClear : row.outcome === filter,
      ),
    [lines, filter],
  );
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const { counts } = plan;
  const devices = counts.newDevices + counts.changedDevices;
  const rooms = counts.newRooms + counts.changedRooms;
  return (
    <div className={styles.step}>
      <div className={styles.summary}>
        <Counts plan={plan} />
        <EffectTable after={after} />
        <UnknownKinds plan={plan} model={model} />
      </div>
      <Section
        title={IMPORT_TEXTS.rows.caption}
        fact={IMPORT_TEXTS.rows.shown(formatNumber(shown.length), formatNumber(lines.length))}
        actions={
          <Segments
            label={IMPORT_TEXTS.rows.caption}
            value={filter}
            options={FILTERS.map((value) => ({ value, label: IMPORT_TEXTS.filters[value] }))}
            onChange={(value) => {
              if (isFilter(value)) setFilter(value);
            }}
          />
        }
      >
        <RowList lines={shown} />
      </Section>
      <div className={styles.actions}>
        {(devices + rooms === 0 || isReadOnly) && (
          <p className={styles.note}>{isReadOnly ? IMPORT_TEXTS.readOnly : IMPORT_TEXTS.nothing}</p>
        )}
        <Button onClick={model.backToColumns}>{IMPORT_TEXTS.back}</Button>
        <Button
          variant="primary"
          disabled={devices + rooms === 0 || isReadOnly}
          onClick={() => void model.accept(answer)}
        >
          {devices > 0 ? IMPORT_TEXTS.confirm(devices) : IMPORT_TEXTS.confirmRooms(rooms)}
        </Button>
      </div>
    </div>
  );
};

const Counts = ({ plan: { counts } }: { readonly plan: ImportPlan }) => {
  const entries: readonly (readonly [string, number, StatusTone])[] = [
    [IMPORT_TEXTS.counts.new, counts.newRows, 'surplus'],
    [IMPORT_TEXTS.counts.changed, counts.changedRows, 'part'],
    [IMPORT_TEXTS.counts.same, counts.sameRows, 'met'],
    [IMPORT_TEXTS.counts.rejected, counts.rejectedRows, 'gap'],
    [IMPORT_TEXTS.counts.toClear, counts.toClearRows, 'unknown'],
    [IMPORT_TEXTS.counts.rooms, counts.newRooms, 'surplus'],
  ];
  return (
    <Section title={IMPORT_TEXTS.counts.caption}>
      <dl className={styles.counts}>
        {entries.map(([label, count, tone]) => (
          <div key={label}>
            <dt>
              <StatusMark tone={tone}>{label}</StatusMark>
            </dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
};

const standardText = (standard: Effect['standard']): string =>
  standard === null ? '–' : `${formatNumber(standard.met)} von ${formatNumber(standard.of)}`;

const EffectTable = ({ after }: { readonly after: Effect }) => {
  const analysis = useGapAnalysis();
  const before: Effect = { totals: analysis.totals, standard: analysis.standards[0] ?? null };
  const rows = [
    [IMPORT_TEXTS.effect.gaps, formatNumber(before.totals.gap), formatNumber(after.totals.gap)],
    [IMPORT_TEXTS.effect.standard, standardText(before.standard), standardText(after.standard)],
    [IMPORT_TEXTS.effect.cost, formatEuros(before.totals.costCents), formatEuros(after.totals.costCents)],
  ] as const;
  return (
    <Section title={IMPORT_TEXTS.effect.title}>
      <DataTable
        caption={IMPORT_TEXTS.effect.title}
        rows={rows}
        keyOf={([label]) => label}
        columns={[
          { id: 'what', label: '', isRowHead: true, cell: ([label]) => label },
          { id: 'before', label: IMPORT_TEXTS.effect.before, align: 'right', cell: ([, value]) => value },
          {
            id: 'after',
            label: IMPORT_TEXTS.effect.after,
            align: 'right',
            cell: ([, , value]) => <b>{value}</b>,
          },
        ]}
      />
    </Section>
  );
};

/** Kinds of the list that no category was found for, most frequent first: chosen once, for all their rows. */
const UnknownKinds = ({ plan, model }: { readonly plan: ImportPlan; readonly model: ImportModel }) => {
  const categories = useAppState((state) => state.profile.categories);
  const kinds = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { device, categoryText } of plan.devices)
      if (
        categoryText !== null &&
        (device.categoryId === null || model.categoryChoices[categoryText] !== undefined)
      )
        counts.set(categoryText, (counts.get(categoryText) ?? 0) + 1);
    return [...counts].sort(([, a], [, b]) => b - a);
  }, [plan, model.categoryChoices]);
  if (kinds.length === 0) return null;
  return (
    <Section title={IMPORT_TEXTS.unknownKinds.title} fact={IMPORT_TEXTS.unknownKinds.fact}>
      <ul className={styles.kinds}>
        {kinds.map(([text, count]) => (
          <li key={text}>
            <span title={text}>{text}</span>
            <span className={styles.note}>{formatNumber(count)}</span>
            <SelectField
              label={IMPORT_TEXTS.unknownKinds.categoryOf(text)}
              isLabelHidden
              value={model.categoryChoices[text] ?? ''}
              options={[
                { value: '', label: IMPORT_TEXTS.rows.noCategory },
                ...categories.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(value) => model.chooseCategory(text, value)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const ROW_HEIGHT = 44;

const RowList = ({ lines }: { readonly lines: readonly Line[] }) => {
  const scroller = useRef<HTMLDivElement>(null);
  const categories = useCategoriesById();
  // The virtualizer keeps its own state; React's compiler is not used here.
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  if (lines.length === 0) return <EmptyState text={IMPORT_TEXTS.rows.none} />;
  return (
    <div
      ref={scroller}
      className={styles.rows}
      tabIndex={0}
      role="table"
      aria-label={IMPORT_TEXTS.rows.caption}
      aria-rowcount={lines.length + 1}
    >
      <div role="rowgroup" className={styles.rowsHead}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          <span role="columnheader">{IMPORT_TEXTS.rows.row}</span>
          <span role="columnheader">{IMPORT_TEXTS.rows.what}</span>
          <span role="columnheader">{IMPORT_TEXTS.rows.device}</span>
          <span role="columnheader">{IMPORT_TEXTS.rows.category}</span>
          <span role="columnheader">{IMPORT_TEXTS.rows.hint}</span>
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (line === undefined) return null;
          const kinds = [
            ...new Set(
              line.devices.map(({ device }) => categories.get(device.categoryId ?? '')?.name ?? '–'),
            ),
          ];
          const hints = line.hints.join(' ');
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              className={styles.row}
              style={{ position: 'absolute', top: item.start, left: 0, right: 0, height: ROW_HEIGHT }}
            >
              <span role="cell" title={line.row.sheet}>
                {placeText({ row: line.row.row }).replace('Zeile ', '')}
              </span>
              <span role="cell">
                <StatusMark tone={TONES[line.row.outcome]}>
                  {IMPORT_TEXTS.outcomes[line.row.outcome]}
                </StatusMark>
              </span>
              <span role="cell" className={styles.cut} title={line.text}>
                {line.text}
              </span>
              <span role="cell" className={styles.cut}>
                {kinds.join(', ')}
              </span>
              <span role="cell" className={styles.hints} title={hints}>
                {hints}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};
