/** Berichte: what the report will contain, writing it, and those already written. */
export const ReportsPage = () => (
  <main>
    <h1>Bericht an KSM</h1>
  </main>
);
