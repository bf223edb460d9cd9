import { PRINT_TEXTS } from '#texts/print.ts';
import { Button } from '#ui/button.tsx';
import { printScreen } from './print-screen.ts';

/** Prints the list that is shown, whole and not only what is in sight. */
export const PrintButton = ({ isSmall = false }: { readonly isSmall?: boolean }) => (
  <Button isSmall={isSmall} onClick={printScreen}>
    {PRINT_TEXTS.print}
  </Button>
);
