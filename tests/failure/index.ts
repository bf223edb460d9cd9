export { killRounds } from './kill-rounds.ts';
export { scanRounds } from './scan-rounds.ts';
export { damageStores } from './store-damage.ts';
export { readDamagedFiles } from './damaged-files.ts';
export { runIpcAttack } from '../fuzz/ipc-attack.ts';
export { measureCost } from './cost.ts';
