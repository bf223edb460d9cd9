import { useState } from 'react';
import { useLocation } from 'wouter';
import { roomId } from '#core/shared/ids.ts';
import { STOCKTAKE_TEXTS } from '#texts/stocktake.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState, PageHead } from '#ui/layout.tsx';
import { RoomCountPage } from './room-count-page.tsx';
import { CameraSwitch } from './scan-box.tsx';
import { StocktakeList } from './stocktake-list.tsx';
import { StocktakeOverview } from './stocktake-overview.tsx';
import { useStocktakes } from './stocktake-state.ts';

/** Inventur: `/inventur`, `/inventur/<id>` and `/inventur/<id>/raum/<room>`. */
export const StocktakePage = () => {
  const [location] = useLocation();
  const [, , id, part, room] = location.split('/').map(decodeURIComponent);
  const stocktakes = useStocktakes();
  const camera = useState(false);
  if (id === undefined || id === '') return <StocktakeList stocktakes={stocktakes} />;
  const data = stocktakes.find(({ stocktake }) => stocktake.id === id);
  if (data === undefined)
    return (
      <>
        <PageHead title={STOCKTAKE_TEXTS.title} />
        <EmptyState
          text={STOCKTAKE_TEXTS.gone}
          action={<ButtonLink href="#/inventur">{STOCKTAKE_TEXTS.backToList}</ButtonLink>}
        />
      </>
    );
  return (
    <CameraSwitch value={camera}>
      {part === 'raum' && room !== undefined ? (
        <RoomCountPage key={`${id} ${room}`} data={data} id={roomId(room)} />
      ) : (
        <StocktakeOverview data={data} />
      )}
    </CameraSwitch>
  );
};
