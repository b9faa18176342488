import { In, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Happened, Shelf, Which } from '#application/books.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { errorCode } from './error-code.js';
import { isUuid } from './is-uuid.js';

const UNIQUE_VIOLATION = '23505';

/** Rows written by one statement. */
const SLICE = 500;

/** What differs between one kind of thing and the next: parts kept in tables of their own. */
export interface Parts<T> {
  load(tx: EntityManager, thing: T): Promise<void>;
  /** The parts of things that were not there before. */
  add(tx: EntityManager, things: readonly T[]): Promise<void>;
  save(tx: EntityManager, thing: T): Promise<void>;
}

export interface Kind<T> {
  readonly entity: EntityTarget<T & ObjectLiteral>;
  /** Opens the codes of refusals, e.g. `notice.not-found`. */
  readonly noun: string;
  /** How it is refused that another has already what only one may have; `<noun>.already-there` when nothing is said. */
  readonly taken?: string;
  readonly parts?: Parts<T>;
  /** Looks at each thing that is added or changed, before and after; what it answers is called once the change stands. */
  readonly touched?: (thing: T) => () => void;
}

/** One kind of thing within the transaction of `tx`; `happened` hears every event in order. */
export class PgShelf<T extends { readonly id: string; readonly version: number }> implements Shelf<T> {
  constructor(
    private readonly tx: EntityManager,
    private readonly kind: Kind<T>,
    private readonly happened: (events: Happened) => void,
  ) {}

  get(id: string): Promise<T> {
    return this.load(id, false);
  }

  async change({ id, expected, quietly }: Which, verb: (thing: T) => Happened): Promise<T> {
    const thing = await this.load(id, true);
    if (expected !== undefined && expected !== thing.version) {
      throw new RuleViolation('version.outdated', { expected, actual: thing.version });
    }
    this.act(thing, verb);
    if (!quietly) Object.assign(thing, { version: thing.version + 1 });
    await this.tx.update(this.kind.entity, { id }, this.ownRow(thing) as never);
    await this.kind.parts?.save(this.tx, thing);
    return thing;
  }

  /** One look and one write for all that have no parts elsewhere; locked in the order of their ids. */
  async changeEach(ids: readonly string[], verb: (thing: T) => Happened): Promise<readonly T[]> {
    if (this.kind.parts) return this.changeInTurn(ids, verb);
    const lock = { mode: 'pessimistic_write' as const };
    const where = { id: In(ids.filter(isUuid)) } as never;
    const found = await this.tx.find(this.kind.entity, { where, order: { id: 'ASC' } as never, lock });
    const byId = new Map(found.map((thing) => [thing.id as string, thing]));
    const things = ids.map((id) => byId.get(id) ?? this.missing(id));
    for (const thing of things) {
      this.act(thing, verb);
      Object.assign(thing, { version: thing.version + 1 });
    }
    if (things.length > 0) await this.tx.upsert(this.kind.entity, things as never, ['id']);
    return things;
  }

  private act(thing: T, verb: (thing: T) => Happened): void {
    const before = this.kind.touched?.(thing);
    this.happened(verb(thing));
    before?.();
    this.kind.touched?.(thing)();
  }

  private async changeInTurn(ids: readonly string[], verb: (thing: T) => Happened): Promise<readonly T[]> {
    const changed: T[] = [];
    for (const id of ids) changed.push(await this.change({ id }, verb));
    return changed;
  }

  private missing(id: string): never {
    throw new RuleViolation(`${this.kind.noun}.not-found`, { id });
  }

  add(thing: T, happened: Happened): Promise<void> {
    return this.addEach([thing], () => happened);
  }

  /** In slices, because a statement takes 65,535 values at most. */
  async addEach(things: readonly T[], happened: (thing: T) => Happened): Promise<void> {
    for (let at = 0; at < things.length; at += SLICE) {
      const slice = things.slice(at, at + SLICE);
      await this.insert(slice);
      await this.kind.parts?.add(this.tx, slice);
      for (const thing of slice) {
        this.kind.touched?.(thing)();
        this.happened(happened(thing));
      }
    }
  }

  private async insert(things: readonly T[]): Promise<void> {
    try {
      await this.tx.insert(this.kind.entity, things as never);
    } catch (error) {
      if (errorCode(error) !== UNIQUE_VIOLATION) throw error;
      throw new RuleViolation(this.kind.taken ?? `${this.kind.noun}.already-there`, { id: things[0]!.id });
    }
  }

  /** What stands in the thing's own row; an update, unlike an insert, refuses properties that are kept elsewhere. */
  private ownRow(thing: T): Partial<T> {
    const columns = this.tx.connection.getMetadata(this.kind.entity).columns;
    const own = new Set(columns.map((column) => column.propertyPath.split('.')[0]));
    return Object.fromEntries(Object.entries(thing).filter(([name]) => own.has(name))) as Partial<T>;
  }

  private async load(id: string, locked: boolean): Promise<T> {
    const lock = locked ? { lock: { mode: 'pessimistic_write' as const } } : {};
    if (!isUuid(id)) this.missing(id);
    const thing = await this.tx.findOne(this.kind.entity, { where: { id } as never, ...lock });
    if (thing === null) this.missing(id);
    await this.kind.parts?.load(this.tx, thing);
    return thing;
  }
}
