import { profileKey } from '#core/history/change-set.ts';
import { withOwnCategories } from '#core/import/dictionary/own-categories.ts';
import { ownValue } from '#core/shared/own-value.ts';
import { withOwnChanges, type OwnChange } from '#core/targets/own-changes.ts';
import type { DeviceCategory, TargetProfile } from '#core/targets/target-profile.ts';
import { EDITIONS_TEXTS } from '#texts/editions.ts';

export type EditionOption = {
  readonly value: string;
  readonly label: string;
  /** As it is compared with: with the school's own categories. */
  readonly profile: TargetProfile;
  readonly issued: TargetProfile;
  /** What goes out as a file. */
  readonly file: TargetProfile;
};

/** Every edition as issued, and with the school's changes where there are some. */
export const editionOptions = (
  profiles: readonly TargetProfile[],
  activeKey: string,
  own: Readonly<Record<string, readonly OwnChange[]>>,
  categories: readonly DeviceCategory[],
): readonly EditionOption[] =>
  profiles.flatMap((issued) => {
    const key = profileKey(issued);
    const changes = ownValue(own, issued.id) ?? [];
    const isActive = key === activeKey;
    const whole = withOwnCategories(issued, categories);
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
      file: isOwn ? profile : issued,
    });
    return [
      option(key, whole, false),
      ...(changes.length === 0 ? [] : [option(`${key} +`, withOwnChanges(whole, changes).profile, true)]),
    ];
  });
