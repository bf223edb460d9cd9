import { useMemo } from 'react';
import type { Device } from '#core/inventory/device.ts';
import { assignTags, checkScheme } from '#core/inventory/tag-scheme.ts';
import { useDeviceLookup } from '#device-editor/device-lookup.ts';
import { schemeOf, TagSchemeFields, useSchemeDraft } from '#device-editor/tag-scheme-form.tsx';
import { TAG_SCHEME } from '#device-editor/tag-scheme-setting.ts';
import { useCommitWithToast } from '#device-editor/use-device-commit.ts';
import { settingChange } from '#state/settings.ts';
import { useAppState, useAppStore, useSetting } from '#state/use-app-state.ts';
import { TAG_TEXTS as TEXTS } from '#texts/tag-scheme.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Notice } from '#ui/layout.tsx';
import styles from './devices.module.css';
import { compareStops } from './numbering-order.ts';

/** Numbers for the selected devices that have none, room by room; the scheme goes with them into one undoable step. */
export const AssignTagsDialog = ({
  devices,
  onClose,
}: {
  readonly devices: readonly Device[];
  readonly onClose: () => void;
}) => {
  const store = useAppStore();
  const lookup = useDeviceLookup();
  const commit = useCommitWithToast();
  const all = useAppState((state) => state.inventory.devices);
  const [stored] = useSetting(TAG_SCHEME);
  const [draft, setDraft] = useSchemeDraft();
  const ordered = useMemo(() => devices.toSorted(compareStops(lookup)), [devices, lookup]);
  const scheme = schemeOf(draft);
  const { changes, numbered, uncategorised } =
    checkScheme(scheme) === null
      ? assignTags(ordered, all, scheme)
      : { changes: [], numbered: 0, uncategorised: 0 };
  const first = changes[0]?.after?.assetTag ?? null;
  const last = changes.at(-1)?.after?.assetTag ?? null;
  const run = (): void => {
    if (changes.length === 0) return;
    const isKnown =
      stored?.prefix === scheme.prefix && stored.per === scheme.per && stored.digits === scheme.digits;
    commit({ code: 'tags-assigned', params: { count: changes.length } }, [
      ...(isKnown ? [] : [settingChange(store.getState().settings, TAG_SCHEME, scheme)]),
      ...changes,
    ]);
    onClose();
  };
  return (
    <Dialog
      title={TEXTS.assignTitle}
      closeLabel={TEXTS.close}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{TEXTS.cancel}</Button>
          <Button variant="primary" disabled={changes.length === 0} onClick={run}>
            {TEXTS.assignDo(changes.length)}
          </Button>
        </>
      }
    >
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <TagSchemeFields draft={draft} onChange={setDraft} />
        {first !== null && last !== null && <p role="status">{TEXTS.assignRange(first, last)}</p>}
        {numbered > 0 && numbered === devices.length && <p>{TEXTS.assignNothing}</p>}
        {numbered > 0 && numbered < devices.length && <p>{TEXTS.assignKept(numbered)}</p>}
        {uncategorised > 0 && <Notice kind="part">{TEXTS.assignUncategorised(uncategorised)}</Notice>}
        {/* Enter in a field is the button. */}
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
};
