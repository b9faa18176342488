/** The desk's processes that meet PostgreSQL under a role of their own; whoever owns the tables migrates them. */
export type DeskRole = 'web' | 'worker' | 'capture';

/** The group role of each; whoever signs in is a member of one. A capture never meets the database: it has nothing. */
export const GROUP_ROLES: Readonly<Record<DeskRole, string>> = Object.freeze({
  web: 'seinpost_web',
  worker: 'seinpost_worker',
  capture: 'seinpost_capture',
});

/** Privileges as SQL has them between `grant` and `on`, e.g. `select, update (organisation)`. */
type Grants = Readonly<Partial<Record<DeskRole, string>>>;

const READ = 'select';
const ADD = 'select, insert';
const WRITE = 'select, insert, update';
const ALL = 'select, insert, update, delete';

/**
 * Every table of the desk and who may do what to it; what is not said is refused. `update` on a column is also what
 * PostgreSQL asks of who locks its row. A test fails on a table that does not stand here, and tries what is refused.
 */
export const TABLE_GRANTS: Readonly<Record<string, Grants>> = Object.freeze({
  // what this installation is: its kind was settled when it was made
  installation: { web: 'select, update (organisation, version)', worker: READ },
  migrations: { web: READ },
  running_numbers: { web: WRITE },

  // the register comes with the program; people add to it, and what it was stays
  legal_grounds: { web: READ, worker: READ },
  keywords: { web: READ, worker: READ },
  help_lines: { web: READ },
  ground_explanations: { web: ADD, worker: READ },
  channel_defects: { web: WRITE, worker: READ },
  platforms: { web: WRITE, worker: READ },
  providers: { web: WRITE, worker: READ },
  register_entries: { web: 'select, insert (thing, code, version), update (version)' },
  register_versions: { web: ADD },
  channel_checks: { web: ADD },
  platform_onboardings: { web: ADD },
  holidays: { web: READ, worker: READ },

  case_files: { web: WRITE, worker: READ },
  saved_views: { web: WRITE },
  case_batches: { web: WRITE },
  case_tallies: { web: WRITE, worker: WRITE },
  sealed_openings: { web: ADD },
  tellings: { web: ADD },
  notices: { web: WRITE, worker: 'select, update' },
  content_items: { web: ALL, worker: ALL },
  follow_up_spells: { web: ALL, worker: ALL },
  escalations: { web: WRITE },

  // what left and what came in: written once, by whoever it passes through
  letters: { web: ADD, worker: READ },
  deliveries: { web: WRITE, worker: 'select, update' },
  messages: { web: 'select, update', worker: WRITE },
  message_bytes: { web: READ, worker: ADD },
  mailbox_cursors: { worker: WRITE },
  mailbox_mails: { worker: ADD },

  captures: { web: READ, worker: ADD },
  evidence_items: { web: ADD, worker: ADD },
  custody_entries: { web: ADD, worker: ADD },

  // the log grows by its function alone
  event_log: { web: READ, worker: READ },
  audit_anchors: { web: READ, worker: WRITE },

  // who may work here is no business of the worker's
  users: { web: WRITE, worker: 'select (id, email, name, role, lines, language, disabled)' },
  factor_resets: { web: WRITE },
  totp_secrets: { web: ALL },
  recovery_codes: { web: ALL },
  passkeys: { web: ALL },
  passkey_challenges: { web: ALL },
  known_devices: { web: ALL },
  sessions: { web: ALL },
  user_links: { web: WRITE },
  sign_in_tries: { web: ALL },
  access_tokens: { web: WRITE },
  answered_posts: { web: ALL, worker: 'select (at), delete' },

  // the job engine: the web queues, the worker works; the engine's own changes of its tables are migrations
  'jobs.version': { web: READ, worker: 'select, update' },
  'jobs.queue': { web: READ, worker: 'select, update' },
  'jobs.job': { web: ADD, worker: ALL },
  'jobs.job_common': { web: ADD, worker: ALL },
  'jobs.job_dependency': { worker: ALL },
  'jobs.schedule': {},
  'jobs.subscription': {},
  'jobs.bam': {},
  'jobs.warning': {},
  'jobs.queue_stats': {},
});

/** Functions of the desk that a role may call, by name and kinds of arguments; all others only their owner. */
export const FUNCTION_GRANTS: Readonly<Record<string, readonly DeskRole[]>> = Object.freeze({
  // whoever writes a row keeps its indexes, so whoever writes what is searched must be able to take it apart
  'words_of(text, text)': ['web', 'worker'],
  'explanation_of(jsonb)': ['web', 'worker'],
  'append_events(jsonb, text, text, text)': ['web', 'worker'],
  'refresh_case_tallies(uuid[], boolean)': ['web', 'worker'],
  'event_entry_text(bigint, uuid, text, text, text, jsonb, text, text, text, timestamptz)': ['web', 'worker'],
  'jobs.job_now()': ['web', 'worker'],
});
