import type { OpenBooks } from '../books.js';

/** Takes all of somebody's ways in away and makes a link to begin anew by; within the transaction of what asks for it. */
export async function beginAnew({ users, waysIn }: OpenBooks, userId: string) {
  const { email, name } = await users.change({ id: userId }, (user) => user.beginAnew());
  await waysIn.dropSecondFactors(userId);
  await waysIn.endSessions(userId);
  await waysIn.withdrawLinks(userId);
  return { email, name, ...(await waysIn.makeLink(userId)) };
}
