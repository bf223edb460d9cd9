import { lazy, Suspense } from 'react';
import type { Device } from '#core/inventory/device.ts';

const ReportDefectDialog = lazy(() =>
  import('./report-defect-dialog.tsx').then(({ ReportDefectDialog: dialog }) => ({ default: dialog })),
);
const RepairDialog = lazy(() =>
  import('./repair-dialog.tsx').then(({ RepairDialog: dialog }) => ({ default: dialog })),
);

export type DefectAction = 'defect' | 'repair';

/** The dialogs about defects, loaded when one is asked for. */
export const DefectDialog = ({
  action,
  devices,
  onClose,
}: {
  readonly action: DefectAction;
  readonly devices: readonly Device[];
  readonly onClose: () => void;
}) => {
  const Shown = action === 'defect' ? ReportDefectDialog : RepairDialog;
  return (
    <Suspense fallback={null}>
      <Shown devices={devices} onClose={onClose} />
    </Suspense>
  );
};
