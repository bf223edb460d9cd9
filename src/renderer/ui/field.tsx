import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
} from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';
import { Icon } from './icons.tsx';

type FieldFrameProps = {
  readonly label: string;
  /** Below the field, always there. */
  readonly hint?: ReactNode;
  /** What is wrong and how to mend it; null = nothing. */
  readonly error?: string | null;
  readonly isLabelHidden?: boolean;
  readonly width?: 'number' | 'date' | 'full';
};

type FrameChildren = {
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean | undefined;
  }) => ReactNode;
};

/** Label above, hint and error below, tied to the control for screen readers. */
export const FieldFrame = ({
  label,
  hint,
  error = null,
  isLabelHidden = false,
  width = 'full',
  children,
}: FieldFrameProps & FrameChildren) => {
  const id = useId();
  const hintId = hint === undefined ? null : `${id}-hint`;
  const errorId = error === null ? null : `${id}-error`;
  const describedBy = [errorId, hintId].filter((entry) => entry !== null).join(' ');
  return (
    <div className={classNames(styles.frame, styles[width])}>
      <label htmlFor={id} className={isLabelHidden ? styles.hidden : styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === null ? undefined : true,
      })}
      {errorId !== null && (
        <p id={errorId} className={styles.error}>
          <Icon name="warning" /> {error}
        </p>
      )}
      {hintId !== null && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
};

type TextFieldProps = FieldFrameProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'onChange' | 'value' | 'width'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly ref?: Ref<HTMLInputElement>;
  };

export const TextField = ({
  label,
  hint,
  error,
  isLabelHidden,
  width,
  value,
  onChange,
  ...rest
}: TextFieldProps) => (
  <FieldFrame {...frameProps({ label, hint, error, isLabelHidden, width })}>
    {(ids) => (
      <input
        type="text"
        autoComplete="off"
        {...rest}
        {...ids}
        className={styles.input}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </FieldFrame>
);

type PasswordFieldProps = FieldFrameProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Tells the browser whether it may propose a stored one. */
  readonly autoComplete: 'new-password' | 'current-password';
  readonly toggleLabels: { readonly show: string; readonly hide: string };
  readonly ref?: Ref<HTMLInputElement>;
};

/** Hidden while it is typed, until the user wants to see it. */
export const PasswordField = ({
  value,
  onChange,
  autoComplete,
  toggleLabels,
  ref,
  ...frame
}: PasswordFieldProps) => {
  const [isShown, setIsShown] = useState(false);
  return (
    <FieldFrame {...frameProps(frame)}>
      {(ids) => (
        <span className={styles.password}>
          <input
            {...ids}
            {...(ref !== undefined && { ref })}
            type={isShown ? 'text' : 'password'}
            autoComplete={autoComplete}
            spellCheck={false}
            className={styles.input}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button type="button" onClick={() => setIsShown(!isShown)}>
            {isShown ? toggleLabels.hide : toggleLabels.show}
          </button>
        </span>
      )}
    </FieldFrame>
  );
};

type TextAreaProps = FieldFrameProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

export const TextArea = ({
  label,
  hint,
  error,
  isLabelHidden,
  width,
  value,
  onChange,
  ...rest
}: TextAreaProps) => (
  <FieldFrame {...frameProps({ label, hint, error, isLabelHidden, width })}>
    {(ids) => (
      <textarea
        rows={3}
        {...rest}
        {...ids}
        className={classNames(styles.input, styles.area)}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </FieldFrame>
);

/** What a typed text means: a value (null = empty), or why it means none. */
export type Parsed<Value> =
  { readonly ok: true; readonly value: Value | null } | { readonly ok: false; readonly message: string };

type ParsedFieldProps<Value> = FieldFrameProps & {
  readonly value: Value | null;
  /** Called on leaving the field with what was typed, when it means something. */
  readonly onCommit: (value: Value | null) => void;
  /** Lenient: "1.740,-" or "03/2022". */
  readonly parse: (text: string) => Parsed<Value>;
  readonly format: (value: Value) => string;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
  readonly isDisabled?: boolean;
};

/**
 * A text field that means a number, a date or money: checked on leaving, never while typing. A bad text stays where
 * it is, with the reason below, and is not handed on.
 */
export const ParsedField = <Value,>({
  value,
  onCommit,
  parse,
  format,
  inputMode = 'text',
  isDisabled = false,
  error,
  ...frame
}: ParsedFieldProps<Value>) => {
  const shown = value === null ? '' : format(value);
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const leave = (): void => {
    if (draft === null) return;
    const parsed = parse(draft.trim());
    if (!parsed.ok) {
      setMessage(parsed.message);
      return;
    }
    setMessage(null);
    setDraft(null);
    if (parsed.value !== value) onCommit(parsed.value);
  };
  return (
    <FieldFrame {...frameProps({ ...frame, error: message ?? error ?? null })}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          autoComplete="off"
          inputMode={inputMode}
          disabled={isDisabled}
          className={styles.input}
          value={draft ?? shown}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key === 'Enter') leave();
            if (event.key === 'Escape' && draft !== null) {
              event.stopPropagation();
              setDraft(null);
              setMessage(null);
            }
          }}
        />
      )}
    </FieldFrame>
  );
};

