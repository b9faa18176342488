import type { Happened, Shelf, Which } from '#application/books.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { copy } from './copy.js';

/** What differs between one kind of thing and the next. */
export interface FakeKind<T> {
  readonly noun: string;
  /** How it is refused that another has already what only one may have. */
  readonly taken?: string;
  /** What no two things may share; null shares nothing. */
  readonly unique: readonly ((thing: T) => string | null)[];
}

/** One kind of thing in memory; what goes in and what comes out are copies. */
export class FakeShelf<T extends { readonly id: string; readonly version: number }> implements Shelf<T> {
  constructor(
    private readonly things: Map<string, T>,
    private readonly kind: FakeKind<T>,
    private readonly happened: (events: Happened) => void,
  ) {}

  get(id: string): Promise<T> {
    const found = this.things.get(id);
    if (!found) return Promise.reject(new RuleViolation(`${this.kind.noun}.not-found`, { id }));
    return Promise.resolve(copy(found));
  }

  async change({ id, expected, quietly }: Which, verb: (thing: T) => Happened): Promise<T> {
    const thing = await this.get(id);
    if (expected !== undefined && expected !== thing.version) {
      throw new RuleViolation('version.outdated', { expected, actual: thing.version });
    }
    this.happened(verb(thing));
    if (!quietly) Object.assign(thing, { version: thing.version + 1 });
    this.keep(thing);
    return thing;
  }

  async changeEach(ids: readonly string[], verb: (thing: T) => Happened): Promise<readonly T[]> {
    const changed: T[] = [];
    for (const id of ids) changed.push(await this.change({ id }, verb));
    return changed;
  }

  async add(thing: T, happened: Happened): Promise<void> {
    await Promise.resolve();
    const isThere = this.things.has(thing.id) || this.kind.unique.some((key) => this.isTaken(key, thing));
    if (isThere) throw new RuleViolation(this.kind.taken ?? `${this.kind.noun}.already-there`, { id: thing.id });
    this.keep(thing);
    this.happened(happened);
  }

  async addEach(things: readonly T[], happened: (thing: T) => Happened): Promise<void> {
    for (const thing of things) await this.add(thing, happened(thing));
  }

  private keep(thing: T): void {
    if (this.kind.unique.some((key) => this.isTaken(key, thing)))
      throw new Error(`another ${this.kind.noun} has what only one may have`);
    this.things.set(thing.id, copy(thing));
  }

  private isTaken(key: (thing: T) => string | null, thing: T): boolean {
    const mine = key(thing);
    return mine !== null && [...this.things.values()].some((other) => other.id !== thing.id && key(other) === mine);
  }
}
