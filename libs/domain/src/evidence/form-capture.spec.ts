import { describe, expect, test } from '@jest/globals';
import type { ChannelKind } from '../notice/codes.js';
import { formCapture, formPage, mayCaptureForm, type FormCapture } from './form-capture.js';

const ALLOW = ['127.0.0.1:3301'];
const page = (address: string, channel: ChannelKind = 'web-form', allow = ALLOW) =>
  formPage({ channel, address }, allow);

describe('the page of a form that may be captured', () => {
  test('is a public encrypted one, of a form or a portal', () => {
    expect(page('https://platform.example/form?lang=nl')).toBe('https://platform.example/form?lang=nl');
    expect(page('https://platform.example', 'portal')).toBe('https://platform.example/');
  });

  test('is the practice platform’s where the desk allows it, and there only', () => {
    expect(page('http://127.0.0.1:3301/melden')).toBe('http://127.0.0.1:3301/melden');
    expect(page('http://127.0.0.1:3301/melden', 'web-form', [])).toBeNull();
    expect(page('http://127.0.0.1:3302/melden')).toBeNull();
  });

  test.each([
    ...['http://platform.example/form', 'https://10.0.0.1/form', 'https://localhost/form', 'https://[::1]/form'],
    ...['https://169.254.169.254/latest', 'https://2130706433/', 'https://platform.example:8443/form'],
    ...['https://me:secret@platform.example/', 'ftp://platform.example/', 'javascript:alert(1)', 'In the app, Help'],
  ])('is never %s', (address) => {
    expect(page(address)).toBeNull();
  });

  test.each(['email', 'api'] as const)('is not there for a channel by %s', (kind) => {
    expect(page('https://platform.example/form', kind)).toBeNull();
  });
});

describe('how the capture of a form stands', () => {
  const AT = new Date('2026-11-21T12:00:00Z');
  const ago = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);
  const made: FormCapture = { state: 'complete', reasons: [], digest: 'a'.repeat(64) };

  test('is what was made, unless another is waited for', () => {
    expect(formCapture(null, null, AT)).toBeNull();
    expect(formCapture(made, null, AT)).toBe(made);
    expect(formCapture(null, ago(1), AT)).toMatchObject({ state: 'waiting' });
  });

  test('fails by itself where nothing came of it in time, and may be asked for again then', () => {
    const lost = formCapture(null, ago(60), AT);
    expect(lost).toMatchObject({ state: 'failed', reasons: ['capture-crashed'] });
    expect([lost, null, made, formCapture(null, ago(1), AT)].map(mayCaptureForm)).toEqual([true, true, false, false]);
  });
});
