import { useState } from 'react';
import { readPartialDate } from '#core/inventory/cell-input.ts';
import { addExemption } from '#core/inventory/room-actions.ts';
import type { Room } from '#core/inventory/room.ts';
import type { RequirementId } from '#core/shared/ids.ts';
import { formatDate } from '#texts/format.ts';
import { EXEMPTION_ISSUE_TEXTS, ROOM_TEXTS } from '#texts/rooms.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, TextArea, TextField } from '#ui/field.tsx';
import { today } from '#device-editor/device-lookup.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import styles from './rooms.module.css';

type Errors = Readonly<Partial<Record<'reason' | 'since' | 'until', string>>>;

const readDay = (text: string): string | null => {
  const day = readPartialDate(text);
  return day !== null && day.length === 10 ? day : null;
};

/** Says why the room needs none of a requirement, from when and until when. */
export const ExemptionForm = ({
  room,
  requirement,
  name,
  onClose,
}: {
  readonly room: Room;
  readonly requirement: RequirementId;
  readonly name: string;
  readonly onClose: () => void;
}) => {
  const commit = useCommitWithToast();
  const [reason, setReason] = useState('');
  const [since, setSince] = useState(() => formatDate(today()));
  const [until, setUntil] = useState('');
  const [isPrivate, setIsPrivate] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const save = (): void => {
    const first = readDay(since);
    const last = until.trim() === '' ? null : readDay(until);
    if (first === null || (last === null && until.trim() !== '')) {
      setErrors({
        ...(first === null && { since: ROOM_TEXTS.dayError }),
        ...(last === null && until.trim() !== '' && { until: ROOM_TEXTS.dayError }),
      });
      return;
    }
    const added = addExemption(room, { requirement, reason, since: first, until: last, isPrivate });
    if (!added.ok) {
      setErrors({ [added.error.field]: EXEMPTION_ISSUE_TEXTS[added.error.code] });
      return;
    }
    commit({ code: 'exemption-added', params: { room: room.roomNumber } }, [added.value]);
    onClose();
  };
  return (
    <form
      className={styles.exemption}
      aria-label={ROOM_TEXTS.exemptTitle(name)}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.exemptionFields}>
        <TextArea
          label={ROOM_TEXTS.exemptReason}
          rows={2}
          value={reason}
          error={errors.reason ?? null}
          onChange={setReason}
          autoFocus
        />
        <TextField
          label={ROOM_TEXTS.exemptSince}
          width="date"
          value={since}
          error={errors.since ?? null}
          onChange={setSince}
        />
        <TextField
          label={ROOM_TEXTS.exemptUntil}
          hint={ROOM_TEXTS.exemptUntilHint}
          width="date"
          value={until}
          error={errors.until ?? null}
          onChange={setUntil}
        />
      </div>
      <Checkbox label={ROOM_TEXTS.exemptPrivate} isChecked={isPrivate} onChange={setIsPrivate} />
      <div className={styles.exemptionActions}>
        <Button type="submit" variant="primary" isSmall>
          {ROOM_TEXTS.exemptSave}
        </Button>
        <Button isSmall onClick={onClose}>
          {ROOM_TEXTS.cancel}
        </Button>
        <span>{ROOM_TEXTS.exemptNote}</span>
      </div>
    </form>
  );
};
