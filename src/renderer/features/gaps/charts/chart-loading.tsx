import { CHART_TEXTS } from '#texts/charts.ts';
import styles from './charts.module.css';

/** Holds the place of a chart that comes in a moment. */
export const ChartLoading = ({ text = CHART_TEXTS.loading }: { readonly text?: string }) => (
  <p className={styles.quiet}>{text}</p>
);
