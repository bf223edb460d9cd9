import { useRef } from 'react';
import { TARGETS_TEXTS } from '#texts/targets.ts';
import { IconButton } from '#ui/button.tsx';
import { SelectField } from '#ui/field.tsx';
import styles from './targets.module.css';

const texts = TARGETS_TEXTS.fields;

type Choice = { readonly id: string; readonly name: string };

/** Some of a list, one below the other, with a field to add more; ordered ones can be brought forward. */
export const ChoiceList = ({
  label,
  hint,
  chosen,
  options,
  isOrdered = false,
  isDisabled,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly string[];
  readonly options: readonly Choice[];
  /** The first one is preferred. */
  readonly isOrdered?: boolean;
  readonly isDisabled: boolean;
  readonly onChange: (chosen: readonly string[]) => void;
}) => {
  const frame = useRef<HTMLFieldSetElement>(null);
  const nameOf = (id: string): string => options.find((option) => option.id === id)?.name ?? id;
  const open = options.filter(({ id }) => !chosen.includes(id));
  // The button that was pressed goes away or moves: the focus stays in the list.
  const focusAfterwards = (id: string | undefined): void => {
    requestAnimationFrame(() => {
      const line =
        id === undefined ? undefined : frame.current?.querySelector(`[data-id="${CSS.escape(id)}"]`);
      (line?.querySelector('button') ?? frame.current?.querySelector('select'))?.focus();
    });
  };
  const remove = (index: number): void => {
    onChange(chosen.filter((_, other) => other !== index));
    focusAfterwards(chosen[index + 1] ?? chosen[index - 1]);
  };
  const bringForward = (index: number): void => {
    const next = [...chosen];
    const [moved] = next.splice(index, 1);
    if (moved === undefined) return;
    next.splice(index - 1, 0, moved);
    onChange(next);
    focusAfterwards(moved);
  };
  return (
    <fieldset ref={frame} className={styles.choices} disabled={isDisabled}>
      <legend>{label}</legend>
      {chosen.length === 0 && <p className={styles.hint}>{texts.nothing}</p>}
      <ul>
        {chosen.map((id, index) => (
          <li key={id} data-id={id}>
            <span className={styles.name} title={nameOf(id)}>
              {nameOf(id)}
            </span>
            {isOrdered && index === 0 && chosen.length > 1 && (
              <span className={styles.mark}>{texts.preferred}</span>
            )}
            {isOrdered && index > 0 && (
              <IconButton icon="up" label={texts.higher(nameOf(id))} onClick={() => bringForward(index)} />
            )}
            <IconButton icon="close" label={texts.remove(nameOf(id))} onClick={() => remove(index)} />
          </li>
        ))}
      </ul>
      <SelectField
        label={texts.add(label)}
        isLabelHidden
        value=""
        isDisabled={isDisabled || open.length === 0}
        options={[
          { value: '', label: texts.addOption },
          ...open.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          if (id !== '') onChange([...chosen, id]);
        }}
      />
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
    </fieldset>
  );
};
