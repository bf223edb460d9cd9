import type { PlanAnswer } from '#excel/import-session.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { formatNumber, UNKNOWN } from '#texts/format.ts';
import { IMPORT_TEXTS } from '#texts/import.ts';
import { Icon } from '#ui/icons.tsx';
import styles from './preview-step.module.css';

const TEXTS = IMPORT_TEXTS.preview;

/** The list in a few figures, and what it does to the comparison with the targets. */
export const PreviewFigures = ({ answer }: { readonly answer: PlanAnswer }) => {
  const { counts, after } = answer;
  const before = useGapAnalysis();
  const devices = useAppState((state) => state.inventory.devices.length);
  const standard = before.standards[0];
  const figures = [
    [counts.newDevices, TEXTS.newDevices(counts.newDevices)],
    [counts.changedDevices, TEXTS.changedDevices(counts.changedDevices)],
    [counts.sameDevices, TEXTS.same],
    [counts.newRooms, TEXTS.rooms(counts.newRooms)],
  ] as const;
  return (
    <div className={styles.figures}>
      <dl aria-label={TEXTS.figures}>
        {figures.map(([figure, label]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formatNumber(figure)}</dd>
          </div>
        ))}
        {counts.toClearRows > 0 && (
          <div className={styles.toClear}>
            <dt>
              <Icon name="warning" /> {TEXTS.toClear}
            </dt>
            <dd>{formatNumber(counts.toClearRows)}</dd>
          </div>
        )}
      </dl>
      <p className={styles.effect}>
        {TEXTS.after(formatNumber(devices + counts.newDevices), formatNumber(devices))}
        <br />
        {TEXTS.gaps(formatNumber(before.totals.gap), formatNumber(after.totals.gap))},{' '}
        {TEXTS.standard(
          standard === undefined ? UNKNOWN : formatNumber(standard.met),
          after.standard === null ? UNKNOWN : formatNumber(after.standard.met),
        )}
      </p>
    </div>
  );
};
