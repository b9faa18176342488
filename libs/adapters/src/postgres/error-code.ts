/** PostgreSQL's code of an error (SQLSTATE), whether TypeORM wrapped it or not; empty for any other error. */
export const errorCode = (error: unknown): string =>
  ((error as { driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code) || '';
