import { useMemo, useRef, useState } from 'react';
import { readMdmListInWorker } from '#excel/mdm-list-client.ts';
import { classifier, type Classify } from '#core/import/dictionary/category-words.ts';
import { coveredBy, mdmCategory, mdmChanges, mdmDiff, type TakenField } from '#core/import/mdm/mdm-diff.ts';
import { MDM_FIELDS, readMdmRows, type MdmColumns, type MdmTable } from '#core/import/mdm/mdm-list.ts';
import type { DeviceId } from '#core/shared/ids.ts';
import { RoomChoice, roomChoices } from '#device-editor/cell-field.tsx';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { roomOptions } from '#device-editor/room-options.ts';
import { useCommitOfMany } from '#device-editor/use-device-commit.ts';
import { PrintButton } from '#print/print-button.tsx';
import { usePrintView } from '#print/print-views.ts';
import { newDeviceId } from '#state/new-id.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { readFailureText } from '#texts/import.ts';
import { UNKNOWN } from '#texts/format.ts';
import { MDM_TEXTS } from '#texts/mdm.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, SelectField } from '#ui/field.tsx';
import { Notice, PageHead, Section } from '#ui/layout.tsx';
import {
  differenceKey,
  DifferenceTable,
  DoubledTable,
  OnlyHereTable,
  OnlyThereTable,
} from './mdm-tables.tsx';
import styles from './mdm-match.module.css';

const ACCEPT = '.csv,.tsv,.txt,.xlsx,.xlsm,.ods';

/** A list from device management beside the inventory: read it, see the differences, take over what is chosen. */
export const MdmMatch = ({ onClose }: { readonly onClose: () => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const [table, setTable] = useState<MdmTable | null>(null);
  const [columns, setColumns] = useState<MdmColumns | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [isReading, setIsReading] = useState(false);
  usePrintView(() => ({
    kind: 'tables',
    title: MDM_TEXTS.title,
    facts: table === null ? [] : [table.fileName],
  }));
  const open = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setMessage(null);
    setTable(null);
    setIsReading(true);
    const bytes = await file.arrayBuffer().catch(() => null);
    const answer =
      bytes === null
        ? null
        : await readMdmListInWorker({ bytes: new Uint8Array(bytes), fileName: file.name });
    setIsReading(false);
    if (answer === null) setMessage(MDM_TEXTS.gone(file.name));
    else if (!answer.ok) setMessage(readFailureText(answer.error));
    else {
      setTable(answer.value);
      setColumns(answer.value.columns);
    }
  };
  return (
    <>
      <PageHead
        title={MDM_TEXTS.title}
        {...(table !== null && { fact: table.fileName })}
        actions={
          <>
            <Button variant="quiet" onClick={onClose}>
              {MDM_TEXTS.back}
            </Button>
            <Button variant={table === null ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
              {MDM_TEXTS.choose}
            </Button>
          </>
        }
      />
      <div className={styles.plane} tabIndex={0} role="region" aria-label={MDM_TEXTS.title}>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={MDM_TEXTS.choose}
          accept={ACCEPT}
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {message !== null && (
          <Notice kind="gap" role="alert">
            {message}
          </Notice>
        )}
        {isReading && <p role="status">{MDM_TEXTS.reading}</p>}
        {table === null || columns === null ? (
          <p>{MDM_TEXTS.intro}</p>
        ) : (
          <>
            <Section title={MDM_TEXTS.columns}>
              <div className={styles.columns}>
                {MDM_FIELDS.map((field) => (
                  <SelectField
                    key={field}
                    label={MDM_TEXTS.fields[field]}
                    value={String(columns[field] ?? '')}
                    options={[
                      { value: '', label: MDM_TEXTS.noColumn },
                      ...table.headings.flatMap((heading, at) =>
                        heading === '' ? [] : [{ value: String(at), label: heading }],
                      ),
                    ]}
                    onChange={(value) =>
                      setColumns({ ...columns, [field]: value === '' ? null : Number(value) })
                    }
                  />
                ))}
              </div>
            </Section>
            {columns.serialNumber === null ? (
              <Notice kind="part" role="status">
                {MDM_TEXTS.noSerialColumn}
              </Notice>
            ) : (
              <Comparison key={JSON.stringify(columns)} table={table} columns={columns} />
            )}
          </>
        )}
      </div>
    </>
  );
};

/** A set that is toggled entry by entry. */
const useChosen = () => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string): void =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return { chosen, toggle, set: (keys: readonly string[]): void => setChosen(new Set(keys)) };
};

