/** The parsing child: mails in on stdin, facts out on stdout, no environment, no network, one mail at a time. */
import { parseMail } from './parse-mail.js';
import { frame, Frames } from './wire.js';

let turn = Promise.resolve();

async function answer(raw: Buffer): Promise<void> {
  const result = await parseMail(raw).then(
    (mail) => ({ mail }),
    (trouble: unknown) => ({ refused: trouble instanceof Error ? trouble.message : 'unknown' }),
  );
  process.stdout.write(frame(Buffer.from(JSON.stringify(result))));
}

const frames = new Frames((raw) => {
  turn = turn.then(() => answer(raw));
});
process.stdin.on('data', (chunk: Buffer) => frames.take(chunk));
process.stdin.on('end', () => void turn.then(() => process.exit(0)));
