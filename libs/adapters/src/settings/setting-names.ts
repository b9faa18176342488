/** One setting as the operator's guide, `docker-compose.yml` and `settings.ts` know it. */
export interface SettingName {
  readonly name: string;
  /** Value when nothing is set, for people to read; absent when the setting has none. */
  readonly standard?: string;
  /** A secret may also be given as the path of a file in `<name>_FILE`. */
  readonly secret?: true;
  readonly says: string;
}

/** Every environment name the desk reads; `settings.ts` refuses to read any other. */
export const SETTING_NAMES = [
  { name: 'DATABASE_URL', secret: true, says: 'PostgreSQL of a live desk; without it the embedded one is used' },
  {
    name: 'SEINPOST_WEB_DATABASE_URL',
    secret: true,
    says: 'the same database under a role of the pages’ own, a member of seinpost_web; without it they use DATABASE_URL',
  },
  {
    name: 'SEINPOST_WORKER_DATABASE_URL',
    secret: true,
    says: 'the same for the worker, a member of seinpost_worker',
  },
  {
    name: 'SEINPOST_KEY',
    secret: true,
    says: 'master key, as "seinpost key new" prints one; a practice desk makes its own, a live desk does not start without',
  },
  {
    name: 'SEINPOST_ORGANISATION',
    says: 'JSON file with who we are, read by "seinpost migrate"; without it a live desk cannot send',
  },
  { name: 'SEINPOST_PORT', standard: '3300', says: 'port of the desk' },
  { name: 'SEINPOST_HOST', says: 'address the desk listens on; without it loopback only, in both families' },
  { name: 'SEINPOST_BASE_URL', standard: 'http://localhost:<SEINPOST_PORT>', says: 'address people open' },
  { name: 'SEINPOST_PRACTICE', standard: '0', says: '1 makes an empty database of DATABASE_URL a practice database' },
  { name: 'SEINPOST_PRACTICE_PORT', standard: '3301', says: 'port of the practice platform' },
  {
    name: 'SEINPOST_PRACTICE_MAIL_PORT',
    standard: '<SEINPOST_MAIL_PORT> + 1',
    says: 'port on which the practice platform takes mail',
  },
  { name: 'SEINPOST_MAIL_PORT', standard: '3325', says: 'port of the mail intake' },
  { name: 'SEINPOST_MAIL_HOST', standard: '127.0.0.1', says: 'address the mail intake listens on' },
  {
    name: 'SEINPOST_MAIL_DOMAIN',
    standard: 'seinpost.test',
    says: 'name our mail server goes by; mail to it is taken in beside mail to the desk’s own address',
  },
  {
    name: 'SEINPOST_SMTP_HOST',
    says: 'server that takes our mail; without it a practice desk’s platform does, and a live desk sends nothing',
  },
  { name: 'SEINPOST_SMTP_PORT', standard: '587, or 465 when secure', says: 'its port' },
  {
    name: 'SEINPOST_SMTP_SECURE',
    standard: '0',
    says: '1 for TLS from the first byte; otherwise STARTTLS where offered',
  },
  { name: 'SEINPOST_SMTP_USER', says: 'account on that server' },
  { name: 'SEINPOST_SMTP_PASSWORD', secret: true, says: 'its password' },
  {
    name: 'SEINPOST_ANCHOR_MAIL',
    says: 'addresses,… that get the anchors of the event log; without it every auditor who may sign in',
  },
  { name: 'SEINPOST_IMAP_HOST', says: 'server that holds our mail; without it only the mail intake is used' },
  { name: 'SEINPOST_IMAP_PORT', standard: '993, or 143 when not secure', says: 'its port' },
  { name: 'SEINPOST_IMAP_SECURE', standard: '1', says: '0 for a server on loopback without TLS' },
  { name: 'SEINPOST_IMAP_USER', says: 'account on that server' },
  { name: 'SEINPOST_IMAP_PASSWORD', secret: true, says: 'its password' },
  { name: 'SEINPOST_IMAP_FOLDER', standard: 'INBOX', says: 'folder that is read' },
  {
    name: 'SEINPOST_MASTODON_TOKENS',
    secret: true,
    says: 'a line "instance token" for each Mastodon instance on which we have an account; without it no report goes there',
  },
  {
    name: 'SEINPOST_BLUESKY_ACCOUNT',
    says: 'handle or DID of our account on Bluesky; without it no report goes there',
  },
  { name: 'SEINPOST_BLUESKY_PASSWORD', secret: true, says: 'an app password of that account, never its own password' },
  {
    name: 'SEINPOST_BLUESKY_SERVICE',
    standard: 'https://bsky.social',
    says: 'server that holds the account',
  },
  { name: 'SEINPOST_CHROMIUM', says: 'path of the browser; without it the system’s, else the one from npm' },
  {
    name: 'SEINPOST_CAPTURE_ALLOW',
    standard: '127.0.0.1:<SEINPOST_PRACTICE_PORT>',
    says: 'host:port,… of private addresses a capture may open; empty for none',
  },
  {
    name: 'SEINPOST_CORPUS',
    standard: '../shared/corpora where that is there',
    says: 'folder with mails of real providers for the tests that want them',
  },
  { name: 'SEINPOST_VAR', standard: 'var', says: 'folder for what the desk keeps on disk' },
  { name: 'INIT_CWD', says: 'set by npm: the folder a command was typed in' },
] as const satisfies readonly SettingName[];

export type Name = (typeof SETTING_NAMES)[number]['name'];
