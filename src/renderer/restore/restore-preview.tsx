import { useMemo } from 'react';
import type { Backup } from '#backup/backup-format.ts';
import type { OnDifference, RestoreCounts, RestoreMode, RestorePlan } from '#core/backup/restore-changes.ts';
import type { EntityKind } from '#core/history/change-set.ts';
import { useSafetyState } from '#state/use-safety.ts';
import { formatDate, formatNumber, formatTimestamp, UNKNOWN } from '#texts/format.ts';
import { BACKUP_REASON_LABELS, RESTORE_TEXTS as TEXTS } from '#texts/restore.ts';
import { DataTable, type DataColumn } from '#ui/data-table.tsx';
import { RadioCards, SelectField } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { changedThings, SHOWN_THINGS, type ChangedThing } from './changed-things.ts';
import styles from './restore.module.css';
import { dayOfBackup, type RestoreModel } from './use-restore.ts';

const KINDS = ['device', 'room', 'school', 'profile', 'setting'] as const satisfies readonly EntityKind[];
const COUNTS = ['added', 'changed', 'removed', 'kept'] as const satisfies readonly (keyof RestoreCounts)[];
const MODES = ['replace', 'merge'] as const satisfies readonly RestoreMode[];
const DIFFERENCES = ['keep-current', 'take-backup'] as const satisfies readonly OnDifference[];
const SHOWN_FIELDS = 4;

/** What the backup holds and what putting it back would change, before anything is done. */
export const RestorePreview = ({
  backup,
  model: { options, setOptions, plan, laterChanges, reportCount },
  isEmptyNow,
}: {
  readonly backup: Backup;
  readonly model: RestoreModel;
  /** Nothing is there that could be kept: there is only one way to put it back. */
  readonly isEmptyNow: boolean;
}) => {
  const { header, state } = backup;
  const day = formatDate(dayOfBackup(backup));
  const isEncrypted = useSafetyState((safety) => safety.isEncrypted);
  return (
    <div className={styles.stack}>
      <p className={styles.question}>
        {isEmptyNow ? TEXTS.firstQuestion(day) : TEXTS.question(day, laterChanges)}
      </p>
      <dl className={styles.facts}>
        <Fact label={TEXTS.facts.school} text={state.inventory.school.name || TEXTS.noName} />
        <Fact
          label={TEXTS.facts.contents}
          text={TEXTS.contents(header.counts.rooms, header.counts.devices)}
        />
        <Fact
          label={TEXTS.facts.state}
          text={header.changedAt === null ? TEXTS.noChange : formatTimestamp(header.changedAt)}
        />
        <Fact
          label={TEXTS.facts.written}
          text={TEXTS.writtenAs(header.writtenAt, BACKUP_REASON_LABELS[header.reason])}
        />
        <Fact label={TEXTS.facts.version} text={header.appVersion} />
        {reportCount > 0 && <Fact label={TEXTS.facts.reports} text={formatNumber(reportCount)} />}
      </dl>
      {header.key !== null && !isEncrypted && <Notice>{TEXTS.encryptedBefore}</Notice>}
      {!isEmptyNow && (
        <>
          <RadioCards
            legend={TEXTS.mode}
            value={options.mode}
            options={MODES.map((value) => ({ value, ...TEXTS.modes[value] }))}
            onChange={(value) => setOptions({ ...options, mode: value === 'merge' ? 'merge' : 'replace' })}
          />
          {options.mode === 'merge' && (
            <div className={styles.choice}>
              <SelectField
                label={TEXTS.onDifference}
                value={options.onDifference}
                options={DIFFERENCES.map((value) => ({ value, label: TEXTS.differences[value] }))}
                onChange={(value) =>
                  setOptions({
                    ...options,
                    onDifference: DIFFERENCES.find((known) => known === value) ?? 'keep-current',
                  })
                }
              />
            </div>
          )}
        </>
      )}
      <section aria-label={TEXTS.effect} aria-busy={plan === null}>
        <h3>{TEXTS.effect}</h3>
        {plan === null ? <p role="status">{TEXTS.comparing}</p> : <Effect plan={plan} mode={options.mode} />}
      </section>
    </div>
  );
};

const Fact = ({ label, text }: { readonly label: string; readonly text: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{text}</dd>
  </div>
);

const Effect = ({ plan, mode }: { readonly plan: RestorePlan; readonly mode: RestoreMode }) => {
  const { summary, changes } = plan;
  const things = useMemo(() => changedThings(plan), [plan]);
  const rows = KINDS.filter((kind) => COUNTS.some((count) => summary[kind][count] > 0));
  const columns: DataColumn<(typeof KINDS)[number]>[] = [
    { id: 'kind', label: TEXTS.columns.kind, isRowHead: true, cell: (kind) => TEXTS.kinds[kind] },
    ...COUNTS.filter((count) => count !== (mode === 'replace' ? 'kept' : 'removed')).map((count) => ({
      id: count,
      label: TEXTS.columns[count],
      align: 'right' as const,
      cell: (kind: (typeof KINDS)[number]) => formatNumber(summary[kind][count]),
    })),
  ];
  return (
    <div className={styles.stack}>
      {changes.length === 0 && (
        <Notice kind="ok" role="status">
          {mode === 'replace' ? TEXTS.nothing : TEXTS.nothingMerged}
        </Notice>
      )}
      {rows.length > 0 && (
        <DataTable caption={TEXTS.effect} columns={columns} rows={rows} keyOf={(kind) => kind} />
      )}
      {changes.length > 0 && (
        <details className={styles.details}>
          <summary>{TEXTS.list(changes.length)}</summary>
          {changes.length > SHOWN_THINGS && (
            <p className={styles.quiet}>{TEXTS.listMore(SHOWN_THINGS, changes.length)}</p>
          )}
          <DataTable
            caption={TEXTS.listCaption}
            columns={THING_COLUMNS}
            rows={things}
            keyOf={({ key }) => key}
          />
        </details>
      )}
    </div>
  );
};

const THING_COLUMNS: readonly DataColumn<ChangedThing>[] = [
  { id: 'thing', label: TEXTS.listColumns.thing, cell: ({ kind }) => TEXTS.thing[kind] },
  { id: 'before', label: TEXTS.listColumns.before, isRowHead: true, cell: ({ before }) => before ?? UNKNOWN },
  { id: 'after', label: TEXTS.listColumns.after, cell: ({ after }) => after ?? UNKNOWN },
  {
    id: 'fields',
    label: TEXTS.listColumns.fields,
    cell: ({ before, after, fields }) => {
      if (before === null) return TEXTS.added;
      if (after === null) return TEXTS.removed;
      const shown = fields.slice(0, SHOWN_FIELDS).join(', ');
      return fields.length > SHOWN_FIELDS
        ? `${shown} ${TEXTS.moreFields(fields.length - SHOWN_FIELDS)}`
        : shown;
    },
  },
];
