import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { SCHOOL_FIELD_LABELS } from '#texts/fields.ts';
import { RECIPIENT_TEXTS } from '#texts/mail.ts';

/** What the address of another screen's link may end with. */
const FIELDS: Readonly<Record<string, string>> = {
  ...SCHOOL_FIELD_LABELS,
  recipient: RECIPIENT_TEXTS.address,
};

/** `/einstellungen/<field>` asks for one field: it gets the focus, once. */
export const useAskedField = (): RefObject<HTMLDivElement | null> => {
  const page = useRef<HTMLDivElement>(null);
  const [location, go] = useLocation();
  useEffect(() => {
    const [, , asked] = location.split('/').map(decodeURIComponent);
    if (asked === undefined || asked === '') return;
    const wanted = Object.entries(FIELDS).find(([field]) => field === asked)?.[1];
    // After the title has had the focus, which a new screen gives it.
    requestAnimationFrame(() => {
      const label = [...(page.current?.querySelectorAll('label') ?? [])].find(
        ({ textContent }) => textContent === wanted,
      );
      if (label !== undefined) document.getElementById(label.htmlFor)?.focus();
    });
    go('/einstellungen', { replace: true });
  }, [location, go]);
  return page;
};
