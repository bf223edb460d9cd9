import { Suspense, useRef, useState, type ReactNode } from 'react';
import type { SaveFileOutcome } from '#bridge/contract.ts';
import { hostBridge } from '#bridge/host-bridge.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { Button } from '#ui/button.tsx';
import { useToast } from '#ui/toast.tsx';
import type { LegendEntry } from '../../../charts/chart-legend.tsx';
import { PictureSheet } from '../../../charts/picture-sheet.tsx';

const TEXTS = CHART_TEXTS.picture;

type Drawing = {
  readonly onPicture: (picture: Blob) => void;
  readonly onFailure: (reason: unknown) => void;
};

/** „Kopieren“ and „Als Bild speichern“: the chart as a PNG that explains itself. */
export const ChartActions = ({
  title,
  fileStem,
  legend,
  rest,
  chart,
}: {
  readonly title: string;
  readonly fileStem: string;
  readonly legend: readonly LegendEntry[];
  readonly rest: string | null;
  readonly chart: () => ReactNode;
}) => {
  const { show } = useToast();
  const school = useAppState((state) => state.inventory.school.name);
  const stages = useAppState((state) => state.profile.stages);
  const { asOf, stage } = useGapAnalysis();
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const isBusy = useRef(false);

  /** One picture at a time; null where it could not be drawn. */
  const draw = (): Promise<Blob> =>
    new Promise<Blob>((resolve, reject) => setDrawing({ onPicture: resolve, onFailure: reject })).finally(
      () => setDrawing(null),
    );
  const once = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    await work().finally(() => {
      isBusy.current = false;
    });
  };
  const tell = (text: string, kind: 'info' | 'error'): void => show({ text, kind });

  const copy = async (): Promise<void> => {
    const picture = draw();
    const isDrawn = picture.then(
      () => true,
      () => false,
    );
    try {
      // Handed over as a promise: the clipboard wants to be asked while the click still counts.
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
      tell(TEXTS.copied(title), 'info');
    } catch {
      tell((await isDrawn) ? TEXTS.notCopied : TEXTS.notDrawn, 'error');
    }
  };
  const save = async (): Promise<void> => {
    const bytes = await draw()
      .then((picture) => picture.arrayBuffer())
      .catch(() => null);
    if (bytes === null) {
      tell(TEXTS.notDrawn, 'error');
      return;
    }
    const outcome = await hostBridge()
      .saveFile({
        suggestedName: TEXTS.fileName(fileStem, asOf),
        bytes: new Uint8Array(bytes),
        kind: 'picture',
      })
      // A host that refuses the call itself rejects.
      .catch((error: unknown): SaveFileOutcome => ({
        kind: 'failed',
        failure: 'unknown',
        path: null,
        detail: String(error),
      }));
    if (outcome.kind === 'saved') tell(TEXTS.saved(outcome.name), 'info');
    if (outcome.kind === 'failed') tell(TEXTS.failures[outcome.failure], 'error');
  };

  const dueYear = stages.find((entry) => entry.stage === stage)?.dueYear ?? 0;
  return (
    <>
      <Button isSmall onClick={() => void once(copy)}>
        {TEXTS.copy}
      </Button>
      <Button isSmall onClick={() => void once(save)}>
        {TEXTS.save}
      </Button>
      {drawing !== null && (
        <Suspense fallback={null}>
          <PictureSheet
            head={{
              title,
              lines: [school, TEXTS.asOf(asOf, stage, dueYear)].filter((line) => line !== ''),
              legend,
              rest,
            }}
            {...drawing}
          >
            {chart()}
          </PictureSheet>
        </Suspense>
      )}
    </>
  );
};
