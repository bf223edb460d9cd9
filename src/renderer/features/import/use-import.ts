import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportMapping, ReadFailure } from '#core/import/types.ts';
import type { Inventory } from '#core/inventory/inventory.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import type { ReadOptions } from '#excel/read/read-list.ts';
import type { CommitOptions } from '#state/app-state.ts';
import { readSetting } from '#state/settings.ts';
import { useAppState, useAppStore } from '#state/use-app-state.ts';
import { IMPORT_TEXTS, readFailureText } from '#texts/import.ts';
import type { NoticeKind } from '#ui/layout.tsx';
import { rememberingChanges } from './accept-changes.ts';
import { firstChoices, openQuestions, type Choices } from './choices.ts';
import { IMPORT_SETTINGS } from './import-settings.ts';
import { useImportWorker } from './use-import-worker.ts';
import { useList, type ListSource } from './use-list.ts';

export const WIZARD_STEPS = ['file', 'columns', 'values', 'preview'] as const;
export type WizardStep = (typeof WIZARD_STEPS)[number];
export type WorkKind = 'reading' | 'planning' | 'fetching' | 'writing';
/** What is shown instead of the step while it runs. */
export type Work = { readonly kind: WorkKind; readonly done: number | null; readonly of: number };
export type Message = { readonly kind: NoticeKind; readonly text: string };

/** A plan and what it was made from: it holds as long as all of these are the same. */
type Planned = {
  readonly answer: PlanAnswer;
  readonly mapping: ImportMapping;
  readonly choices: Choices;
  readonly inventory: Inventory;
};
export type DoneOutcome = { readonly answer: PlanAnswer; readonly isSaved: boolean };

