import type { ProfileEntry, ProfileList } from '#core/targets/own-changes.ts';
import type { RebaseConflict } from '#core/targets/rebase-own-changes.ts';
import type { Check, Figure, Quantity, Requirement, TargetProfile } from '#core/targets/target-profile.ts';
import { checkRuleText, entryText, figureRuleText } from './catalogue.ts';
import { formatCount, formatDate, formatEuros, formatNumber } from './format.ts';
import { quantityText } from './gaps.ts';
import {
  CATEGORY_KIND_LABELS,
  PROFILE_CHOICE_LABELS,
  PROFILE_COLUMN_LABELS,
  requirementSentence,
} from './profile-table.ts';

const FIELDS: Readonly<Record<string, string>> = {
  ...PROFILE_COLUMN_LABELS,
  kind: 'Art',
  guidePriceCents: 'Richtpreis',
  quantity: 'Menge',
  perPupil: 'Mbit/s je SuS',
  orUnits: 'Ersatzgeräte',
  divide: 'Geräte je Einheit',
  cents: 'Betrag je SuS',
  maxPerSchoolCents: 'höchstens je Schule',
  maxPercentOfAuthority: 'höchstens % des Trägers',
};

/** The German name of a field of a profile. */
export const profileFieldText = (field: string): string => FIELDS[field] ?? field;

const WORDS: Readonly<Record<string, string>> = {
  ...PROFILE_CHOICE_LABELS.priority,
  ...PROFILE_CHOICE_LABELS.schoolType,
  ...PROFILE_CHOICE_LABELS.coveredBy,
  ...PROFILE_CHOICE_LABELS.scope,
  ...PROFILE_CHOICE_LABELS.checkKind,
  ...PROFILE_CHOICE_LABELS.figureKind,
  ...CATEGORY_KIND_LABELS,
};
/** Fields whose values are words of ours, not texts of the profile. */
const WORD_FIELDS: ReadonlySet<string> = new Set(['priority', 'schoolTypes', 'coveredBy', 'scope', 'kind']);
const YEARS: ReadonlySet<string> = new Set(['dueYear', 'fromYear', 'untilYear']);

const idText = (id: string, { categories, roomTypes, groups, requirements }: TargetProfile): string =>
  [...categories, ...roomTypes, ...groups, ...requirements].find((entry) => entry.id === id)?.name ?? id;

/** A value of a field as people read it. */
export const profileValueText = (field: string, value: unknown, profile: TargetProfile): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'origin')
    return PROFILE_CHOICE_LABELS.origin[value as keyof typeof PROFILE_CHOICE_LABELS.origin];
  if (field === 'quantity') return quantityText(value as Quantity);
  if (field === 'appliesTo') {
    const { kind, roomTypes } = value as { readonly kind: string; readonly roomTypes?: readonly string[] };
    return kind === 'school' ? 'ganze Schule' : (roomTypes ?? []).map((id) => idText(id, profile)).join(', ');
  }
  if (field === 'issuedOn') return formatDate(String(value));
  if (typeof value === 'boolean') return value ? 'ja' : 'nein';
  if (typeof value === 'number') {
    if (/cents$/i.test(field)) return formatEuros(value);
    return YEARS.has(field) ? String(value) : formatNumber(value, Number.isInteger(value) ? 0 : 2);
  }
  if (typeof value === 'string') return WORD_FIELDS.has(field) ? (WORDS[value] ?? value) : value;
  if (Array.isArray(value))
    return value
      .map((each: unknown) =>
        typeof each !== 'string'
          ? profileValueText(field, each, profile)
          : WORD_FIELDS.has(field)
            ? (WORDS[each] ?? each)
            : idText(each, profile),
      )
      .join(', ');
  return Object.values(value)
    .filter((each) => each !== null)
    .map((each) => profileValueText(field, each, profile))
    .join(' · ');
};

/** What an entry says as a whole, for one that is new or gone. */
export const entryRuleText = (list: ProfileList, entry: ProfileEntry, profile: TargetProfile): string => {
  switch (list) {
    case 'requirements':
      return requirementSentence(entry as Requirement, profile);
    case 'checks':
      return checkRuleText(entry as Check, (id) => idText(id, profile));
    case 'figures':
      return figureRuleText(entry as Figure, (id) => idText(id, profile));
    case 'categories':
      return 'guidePriceCents' in entry
        ? `${formatEuros(entry.guidePriceCents)}, ${formatCount(entry.serviceLifeYears, 'Jahr', 'Jahre')}`
        : '';
    case 'stages':
      return 'dueYear' in entry ? `bis ${String(entry.dueYear)}` : '';
    default:
      return '';
  }
};

export const entryNameText = (list: ProfileList, id: string, entry: ProfileEntry | null): string =>
  entryText(list, entry !== null && 'name' in entry ? entry.name : id);

