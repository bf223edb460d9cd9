import type { ReadFailure } from '#core/import/types.ts';
import type { ReportDataFailure } from '#core/report/report-data.ts';
import { readFailureText } from './import.ts';

const DATA_FAILURES: Readonly<Record<ReportDataFailure, string>> = {
  NOT_A_REPORT:
    'Das ist kein Bericht von Ausstattungskompass, oder das ausgeblendete Blatt „_Daten“ fehlt. Nehmen Sie die Datei, die die App geschrieben hat.',
  NEWER_VERSION:
    'Der Bericht stammt aus einer neueren Fassung von Ausstattungskompass. Nehmen Sie diese Fassung, um ihn zu lesen.',
  DAMAGED:
    'Das ausgeblendete Blatt „_Daten“ ist unvollständig. Nehmen Sie die Datei, die die App geschrieben hat, nicht eine bearbeitete.',
  EDITED:
    'Das ausgeblendete Blatt „_Daten“ wurde verändert und zählt deshalb nicht. Nehmen Sie die Datei, die die App geschrieben hat.',
};

/** Why an earlier report cannot be read, with the file and the remedy. */
export const reportReadFailureText = (
  fileName: string,
  failure:
    | { readonly kind: 'unreadable'; readonly failure: ReadFailure }
    | { readonly kind: 'data'; readonly failure: ReportDataFailure },
): string =>
  failure.kind === 'unreadable'
    ? readFailureText(failure.failure)
    : `„${fileName}“: ${DATA_FAILURES[failure.failure]}`;
