import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { Delivery } from '#domain/correspondence/delivery.js';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { aLetter } from '#test/builders/letter.builder.js';
import { NoticeBuilder } from '#test/builders/notice.builder.js';
import { uuid } from '#test/builders/uuid.js';
import { FakeBooks } from '#test/fakes/fake-books.js';
import { Lease } from './lease.js';

const ID = uuid(900);
const NOON = new Date('2026-11-21T12:00:00Z');

let books: FakeBooks;
let lease: Lease;

const delivery = () => books.together(system('test'), ({ deliveries }) => deliveries.get(ID));
const now = () => new Date(NOON.getTime() + performance.now());

beforeEach(async () => {
  jest.useFakeTimers({ now: 0 });
  books = new FakeBooks(now);
  const letter = aLetter(NoticeBuilder.aNotice().submittedOn().build());
  const queued = Delivery.queue({ id: ID, letter, createdAt: NOON }, NOON);
  queued.lease(NOON);
  await books.together(system('test'), ({ deliveries }) => deliveries.add(queued, undefined));
  lease = new Lease(books, queued, performance.now());
});

afterEach(() => {
  lease.stop();
  jest.useRealTimers();
});

test('a lease is over two minutes after the last sign of life', async () => {
  await jest.advanceTimersByTimeAsync(60_000);
  await lease.reach('connected');
  await jest.advanceTimersByTimeAsync(119_000);
  expect(lease.isHeld).toBe(true);

  await jest.advanceTimersByTimeAsync(2000);
  expect(lease.isHeld).toBe(false);
});

test('a lease is kept for as long as the other server takes its time', async () => {
  lease.keep();
  await jest.advanceTimersByTimeAsync(9 * 60_000);

  expect(lease.isHeld).toBe(true);
  const { leasedUntil } = await delivery();
  expect(leasedUntil!.getTime()).toBeGreaterThan(now().getTime() + 60_000);
});

test('a lease that somebody else has now breaks the attempt off', async () => {
  lease.keep();
  await jest.advanceTimersByTimeAsync(100);
  await books.together(system('test'), async ({ deliveries }) => {
    const later = new Date(NOON.getTime() + 200_000);
    await deliveries.change({ id: ID }, (one) => one.expire(later));
    await deliveries.change({ id: ID }, (one) => one.lease(later));
  });

  await expect(lease.reach('connected')).rejects.toEqual(new RuleViolation('delivery.lease-lost', { fence: 1 }));
  expect(lease.signal.aborted).toBe(false);
  await jest.advanceTimersByTimeAsync(41_000);
  expect(lease.signal.aborted).toBe(true);
  expect(lease.isHeld).toBe(false);
});

test('a passing trouble of the database breaks nothing off', async () => {
  const together = books.together.bind(books);
  books.together = () => Promise.reject(new Error('away'));
  lease.keep();
  await jest.advanceTimersByTimeAsync(90_000);
  expect(lease.isHeld).toBe(true);
  books.together = together;

  await jest.advanceTimersByTimeAsync(60_000);
  expect(lease.isHeld).toBe(true);
  expect(lease.signal.aborted).toBe(false);
});
