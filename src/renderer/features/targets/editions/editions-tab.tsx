import { useMemo, useState } from 'react';
import { profileKey } from '#core/history/change-set.ts';
import { readSetting, SETTINGS } from '#state/settings.ts';
import { useAppState } from '#state/use-app-state.ts';
import { EDITIONS_TEXTS } from '#texts/editions.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { Notice } from '#ui/layout.tsx';
import { AdoptPreview, type Candidate } from './adopt-preview.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { editionOptions } from './edition-options.ts';
import { EffectTable } from './effect-table.tsx';
import styles from './editions.module.css';
import { useProfileFiles } from './use-profile-files.ts';

const texts = EDITIONS_TEXTS;

/** Editions side by side, what they change for this school, and the way in and out for profiles as files. */
export const EditionsTab = () => {
  const profiles = useAppState((state) => state.profiles);
  const active = useAppState((state) => state.profile);
  const own = useAppState((state) => readSetting(state.settings, SETTINGS.ownChanges));
  const categories = useAppState((state) => readSetting(state.settings, SETTINGS.ownCategories));
  const isReadOnly = useAppState((state) => state.save.kind === 'read-only');
  const activeKey = profileKey(active);
  const options = useMemo(
    () => editionOptions(profiles, activeKey, own, categories),
    [profiles, activeKey, own, categories],
  );
  const current =
    options.findLast(({ value }) => value === activeKey || value === `${activeKey} +`) ?? options[0];
  const [leftValue, setLeft] = useState<string | null>(null);
  const [rightValue, setRight] = useState<string | null>(null);
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const { refusal, isBusy, takeIn, giveOut } = useProfileFiles(setCandidate);
  const left = options.find(({ value }) => value === leftValue) ?? current;
  const right =
    options.find(({ value }) => value === rightValue) ?? options.find((option) => option !== left) ?? left;
  if (candidate !== null) return <AdoptPreview candidate={candidate} onDone={() => setCandidate(null)} />;
  if (left === undefined || right === undefined) return null;
  return (
    <div className={styles.plane} tabIndex={0} role="group" aria-label={texts.differences}>
      <div className={styles.bar}>
        <div className={styles.choice}>
          <SelectField label={texts.left} value={left.value} options={options} onChange={setLeft} />
        </div>
        <div className={styles.choice}>
          <SelectField label={texts.right} value={right.value} options={options} onChange={setRight} />
        </div>
      </div>
      <div className={styles.buttons}>
        <Button variant="primary" disabled={isReadOnly || isBusy} onClick={() => void takeIn()}>
          {texts.takeIn}
        </Button>
        <span>{texts.chosen(right.label)}</span>
        {profileKey(right.issued) !== activeKey && (
          <Button disabled={isReadOnly} onClick={() => setCandidate({ profile: right.issued, adapted: [] })}>
            {texts.adoptChosen}
          </Button>
        )}
        <Button disabled={isBusy} onClick={() => void giveOut(right.file, 'json')}>
          {texts.giveOutJson}
        </Button>
        <Button disabled={isBusy} onClick={() => void giveOut(right.file, 'workbook')}>
          {texts.giveOutXlsx}
        </Button>
        {isBusy && <span role="status">{texts.reading}</span>}
      </div>
      {refusal !== null && (
        <Notice kind="gap" role="alert">
          <p>{refusal.title}</p>
          <ul className={styles.list}>
            {refusal.reasons.map((reason, index) => (
              <li key={`${String(index)} ${reason}`}>{reason}</li>
            ))}
          </ul>
        </Notice>
      )}
      {left !== right && <EffectTable left={left.profile} right={right.profile} />}
      <DifferenceTable left={left.profile} right={right.profile} />
    </div>
  );
};
