import styles from './authority.module.css';

/** A name that may be cut where columns are many; whole in its tooltip. */
export const CutText = ({ text }: { readonly text: string }) => (
  <span className={styles.cut} title={text}>
    {text}
  </span>
);