/** Rest after the last choice in the preview before all rows are compared anew. */
const REPLAN_AFTER_MS = 300;

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The state of the wizard: one list from file to inventory. Leaving the page gives the work up. */
export const useImport = () => {
  const store = useAppStore();
  const inventory = useAppState((state) => state.inventory);
  const [worker, progress] = useImportWorker();
  const listModel = useList(worker);
  const { list, ready } = listModel;
  const [step, setStep] = useState<WizardStep>('file');
  const [work, setWork] = useState<Work | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const [choices, setChoices] = useState<Choices>(() => freshChoices(store.getState().settings));
  const [isMappingRemembered, setMappingRemembered] = useState(true);
  const [planned, setPlanned] = useState<Planned | null>(null);
  const [done, setDone] = useState<DoneOutcome | null>(null);
  const writing = useRef<AbortController | null>(null);
  /** Grows with each cancel: an answer that belongs to work given up is dropped. */
  const turn = useRef(0);

  const show = (kind: NoticeKind, text: string): void => setMessage({ kind, text });
  const begin = (kind: WorkKind): number => {
    turn.current += 1;
    setMessage(null);
    setWork({ kind, done: null, of: 1 });
    return turn.current;
  };

  const fail = useCallback(
    (error: unknown, back: WizardStep) => {
      worker.close();
      setWork(null);
      setPlanned(null);
      setStep(back);
      setMessage({ kind: 'gap', text: IMPORT_TEXTS.crash(detailOf(error)) });
    },
    [worker],
  );

  const restart = useCallback(() => {
    turn.current += 1;
    worker.close();
    listModel.clear();
    setChoices(freshChoices(store.getState().settings));
    setMappingRemembered(true);
    setPlanned(null);
    setDone(null);
    setMessage(null);
    setWork(null);
    setStep('file');
  }, [worker, listModel, store]);

  const open = async (source: ListSource, options?: ReadOptions): Promise<void> => {
    const mine = begin('reading');
    setPlanned(null);
    try {
      const answer = await listModel.open(source, options);
      if (mine !== turn.current) return;
      setWork(null);
      if (answer.ok) return setStep('columns');
      refuse(answer.error);
    } catch (error) {
      if (mine === turn.current) fail(error, 'file');
    }
  };

  const refuse = (failure: ReadFailure): void => {
    worker.close();
    // With a wrong encoding or separator the list that was open stays as it was.
    if (list === null) setStep('file');
    show('gap', readFailureText(failure));
  };

  /** The plan for these choices, made anew only where something differs from the last one. */
  const plan = useCallback(
    async (wanted: Choices, mine: number): Promise<PlanAnswer | null> => {
      if (list === null) return null;
      const { mapping } = list;
      const state = store.getState();
      if (
        planned !== null &&
        worker.current() !== null &&
        planned.mapping === mapping &&
        planned.inventory === state.inventory &&
        isSamePlan(planned.choices, wanted)
      )
        return planned.answer;
      const planner = await ready();
      if (mine !== turn.current) return null;
      const { profile, view } = state;
      const isKnownType = profile.roomTypes.some(({ id }) => id === wanted.defaultRoomType);
      const { apartRooms: _apart, ...asked } = wanted;
      const answer = await planner.plan({
        mapping,
        inventory: state.inventory,
        profile,
        view,
        choices: { ...asked, defaultRoomType: isKnownType ? wanted.defaultRoomType : null },
      });
      if (mine !== turn.current) return null;
      setPlanned({ answer, mapping, choices: wanted, inventory: state.inventory });
      return answer;
    },
    [list, planned, ready, store, worker],
  );

  /** Kinds are asked about with everything taken in: what is left out would not be seen. */
  const asking = (): Choices => ({ ...choices, outside: 'keep' });

  const goTo = async (target: WizardStep | 'next'): Promise<void> => {
    setMessage(null);
    if (target === 'file' || target === 'columns') return setStep(target);
    const mine = begin('planning');
    try {
      const answer = await plan(target === 'preview' ? choices : asking(), mine);
      if (answer === null) return;
      const questions = openQuestions(answer, choices);
      const isAsked = target === 'values' || (target === 'next' && questions.kinds + questions.rooms > 0);
      if (!isAsked && target === 'next' && (await plan(choices, mine)) === null) return;
      setStep(isAsked ? 'values' : 'preview');
      setWork(null);
    } catch (error) {
      if (mine === turn.current) fail(error, 'columns');
    }
  };

  const isStale =
    planned !== null &&
    (planned.inventory !== inventory ||
      !isSamePlan(planned.choices, choices) ||
      planned.mapping !== list?.mapping);

  // In the preview a choice is carried out at once, without leaving the list.
  useEffect(() => {
    if (step !== 'preview' || !isStale || work !== null || done !== null) return undefined;
    const timer = setTimeout(() => {
      turn.current += 1;
      const mine = turn.current;
      plan(choices, mine).catch((error: unknown) => {
        if (mine === turn.current) fail(error, 'columns');
      });
    }, REPLAN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [step, isStale, work, done, choices, plan, fail]);

  /** Stops what is running; nothing was written, or the writing takes itself back. */
  const cancel = (): void => {
    if (work?.kind === 'writing') {
      writing.current?.abort();
      return;
    }
    turn.current += 1;
    worker.close();
    setPlanned(null);
    setWork(null);
    setStep(list === null ? 'file' : 'columns');
    show('info', IMPORT_TEXTS.work.cancelled);
  };

  const accept = async (): Promise<void> => {
    const fetcher = worker.current();
    if (planned === null || list === null || fetcher === null) return;
    const { answer } = planned;
    const mine = begin('fetching');
    try {
      const fetched = await fetcher.changes();
      if (mine !== turn.current) return;
      const remembering = rememberingChanges(
        store.getState().settings,
        answer,
        list.mapping.tables,
        choices,
        isMappingRemembered,
        new Date().toISOString(),
      );
      const changes = fetched.concat(remembering);
      setWork({ kind: 'writing', done: 0, of: changes.length });
      writing.current = new AbortController();
      const options: CommitOptions = {
        signal: writing.current.signal,
        onProgress: (written, of) => setWork({ kind: 'writing', done: written, of }),
      };
      const devices = answer.counts.newDevices + answer.counts.changedDevices;
      const outcome = await store.commit(
        { code: 'list-imported', params: { file: answer.fileName, count: devices } },
        changes,
        options,
      );
      setWork(null);
      if (!outcome.ok && outcome.error.code === 'cancelled') return show('info', IMPORT_TEXTS.work.cancelled);
      setDone({ answer, isSaved: outcome.ok });
    } catch (error) {
      if (mine === turn.current) fail(error, 'columns');
    }
  };

  const shownWork: Work | null =
    work === null || work.kind === 'writing' || progress?.what !== work.kind
      ? work
      : { kind: work.kind, done: progress.done, of: progress.of };

  return {
    step,
    work: shownWork,
    message,
    listModel,
    choices,
    isMappingRemembered,
    answer: planned?.answer ?? null,
    /** The figures are about to change. */
    isStale,
    done,
    worker,
    open,
    goTo,
    restart,
    cancel,
    accept,
    show,
    setChoices,
    setMappingRemembered,
  };
};

export type ImportModel = ReturnType<typeof useImport>;

const freshChoices = (settings: ReadonlyMap<string, unknown>): Choices =>
  firstChoices(
    readSetting(settings, IMPORT_SETTINGS.categoryChoices),
    readSetting(settings, IMPORT_SETTINGS.roomChoices),
  );

/** Which rooms are different ones is a question less, but changes no plan. */
const isSamePlan = (a: Choices, b: Choices): boolean =>
  a === b ||
  (a.defaultRoomType === b.defaultRoomType &&
    a.categoryChoices === b.categoryChoices &&
    a.outside === b.outside &&
    a.sameRooms === b.sameRooms &&
    a.winner === b.winner &&
    a.winners === b.winners);
