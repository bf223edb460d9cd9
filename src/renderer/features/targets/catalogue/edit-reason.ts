import { useState } from 'react';
import { CATALOGUE_TEXTS } from '#texts/catalogue.ts';

/** The reason that the user gave last, until the window is closed: asked once, not with every cell. */
let lastReason: string = CATALOGUE_TEXTS.defaultReason;

/** The reason for all changes that follow, and how to set it; an empty one is the default. */
export const useEditReason = (): readonly [reason: string, set: (reason: string) => void] => {
  const [shown, setShown] = useState(lastReason);
  const set = (reason: string): void => {
    lastReason = reason;
    setShown(reason);
  };
  return [shown, set];
};

export const editReason = (): string => lastReason.trim() || CATALOGUE_TEXTS.defaultReason;
