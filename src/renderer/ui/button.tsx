import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icons.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  readonly variant?: ButtonVariant;
  readonly isSmall?: boolean;
  readonly icon?: IconName;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

/** A button with words on it. */
export const Button = ({
  variant = 'secondary',
  isSmall = false,
  icon,
  type = 'button',
  children,
  ...rest
}: ButtonProps) => (
  <button
    {...rest}
    type={type}
    className={classNames(styles.button, styles[variant], isSmall && styles.small)}
  >
    {icon !== undefined && <Icon name={icon} />}
    {children}
  </button>
);

type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'children'> & {
  readonly icon: IconName;
  /** Its name for screen readers, and its tooltip. */
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
};

/** Only for signs that everybody knows: close, search, sort. */
export const IconButton = ({ icon, label, type = 'button', ...rest }: IconButtonProps) => (
  <button {...rest} type={type} className={styles.icon} aria-label={label} title={label}>
    <Icon name={icon} />
  </button>
);

/** A link that looks like a button: goes somewhere instead of doing something. */
export const ButtonLink = ({
  href,
  variant = 'secondary',
  children,
}: {
  readonly href: string;
  readonly variant?: ButtonVariant;
  readonly children: ReactNode;
}) => (
  <a href={href} className={classNames(styles.button, styles[variant])}>
    {children}
  </a>
);
