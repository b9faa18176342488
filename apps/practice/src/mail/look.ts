/** How a letter is written: language, parts, encoding, how it hangs together with our notice, and whose ticket system it imitates. */
export interface Look {
  readonly language: 'nl' | 'en';
  readonly body: 'text' | 'html' | 'both';
  readonly encoding: 'quoted-printable' | 'base64' | '8bit';
  readonly charset: 'utf-8' | 'windows-1252';
  /**
   * `reply`: in our thread. `reference`: a new thread with ticket number and our reference. `url`: a new thread that
   * only names the address. `ticket`: the first letter names our reference, later ones only the ticket number.
   */
  readonly thread: 'reply' | 'reference' | 'url' | 'ticket';
  readonly system: 'plain' | 'zendesk' | 'salesforce' | 'freshdesk' | 'digits';
  /** Our own notice stands quoted below the answer. */
  readonly quotes: boolean;
}

const qp = 'quoted-printable';

/** The looks a post can choose from; a seed varies the words, never the look. */
export const LOOKS = {
  'plain-nl': {
    language: 'nl',
    body: 'text',
    encoding: qp,
    charset: 'utf-8',
    thread: 'reply',
    system: 'plain',
    quotes: false,
  },
  'plain-en': {
    language: 'en',
    body: 'text',
    encoding: qp,
    charset: 'utf-8',
    thread: 'reply',
    system: 'plain',
    quotes: false,
  },
  'quoting-nl': {
    language: 'nl',
    body: 'text',
    encoding: '8bit',
    charset: 'utf-8',
    thread: 'reply',
    system: 'plain',
    quotes: true,
  },
  'quoting-en': {
    language: 'en',
    body: 'both',
    encoding: qp,
    charset: 'utf-8',
    thread: 'reply',
    system: 'plain',
    quotes: true,
  },
  'old-office-nl': {
    language: 'nl',
    body: 'text',
    encoding: qp,
    charset: 'windows-1252',
    thread: 'reply',
    system: 'plain',
    quotes: true,
  },
  'old-office-en': {
    language: 'en',
    body: 'html',
    encoding: 'base64',
    charset: 'windows-1252',
    thread: 'reference',
    system: 'plain',
    quotes: false,
  },
  'zendesk-nl': {
    language: 'nl',
    body: 'both',
    encoding: qp,
    charset: 'utf-8',
    thread: 'reply',
    system: 'zendesk',
    quotes: true,
  },
  'zendesk-en': {
    language: 'en',
    body: 'both',
    encoding: 'base64',
    charset: 'utf-8',
    thread: 'reference',
    system: 'zendesk',
    quotes: false,
  },
  'salesforce-nl': {
    language: 'nl',
    body: 'html',
    encoding: qp,
    charset: 'utf-8',
    thread: 'reference',
    system: 'salesforce',
    quotes: false,
  },
  'salesforce-en': {
    language: 'en',
    body: 'both',
    encoding: qp,
    charset: 'utf-8',
    thread: 'ticket',
    system: 'salesforce',
    quotes: true,
  },
  'freshdesk-nl': {
    language: 'nl',
    body: 'html',
    encoding: 'base64',
    charset: 'utf-8',
    thread: 'ticket',
    system: 'freshdesk',
    quotes: false,
  },
  'freshdesk-en': {
    language: 'en',
    body: 'text',
    encoding: '8bit',
    charset: 'utf-8',
    thread: 'url',
    system: 'freshdesk',
    quotes: false,
  },
  'digits-nl': {
    language: 'nl',
    body: 'html',
    encoding: qp,
    charset: 'utf-8',
    thread: 'url',
    system: 'digits',
    quotes: false,
  },
  'digits-en': {
    language: 'en',
    body: 'html',
    encoding: 'base64',
    charset: 'utf-8',
    thread: 'ticket',
    system: 'digits',
    quotes: false,
  },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof LOOKS;

export function lookOf(name: LookName): Look {
  return LOOKS[name];
}
