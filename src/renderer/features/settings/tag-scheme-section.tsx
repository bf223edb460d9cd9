import { useMemo } from 'react';
import { checkScheme, nextTag } from '#core/inventory/tag-scheme.ts';
import { schemeOf, TagSchemeFields, useSchemeDraft } from '#device-editor/tag-scheme-form.tsx';
import { TAG_SCHEME } from '#device-editor/tag-scheme-setting.ts';
import { useAppState, useSetting } from '#state/use-app-state.ts';
import { TAG_TEXTS as TEXTS } from '#texts/tag-scheme.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Section } from '#ui/layout.tsx';
import styles from './settings-page.module.css';

/** How new devices are numbered. */
export const TagSchemeSection = () => {
  const [stored, setStored] = useSetting(TAG_SCHEME);
  const [draft, setDraft] = useSchemeDraft();
  const devices = useAppState((state) => state.inventory.devices);
  const category = useAppState((state) => state.profile.categories[0]);
  const scheme = schemeOf(draft);
  const isGood = checkScheme(scheme) === null;
  const { prefix, per, digits } = scheme;
  const next = useMemo(
    () => (isGood ? nextTag({ prefix, per, digits }, category?.id ?? null, devices) : null),
    [isGood, prefix, per, digits, category, devices],
  );
  const isStored = stored?.prefix === prefix && stored.per === per && stored.digits === digits;
  return (
    <Section title={TEXTS.section}>
      <p className={styles.quiet}>{stored === null ? `${TEXTS.none} ${TEXTS.hint}` : TEXTS.hint}</p>
      <div className={styles.fields}>
        <TagSchemeFields draft={draft} onChange={setDraft} />
        {next !== null && (
          <p role="status">
            {per === 'category' && category !== undefined
              ? TEXTS.exampleOf(next, category.name)
              : TEXTS.example(next)}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button disabled={!isGood || isStored} onClick={() => setStored(scheme)}>
          {TEXTS.save}
        </Button>
        {stored !== null && <Button onClick={() => setStored(null)}>{TEXTS.stop}</Button>}
        <ButtonLink href="#/etiketten">{TEXTS.labels}</ButtonLink>
      </div>
    </Section>
  );
};
