/** Geräte: one fast table of all devices. */
export const DevicesPage = () => <h1>Geräte</h1>;
