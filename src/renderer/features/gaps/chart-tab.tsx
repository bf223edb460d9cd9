import type { ComponentType } from 'react';
import { useLocation } from 'wouter';
import { CHART_FRAME_TEXTS } from '#texts/chart-frame.ts';
import { CHART_TEXTS } from '#texts/charts.ts';
import { SelectField } from '#ui/field.tsx';
import { AgesCard } from './charts/ages-card.tsx';
import { DevelopmentCard } from './charts/development-card.tsx';
import { FulfilmentCard } from './charts/fulfilment-card.tsx';
import { ReplacementCard } from './charts/replacement-card.tsx';
import { RoomGapsCard } from './charts/room-gaps-card.tsx';
import { StagesCard } from './charts/stages-card.tsx';
import { StandardCard } from './charts/standard-card.tsx';
import styles from './charts/charts.module.css';

type ChartEntry = { readonly path: string; readonly title: string; readonly card: ComponentType };

const FIRST: ChartEntry = { path: 'luecken', title: CHART_FRAME_TEXTS.gapsPerRoom, card: RoomGapsCard };
const CHARTS: readonly ChartEntry[] = [
  FIRST,
  { path: 'erfuellung', title: CHART_TEXTS.fulfilment.title, card: FulfilmentCard },
  { path: 'standard', title: CHART_TEXTS.standard.title, card: StandardCard },
  { path: 'ausbaustufen', title: CHART_TEXTS.stages.title, card: StagesCard },
  { path: 'alter', title: CHART_TEXTS.ages.title, card: AgesCard },
  { path: 'ersatz', title: CHART_TEXTS.replacement.title, card: ReplacementCard },
  { path: 'entwicklung', title: CHART_TEXTS.development.title, card: DevelopmentCard },
];

const addressOf = ({ path }: ChartEntry): string => `/soll-ist/diagramm/${path}`;

/** The gallery: one chart at a time, because only what is seen is worked out and drawn. */
export const ChartTab = () => {
  const [location, go] = useLocation();
  const path = location.split('/')[3];
  const chosen = CHARTS.find((chart) => chart.path === path) ?? FIRST;
  const Card = chosen.card;
  return (
    <div className={styles.gallery}>
      <nav className={styles.list} aria-label={CHART_TEXTS.list}>
        <ul>
          {CHARTS.map((chart) => (
            <li key={chart.path}>
              <a href={`#${addressOf(chart)}`} aria-current={chart === chosen ? 'page' : undefined}>
                {chart.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.choose}>
        <SelectField
          label={CHART_TEXTS.choose}
          value={chosen.path}
          options={CHARTS.map((chart) => ({ value: chart.path, label: chart.title }))}
          onChange={(value) => go(addressOf(CHARTS.find((chart) => chart.path === value) ?? FIRST))}
        />
      </div>
      <div className={styles.plane} tabIndex={0} role="region" aria-label={chosen.title}>
        <Card key={chosen.path} />
      </div>
    </div>
  );
};
