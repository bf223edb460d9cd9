import type { RequirementIssue, RequirementIssueCode } from '#core/targets/check-requirement.ts';
import type { TargetProfile } from '#core/targets/target-profile.ts';
import { SCHOOL_FIELD_LABELS, SCHOOL_TYPE_LABELS } from './fields.ts';
import { formatNumber } from './format.ts';
import { joined } from './german-list.ts';
import { faultText } from './profile.ts';
import { TARGETS_TEXTS } from './targets.ts';

type Names = {
  /** The names as they are. */
  readonly plain: string;
  readonly requirements: string;
  readonly categories: string;
  readonly roomTypes: string;
  /** What the field holds: the name of an entry, or `Jahrgang 5`. */
  readonly named: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
};

const fields = TARGETS_TEXTS.fields;
const FIELD_NAMES: Readonly<Record<RequirementIssue['field'], string>> = {
  name: fields.name,
  categories: fields.categories,
  appliesTo: fields.appliesTo,
  schoolTypes: fields.schoolTypes,
  quantity: fields.quantity,
  stage: fields.stage,
  dueYear: fields.dueYear,
  group: fields.group,
  ladder: fields.ladder,
  waivedBy: fields.waivedBy,
  coveredBy: fields.coveredBy,
  basis: fields.basis,
};

const TEXTS: Readonly<Record<RequirementIssueCode, (names: Names) => string>> = {
  NAME_MISSING: () => 'Bitte einen Namen für das Ziel eingeben.',
  CATEGORIES_MISSING: () => 'Bitte mindestens eine Kategorie wählen.',
  ROOM_TYPES_MISSING: () =>
    'Bitte mindestens einen Raumtyp wählen oder das Ziel für die ganze Schule setzen.',
  NAMED_TWICE: ({ named }) => `${named} ist zweimal genannt. Streichen Sie eine der beiden Angaben.`,
  BASES_MISSING: () => 'Bitte mindestens ein Ziel wählen, nach dem gerechnet wird.',
  UNFIT: () => 'Diese Angabe passt in kein Ausstattungsprofil.',
  UNKNOWN_CATEGORY: ({ first }) =>
    `Die Kategorie „${first}“ gibt es im Profil nicht. Wählen Sie eine andere.`,
  UNKNOWN_ROOM_TYPE: ({ first }) =>
    `Den Raumtyp „${first}“ gibt es im Profil nicht. Wählen Sie einen anderen.`,
  UNKNOWN_GROUP: ({ first }) => `Die Spalte „${first}“ gibt es nicht. Wählen Sie unter „Mehr“ eine andere.`,
  UNKNOWN_REQUIREMENT: ({ first }) =>
    `Das Ziel „${first}“, nach dem gerechnet wird, gibt es nicht mehr. Wählen Sie ein anderes.`,
  UNKNOWN_STAGE: ({ first }) => `Die Ausbaustufe ${first} gibt es im Profil nicht. Wählen Sie eine andere.`,
  QUANTITY_NEEDS_ROOM: () =>
    'Eine Menge je Platz gibt es nur bei Zielen für Räume. Wählen Sie eine andere Menge.',
  QUANTITY_NEEDS_SCHOOL: () =>
    'Diese Menge gibt es nur für die ganze Schule. Wählen Sie eine feste Zahl oder eine Menge je Platz.',
  CIRCULAR: () =>
    'Das Ziel hängt von sich selbst ab, vielleicht über andere Ziele. Nehmen Sie es aus der Liste, nach der gerechnet wird.',
  NUMBER_OUT_OF_RANGE: ({ first, second, third }) =>
    `${first} ist nicht möglich. Erlaubt sind ganze Zahlen von ${second} bis ${formatNumber(Number(third))}.`,
  NUMBER_ABSURD: ({ first }) => `${first} ist ungewöhnlich viel. Ist die Zahl richtig?`,
  DEPENDS_ON_NOTHING_IN_FORCE: ({ requirements }) =>
    `Gerechnet wird nach ${requirements}; davon gilt in dieser Stufe noch keines, das Soll ist also 0.`,
  BASE_UNKNOWN: ({ first }) => {
    const label = Object.hasOwn(SCHOOL_FIELD_LABELS, first)
      ? SCHOOL_FIELD_LABELS[first as keyof typeof SCHOOL_FIELD_LABELS]
      : first;
    return `Nicht berechenbar, solange unter Einstellungen › Schule die Angabe „${label}“ fehlt.`;
  },
  GRADES_UNKNOWN: ({ plain }) =>
    `Nicht berechenbar, solange unter Einstellungen › Schule die Zahl der Schülerinnen und Schüler im Jahrgang ${plain} fehlt.`,
  LADDER_STEP_DOUBLED: ({ requirements }) =>
    `In derselben Stufe steht auf dieser Leiter schon ${requirements}; dann gelten beide. Wählen Sie eine andere Stufe.`,
  LADDER_FALLS: ({ requirements }) =>
    `Auf dieser Leiter verlangt eine spätere Stufe weniger als eine frühere (${requirements}). Ist das gewollt?`,
  LADDER_MIXED: ({ requirements }) =>
    `Auf dieser Leiter stehen Ziele für Räume und für die ganze Schule gemischt (${requirements}); sie lösen einander trotzdem ab.`,
  SAME_GROUP: ({ requirements }) =>
    `In derselben Spalte verlangt schon ${requirements} etwas am selben Ort. Je Raum gilt nur das höhere von beiden, für die ganze Schule zählen beide.`,
  SAME_CATEGORIES: ({ requirements }) =>
    `Dieselben Geräte verlangt am selben Ort schon ${requirements}; beides zählt zusammen. Ist das gewollt?`,
  WAIVED_BY_ITSELF: ({ categories }) =>
    `${categories} wird verlangt und lässt das Ziel zugleich entfallen. Streichen Sie es an einer Stelle.`,
  ONLY_FOR_ROOMS: () => '„Entfällt, wenn …“ und „Auch erfüllt durch …“ wirken nur bei Zielen für Räume.',
  DUE_BEFORE_STAGE: ({ first, second }) =>
    `Das Zieljahr ${first} liegt vor dem Jahr der Stufe (${second}). Ist eine frühere Stufe gemeint?`,
  YEAR_ABSURD: ({ first }) => `${first} ist kein mögliches Zieljahr. Beispiel: 2028`,
  NO_ROOM_OF_TYPE: ({ roomTypes }) =>
    `Ihre Schule hat keinen Raum vom Typ ${roomTypes}; das Ziel gilt hier nirgends.`,
  OTHER_SCHOOL_TYPE: ({ plain }) =>
    `Das Ziel gilt nur für andere Schularten (${plain}), nicht für Ihre Schule.`,
  SCHOOL_TYPE_UNKNOWN: ({ plain }) =>
    `Das Ziel gilt nur für bestimmte Schularten (${plain}). Tragen Sie Ihre unter Einstellungen › Schule ein.`,
};

