export { run as gaps } from './gaps-bench.ts';
export { readLargeList, run as import } from './import-bench.ts';
export { run as plan } from './plan-bench.ts';
export { run as report } from './report-bench.ts';
export { run as app } from './app-bench.ts';
export { run as 'soll-ist' } from './gaps-page-bench.ts';
export { run as takeover } from './takeover-bench.ts';
export { run as profile } from './profile-bench.ts';
export { run as traeger } from './authority-bench.ts';
