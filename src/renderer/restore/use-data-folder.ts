import { useState } from 'react';
import type { ChooseOutcome } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { placeFailureText } from '#texts/restore.ts';

/** The ways to another data folder, with what is to be said meanwhile and when it fails. */
export const useDataFolder = (folderName: string) => {
  const host = hostBridge();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (choosing: Promise<ChooseOutcome>): Promise<void> => {
    setProblem(null);
    setIsBusy(true);
    const outcome = await choosing;
    setIsBusy(false);
    // Database, journal and backups are compared anew, as at every start.
    if (outcome.kind === 'chosen') window.location.reload();
    if (outcome.kind === 'failed') setProblem(placeFailureText(outcome.failure, folderName));
  };
  return {
    isBusy,
    problem,
    choose: () => void take(host.vaultChoose()),
    allow: () => void take(host.vaultAllow()),
    reset: () => void take(host.vaultReset()),
  };
};
