import { SCHOOL_TYPES, type SchoolType } from '#core/inventory/school.ts';
import type { Requirement } from '#core/targets/target-profile.ts';
import { useAppState } from '#state/use-app-state.ts';
import { SCHOOL_TYPE_LABELS } from '#texts/fields.ts';
import { COVER_WORDS } from '#texts/sentence-words.ts';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { Checkbox, SelectField } from '#ui/field.tsx';
import { ChoiceList } from './choice-list.tsx';
import { LiveField } from './live-field.tsx';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.fields;
const COVERS = ['lan-sockets', 'power-groups', 'wlan-full'] as const;

/** A profile takes no longer key. */
const MOST_LETTERS = 60;

/** What few targets need: school types, what stands in for it, column, ladder. */
export const MoreFields = ({
  requirement,
  isDisabled,
  onChange,
}: {
  readonly requirement: Requirement;
  readonly isDisabled: boolean;
  readonly onChange: (fields: Partial<Requirement>) => void;
}) => {
  const profile = useAppState((state) => state.profile);
  const { schoolTypes, waivedBy, coveredBy, group, ladder, id } = requirement;
  const toggleType = (type: SchoolType, isOn: boolean): void => {
    const types = SCHOOL_TYPES.filter((known) =>
      known === type ? isOn : (schoolTypes?.includes(known) ?? false),
    );
    onChange({ schoolTypes: types.length === 0 ? null : types });
  };
  return (
    <details className={styles.more}>
      <summary>{texts.more}</summary>
      <div className={styles.fields}>
        <fieldset className={styles.types} disabled={isDisabled}>
          <legend>{texts.schoolTypes}</legend>
          {SCHOOL_TYPES.map((type) => (
            <Checkbox
              key={type}
              label={SCHOOL_TYPE_LABELS[type]}
              isChecked={schoolTypes?.includes(type) ?? false}
              isDisabled={isDisabled}
              onChange={(isOn) => toggleType(type, isOn)}
            />
          ))}
          <p className={styles.hint}>{texts.schoolTypesHint}</p>
        </fieldset>
        <div className={styles.pair}>
          <ChoiceList
            label={texts.waivedBy}
            chosen={waivedBy}
            options={profile.categories}
            isDisabled={isDisabled}
            onChange={(next) => onChange({ waivedBy: next })}
          />
          <SelectField
            label={texts.coveredBy}
            value={coveredBy ?? ''}
            isDisabled={isDisabled}
            options={[
              { value: '', label: texts.notCovered },
              ...COVERS.map((value) => ({ value, label: COVER_WORDS[value].text })),
            ]}
            onChange={(value) => onChange({ coveredBy: COVERS.find((known) => known === value) ?? null })}
          />
        </div>
        <div className={styles.line}>
          <SelectField
            label={texts.group}
            hint={texts.groupHint}
            value={group}
            isDisabled={isDisabled}
            options={[
              ...(profile.groups.some((entry) => entry.id === id)
                ? []
                : [{ value: id, label: texts.ownGroup }]),
              ...profile.groups.map((entry) => ({ value: entry.id, label: entry.name })),
            ]}
            onChange={(value) => onChange({ group: value })}
          />
          <LiveField
            label={texts.ladder}
            hint={texts.ladderHint}
            value={ladder ?? ''}
            isDisabled={isDisabled}
            parse={(text) => ({ ok: true, value: text.slice(0, MOST_LETTERS) })}
            format={(text) => text}
            onChange={(value) => onChange({ ladder: value === '' ? null : value })}
          />
        </div>
      </div>
    </details>
  );
};
