import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { SCHOOL_FIELD_LABELS } from '#texts/fields.ts';

/** `/einstellungen/<field>` of another screen asks for a field of the school: it gets the focus, once. */
export const useAskedField = (): RefObject<HTMLDivElement | null> => {
  const fields = useRef<HTMLDivElement>(null);
  const [location, go] = useLocation();
  useEffect(() => {
    const [, , asked] = location.split('/').map(decodeURIComponent);
    if (asked === undefined || asked === '') return;
    const wanted = Object.entries(SCHOOL_FIELD_LABELS).find(([field]) => field === asked)?.[1];
    // After the title has had the focus, which a new screen gives it.
    requestAnimationFrame(() => {
      const label = [...(fields.current?.querySelectorAll('label') ?? [])].find(
        ({ textContent }) => textContent === wanted,
      );
      if (label !== undefined) document.getElementById(label.htmlFor)?.focus();
    });
    go('/einstellungen', { replace: true });
  }, [location, go]);
  return fields;
};