const REASONS: Readonly<Record<RebaseConflict['reason'], string>> = {
  'same-field': 'Sie und die neue Edition haben dieselbe Angabe verschieden geändert.',
  removed: 'Die neue Edition hat diesen Eintrag nicht mehr.',
  'also-added': 'Sie und die neue Edition haben einen Eintrag mit dieser Kennung angelegt.',
  contradicts: 'Ihre Änderung passt nicht zur neuen Edition.',
};

/** The tab „Editionen“ of the screen „Ziele“. */
export const EDITIONS_TEXTS = {
  left: 'Vergleichen von',
  right: 'mit',
  option: (title: string, edition: string, isOwn: boolean, isActive: boolean) =>
    `${title}, Edition ${edition}${isOwn ? ', mit eigenen Änderungen' : ''}${isActive ? ' (gilt)' : ''}`,
  takeIn: 'Profil einlesen …',
  reading: 'Das Profil wird gelesen …',
  /** Says what the buttons beside it are about. */
  chosen: (label: string) => `Rechts gewählt: ${label}`,
  giveOutJson: 'Als .json ausgeben …',
  giveOutXlsx: 'Als .xlsx ausgeben …',
  saved: (name: string) => `„${name}“ gespeichert.`,
  stumbled: 'Das ist nicht gelungen. Versuchen Sie es noch einmal.',
  refused: (file: string) => `„${file}“ wurde nicht aufgenommen. Das Profil bleibt, wie es war:`,
  openFailures: {
    'too-large':
      'Die Datei ist zu groß für ein Profil, höchstens 10 MB sind möglich. Prüfen Sie, ob es die richtige ist.',
    'no-permission': 'Die Datei darf nicht gelesen werden. Kopieren Sie sie in Ihren Dokumentenordner.',
    'not-found': 'Die Datei ist nicht mehr da. Wählen Sie sie noch einmal aus.',
    unknown: 'Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal aus.',
  },
  adopt: 'Edition übernehmen',
  adoptChosen: 'Diese Edition übernehmen …',
  cancel: 'Abbrechen',
  previewTitle: (title: string, edition: string) => `${title}, Edition ${edition} übernehmen?`,
  previewFact: (day: string, origin: string, requirements: number) =>
    `Herausgegeben am ${day} · ${origin} · ${formatCount(requirements, 'Ziel', 'Ziele')}`,
  replaces: 'Diese Edition gibt es schon; die eingelesene nimmt ihre Stelle ein.',
  compared: (title: string, edition: string) =>
    `Verglichen mit ${title}, Edition ${edition}, die jetzt gilt.`,
  differences: 'Unterschiede',
  differencesFact: (count: number) => formatCount(count, 'Eintrag', 'Einträge'),
  noDifferences: 'Beide Editionen sind gleich.',
  reordered: (lists: string) => `Andere Reihenfolge: ${lists}.`,
  entry: 'Eintrag',
  field: 'Angabe',
  before: 'bisher',
  after: 'künftig',
  profile: 'Profil',
  added: 'neu',
  removed: 'entfällt',
  effect: 'Wirkung auf Ihre Schule',
  effectPending: 'Die Wirkung wird berechnet …',
  effectFailed: 'Die Wirkung ließ sich nicht berechnen. Wählen Sie die Editionen noch einmal.',
  effectNone: 'Auf Soll, Lücken und Kosten hat das keine Wirkung.',
  effectSum: 'Alle Ziele zusammen',
  effectRooms: 'Räume',
  effectGoal: 'Ziel',
  target: 'Soll',
  gap: 'Lücken',
  cost: 'Kosten (gesch.)',
  arrow: (before: string, after: string) => (before === after ? after : `${before} → ${after}`),
  standard: (name: string, before: string, after: string) =>
    `Räume im Standard „${name}“: ${before} → ${after}`,
  of: (met: number, of: number) => `${formatNumber(met)} von ${formatNumber(of)}`,
  notComputable: 'nicht berechenbar',
  own: 'Eigene Änderungen',
  ownKept: (count: number) =>
    `${formatCount(count, 'eigene Änderung bleibt', 'eigene Änderungen bleiben')} erhalten:`,
  ownAdopted: (count: number) =>
    `${formatCount(count, 'eigene Änderung steht', 'eigene Änderungen stehen')} so in der neuen Edition und ${count === 1 ? 'entfällt' : 'entfallen'}:`,
  ownConflicts: (count: number) =>
    `${formatCount(count, 'Widerspruch', 'Widersprüche')}: Bitte entscheiden Sie.`,
  ownNone: 'Für dieses Profil haben Sie nichts geändert.',
  ownElsewhere: 'Eigene Änderungen am bisherigen Profil bleiben bei ihm; hier gelten sie nicht.',
  keepOwn: 'eigene behalten',
  takeNew: 'neue übernehmen',
  conflictText: ({ reason }: RebaseConflict) => REASONS[reason],
  fieldConflict: (field: string, issued: string, next: string, own: string) =>
    `${field}: bisher ${issued}, neue Edition ${next}, eigene ${own}`,
  fileName: (id: string, edition: string, ending: string) =>
    `Profil_${id}_${edition}`.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 120) + ending,
} as const;
