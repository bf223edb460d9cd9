import type { OnePager } from '#core/report/one-pager.ts';
import type { ReportInput } from '#core/report/report-input.ts';
import { formatPercent } from '#texts/format.ts';
import { ONE_PAGER_TEXTS as TEXTS, type StepText } from '#texts/one-pager.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { sharedNumbers } from '../../../charts/gap-rows.ts';
import { headTextsOf, lengthOf, roomsThatFit, type HeadTexts } from './one-pager-fit.ts';
import { GroupShares, RoomGaps } from './one-pager-picture.tsx';
import styles from './one-pager.module.css';

type SheetProps = { readonly input: ReportInput; readonly sheet: OnePager };

/**
 * The one page for the Schulleitung, drawn alike as preview and on paper: always light, always A4. Every list on it has an
 * upper limit, so that it is one page for any school.
 */
export const OnePagerSheet = ({ input, sheet }: SheetProps) => {
  const { inventory, profile, analysis } = input;
  const isCompared = analysis.totals.fulfilment !== null;
  const head = headTextsOf(input);
  const isShared = sharedNumbers(inventory.rooms);
  const roomsById = new Map(inventory.rooms.map((room) => [room.id, room]));
  const steps = TEXTS.steps(
    sheet,
    sheet.repair.roomIds.flatMap((id) => {
      const room = roomsById.get(id);
      return room === undefined ? [] : TEXTS.room(room.roomNumber, isShared(room) ? room.building : null);
    }),
  );
  const foot = `${TEXTS.meaning} ${TEXTS.origin(profile.origin, sheet.ownTargets, profile.note)}`;
  return (
    <article className={styles.page} data-theme="light" lang="de">
      <Head texts={head} />
      <Headline input={input} sheet={sheet} />
      {isCompared && <Figures input={input} sheet={sheet} />}
      {isCompared && (
        <RoomGaps input={input} sheet={sheet} shownRooms={roomsThatFit(head, foot, steps.length)} />
      )}
      <div className={styles.halves}>
        {sheet.groups.length > 0 && <GroupShares groups={sheet.groups} profile={profile} />}
        <Steps steps={steps} />
      </div>
      <footer className={styles.foot}>
        <p>{foot}</p>
        <p>{TEXTS.created(input.writtenOn, input.appVersion)}</p>
      </footer>
    </article>
  );
};

const Head = ({ texts }: { readonly texts: HeadTexts }) => (
  <header className={styles.head}>
    <p>{TEXTS.kicker}</p>
    <h1 data-length={lengthOf(texts.name)}>{texts.name}</h1>
    <p>{texts.facts}</p>
    <p>{texts.profile}</p>
  </header>
);

/** The answer first: how many classrooms are as they should be. */
const Headline = ({ input: { inventory, profile, analysis }, sheet: { standard } }: SheetProps) => {
  const { fulfilment } = analysis.totals;
  if (fulfilment === null)
    return (
      <div className={styles.headline}>
        <div>
          <p className={styles.answer}>{TEXTS.nothingCompared}</p>
          <p>{TEXTS.nothingComparedWhy(inventory.rooms.length)}</p>
        </div>
      </div>
    );
  return (
    <div className={styles.headline}>
      <p className={styles.big}>
        {standard === null ? formatPercent(fulfilment) : OVERVIEW_TEXTS.headline(standard.met, standard.of)}
      </p>
      <div>
        <p className={styles.answer}>
          {standard === null ? TEXTS.fulfilmentHeadline : OVERVIEW_TEXTS.headlineText(standard.name)}
        </p>
        {standard !== null && (
          <p>
            {TEXTS.standardParts(
              standard.groups.map((group) => profile.groups.find(({ id }) => id === group)?.name ?? group),
            )}
          </p>
        )}
      </div>
    </div>
  );
};

const Figures = ({ input: { analysis }, sheet }: SheetProps) => (
  <dl className={styles.figures} aria-label={TEXTS.figuresLabel}>
    {TEXTS.figures(analysis.totals, sheet).map(({ label, value, note }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          <strong>{value}</strong>
          <span>{note}</span>
        </dd>
      </div>
    ))}
  </dl>
);

const Steps = ({ steps }: { readonly steps: readonly StepText[] }) => (
  <section className={styles.steps}>
    <h2>{TEXTS.stepsTitle}</h2>
    {steps.length === 0 ? (
      <p>{TEXTS.nothingToDo}</p>
    ) : (
      <ol>
        {steps.map(({ lead, text }) => (
          <li key={lead}>
            <b>{lead}:</b> {text}
          </li>
        ))}
      </ol>
    )}
  </section>
);
