import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './side-panel.module.css';

type SidePanelProps = {
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
};

/** For looking into one thing while the list beside it stays usable. Escape closes it. */
export const SidePanel = ({ title, subtitle, closeLabel, onClose, children, footer }: SidePanelProps) => {
  const titleId = useId();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (document.querySelector('dialog[open], [popover]:popover-open') !== null) return;
      onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside ref={ref} className={styles.panel} aria-labelledby={titleId} data-panel>
      <div className={styles.head}>
        <div className={styles.titles}>
          <h2 id={titleId}>{title}</h2>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </div>
      <div className={styles.body} tabIndex={0} role="region" aria-labelledby={titleId}>
        {children}
      </div>
      {footer !== undefined && <div className={styles.foot}>{footer}</div>}
    </aside>
  );
};
