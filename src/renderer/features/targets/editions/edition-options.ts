import { profileKey } from '#core/history/change-set.ts';
import { withOwnChanges, type OwnChange } from '#core/targets/own-changes.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { EDITIONS_TEXTS } from '#texts/editions.ts';

export type EditionOption = {
  readonly value: string;
  readonly label: string;
  readonly profile: TargetProfile;
  /** As it was issued; the same object where the option is without own changes. */
  readonly issued: TargetProfile;
};

/** Every edition as issued, and with the school's changes where there are some. */
export const editionOptions = (
  profiles: readonly TargetProfile[],
  activeKey: string,
  own: Readonly<Record<string, readonly OwnChange[]>>,
): readonly EditionOption[] =>
  profiles.flatMap((issued) => {
    const key = profileKey(issued);
    const changes = own[issued.id] ?? [];
    const isActive = key === activeKey;
    const option = (value: string, profile: TargetProfile, isOwn: boolean): EditionOption => ({
      value,
      label: EDITIONS_TEXTS.option(
        issued.title,
        issued.edition,
        isOwn,
        isActive && isOwn === changes.length > 0,
      ),
      profile,
      issued,
    });
    return [
      option(key, issued, false),
      ...(changes.length === 0 ? [] : [option(`${key} +`, withOwnChanges(issued, changes).profile, true)]),
    ];
  });
