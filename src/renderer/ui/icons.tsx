import type { ReactNode } from 'react';
import styles from './icons.module.css';

/** Own 12 px signs: font glyphs fall back differently on every Windows. */
const SIGNS = {
  tick: <path d="M2 6.5 4.8 9.3 10 3.2" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.4" />
      <path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor" stroke="none" />
    </>
  ),
  minus: <path d="M2 6h8" />,
  plus: <path d="M2 6h8M6 2v8" />,
  dot: <circle cx="6" cy="6" r=".7" fill="currentColor" />,
  question: <path d="M4 4.2a2 2 0 1 1 2.9 1.8c-.7.4-.9.7-.9 1.5M6 10v.1" />,
  bolt: <path d="M7 1 3 7h3l-1 4 4-6H6z" />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4.6" />
      <path d="M6 3.2V6l2 1.3" />
    </>
  ),
  lock: (
    <>
      <path d="M2.5 5.5h7v5h-7z" />
      <path d="M4 5.5V4a2 2 0 0 1 4 0v1.5" />
    </>
  ),
  close: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />,
  down: <path d="M2.5 4.5 6 8l3.5-3.5" />,
  up: <path d="M2.5 7.5 6 4l3.5 3.5" />,
  right: <path d="M4.5 2.5 8 6 4.5 9.5" />,
  left: <path d="M7.5 2.5 4 6l3.5 3.5" />,
  search: (
    <>
      <circle cx="5" cy="5" r="3.6" />
      <path d="m7.8 7.8 3 3" />
    </>
  ),
  undo: <path d="M4 2 1.5 4.5 4 7M1.5 4.5h5.3a3 3 0 0 1 0 6H5" />,
  redo: <path d="M8 2l2.5 2.5L8 7M10.5 4.5H5.2a3 3 0 0 0 0 6H7" />,
  warning: <path d="M6 1.5 11 10.5H1zM6 5v2.4M6 9v.1" />,
  info: (
    <>
      <circle cx="6" cy="6" r="4.8" />
      <path d="M6 5.5V8.4M6 3.6v.1" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
export type IconName = keyof typeof SIGNS;

/** A sign without a name of its own: the word stands beside it. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className={styles.icon} data-sign={name} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    {SIGNS[name]}
  </svg>
);
