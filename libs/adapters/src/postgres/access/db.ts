import type { EntityManager } from 'typeorm';

/** The database, or a transaction in it, which stands for the database to whoever works within it. */
export type Db = Pick<EntityManager, 'query' | 'transaction'>;
