import { useState } from 'react';
import { isBroken } from '#core/inventory/defect.ts';
import type { Device } from '#core/inventory/device.ts';
import { DEFECT_TEXTS } from '#texts/defects.ts';
import { Button } from '#ui/button.tsx';
import { DefectDialog, type DefectAction } from './defect-dialogs.tsx';

/** What can be done about the defect of one device; nothing of one out of service. */
export const DefectButtons = ({ device }: { readonly device: Device }) => {
  const [action, setAction] = useState<DefectAction | null>(null);
  if (device.status === 'decommissioned') return null;
  return (
    <>
      {isBroken(device) && (
        <Button isSmall onClick={() => setAction('repair')}>
          {DEFECT_TEXTS.repair}
        </Button>
      )}
      <Button isSmall onClick={() => setAction('defect')}>
        {DEFECT_TEXTS.report}
      </Button>
      {action !== null && <DefectDialog action={action} devices={[device]} onClose={() => setAction(null)} />}
    </>
  );
};
