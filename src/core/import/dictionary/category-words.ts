import type { CategoryId } from '../../shared/ids.ts';
import type { TargetProfile } from '../../targets/target-profile.ts';
import entries from './categories.json';
import { indexTerms, type Hit } from './terms.ts';
import { OUTSIDE_CATEGORY, ownCategories } from './own-categories.ts';
import { foldText } from '../words.ts';

/** What a word of the dictionary says: the kind by its noun ("Beamer"), or by a model of that kind ("EB-W06"). */
type Meaning = { readonly category: CategoryId; readonly by: 'noun' | 'model' };

const INDEX = indexTerms<Meaning>(
  entries.flatMap(({ category, nouns, models }) => [
    ...nouns.map((term) => [term, { category, by: 'noun' as const }] as const),
    ...models.map((term) => [term, { category, by: 'model' as const }] as const),
  ]),
);
/** Words that say something only when nothing else stands there: a "Koffer" may be anything, a column "Koffer" is none. */
const ALONE: ReadonlyMap<string, CategoryId> = new Map(
  entries.flatMap(({ category, alone }) => alone.map((term) => [term, category] as const)),
);
/** Places are written where kinds belong: "PC-Raum" is no PC. */
const PLACE: CategoryId = '';

export type Classified = {
  /** A category of the profile, one of the school's own, or `OUTSIDE_CATEGORY`. */
  readonly categoryId: CategoryId;
  /** 0–1; from `SURE_CATEGORY` on it is taken. */
  readonly confidence: number;
};

/** Below it the kind is said to be doubtful and left empty: a wrong guess is worse than none. */
export const SURE_CATEGORY = 0.7;

const CONFIDENCE = { noun: 0.95, model: 0.85, severalModels: 0.75, behind: 0.5, office: 0.4 } as const;

/** What the text of a list calls a kind of device; null where it names none. */
export type Classify = (text: string) => Classified | null;

/** Answers are kept: a list of 10,000 rows has a few hundred different texts. */
export const classifier = (profile: TargetProfile): Classify => {
  const exact = exactNames(profile);
  const answers = new Map<string, Classified | null>();
  return (text) => {
    const answer = answers.get(text);
    if (answer !== undefined) return answer;
    const own = exact.get(foldText(text));
    const found = own === undefined ? classifyText(text) : { categoryId: own, confidence: 1 };
    answers.set(text, found);
    return found;
  };
};

/** Names of categories, the profile's before the school's own: what our own lists write comes back as it was. */
const exactNames = (profile: TargetProfile): ReadonlyMap<string, CategoryId> => {
  const exact = new Map<string, CategoryId>();
  const add = (id: CategoryId, texts: readonly string[]): void => {
    for (const text of texts) if (!exact.has(foldText(text))) exact.set(foldText(text), id);
  };
  for (const { id, name, shortName } of profile.categories) add(id, [id, name, shortName]);
  // Ids of the school's own are no words of lists: "RECHNER" there is a computer.
  for (const { id, name } of ownCategories()) add(id, [name]);
  return exact;
};

/** What follows tells more about the thing in front: "Koffer für iPads" is a case, "PC mit Monitor" a PC. */
const CONNECTORS: ReadonlySet<string> = new Set(
  'mit m inkl inklusive incl samt ohne fuer zu zum zur von vom ab nach auf an am im in aus bei und with for incl inclusive der des'.split(
    ' ',
  ),
);

type Part = {
  readonly words: readonly string[];
  /** Behind the last word of the head. */
  readonly head: number;
};

/** Pieces between commas, slashes, brackets; each with its head in front of the first connector. */
const partsOf = (text: string): readonly Part[] =>
  text
    .split(/[,;/+&()|\n]|\s[-–]\s/)
    .map((piece) => foldText(piece).split(' ').filter(Boolean))
    .filter((words) => words.length > 0)
    .map((words) => {
      const connector = words.findIndex((word, index) => index > 0 && CONNECTORS.has(word));
      return { words, head: connector < 0 ? words.length : connector };
    });