const Comparison = ({ table, columns }: { readonly table: MdmTable; readonly columns: MdmColumns }) => {
  const store = useAppStore();
  const commit = useCommitOfMany();
  const lookup = useDeviceLookup();
  const devices = useAppState((state) => state.inventory.devices);
  const rooms = useAppState((state) => state.inventory.rooms);
  const profile = useAppState((state) => state.profile);
  const taken = useChosen();
  const created = useChosen();
  const [room, setRoom] = useState('');
  const [takesLastSeen, setTakesLastSeen] = useState(false);
  const read = useMemo(() => readMdmRows(table.rows, columns), [table, columns]);
  const diff = useMemo(() => mdmDiff(read.devices, devices), [read, devices]);
  const classify = useMemo((): Classify => {
    const find = classifier(profile);
    return (text) => {
      const found = find(text);
      return found !== null && lookup.categories.has(found.categoryId) ? found : null;
    };
  }, [profile, lookup]);
  const differences = useMemo(
    () =>
      diff.different.flatMap((match) => match.differences.map((difference) => ({ ...difference, match }))),
    [diff],
  );
  const categoryName = (id: string | null): string => lookup.categories.get(id ?? '')?.name ?? UNKNOWN;
  const changes = useMemo(() => {
    const fields = new Map<DeviceId, Set<TakenField>>();
    for (const row of differences) {
      if (!taken.chosen.has(differenceKey(row))) continue;
      const { id } = row.match.device;
      fields.set(id, (fields.get(id) ?? new Set()).add(row.field));
    }
    return mdmChanges(
      diff,
      {
        fields,
        created: diff.onlyThere.filter(({ serialNumber }) => created.chosen.has(serialNumber)),
        roomId: rooms.find(({ id }) => id === room)?.id ?? null,
        takesLastSeen,
      },
      classify,
      newDeviceId,
    );
  }, [diff, differences, taken.chosen, created.chosen, rooms, room, takesLastSeen, classify]);
  const covered = [...coveredBy([...diff.same, ...diff.different])].map(categoryName).join(', ');
  return (
    <>
      <p role="status">{MDM_TEXTS.same(diff.same.length)}</p>
      {diff.same.length + diff.different.length === 0 && diff.onlyThere.length > 0 && (
        <Notice kind="part">{MDM_TEXTS.nothingMatches}</Notice>
      )}
      {read.withoutSerial.length > 0 && (
        <Notice kind="part">{MDM_TEXTS.withoutSerial(read.withoutSerial)}</Notice>
      )}
      {diff.doubled.length > 0 && (
        <Section title={MDM_TEXTS.doubled(diff.doubled.length)} fact={MDM_TEXTS.doubledHint}>
          <DoubledTable rows={diff.doubled} />
        </Section>
      )}
      {differences.length > 0 && (
        <Section
          title={MDM_TEXTS.different(differences.length)}
          actions={
            <Button isSmall onClick={() => taken.set(differences.map(differenceKey))}>
              {MDM_TEXTS.takeAll}
            </Button>
          }
        >
          <DifferenceTable rows={differences} chosen={taken.chosen} onToggle={taken.toggle} />
        </Section>
      )}
      {diff.onlyThere.length > 0 && (
        <Section
          title={MDM_TEXTS.onlyThere(diff.onlyThere.length)}
          fact={MDM_TEXTS.onlyThereHint}
          actions={
            <Button
              isSmall
              onClick={() => created.set(diff.onlyThere.map(({ serialNumber }) => serialNumber))}
            >
              {MDM_TEXTS.takeAll}
            </Button>
          }
        >
          <OnlyThereTable
            rows={diff.onlyThere}
            chosen={created.chosen}
            categoryOf={(entry) => categoryName(mdmCategory(entry, classify))}
            onToggle={created.toggle}
          />
          <RoomChoice
            label={MDM_TEXTS.room}
            value={room}
            options={roomChoices(roomOptions(store.getState(), lookup, null, null))}
            onChange={setRoom}
          />
        </Section>
      )}
      {diff.onlyHere.length > 0 && (
        <Section
          title={MDM_TEXTS.onlyHere(diff.onlyHere.length)}
          fact={MDM_TEXTS.onlyHereHint(covered)}
          actions={<PrintButton isSmall />}
        >
          <OnlyHereTable rows={diff.onlyHere} />
        </Section>
      )}
      {columns.lastSeenOn !== null && (
        <Checkbox label={MDM_TEXTS.lastSeen} isChecked={takesLastSeen} onChange={setTakesLastSeen} />
      )}
      <p>
        <Button
          variant="primary"
          disabled={changes.length === 0}
          onClick={() => {
            void commit(
              { code: 'list-imported', params: { file: table.fileName, count: changes.length } },
              changes,
            );
          }}
        >
          {changes.length === 0 ? MDM_TEXTS.nothing : MDM_TEXTS.run(changes.length)}
        </Button>
      </p>
    </>
  );
};
