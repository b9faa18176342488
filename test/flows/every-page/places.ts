import { CASE, NOTICE, type Standing } from './desk-of-pages.js';

/** Screens of the wizard that ask something. */
const STEPS = ['danger', 'content', 'scope', 'imagery', 'grounds', 'person', 'evidence', 'channel', 'check'];

/** A page with a form that is sent and refused: what is typed first, by the names of its fields. */
interface Wrong {
  readonly path: string;
  readonly typed?: Readonly<Record<string, string>>;
  /** The form, where the page has more than one. */
  readonly form?: string;
}

const of = (notice: string, ...pages: string[]): string[] => pages.map((page) => `/notices/${notice}${page}`);
const write = (notice: string, ...steps: string[]): string[] =>
  of(notice, '/write', ...steps.map((s) => `/write/${s}`));

/** The wizard of a notice of which nothing is known yet. */
export const BLANK_PAGES = write(NOTICE.blank, ...STEPS);

/** Pages of the wizard and of what is done with a notice, as somebody finds them. */
export const noticePages = ({ form, letter, mail }: Standing): readonly string[] => [
  ...write(NOTICE.filled, ...STEPS),
  ...of(NOTICE.danger, '/write/help'),
  ...of(NOTICE.hotline, '/write/grounds', '/write/evidence'),
  ...of(NOTICE.unverified, '/write/channel'),
  ...of(NOTICE.nowhere, '', '/write/content', '/write/channel'),
  ...of(NOTICE.filled, '', '/withdraw', '/self-report', '/grounds/AW21/explain', '/grounds/AW21/reword'),
  ...of(NOTICE.aside, '/not-reportable'),
  ...of(NOTICE.several, '/write/content', '/split'),
  ...of(NOTICE.sent, '', '/withdraw', '/outcome'),
  ...of(NOTICE.refused, ''),
  ...[letter, form, `${form}/defect`, `/inbox/${mail}`],
  ...['/work', '/inbox', '/follow-up/defects', '/follow-up/not-reportable'],
];

/** Pages of cases. */
export const CASE_PAGES: readonly string[] = [
  ...['/cases?urgency=soon&from=2026-01-01', '/cases/views', '/cases/views/new?urgency=now', '/cases/new'],
  ...[`/cases/together?act=assign&chosen=${CASE.draft}`, `/cases/together?act=close&chosen=${CASE.draft}`, '/team'],
  ...['', '/notices', '/messages', '/evidence', '/tasks', '/timeline', '/access', '/assign', '/edit', '/tell'].map(
    (tab) => `/cases/${CASE.answered}${tab}`,
  ),
];

/** Forms that are refused: sent empty, or with what cannot be. */
export const wrongs = ({ form }: Standing): readonly Wrong[] => [
  ...['danger', 'scope', 'imagery', 'person'].map((step) => ({ path: `/notices/${NOTICE.blank}/write/${step}` })),
  ...[
    { path: `/notices/${NOTICE.blank}/write/content`, typed: { addresses: 'geen adres\nhttp://192.168.0.1/' } },
    { path: `/notices/${NOTICE.filled}/write/grounds`, typed: { items1: '9' } },
    { path: `/notices/${NOTICE.nowhere}/write/channel` },
    { path: `/notices/${NOTICE.unverified}/write/channel` },
    { path: `/notices/${NOTICE.filled}/write/evidence`, form: 'form[enctype]' },
    { path: `/notices/${NOTICE.filled}/grounds/AW21/explain`, typed: { q1: 'x'.repeat(2001) } },
    { path: `/notices/${NOTICE.filled}/grounds/AW21/reword`, typed: { text: '' } },
    { path: `/notices/${NOTICE.aside}/not-reportable`, typed: { topic: '' } },
    { path: `/notices/${NOTICE.filled}/withdraw` },
    { path: `/notices/${NOTICE.sent}/withdraw` },
    { path: `/notices/${NOTICE.sent}/outcome` },
    { path: form, form: 'form[enctype]' },
    { path: `${form}/defect` },
    { path: `/cases/${CASE.answered}/tell` },
    { path: '/cases/views/new?urgency=now' },
    { path: '/cases/new', typed: { line: '' } },
    ...['edit', 'provider', 'channels/new', 'onboarding'].map((page) => ({ path: `/platforms/facebook/${page}` })),
    { path: '/platforms/new' },
  ],
];

/** The rest of the desk, by the role that sees it; together with the pages above every page there is. */
export const OTHER_PAGES = {
  supervisor: [
    ...['/cases', '/cases/together', '/search', '/help', '/help/write', '/help/glossary', '/help/shortcuts'],
    ...['/platforms', '/platforms?q=nergens', '/platforms/new', '/platforms/facebook', '/platforms/practice'],
    ...['response', 'history', 'edit', 'provider', 'channels/0', 'channels/new', 'onboarding'].map(
      (page) => `/platforms/facebook/${page}`,
    ),
    ...[
      '/grounds',
      '/grounds/AW21',
      '/grounds/AW21/explanation/nl',
      '/grounds/AW21/explanation/nl/versions/1',
      '/follow-up',
      '/dossiers',
      '/approvals',
    ],
    ...['/audit', '/account', '/account/log', '/account/tokens', '/account/security', '/settings', '/system'],
    ...['/settings/content/rules', '/settings/content/desk', '/settings/content/designation'],
  ],
  administrator: ['/users', '/users/new', '/settings/technical/address', '/settings/mailboxes'],
} as const;
