import { useMemo } from 'react';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { COMPARISON_HINT_TEXTS as TEXTS } from '#texts/comparison-hints.ts';
import { comparisonHints } from './comparison-hints.ts';
import styles from './comparison-hint-list.module.css';

/** What the comparison leaves out or assumes; closed until someone asks. */
export const ComparisonHintList = () => {
  const inventory = useAppState((state) => state.inventory);
  const profile = useAppState((state) => state.profile);
  const analysis = useGapAnalysis();
  const hints = useMemo(() => comparisonHints(inventory, profile, analysis), [inventory, profile, analysis]);
  if (hints.length === 0) return null;
  return (
    <details className={styles.hints}>
      <summary>{TEXTS.summary(hints.length)}</summary>
      <ul>
        {hints.map(({ id, text, links }) => (
          <li key={id}>
            {text}{' '}
            {links.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
};
