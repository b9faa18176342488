import type { Person } from '#domain/access/reach.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { OpenBooks } from '../books.js';

/** The person a case is to be of; refuses who cannot sign in, and `user.not-found`. */
export async function assigneeNamed(books: OpenBooks, userId: string): Promise<Person> {
  const user = await books.users.get(userId);
  if (!user.maySignIn) throw new RuleViolation('case.assignee-out-of-reach');
  return { userId: user.id, role: user.role, lines: user.lines };
}

/** The person a case is of, also when they left; null where it is nobody's. */
export async function assigneeOf(books: OpenBooks, userId: string | null): Promise<Person | null> {
  if (userId === null) return null;
  const { id, role, lines } = await books.users.get(userId);
  return { userId: id, role, lines };
}
