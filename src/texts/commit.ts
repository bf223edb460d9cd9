/** Of the messages that follow a change. */
export const COMMIT_TEXTS = {
  undo: 'Rückgängig',
  readOnly:
    'Hier ist nur Lesen möglich. Die Schule ist in einem anderen Fenster oder an einem anderen PC geöffnet; ändern Sie dort.',
  changedSince:
    'Danach wurde schon etwas anderes geändert. Nehmen Sie die Schritte oben mit „Rückgängig“ zurück.',
} as const;
