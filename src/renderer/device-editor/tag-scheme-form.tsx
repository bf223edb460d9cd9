import { useState } from 'react';
import { readCount } from '#core/inventory/cell-input.ts';
import { checkScheme, guessScheme, type TagScheme } from '#core/inventory/tag-scheme.ts';
import { useAppState, useSetting } from '#state/use-app-state.ts';
import { SCHEME_ISSUE_TEXTS, TAG_TEXTS as TEXTS } from '#texts/tag-scheme.ts';
import { SelectField, TextField } from '#ui/field.tsx';
import styles from './device-form.module.css';
import { TAG_SCHEME } from './tag-scheme-setting.ts';

/** As it stands in the fields; `scheme` null = it is none. */
export type SchemeDraft = {
  readonly prefix: string;
  readonly per: TagScheme['per'];
  readonly digits: string;
};

export const schemeOf = ({ prefix, per, digits }: SchemeDraft): TagScheme =>
  // Not trimmed behind: a space may stand between prefix and number.
  ({ prefix: prefix.trimStart(), per, digits: readCount(digits) ?? 0 });

/** The fields begin with the scheme, else with what the numbers so far show. */
export const useSchemeDraft = (): readonly [SchemeDraft, (draft: SchemeDraft) => void] => {
  const [stored] = useSetting(TAG_SCHEME);
  const devices = useAppState((state) => state.inventory.devices);
  return useState<SchemeDraft>(() => {
    const { prefix, per, digits } = stored ??
      guessScheme(devices) ?? { prefix: '', per: 'school', digits: 4 };
    return { prefix, per, digits: String(digits) };
  });
};

const PERS = ['school', 'category'] as const;

/** How a school numbers: prefix, by what it counts, digits. */
export const TagSchemeFields = ({
  draft,
  onChange,
}: {
  readonly draft: SchemeDraft;
  readonly onChange: (draft: SchemeDraft) => void;
}) => {
  const code = checkScheme(schemeOf(draft))?.code ?? null;
  const error = code === null ? null : SCHEME_ISSUE_TEXTS[code];
  return (
    <div className={styles.fields}>
      <div>
        <TextField
          label={TEXTS.prefix}
          hint={TEXTS.prefixHint}
          value={draft.prefix}
          error={code === 'DIGITS' ? null : error}
          onChange={(prefix) => onChange({ ...draft, prefix })}
        />
      </div>
      <div>
        <TextField
          label={TEXTS.digits}
          inputMode="numeric"
          value={draft.digits}
          error={code === 'DIGITS' ? error : null}
          onChange={(digits) => onChange({ ...draft, digits })}
        />
      </div>
      <div data-wide>
        <SelectField
          label={TEXTS.per}
          value={draft.per}
          options={PERS.map((value) => ({ value, label: TEXTS.pers[value] }))}
          onChange={(value) => onChange({ ...draft, per: PERS.find((per) => per === value) ?? 'school' })}
        />
      </div>
    </div>
  );
};
