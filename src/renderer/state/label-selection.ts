/** What was selected in a list when somebody asked for labels of it: an address would be too long for hundreds. */
export type LabelSelection = {
  readonly kind: 'devices' | 'rooms';
  readonly ids: readonly string[];
};

let selection: LabelSelection | null = null;

/** Keeps it for the page of labels, as long as the window is open. */
export const selectForLabels = (next: LabelSelection): void => {
  selection = next;
};

export const labelSelection = (): LabelSelection | null => selection;
