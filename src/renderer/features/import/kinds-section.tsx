import { useMemo, useState } from 'react';
import { OUTSIDE_CATEGORY } from '#core/import/dictionary/own-categories.ts';
import { isUnsureKind, type KindSummary } from '#core/import/plan/summarize-plan.ts';
import type { PlanAnswer } from '#excel/import-session.ts';
import { formatNumber } from '#texts/format.ts';
import { confidenceWord, IMPORT_TEXTS } from '#texts/import.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, SelectField, type Option } from '#ui/field.tsx';
import { EmptyState } from '#ui/layout.tsx';
import { StatusMark } from '#ui/status-mark.tsx';
import { useCategoryOptions } from './category-options.ts';
import { chooseKind, type Choices } from './choices.ts';
import { SURE } from './mapping-actions.ts';
import { OutsideSwitch } from './outside-switch.tsx';
import styles from './values-step.module.css';

const TEXTS = IMPORT_TEXTS.values;
/** Drawn at once; each has a list of all categories. */
const SHOWN = 60;

const outsideDevices = ({ kinds, outsideDevices: all }: PlanAnswer, { categoryChoices }: Choices): number =>
  kinds.reduce((sum, { text, devices, categoryId }) => {
    const isNow = (categoryChoices[text] ?? categoryId) === OUTSIDE_CATEGORY;
    const was = categoryId === OUTSIDE_CATEGORY;
    return sum + (isNow === was ? 0 : isNow ? devices : -devices);
  }, all);

/** Each text by which the list names a kind, asked once for all its devices; unclear ones first. */
export const KindsSection = ({
  answer,
  choices,
  onChange,
}: {
  readonly answer: PlanAnswer;
  readonly choices: Choices;
  readonly onChange: (change: (before: Choices) => Choices) => void;
}) => {
  const { kinds, kindCount } = answer;
  const unsure = useMemo(() => kinds.filter(isUnsureKind), [kinds]);
  const [isOnlyUnsure, setOnlyUnsure] = useState(unsure.length > 0);
  const [most, setMost] = useState(SHOWN);
  const options = useCategoryOptions();
  const wanted = isOnlyUnsure ? unsure : kinds;
  const shown = wanted.slice(0, most);
  const outside = outsideDevices(answer, choices);
  return (
    <section className={styles.section} aria-labelledby="import-kinds">
      <div className={styles.sectionHead}>
        <h3 id="import-kinds">{TEXTS.kinds}</h3>
        <span className={styles.quiet}>
          {TEXTS.kindsFact(formatNumber(shown.length), formatNumber(kindCount))}
        </span>
        <Checkbox label={TEXTS.onlyUnsure} isChecked={isOnlyUnsure} onChange={setOnlyUnsure} />
        <span className={styles.grow} />
        {outside > 0 && (
          <OutsideSwitch
            devices={outside}
            value={choices.outside}
            onChange={(value) => onChange((before) => ({ ...before, outside: value }))}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState text={kinds.length === 0 ? TEXTS.noKinds : TEXTS.allKinds} />
      ) : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={TEXTS.kinds}>
          <table className={styles.table}>
            <caption className={styles.hidden}>{TEXTS.kinds}</caption>
            <thead>
              <tr>
                <th scope="col">{TEXTS.text}</th>
                <th scope="col" data-number>
                  {TEXTS.devices}
                </th>
                <th scope="col">{TEXTS.category}</th>
                <th scope="col">{TEXTS.how}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((kind) => (
                <KindRow
                  key={kind.text}
                  kind={kind}
                  chosen={choices.categoryChoices[kind.text]}
                  options={options}
                  onChoose={(category) => onChange((before) => chooseKind(before, kind.text, category))}
                />
              ))}
            </tbody>
          </table>
          {wanted.length > shown.length && (
            <div className={styles.more}>
              <Button isSmall onClick={() => setMost(most + SHOWN)}>
                {TEXTS.more(Math.min(SHOWN, wanted.length - shown.length))}
              </Button>
            </div>
          )}
        </div>
      )}
    </section>
  );
};

const KindRow = ({
  kind,
  chosen,
  options,
  onChoose,
}: {
  readonly kind: KindSummary;
  readonly chosen: string | undefined;
  readonly options: readonly Option[];
  readonly onChoose: (category: string) => void;
}) => {
  const { text, devices, categoryId, confidence } = kind;
  return (
    <tr>
      <th scope="row" title={text}>
        {text}
      </th>
      <td data-number>{formatNumber(devices)}</td>
      <td className={styles.category}>
        <SelectField
          label={TEXTS.categoryOf(text)}
          isLabelHidden
          value={chosen ?? categoryId ?? ''}
          options={categoryId === null ? [{ value: '', label: TEXTS.noCategory }, ...options] : options}
          onChange={onChoose}
        />
      </td>
      <td>
        <span className={styles.how}>
          <KindMark isChosen={chosen !== undefined} confidence={confidence} />
          {chosen === undefined && categoryId !== null && isUnsureKind(kind) && (
            <Button
              variant="quiet"
              isSmall
              aria-label={TEXTS.confirmOf(text)}
              onClick={() => onChoose(categoryId)}
            >
              {TEXTS.confirm}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
};

const KindMark = ({
  isChosen,
  confidence,
}: {
  readonly isChosen: boolean;
  readonly confidence: number | null;
}) => {
  if (isChosen) return <StatusMark tone="met">{TEXTS.chosen}</StatusMark>;
  if (confidence === null) return <StatusMark tone="unknown">{TEXTS.unknown}</StatusMark>;
  return <StatusMark tone={confidence >= SURE ? 'met' : 'part'}>{confidenceWord(confidence)}</StatusMark>;
};
