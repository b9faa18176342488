import { expect, test } from '@jest/globals';
import { browserCheck } from './browser-check.js';

test('the browser shows Latin letters, and names what it cannot show with the remedy', async () => {
  const { status, detail, remedy } = await browserCheck();
  expect(['ok', 'warn']).toContain(status);
  expect(detail).not.toContain('Latin');
  expect(remedy === '').toBe(status === 'ok');
}, 60_000);
