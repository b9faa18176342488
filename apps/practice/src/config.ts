/** What a practice platform needs to know; ports may be 0 for "any free one" (tests). */
export interface PracticeConfig {
  readonly port: number;
  readonly smtpPort: number;
  readonly deskMail: { readonly host: string; readonly port: number };
  readonly seed: string;
  readonly delays: Delays;
  readonly stateFolder: string;
  readonly reset: boolean;
}

/** Seconds from the notice to its receipt and to its decision; fractions are allowed. */
export interface Delays {
  readonly receiptSeconds: number;
  readonly decisionSeconds: number;
}

export const DEFAULTS: PracticeConfig = {
  port: 3301,
  smtpPort: 3326,
  deskMail: { host: '127.0.0.1', port: 3325 },
  seed: 'seinpost',
  delays: { receiptSeconds: 2, decisionSeconds: 20 },
  stateFolder: 'var/practice',
  reset: false,
};

/** The configuration from the command line: one JSON object and, if wanted, `--reset`. Throws an Error with one sentence. */
export function readConfig(args: readonly string[]): PracticeConfig {
  const json = args.find((arg) => !arg.startsWith('--')) ?? '{}';
  const unknown = args.find((arg) => arg.startsWith('--') && arg !== '--reset');
  if (unknown) throw new Error(`Unknown option ${unknown}; only --reset is known.`);
  const config = completeConfig(parseObject(json));
  return { ...config, reset: config.reset || args.includes('--reset') };
}

/** Fills in the defaults and refuses what would let practice mail leave this machine. */
export function completeConfig(given: Partial<PracticeConfig>): PracticeConfig {
  const config: PracticeConfig = {
    ...DEFAULTS,
    ...given,
    seed: String(given.seed ?? DEFAULTS.seed),
    deskMail: { ...DEFAULTS.deskMail, ...given.deskMail },
    delays: { ...DEFAULTS.delays, ...given.delays },
  };
  for (const problem of problems(config)) throw new Error(problem);
  return config;
}

function* problems(config: PracticeConfig): Generator<string> {
  if (!LOOPBACK.includes(config.deskMail.host)) {
    yield `deskMail.host is ${config.deskMail.host}; the practice platform only mails to this machine (127.0.0.1).`;
  }
  const ports = { port: config.port, smtpPort: config.smtpPort, 'deskMail.port': config.deskMail.port };
  for (const [name, port] of Object.entries(ports)) {
    if (!Number.isInteger(port) || port < 0 || port > 65535) yield `${name} is not a port number: ${String(port)}.`;
  }
  for (const [name, seconds] of Object.entries(config.delays)) {
    if (typeof seconds !== 'number' || !(seconds >= 0)) yield `delays.${name} is not a number of seconds.`;
  }
  if (typeof config.stateFolder !== 'string' || !config.stateFolder) yield 'stateFolder is missing.';
}

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

function parseObject(json: string): Partial<PracticeConfig> {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // the sentence below says what is wrong
  }
  throw new Error('The configuration is not a JSON object.');
}
