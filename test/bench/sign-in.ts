import { argon2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { Argon2Hasher, STANDARD } from '#adapters/access/argon2-hasher.js';
import { median, timed, type Measure } from './figure.js';

const bare = promisify(argon2);
const ROUNDS = 21;
const PASSWORD = 'een lange zin zonder regels';

/**
 * One password check of the desk against Node's bare Argon2id with the same parameters, in turns; and a check for an address
 * nobody has against one for somebody (F69: the same within a tenth). CPU, because other programs hardly change that.
 */
export const signIn: Measure = {
  name: 'sign-in',
  async run({ share, say }) {
    const pepper = randomBytes(32);
    const hasher = new Argon2Hasher(STANDARD, () => pepper);
    const hash = await hasher.hash(PASSWORD);
    const costs: Record<'known' | 'nobody' | 'bare', Cost[]> = { known: [], nobody: [], bare: [] };
    for (let round = 0; round <= Math.max(5, ROUNDS * share); round += 1) {
      const each = {
        known: await cost(() => hasher.matches(PASSWORD, hash)),
        nobody: await cost(() => hasher.matches(PASSWORD, null)),
        bare: await cost(() => bare('argon2id', recipe(pepper))),
      };
      if (round > 0) for (const who of ['known', 'nobody', 'bare'] as const) costs[who].push(each[who]);
    }
    const cpu = (who: keyof typeof costs) => median(costs[who].map((each) => each.cpu));
    const wall = median(costs.known.map((each) => each.wall));
    say(`a password check takes ${Math.round(wall)} ms by the clock here, ${Math.round(cpu('known'))} ms of CPU`);
    const unit = 'ms CPU';
    return [
      {
        what: 'a password check, against bare Argon2id',
        ours: cpu('known'),
        reference: cpu('bare'),
        unit,
        bound: { most: 1.05 },
      },
      {
        what: 'a check for nobody, against one for somebody',
        ours: cpu('nobody'),
        reference: cpu('known'),
        unit,
        bound: { most: 1.1 },
      },
    ];
  },
};

interface Cost {
  readonly cpu: number;
  readonly wall: number;
}

const recipe = (secret: Buffer) => ({
  message: PASSWORD,
  nonce: randomBytes(16),
  tagLength: 32,
  memory: STANDARD.memory,
  passes: STANDARD.passes,
  parallelism: STANDARD.lanes,
  secret,
});

async function cost(work: () => Promise<unknown>): Promise<Cost> {
  const before = process.cpuUsage();
  const wall = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000, wall };
}