/** What is wrong or doubtful, with the names instead of the ids, and the remedy. */
export const requirementIssueText = (
  { code, field, names, fault }: RequirementIssue,
  profile: TargetProfile,
): string => {
  if (fault !== undefined) return `${FIELD_NAMES[field]}: ${faultText(fault, [])}`;
  const namedBy = (list: readonly { readonly id: string; readonly name: string }[]): string =>
    joined(
      names.map((id) => `„${list.find((entry) => entry.id === id)?.name ?? id}“`),
      'und',
    );
  const [first = '', second = '', third = ''] = names;
  const plain = joined(
    names.map((name) =>
      Object.hasOwn(SCHOOL_TYPE_LABELS, name)
        ? SCHOOL_TYPE_LABELS[name as keyof typeof SCHOOL_TYPE_LABELS]
        : name,
    ),
    'und',
  );
  const requirements = namedBy(profile.requirements);
  const categories = namedBy(profile.categories);
  const roomTypes = namedBy(profile.roomTypes);
  const isBase = profile.requirements.some(({ id }) => id === first);
  const ofFields: Partial<Record<RequirementIssue['field'], string>> = {
    categories,
    waivedBy: categories,
    appliesTo: roomTypes,
    quantity: isBase ? requirements : `Jahrgang ${first}`,
  };
  const named = ofFields[field] ?? plain;
  return TEXTS[code]({ plain, requirements, categories, roomTypes, named, first, second, third });
};