type MeaningHit = Hit<Meaning>;

/** A word inside a longer one of another kind says nothing of its own: "Beamer" in "Beamer Halterung". */
const withoutCovered = (hits: readonly MeaningHit[]): readonly MeaningHit[] =>
  hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other.value.category !== hit.value.category &&
          other.from <= hit.from &&
          other.to >= hit.to &&
          other.weight > hit.weight,
      ),
  );

/** German names the thing last: "iPad Tasche" is a bag. Of hits that end together the one that says more. */
const lastOf = (hits: readonly MeaningHit[]): MeaningHit | undefined =>
  hits.reduce<MeaningHit | undefined>(
    (best, hit) =>
      best === undefined || hit.to > best.to || (hit.to === best.to && hit.weight > best.weight) ? hit : best,
    undefined,
  );

/** What is made for a device and named with it, in whichever order: "Tasche Notebook", "Notebook-Tasche". */
const ACCESSORIES: ReadonlySet<CategoryId> = new Set([
  'HUELLE',
  'NETZTEIL',
  'KABEL',
  'DOCK',
  'MONTAGE',
  'SICHERUNG',
  'VERBRAUCH',
  'BEAM-ZUB',
  'SOFTWARE',
  'LADER',
  'HALT',
  'KOF',
]);

/** A special kind names the general one too: "Lehrer-iPad Air" is no pupils' tablet. */
const SPECIAL_OF: Readonly<Record<CategoryId, readonly CategoryId[]>> = {
  LGT: ['TAB', 'NB', 'PC'],
  LAP: ['PC', 'NB'],
  DISPM: ['DISP', 'DISPP', 'MONITOR'],
  INFO: ['DISP', 'DISPP', 'MONITOR'],
  DISP: ['DISPP', 'MONITOR', OUTSIDE_CATEGORY],
  MFP: ['DRU', 'SCANNER', 'TELEFONANLAGE'],
};

const narrowed = (found: MeaningHit, nouns: readonly MeaningHit[]): MeaningHit => {
  const accessory = nouns.find(({ value }) => ACCESSORIES.has(value.category));
  if (accessory !== undefined && !ACCESSORIES.has(found.value.category)) return accessory;
  return (
    nouns.find(({ value }) => SPECIAL_OF[value.category]?.includes(found.value.category) === true) ?? found
  );
};

const classifyText = (text: string): Classified | null => {
  const alone = ALONE.get(foldText(text));
  return alone === undefined
    ? classifyWords(partsOf(text))
    : { categoryId: alone, confidence: CONFIDENCE.model };
};

/** Kinds that are told by what stands behind: "Fernseher auf Rollwagen", "iPad für Lehrkräfte", "PC am Pult". */
const REACHING: ReadonlySet<CategoryId> = new Set(['DISPM', 'LGT', 'LAP']);

const classifyWords = (parts: readonly Part[]): Classified | null => {
  const hitsOf = parts.map(({ words, head }) => {
    const hits = withoutCovered(INDEX.find(words));
    return { head, hits };
  });
  for (const { head, hits } of hitsOf) {
    // A phrase such as "PC am Pult" reaches over its connector.
    const nouns = hits.filter(
      ({ value, from, to }) =>
        value.by === 'noun' && (to <= head || from < head || REACHING.has(value.category)),
    );
    const last = lastOf(nouns);
    if (last === undefined) continue;
    const noun = bundleHead(nouns) ?? narrowed(last, nouns);
    if (noun.value.category === PLACE) return null;
    const exact = hitsOf.flatMap(({ hits: all }) => all).find((hit) => isExact(hit, noun.value.category));
    return answer(exact?.value.category ?? noun.value.category, CONFIDENCE.noun, parts);
  }
  const models = hitsOf.flatMap(({ hits }) => hits.filter(({ value }) => value.by === 'model'));
  const [first] = models.toSorted((a, b) => b.weight - a.weight);
  if (first !== undefined) {
    const isOne = models.every(({ value }) => value.category === first.value.category);
    return answer(first.value.category, isOne ? CONFIDENCE.model : CONFIDENCE.severalModels, parts);
  }
  const behind = lastOf(hitsOf.flatMap(({ hits }) => hits));
  return behind === undefined ? null : { categoryId: behind.value.category, confidence: CONFIDENCE.behind };
};

