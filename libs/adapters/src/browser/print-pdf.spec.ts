import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { printPdf } from './print-pdf.js';

let hits = 0;
const server = createServer((_ask, answer) => {
  hits += 1;
  answer.end('x');
});
beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
afterAll(() => void server.close());

const html = (): string => {
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return `<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Verslag één</title>
    <link rel="stylesheet" href="${outside}/a.css"><style>h1{color:#036}</style></head>
    <body><h1>Verslag één</h1><h2>Cijfers</h2><table><tr><th>Jaar</th><td>2026</td></tr></table>
    <img src="${outside}/b.png" alt=""><script>document.body.append(String(Math.random()))</script></body></html>`;
};
const at = new Date('2026-01-02T03:04:05Z');

describe('printing a document', () => {
  test('gives the same bytes for the same document and instant, tagged, with outline and that date', async () => {
    const first = await printPdf(html(), at);
    await new Promise((done) => setTimeout(done, 1100)); // a PDF tells its time in seconds
    const second = await printPdf(html(), at);
    expect(second.equals(first)).toBe(true);
    const words = first.toString('latin1');
    expect(words).toContain("/CreationDate (D:20260102030405+00'00')");
    expect(words).toContain("/ModDate (D:20260102030405+00'00')");
    expect(words).toContain('/MarkInfo');
    expect(words).toContain('/Outlines');
    expect(words).toContain('/Lang (nl)');
  }, 120_000);

  test('gives other bytes for another instant', async () => {
    const [one, two] = [await printPdf('<p>a</p>', at), await printPdf('<p>a</p>', new Date('2027-01-01T00:00:00Z'))];
    expect(one.equals(two)).toBe(false);
    expect(one.length).toBe(two.length);
  }, 120_000);

  test('asks nobody for anything', async () => {
    await printPdf(html(), at);
    expect(hits).toBe(0);
  }, 120_000);
});
