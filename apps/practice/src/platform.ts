import { createServer, type Server } from 'node:http';
import { completeConfig, type Delays, type PracticeConfig } from './config.js';
import { listenForMail } from './mail/arrival.js';
import { Courier } from './mail/courier.js';
import type { Answer, ReceivedNotice } from './memory/book.js';
import { Memory } from './memory/memory.js';
import { createPages } from './pages/pages.js';
import { standingOf } from './posts/standings.js';
import { Postroom } from './postroom.js';
import { Reception } from './reception.js';
import type { AnswerKind, PostStanding } from './scripts/answer-kind.js';

/** A running practice platform, as tests and the process around it see it. */
export interface PracticePlatform {
  /** `http://127.0.0.1:3301`, without a slash at the end. */
  readonly address: string;
  readonly smtpPort: number;
  received(): readonly ReceivedNotice[];
  answers(): readonly Answer[];
  /** How a post stands now. */
  standing(slug: string): PostStanding;
  /** For notices that arrive from now on. */
  setDelays(delays: Partial<Delays>): void;
  /** Sends this kind of answer now in place of what was planned; without a kind the next planned one. */
  answerNow(notice: number, kind?: AnswerKind): Promise<void>;
  close(): Promise<void>;
}

/** Starts web pages and mail on loopback. Rejects when a port is in use (`EADDRINUSE`) or the configuration is wrong. */
export async function startPracticePlatform(given: Partial<PracticeConfig>): Promise<PracticePlatform> {
  const config = completeConfig(given);
  const memory = await Memory.open(config.stateFolder, config.reset);
  const server = createServer();
  const address = `http://127.0.0.1:${await listenForPages(server, config.port)}`;
  const postroom = new Postroom(memory, new Courier(config.deskMail), config.seed, address);
  const reception = new Reception(memory, config.seed, address, () => postroom.wake(), config.delays);
  server.on('request', createPages({ memory, reception, address, seed: config.seed }));
  const arrival = await listenForMail(config.smtpPort, (mail) => reception.receiveMail(mail)).catch(
    async (error: unknown) => {
      await closePages(server);
      throw error;
    },
  );
  postroom.wake();
  return {
    address,
    smtpPort: arrival.port,
    received: () => memory.book.notices,
    answers: () => memory.book.answers,
    standing: (slug) => standingOf(memory.book, slug),
    setDelays: (delays) => reception.setDelays(delays),
    answerNow: (notice, kind) => reception.answerNow(notice, kind),
    close: async () => {
      await Promise.all([arrival.close(), closePages(server)]);
      await postroom.close();
    },
  };
}

function listenForPages(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const bound = server.address();
      resolve(typeof bound === 'object' && bound ? bound.port : port);
    });
  });
}

function closePages(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
