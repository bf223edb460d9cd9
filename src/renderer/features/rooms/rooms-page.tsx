/** Räume: by building and floor. */
export const RoomsPage = () => <h1>Räume</h1>;
