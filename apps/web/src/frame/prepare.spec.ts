import { describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { safeHeaders } from './headers.js';
import { demandTls } from './prepare.js';

const facts = { behindProxy: false, practice: false };

describe('a live desk', () => {
  test.each([
    'http://desk.example.org',
    'http://192.168.1.20:3300',
    'http://localhost.example.org',
    'ftp://localhost.x',
  ])('does not start at %s, where others would read along, and says what to do', (baseUrl) => {
    expect(() => demandTls({ ...facts, baseUrl })).toThrow(/proxy with TLS in front.*SEINPOST_BASE_URL/);
  });

  test.each(['https://desk.example.org', 'http://localhost:3300', 'http://127.0.0.1:3300', 'http://[::1]:3300'])(
    'starts at %s',
    (baseUrl) => {
      expect(() => demandTls({ ...facts, baseUrl })).not.toThrow();
    },
  );

  test('with practice records only may be tried anywhere', () => {
    expect(() => demandTls({ ...facts, practice: true, baseUrl: 'http://192.168.1.20:3300' })).not.toThrow();
  });
});

describe('strict transport', () => {
  const headerAt = async (baseUrl: string): Promise<string | undefined> => {
    const app = express().use(...safeHeaders(baseUrl));
    return (await request(app).get('/')).headers['strict-transport-security'];
  };

  test('is demanded for two years of every browser that came over https', async () => {
    expect(await headerAt('https://desk.example.org')).toBe('max-age=63072000; includeSubDomains');
  });

  test('is not demanded on loopback, where it would shut out everything else of that name', async () => {
    expect(await headerAt('http://localhost:3300')).toBeUndefined();
  });
});
