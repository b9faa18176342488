import { readConfig } from './config.js';
import { startPracticePlatform } from './platform.js';

/** The practice platform as a child of the desk: `main.js '{"port":3301,…}' [--reset]`; it ends with its parent. */
async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2));
  const platform = await startPracticePlatform(config);
  let closing = false;
  const close = (): void => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(0), 5000).unref();
    void platform.close().finally(() => process.exit(0));
  };
  process.once('disconnect', close);
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
  process.send?.({ kind: 'practice-ready', address: platform.address, smtpPort: platform.smtpPort });
  process.stdout.write(`Practice platform: ${platform.address} (mail 127.0.0.1:${platform.smtpPort})\n`);
}

main().catch((error: NodeJS.ErrnoException & { port?: number }) => {
  const taken =
    error.code === 'EADDRINUSE'
      ? `Port ${error.port ?? ''} is in use; end the other program or choose another port.`
      : '';
  process.stderr.write(`The practice platform could not start. ${taken || error.message}\n`);
  process.exit(1);
});