export type Option = {
  readonly value: string;
  readonly label: string;
  /** Heads the options that follow each other with the same group. */
  readonly group?: string;
};

type SelectFieldProps = FieldFrameProps & {
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
  /** false in rows of a grid that is one tab stop itself. */
  readonly isTabStop?: boolean;
};

export const SelectField = ({
  value,
  options,
  onChange,
  isDisabled = false,
  isTabStop = true,
  ...frame
}: SelectFieldProps) => (
  <FieldFrame {...frameProps(frame)}>
    {(ids) => (
      <select
        {...ids}
        tabIndex={isTabStop ? undefined : -1}
        className={classNames(styles.input, styles.select)}
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {groupsOf(options).map(({ group, members }, index) =>
          group === undefined ? (
            members.map(optionOf)
          ) : (
            <optgroup key={`${group} ${index}`} label={group}>
              {members.map(optionOf)}
            </optgroup>
          ),
        )}
      </select>
    )}
  </FieldFrame>
);

const optionOf = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
);

type OptionGroup = { readonly group: string | undefined; readonly members: Option[] };

const groupsOf = (options: readonly Option[]): readonly OptionGroup[] => {
  const groups: OptionGroup[] = [];
  for (const option of options) {
    const last = groups.at(-1);
    if (last !== undefined && last.group === option.group) last.members.push(option);
    else groups.push({ group: option.group, members: [option] });
  }
  return groups;
};

type CheckboxProps = {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isMixed?: boolean;
  readonly isDisabled?: boolean;
  /** For a box whose word stands elsewhere. */
  readonly name?: string;
};

export const Checkbox = ({
  label,
  isChecked,
  onChange,
  isMixed = false,
  isDisabled = false,
  name,
}: CheckboxProps) => (
  <label className={styles.check}>
    <input
      type="checkbox"
      checked={isChecked}
      disabled={isDisabled}
      aria-label={name}
      ref={(input) => {
        if (input !== null) input.indeterminate = isMixed;
      }}
      onChange={(event) => onChange(event.target.checked)}
    />
    {label !== null && <span>{label}</span>}
  </label>
);

type RadioCard = Option & { readonly text: string; readonly note?: string };

/** A choice between few ways, each with a sentence. The whole card is the target. */
export const RadioCards = ({
  legend,
  value,
  options,
  onChange,
}: {
  readonly legend: string;
  readonly value: string;
  readonly options: readonly RadioCard[];
  readonly onChange: (value: string) => void;
}) => {
  const name = useId();
  return (
    <fieldset className={styles.cards}>
      <legend className={styles.hidden}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.card} data-checked={option.value === value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            <span className={styles.cardTitle}>{option.label}</span>
            {option.note !== undefined && <span className={styles.cardNote}>{option.note}</span>}
            <span className={styles.cardText}>{option.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

/** Two or three ways to look at the same thing. */
export const Segments = ({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) => (
  <div role="group" aria-label={label} className={styles.segments}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </div>
);

/** Leaves out what is not given: with exact optional types, `undefined` is not the same as absent. */
const frameProps = (frame: {
  readonly label: string;
  readonly hint?: ReactNode | undefined;
  readonly error?: string | null | undefined;
  readonly isLabelHidden?: boolean | undefined;
  readonly width?: FieldFrameProps['width'] | undefined;
}): FieldFrameProps => ({
  label: frame.label,
  ...(frame.hint !== undefined && { hint: frame.hint }),
  ...(frame.error !== undefined && { error: frame.error }),
  ...(frame.isLabelHidden !== undefined && { isLabelHidden: frame.isLabelHidden }),
  ...(frame.width !== undefined && { width: frame.width }),
});
