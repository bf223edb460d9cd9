import { useCallback, useEffect } from 'react';
import { readSetting, SETTINGS } from '#state/settings.ts';
import { useAppState } from '#state/use-app-state.ts';
import { useGapAnalysis } from '#state/use-gap-analysis.ts';
import { APP_TEXTS } from '#texts/app.ts';
import { formatDate } from '#texts/format.ts';
import { OVERVIEW_TEXTS } from '#texts/overview.ts';
import { ButtonLink } from '#ui/button.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { GapsPerGroup, SchoolFigures } from './figure-tables.tsx';
import { GapsPerRoom } from './gaps-per-room.tsx';
import { NextSteps } from './next-steps.tsx';
import styles from './overview-page.module.css';
import { StandardStrip } from './standard-strip.tsx';

/** Marks the page as painted with its chart: two frames later it is on the screen. Start-up is measured by it. */
const markReady = (): void => {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset['ready'] = 'uebersicht';
    }),
  );
};

/** How the school stands, and what to do next. */
export const OverviewPage = () => {
  const analysis = useGapAnalysis();
  const profile = useAppState((state) => state.profile);
  const settings = useAppState((state) => state.settings);
  const hasGaps = analysis.totals.roomsWithGap > 0;
  const onDrawn = useCallback(markReady, []);
  useEffect(() => {
    if (!hasGaps) markReady();
  }, [hasGaps]);
  const stage = profile.stages.find((entry) => entry.stage === analysis.stage);
  const standard = profile.standards[0];
  const result = analysis.standards.find(({ standardId }) => standardId === standard?.id);
  const lastReport = readSetting(settings, SETTINGS.reports).at(-1);
  return (
    <>
      <PageHead
        title={APP_TEXTS.pages.overview}
        fact={OVERVIEW_TEXTS.fact(
          stage === undefined ? '' : `Ausbaustufe ${stage.stage}`,
          stage?.dueYear ?? 0,
          `${profile.title}, Edition ${profile.edition}`,
        )}
        actions={
          <ButtonLink href="#/berichte" variant="primary">
            {OVERVIEW_TEXTS.toReport}
          </ButtonLink>
        }
      />
      <div className={styles.page}>
        <Section>
          {standard !== undefined && result !== undefined && result.of > 0 ? (
            <>
              <div className={styles.headline}>
                <p className={styles.big}>{OVERVIEW_TEXTS.headline(result.met, result.of)}</p>
                <div>
                  <p>
                    <b>{OVERVIEW_TEXTS.headlineText(standard.name)}</b>
                  </p>
                  <p className={styles.quiet}>
                    {lastReport !== undefined &&
                      `${OVERVIEW_TEXTS.lastReport(lastReport.gaps, formatDate(lastReport.asOf))} `}
                    {OVERVIEW_TEXTS.fulfilment(analysis.totals.fulfilment)}
                  </p>
                </div>
              </div>
              <StandardStrip summaries={analysis.roomSummaries} standardId={standard.id} />
            </>
          ) : (
            <p className={styles.quiet}>
              {OVERVIEW_TEXTS.noRooms} {OVERVIEW_TEXTS.fulfilment(analysis.totals.fulfilment)}
            </p>
          )}
        </Section>
        <div className={styles.columns}>
          <GapsPerRoom onDrawn={onDrawn} />
          <NextSteps />
          <GapsPerGroup />
          <SchoolFigures />
        </div>
      </div>
    </>
  );
};
