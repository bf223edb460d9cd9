import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { Button, IconButton } from './button.tsx';
import styles from './toast.module.css';

export type Toast = {
  readonly text: string;
  readonly actionLabel?: string;
  readonly onAction?: () => void;
  /** Errors stay until they are closed. */
  readonly kind?: 'info' | 'error';
};

type ToastApi = { readonly show: (toast: Toast) => void };
const ToastContext = createContext<ToastApi | null>(null);

const SHOWN_MS = 10_000;

/** Shows one message at a time at the foot of the window; it waits while the pointer or the focus is on it. */
export const ToastProvider = ({
  closeLabel,
  children,
}: {
  readonly closeLabel: string;
  readonly children: ReactNode;
}) => {
  const [current, setCurrent] = useState<(Toast & { readonly key: number }) | null>(null);
  const [isHeld, setIsHeld] = useState(false);
  const nextKey = useRef(1);
  const show = useCallback((toast: Toast) => {
    setCurrent({ ...toast, key: nextKey.current });
    nextKey.current += 1;
  }, []);
  const api = useMemo(() => ({ show }), [show]);
  const key = current?.key;
  const isError = current?.kind === 'error';
  useEffect(() => {
    if (key === undefined || isHeld || isError) return undefined;
    const timer = setTimeout(() => setCurrent(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [key, isHeld, isError]);
  return (
    <ToastContext value={api}>
      {children}
      <div
        className={styles.place}
        role="status"
        aria-live={isError ? 'assertive' : 'polite'}
        onMouseEnter={() => setIsHeld(true)}
        onMouseLeave={() => setIsHeld(false)}
        onFocus={() => setIsHeld(true)}
        onBlur={() => setIsHeld(false)}
      >
        {current !== null && (
          <div key={current.key} className={styles.toast} data-kind={current.kind ?? 'info'}>
            <span>{current.text}</span>
            {current.actionLabel !== undefined && (
              <Button
                variant="quiet"
                isSmall
                onClick={() => {
                  current.onAction?.();
                  setCurrent(null);
                }}
              >
                {current.actionLabel}
              </Button>
            )}
            <IconButton icon="close" label={closeLabel} onClick={() => setCurrent(null)} />
          </div>
        )}
      </div>
    </ToastContext>
  );
};

export const useToast = (): ToastApi => {
  const api = useContext(ToastContext);
  if (api === null) throw new Error('useToast needs a ToastProvider above it');
  return api;
};
