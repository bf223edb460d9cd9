import { useState } from 'react';
import type { HostCapabilities, SecondPlace } from '#bridge/contract.ts';
import { overdueDays } from '#state/second-place-age.ts';
import { useSafety, useSafetyState } from '#state/use-safety.ts';
import { backupMoment } from '#texts/backup.ts';
import { BACKUP_SECTION_TEXTS as TEXTS } from '#texts/backup-section.ts';
import { placeFailureText } from '#texts/restore.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useToast } from '#ui/toast.tsx';
import styles from './backup-section.module.css';

const TONES = { present: 'met', absent: 'gap', 'needs-permission': 'part' } as const;

/** Copies on another disk: where, whether it is there, how old the last one is. */
export const SecondPlacePart = ({ capabilities }: { readonly capabilities: HostCapabilities }) => {
  const safety = useSafety();
  const second = useSafetyState((state) => state.second);
  const failure = useSafetyState((state) => state.secondFailure);
  const { show } = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  /** The newest backup goes there at once: a place without a copy helps nobody. */
  const copyNow = async (): Promise<void> => {
    setIsBusy(true);
    await safety.backUp('daily');
    await safety.refreshPlaces();
    setIsBusy(false);
  };
  const choose = async (): Promise<void> => {
    setProblem(null);
    const outcome = await safety.host.secondPlaceChoose();
    if (outcome.kind === 'failed') setProblem(placeFailureText(outcome.failure, TEXTS.theFolder));
    if (outcome.kind !== 'chosen') return;
    await safety.refreshPlaces();
    await copyNow();
  };
  const forget = async (): Promise<void> => {
    await safety.host.secondPlaceForget();
    await safety.refreshPlaces();
    show({ text: TEXTS.secondForgotten });
  };

  return (
    <div className={styles.part}>
      <h3>{TEXTS.second}</h3>
      <p className={styles.quiet}>
        {capabilities.hasSecondPlace ? TEXTS.secondAbout : TEXTS.secondUnavailable}
      </p>
      {second !== null && (
        <p className={styles.marks}>
          <span className={styles.path}>{second.label}</span>
          <StatusMark tone={TONES[second.state]}>{TEXTS.secondStates[second.state]}</StatusMark>
          <span className={styles.quiet}>
            {second.copiedAt === null
              ? TEXTS.secondNever
              : TEXTS.secondCopied(backupMoment(new Date(second.copiedAt)))}
          </span>
        </p>
      )}
      {second !== null && <Warnings second={second} />}
      {failure !== null && second?.state === 'present' && (
        <Notice kind="gap" role="alert">
          {TEXTS.secondFailed(placeFailureText(failure.failure, second.label))}
        </Notice>
      )}
      {problem !== null && (
        <Notice kind="gap" role="alert">
          {TEXTS.folderFailed(problem)}
        </Notice>
      )}
      {capabilities.hasSecondPlace && (
        <div className={styles.buttons}>
          <Button disabled={isBusy} onClick={() => void choose()}>
            {second === null ? TEXTS.secondChoose : TEXTS.secondOther}
          </Button>
          {second?.state === 'present' && (
            <Button disabled={isBusy} onClick={() => void copyNow()}>
              {TEXTS.secondNow}
            </Button>
          )}
          {second !== null && <Button onClick={() => void forget()}>{TEXTS.secondForget}</Button>}
        </div>
      )}
    </div>
  );
};

const Warnings = ({ second }: { readonly second: SecondPlace }) => {
  const overdue = overdueDays(second, new Date());
  const texts = [
    ...(second.state === 'absent' ? [TEXTS.secondAbsent(second.label)] : []),
    ...(second.state === 'needs-permission' ? [TEXTS.secondNeedsPermission(second.label)] : []),
    ...(overdue === null ? [] : [TEXTS.secondOld(overdue)]),
  ];
  return texts.length === 0 ? null : (
    <Notice kind="part" role="status">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </Notice>
  );
};
