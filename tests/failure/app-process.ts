/** The main process of the app as a process of its own: `app-process.mjs <app folder> <user data> <debugging port>`. */
import { launchStandIn } from '../harness/electron-stand-in.ts';

const [appDir = '', userData = '', port = ''] = process.argv.slice(2);

const app = await launchStandIn({ appDir, userData, chromiumArgs: [`--remote-debugging-port=${port}`] });
await app.firstWindow();
process.on('message', (message) => {
  if (message === 'close') void app.close().then(() => process.exit(0));
});
// The test is gone: nobody would ever close this.
process.on('disconnect', () => process.exit(1));
process.send?.('ready');
