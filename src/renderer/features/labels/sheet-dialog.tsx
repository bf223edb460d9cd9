import { useState } from 'react';
import { checkSheet, measuresOf, type SheetDraft, type SheetField } from '#core/labels/check-sheet.ts';
import type { LabelSheet } from '#core/labels/label-sheet.ts';
import { newId } from '#state/new-id.ts';
import { formatMillimetres, LABEL_TEXTS as TEXTS, sheetIssueText } from '#texts/labels.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/field.tsx';
import styles from './labels.module.css';
import { readMillimetres } from './millimetres.ts';

const MEASURES = ['width', 'height', 'columns', 'rows', 'left', 'top', 'stepX', 'stepY'] as const;
type Texts = Readonly<Record<SheetField, string>>;

const draftOf = (texts: Texts): SheetDraft => ({
  name: texts.name,
  columns: readMillimetres(texts.columns),
  rows: readMillimetres(texts.rows),
  width: readMillimetres(texts.width),
  height: readMillimetres(texts.height),
  left: readMillimetres(texts.left),
  top: readMillimetres(texts.top),
  stepX: readMillimetres(texts.stepX),
  stepY: readMillimetres(texts.stepY),
});

/** Measures of a sheet that the app does not know, from its box or with a ruler. */
export const SheetDialog = ({
  sheet,
  isNew,
  onClose,
  onSave,
}: {
  /** What is changed, or what a new one begins with. */
  readonly sheet: LabelSheet;
  readonly isNew: boolean;
  readonly onClose: () => void;
  readonly onSave: (sheet: LabelSheet) => void;
}) => {
  const [texts, setTexts] = useState<Texts>(() => ({
    name: isNew ? '' : sheet.name,
    columns: formatMillimetres(sheet.columns),
    rows: formatMillimetres(sheet.rows),
    width: formatMillimetres(sheet.width),
    height: formatMillimetres(sheet.height),
    left: formatMillimetres(sheet.left),
    top: formatMillimetres(sheet.top),
    stepX: formatMillimetres(sheet.stepX),
    stepY: formatMillimetres(sheet.stepY),
  }));
  const [isChecked, setIsChecked] = useState(false);
  const draft = draftOf(texts);
  const issues = checkSheet(draft);
  const errorOf = (field: SheetField): string | null => {
    const issue = issues.find((known) => known.field === field);
    return issue === undefined || !isChecked ? null : sheetIssueText(issue);
  };
  const save = (): void => {
    setIsChecked(true);
    const measures = measuresOf(draft);
    if (issues.length > 0 || measures === null) return;
    onSave({ id: isNew ? newId() : sheet.id, maker: '', name: draft.name.trim(), ...measures });
  };
  return (
    <Dialog
      title={isNew ? TEXTS.sheetDialog.add : TEXTS.sheetDialog.edit}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{TEXTS.cancel}</Button>
          <Button variant="primary" onClick={save}>
            {TEXTS.sheetSave}
          </Button>
        </>
      }
    >
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={TEXTS.sheetFields.name}
          value={texts.name}
          error={errorOf('name')}
          onChange={(name) => setTexts({ ...texts, name })}
        />
        <div className={styles.pair}>
          {MEASURES.map((field) => (
            <TextField
              key={field}
              label={TEXTS.sheetFields[field]}
              inputMode="decimal"
              value={texts[field]}
              error={errorOf(field)}
              {...((field === 'stepX' || field === 'stepY') && { hint: TEXTS.sheetStepHint })}
              onChange={(text) => setTexts({ ...texts, [field]: text })}
            />
          ))}
        </div>
        {/* Enter in a field saves. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
};
