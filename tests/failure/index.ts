export { killRounds } from './kill-rounds.ts';
