import { expect, test } from '@jest/globals';
import { defectsCsv, receiptsCsv } from './defects-csv.js';

test('defects are a table with a row each, and no cell of it runs as a formula', () => {
  const row = {
    ...{ id: 'x', platformCode: 'practice', platformName: '=Practice', channel: 'web-form' as const },
    ...{ address: 'https://platform.example/form', kind: 'dead-link' as const, note: '=1+1', seenOn: '2026-11-02' },
    ...{ resolvedOn: null, hasPicture: true, noticeId: null, noticeReference: null },
    capture: { state: 'partial' as const, reasons: [], digest: 'a'.repeat(64), files: [] },
  };
  expect(defectsCsv([row])).toBe(
    'platform,name,channel,address,defect,note,seen-on,resolved-on,picture,capture,capture-sha256,notice\r\n' +
      `practice,'=Practice,web-form,https://platform.example/form,dead-link,'=1+1,2026-11-02,,yes,partial,${'a'.repeat(64)},\r\n`,
  );
});

test('receipts are a table with a row for each platform', () => {
  expect(receiptsCsv([{ platformName: 'Practice', handedIn: 3, withoutReceipt: 1 }])).toBe(
    'platform,handed-in,without-receipt\r\nPractice,3,1\r\n',
  );
});
