import type { Room } from '../inventory/room.ts';
import type { School } from '../inventory/school.ts';
import type { CategoryId } from '../shared/ids.ts';
import type { Check, Figure, TargetProfile } from '../targets/target-profile.ts';
import type { CheckResult, FigureResult } from './gap-analysis.ts';
import { fits, topOfLadders } from './requirements-in-force.ts';

export type CheckInput = {
  readonly profile: TargetProfile;
  readonly stage: number;
  readonly school: School;
  readonly rooms: readonly Room[];
  /** Whether a counting unit of one of the categories stands in the room (index in `rooms`). */
  readonly hasUnit: (place: number, categories: ReadonlySet<CategoryId>) => boolean;
  /** Counting units in the whole school, on loan included. */
  readonly unitsInSchool: (categories: ReadonlySet<CategoryId>) => number;
  /** Of these, assigned to nothing and meant for pupils. */
  readonly spareUnits: (categories: ReadonlySet<CategoryId>) => number;
};

/** Met / not met / not computable, for the checks in force. */
export const checkResults = (input: CheckInput): readonly CheckResult[] =>
  topOfLadders(input.profile.checks.filter((check) => fits(check, input.stage, input.school.schoolType))).map(
    (check) => {
      const { value, wanted } = valueOf(check, input);
      const met = value === null || wanted === null ? null : value >= wanted;
      return { checkId: check.id, value, wanted, met };
    },
  );

type Value = { readonly value: number | null; readonly wanted: number | null };

/** 0 counts as unknown: an empty field is often saved as 0. */
const known = (value: number | null): number | null => (value === null || value <= 0 ? null : value);

const valueOf = (check: Check, input: CheckInput): Value => {
  const { school, rooms } = input;
  switch (check.kind) {
    case 'bandwidth': {
      const pupils = known(school.pupils);
      const { perPupil, atLeast } = check;
      const byPupils =
        perPupil === null
          ? 0
          : pupils === null
            ? null
            : Math.ceil((pupils * perPupil.multiply) / perPupil.divide);
      return {
        value: known(school.bandwidthMbit),
        wanted: byPupils === null ? null : Math.max(atLeast, byPupils),
      };
    }
    case 'room-share': {
      const covering = coveringCategories(input.profile, check.has === 'wlan' ? 'wlan-full' : 'lan-sockets');
      let all = 0;
      let having = 0;
      rooms.forEach((room, place) => {
        if (!isOfType(room, check.roomTypes)) return;
        all += 1;
        const byAttribute = check.has === 'wlan' ? room.wlanCoverage === 'full' : (room.lanSockets ?? 0) > 0;
        if (byAttribute || input.hasUnit(place, covering)) having += 1;
      });
      return { value: all === 0 ? null : having / all, wanted: check.wanted };
    }
    case 'room-count': {
      const { orUnits, classesPerRoom, atLeast } = check;
      const count = rooms.filter((room) => isOfType(room, check.roomTypes)).length;
      const instead =
        orUnits === null ? 0 : Math.floor(input.spareUnits(new Set(orUnits.categories)) / orUnits.units);
      const classes = known(school.classes);
      const byClasses =
        classesPerRoom === null ? 0 : classes === null ? null : Math.ceil(classes / classesPerRoom);
      return { value: count + instead, wanted: byClasses === null ? null : Math.max(atLeast, byClasses) };
    }
  }
};

const isOfType = (room: Room, types: readonly string[]): boolean =>
  room.roomTypes.some((type) => types.includes(type));

/** The categories for which the attribute stands: those of the requirements that it covers. */
const coveringCategories = (profile: TargetProfile, attribute: string): ReadonlySet<CategoryId> =>
  new Set(
    profile.requirements.flatMap(({ coveredBy, categories }) => (coveredBy === attribute ? categories : [])),
  );

/** Values for information. */
export const figureResults = (input: CheckInput): readonly FigureResult[] =>
  input.profile.figures
    .filter((figure) => fits({ stage: 0, schoolTypes: figure.schoolTypes }, 0, input.school.schoolType))
    .map((figure) => ({ figureId: figure.id, value: figureValue(figure, input), unit: figure.unit }));

const figureValue = (figure: Figure, input: CheckInput): number | null => {
  switch (figure.kind) {
    case 'constant':
      return figure.value;
    case 'units-per':
      return Math.round((input.unitsInSchool(new Set(figure.categories)) / figure.divide) * 100) / 100;
    case 'per-pupil-cents': {
      const pupils = known(input.school.pupils);
      return pupils === null ? null : pupils * figure.cents;
    }
  }
};
