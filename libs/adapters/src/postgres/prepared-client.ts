import pg from 'pg';

/** So many statements a connection keeps prepared; each takes memory of the database. */
const MOST_KEPT = 200;

/** Questions of which is known that they were asked once; beyond it none is remembered. */
const MOST_HEARD = 1000;

/** `feature_not_supported`: "cached plan must not change result type". */
const OUTDATED = '0A000';

/** Only questions with parameters: their text stays the same while what is asked with changes. */
const QUESTION = /^\s*(?:select|with)\b/i;

/**
 * A connection that has a question prepared when it is asked for the second time. To plan one of our larger questions takes
 * PostgreSQL longer than to answer it, and a page asks some ten of them; a prepared one it need not plan each time.
 */
export class PreparedClient extends pg.Client {
  private readonly asked = new Map<string, string | null>();
  private kept = 0;

  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const plain: (...all: unknown[]) => unknown = super.query.bind(this);
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return plain(...args) as never;
    const name = this.nameOf(text);
    if (name === null) return plain(...args) as never;
    const answer = plain({ name, text, values }, ...rest);
    return (answer instanceof Promise ? answer.catch((fault: unknown) => this.outdated(text, fault)) : answer) as never;
  }

  /** A table was altered meanwhile, so that this question answers otherwise than when it was prepared: it is asked plainly from now on. */
  private outdated(text: string, fault: unknown): never {
    if (fault instanceof pg.DatabaseError && fault.code === OUTDATED) this.asked.delete(text);
    throw fault;
  }

  /** The name a question is prepared under; null for the first time, and where enough are kept. */
  private nameOf(text: string): string | null {
    const known = this.asked.get(text);
    if (typeof known === 'string') return known;
    if (this.kept >= MOST_KEPT || !QUESTION.test(text)) return null;
    const name = known === null ? `asked_${(this.kept += 1)}` : null;
    if (this.asked.size < MOST_HEARD || known === null) this.asked.set(text, name);
    return name;
  }
}