/** "Laserdrucker M2540dn", "Notebook, Dienstgerät Lehrkraft": the model, or whose it is, says more than the noun. */
const isExact = ({ value }: MeaningHit, general: CategoryId): boolean =>
  REFINED[general]?.includes(value.category) === true &&
  (value.by === 'model' || REACHING.has(value.category));

/** "PC Monitor Tastatur Maus" lists what comes together: the first one names it. */
const bundleHead = (nouns: readonly MeaningHit[]): MeaningHit | undefined =>
  new Set(nouns.map(({ value }) => value.category)).size >= 3
    ? nouns.toSorted((a, b) => a.from - b.from || b.weight - a.weight)[0]
    : undefined;

const FOR_THE_OFFICE = /^(verwaltung|sekretariat|schulleit|schulbuero|hausmeister|direktor|rektor|konrektor)/;
const WORKPLACES: ReadonlySet<CategoryId> = new Set(['PC', 'NB', 'TAB', 'LAP']);

/** Devices of the office are no places of work for pupils; whose they are a person must say. */
const answer = (categoryId: CategoryId, confidence: number, parts: readonly Part[]): Classified => {
  const isOffice =
    WORKPLACES.has(categoryId) && parts.some(({ words }) => words.some((word) => FOR_THE_OFFICE.test(word)));
  return { categoryId, confidence: isOffice ? CONFIDENCE.office : confidence };
};

/** General words of lists and programs ("Computer", "Monitor") and what name or model may tell more exactly. */
const REFINED: Readonly<Record<CategoryId, readonly CategoryId[]>> = {
  PC: ['NB', 'TAB', 'LGT', 'LAP', 'SRV'],
  NB: ['LGT', 'TAB'],
  TAB: ['LGT', 'TELEFON'],
  MONITOR: ['DISP', 'DISPP', 'DISPM', 'INFO'],
  DISP: ['DISPM'],
  DISPP: ['DISP', 'DISPM', 'INFO'],
  DRU: ['MFP', 'DRUCK3D'],
  SRV: ['USV'],
  // "Tafel" and "Whiteboard" are of wood and steel, unless their model says otherwise.
  [OUTSIDE_CATEGORY]: ['DISP'],
};

/** Whether another text of the row may say more exactly what it is. */
export const isGeneral = ({ categoryId }: Classified): boolean => categoryId in REFINED;

/** The more exact one of what the kind and another text of the row say. */
export const refined = (kind: Classified, other: Classified | null): Classified =>
  other !== null &&
  other.confidence >= SURE_CATEGORY &&
  REFINED[kind.categoryId]?.includes(other.categoryId) === true
    ? other
    : kind;

/** Where the row says that teachers use it, a tablet or notebook is a loan device and none for pupils. */
export const forTeachers = (found: Classified): Classified =>
  found.categoryId === 'TAB' || found.categoryId === 'NB' ? { ...found, categoryId: 'LGT' } : found;

const TEACHERS = /(?:^| )(?:lk|lehrkr[a-z]*|lehrer[a-z]*|lul|kollegium|dienstgeraete?)(?= |\d|$)/;
/** Names such as `NB-LK-014` say whose the device is. */
export const namesTeachers = (text: string): boolean => TEACHERS.test(foldText(text));

/** Whether a short text is the word for a kind of device: the heading of a column of counts. */
export const isKindWord = (text: string): boolean => {
  const found = text.length > 40 ? null : classifyText(text);
  return found !== null && found.confidence >= CONFIDENCE.model && found.categoryId !== OUTSIDE_CATEGORY;
};
