import { roomId } from '#core/shared/ids.ts';
import { useRoom } from '#state/use-app-state.ts';

/** One room: facts, Soll-Ist lines, devices, exemptions. */
export const RoomPage = ({ id }: { readonly id: string }) => {
  const room = useRoom(roomId(id));
  return <h1>Raum {room?.roomNumber ?? ''}</h1>;
};
