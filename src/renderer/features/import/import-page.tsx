import { useActions } from '#state/use-app-state.ts';
import { formatCount, formatNumber } from '#texts/format.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Notice, PageHead, ProgressBar, Stepper } from '#ui/layout.tsx';
import { ChooseStep } from './choose-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import styles from './import-page.module.css';
import { PreviewStep } from './preview-step.tsx';
import { useImport, type ImportStep } from './use-import.ts';

const stepNumber = (step: ImportStep): number => {
  switch (step.kind) {
    case 'choose':
      return 0;
    case 'busy':
      return step.work === 'reading' ? 0 : 1;
    case 'columns':
      return 1;
    case 'preview':
    case 'writing':
      return 2;
    case 'done':
      return 3;
  }
};

/** The wizard: file, columns, preview, taken over. Until then nothing is written. */
export const ImportPage = () => {
  const model = useImport();
  const { undo } = useActions();
  const { step, source } = model;
  return (
    <>
      <PageHead title={IMPORT_TEXTS.title} fact={source === null ? IMPORT_TEXTS.fact : source.name} />
      <div className={styles.page}>
        <Stepper label={IMPORT_TEXTS.stepsLabel} steps={IMPORT_TEXTS.steps} current={stepNumber(step)} />
        {step.kind === 'choose' && (
          <ChooseStep failure={step.failure} crash={step.crash} onOpen={(list) => void model.open(list)} />
        )}
        {step.kind === 'busy' && (
          <div className={styles.busy}>
            <ProgressBar label={IMPORT_TEXTS[step.work]} value={null} max={1} />
            <Button onClick={model.restart}>{APP_TEXTS.cancel}</Button>
          </div>
        )}
        {step.kind === 'columns' && <ColumnsStep model={model} />}
        {step.kind === 'preview' && <PreviewStep model={model} answer={step.answer} />}
        {step.kind === 'writing' && (
          <div className={styles.busy}>
            <ProgressBar
              label={IMPORT_TEXTS.writing(formatNumber(step.written), formatNumber(step.of))}
              value={step.written}
              max={step.of}
            />
          </div>
        )}
        {step.kind === 'done' && (
          <div className={styles.done}>
            <Notice kind={step.isSaved ? 'ok' : 'gap'} role="status">
              {step.isSaved
                ? IMPORT_TEXTS.done(
                    formatCount(step.devices, 'Gerät', 'Geräte'),
                    formatCount(step.rooms, 'Raum', 'Räume'),
                  )
                : IMPORT_TEXTS.failedSave}
            </Notice>
            <div className={styles.actions}>
              <Button icon="undo" onClick={() => void undo().then(model.restart)}>
                {IMPORT_TEXTS.undo}
              </Button>
              <Button onClick={model.restart}>{IMPORT_TEXTS.another}</Button>
              <ButtonLink href="#/">{IMPORT_TEXTS.toOverview}</ButtonLink>
              <ButtonLink href="#/berichte" variant="primary">
                {IMPORT_TEXTS.toReport}
              </ButtonLink>
            </div>
          </div>
        )}
      </div>
    </>
  );
};
