import { describe, expect, test } from '@jest/globals';
import { isLoginWall, reasonOfStatus, stateOf } from './capture-reason.js';

describe('the state of a capture', () => {
  test('is complete without a reason against it', () => {
    expect(stateOf([])).toBe('complete');
  });

  test('is that of the worst reason', () => {
    expect(stateOf(['truncated'])).toBe('partial');
    expect(stateOf(['truncated', 'dns-failed'])).toBe('failed');
    expect(stateOf(['load-timeout', 'access-denied'])).toBe('blocked');
    expect(stateOf(['connection-failed', 'address-refused'])).toBe('blocked');
    expect(stateOf(['forbidden', 'truncated'])).toBe('refused');
  });

  test('is blocked by 401, 403 and 451, and not by content that is gone', () => {
    expect([401, 403, 451].map(reasonOfStatus)).toEqual([
      'login-required',
      'access-denied',
      'unavailable-for-legal-reasons',
    ]);
    expect([200, 404, 410, 500, null].map(reasonOfStatus)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a login wall', () => {
  const page = {
    askedUrl: 'https://a.example/post/7',
    finalUrl: 'https://a.example/post/7',
    passwordFields: 0,
    textLength: 900,
  };

  test('is a page that sent us to sign in', () => {
    expect(isLoginWall({ ...page, finalUrl: 'https://a.example/accounts/login/?next=%2Fpost%2F7' })).toBe(true);
    expect(isLoginWall({ ...page, finalUrl: 'https://a.example/i/flow/signin' })).toBe(true);
  });

  test('is a page with a password field and little else', () => {
    expect(isLoginWall({ ...page, passwordFields: 1, textLength: 80 })).toBe(true);
  });

  test('is not a post with a sign-in form beside it, nor a post about logging', () => {
    expect(isLoginWall({ ...page, passwordFields: 1, textLength: 4000 })).toBe(false);
    expect(isLoginWall({ ...page, finalUrl: 'https://a.example/blogging/insight' })).toBe(false);
    expect(isLoginWall(page)).toBe(false);
  });

  test('is not a sign-in page that was itself the thing to capture', () => {
    const phishing = 'https://bank.example/login';
    expect(isLoginWall({ askedUrl: phishing, finalUrl: phishing, passwordFields: 1, textLength: 20 })).toBe(false);
  });
});
