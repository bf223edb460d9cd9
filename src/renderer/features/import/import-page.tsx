import { lazy, Suspense, useState } from 'react';
import { APP_TEXTS } from '#texts/app.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { MDM_TEXTS } from '#texts/mdm.ts';
import { Button } from '#ui/button.tsx';
import { PageHead, Stepper } from '#ui/layout.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import styles from './import-page.module.css';
import { PreviewStep } from './preview-step.tsx';
import { useImport, WIZARD_STEPS, type ImportModel, type WizardStep } from './use-import.ts';
import { ValuesStep } from './values-step.tsx';
import { WorkPlane } from './work-plane.tsx';

const isStep = (id: string): id is WizardStep => (WIZARD_STEPS as readonly string[]).includes(id);

const MdmMatch = lazy(() => import('./mdm-match.tsx').then(({ MdmMatch: page }) => ({ default: page })));

/** The wizard: file, sheets and columns, kinds and rooms, preview. Until the last click nothing is written. */
export const ImportPage = () => {
  const model = useImport();
  const { list } = model.listModel;
  const [isMatching, setIsMatching] = useState(false);
  if (isMatching)
    return (
      <Suspense fallback={null}>
        <MdmMatch onClose={() => setIsMatching(false)} />
      </Suspense>
    );
  return (
    <>
      <PageHead
        title={APP_TEXTS.pages.import}
        fact={list === null ? IMPORT_TEXTS.fact : list.source.name}
        actions={
          list === null ? (
            <Button onClick={() => setIsMatching(true)}>{MDM_TEXTS.open}</Button>
          ) : (
            model.done === null &&
            model.work === null && (
              <Button variant="quiet" onClick={model.restart}>
                {IMPORT_TEXTS.cancel}
              </Button>
            )
          )
        }
      />
      <div className={styles.steps}>
        <Stepper
          label={IMPORT_TEXTS.stepsLabel}
          doneLabel={IMPORT_TEXTS.stepDone}
          current={model.step}
          steps={WIZARD_STEPS.map((id, index) => ({
            id,
            label: IMPORT_TEXTS.steps[id],
            isDone: model.done !== null || index < WIZARD_STEPS.indexOf(model.step),
            isReachable: isReachable(id, model),
          }))}
          onSelect={(id) => {
            if (isStep(id) && id !== model.step) void model.goTo(id);
          }}
        />
      </div>
      <Plane model={model} />
    </>
  );
};

/** Every step of an open list; nothing while work runs, and nothing once it is taken over. */
const isReachable = (id: WizardStep, { listModel, work, done, step }: ImportModel): boolean => {
  if (work !== null || done !== null || listModel.list === null) return false;
  const isIncluded = listModel.list.mapping.tables.some(({ included }) => included);
  return id === 'file' || id === 'columns' || (step !== 'file' && isIncluded);
};

const Plane = ({ model }: { readonly model: ImportModel }) => {
  if (model.work !== null) return <WorkPlane work={model.work} onCancel={model.cancel} />;
  if (model.done !== null) return <DoneStep model={model} done={model.done} />;
  const { list } = model.listModel;
  if (model.step === 'file' || list === null) return <FileStep model={model} />;
  if (model.step === 'columns') return <ColumnsStep model={model} list={list} />;
  if (model.answer === null) return null;
  return model.step === 'values' ? (
    <ValuesStep model={model} answer={model.answer} />
  ) : (
    <PreviewStep model={model} answer={model.answer} list={list} />
  );
};
