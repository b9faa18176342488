import { expect, test } from '@jest/globals';
import { faultPlaces } from './fault-places.js';

test('tells kind, code and place of a fault, and nothing it quotes', () => {
  const quoted = 'invalid input "geheim@example.org"\n    at geheime plaats';
  const fault = Object.assign(new TypeError(quoted), { driverError: { code: '22P02' } });
  const said = faultPlaces(fault);
  expect(said).toMatch(/^TypeError 22P02\n +at .*fault-places\.spec/);
  expect(said).not.toMatch(/geheim/);
  expect(said.split('\n').length).toBeLessThanOrEqual(6);
});

test('tells nothing of what was thrown without being an error', () => {
  expect(faultPlaces('geheim')).toBe('not an error but string');
});
