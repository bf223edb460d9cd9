import { useState } from 'react';
import type { WrittenReport } from '#state/settings.ts';
import { REPORT_HISTORY_TEXTS } from '#texts/report-history.ts';
import { Button } from '#ui/button.tsx';
import { SelectField, type Option } from '#ui/field.tsx';
import { Notice, ProgressBar } from '#ui/layout.tsx';
import { ChangesView } from './changes-view.tsx';
import styles from './report-history.module.css';
import { TODAY, useComparison } from './use-comparison.ts';
import type { FrozenReports } from './use-frozen-reports.ts';

const TEXTS = REPORT_HISTORY_TEXTS.compare;

/** Chooses two reports, or one and today's state, and shows what is different. */
export const CompareReports = ({
  reports,
  frozen,
}: {
  readonly reports: readonly WrittenReport[];
  readonly frozen: FrozenReports;
}) => {
  const [state, compare, reset] = useComparison(reports, frozen);
  const [first, setFirst] = useState(reports.at(-1)?.id ?? '');
  const [second, setSecond] = useState<string>(TODAY);
  const options: readonly Option[] = reports
    .toReversed()
    .map(({ id, fileName, writtenAt }) => ({ value: id, label: TEXTS.option(fileName, writtenAt) }));
  const isSame = first === second;
  return (
    <section className={styles.compare} aria-labelledby="berichte-vergleichen">
      <h2 id="berichte-vergleichen">{TEXTS.title}</h2>
      <div className={styles.form}>
        <SelectField
          label={TEXTS.first}
          value={first}
          options={options}
          onChange={(id) => {
            setFirst(id);
            reset();
          }}
        />
        <SelectField
          label={TEXTS.second}
          value={second}
          options={[{ value: TODAY, label: TEXTS.today }, ...options]}
          error={isSame ? TEXTS.same : null}
          onChange={(id) => {
            setSecond(id);
            reset();
          }}
        />
        <Button
          variant="primary"
          disabled={isSame || state.kind === 'reading'}
          onClick={() => void compare(first, second)}
        >
          {TEXTS.run}
        </Button>
      </div>
      {state.kind === 'reading' && <ProgressBar label={TEXTS.reading} value={null} max={1} />}
      {state.kind === 'failed' && (
        <Notice kind="gap" role="alert">
          {state.text}
        </Notice>
      )}
      {state.kind === 'compared' && (
        <ChangesView comparison={state.comparison} from={state.from} to={state.to} />
      )}
    </section>
  );
};
