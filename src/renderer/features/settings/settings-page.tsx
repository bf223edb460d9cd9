import { SETTINGS, type Appearance, type Density } from '#state/settings.ts';
import { useSetting } from '#state/use-app-state.ts';
import { useStartOwnSchool } from '#state/use-start-own-school.ts';
import { SETTINGS_TEXTS } from '#texts/settings.ts';
import { Button } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { BackupSection } from './backup-section.tsx';
import { HistorySection } from './history-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { RecipientSection } from './recipient-section.tsx';
import { SchoolSection } from './school-section.tsx';
import { TagSchemeSection } from './tag-scheme-section.tsx';
import styles from './settings-page.module.css';
import { useAskedField } from './use-asked-field.ts';

const APPEARANCES: readonly Appearance[] = ['system', 'light', 'dark'];
const DENSITIES: readonly Density[] = ['compact', 'normal'];

/** Einstellungen: the school, the profile it is compared with, how the app looks. */
export const SettingsPage = () => {
  const [start] = useSetting(SETTINGS.start);
  const startOwn = useStartOwnSchool();
  const asked = useAskedField();
  return (
    <>
      <PageHead title={SETTINGS_TEXTS.title} fact={SETTINGS_TEXTS.fact} />
      <div className={styles.page} ref={asked}>
        <SchoolSection />
        <div className={styles.column}>
          <BackupSection />
          <ProfileSection />
          <RecipientSection />
          <TagSchemeSection />
          <AppearanceSection />
          <HistorySection />
          {start === 'sample' && (
            <Section title={SETTINGS_TEXTS.sample}>
              <p className={styles.quiet}>{SETTINGS_TEXTS.sampleText}</p>
              <div className={styles.buttons}>
                <Button onClick={startOwn}>{SETTINGS_TEXTS.removeSample}</Button>
              </div>
            </Section>
          )}
        </div>
      </div>
    </>
  );
};

const AppearanceSection = () => {
  const [appearance, setAppearance] = useSetting(SETTINGS.appearance);
  const [density, setDensity] = useSetting(SETTINGS.density);
  return (
    <Section title={SETTINGS_TEXTS.appearance}>
      <div className={styles.pair}>
        <SelectField
          label={SETTINGS_TEXTS.appearanceLabel}
          value={appearance}
          options={APPEARANCES.map((value) => ({ value, label: SETTINGS_TEXTS.appearances[value] }))}
          onChange={(value) => setAppearance(APPEARANCES.find((known) => known === value) ?? 'system')}
        />
        <SelectField
          label={SETTINGS_TEXTS.densityLabel}
          value={density}
          options={DENSITIES.map((value) => ({ value, label: SETTINGS_TEXTS.densities[value] }))}
          onChange={(value) => setDensity(DENSITIES.find((known) => known === value) ?? 'compact')}
        />
      </div>
    </Section>
  );
};
