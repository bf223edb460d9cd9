import { useEffect, useRef, type ReactNode } from 'react';
import { Notice } from '#ui/layout.tsx';
import styles from './import-page.module.css';
import type { Message } from './use-import.ts';

/** One step: a heading that gets the focus when the step opens, its plane, and the buttons below. */
export const StepFrame = ({
  heading,
  fact,
  aside,
  message,
  foot,
  children,
}: {
  readonly heading: string;
  readonly fact?: ReactNode;
  /** To the right of the heading. */
  readonly aside?: ReactNode;
  readonly message: Message | null;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) => {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <div className={styles.frame}>
      <div className={styles.frameHead}>
        <h2 ref={title} tabIndex={-1}>
          {heading}
        </h2>
        {fact !== undefined && <p className={styles.frameFact}>{fact}</p>}
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {message !== null && (
        <div className={styles.message}>
          <Notice kind={message.kind} role={message.kind === 'gap' ? 'alert' : 'status'}>
            {message.text}
          </Notice>
        </div>
      )}
      {children}
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </div>
  );
};
