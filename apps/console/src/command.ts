import type { Desk } from './desk.js';

/** What a command was called with: its own words already taken off. */
export interface Call {
  readonly args: readonly string[];
  /** Folder that relative paths resolve against: `INIT_CWD`, else the working folder. */
  readonly cwd: string;
  /** Opens the desk (database, acts) on first use; the frame closes it. */
  desk(): Promise<Desk>;
  /** A line for the person, on stderr, so that stdout holds the document alone. */
  readonly note: (line: string) => void;
  /** True when `--json` was given; only commands that stream need to know. */
  readonly json: boolean;
}

/** What a command found: one JSON document (or one per line), the same in words, and whether it is a success. */
export interface Answer {
  /** The document of `design.md` §5; with `lines` each element is printed as one line of JSON. */
  readonly json: unknown;
  readonly lines?: boolean;
  /** The same for people, printed without `--json`. */
  readonly words: string;
  /** False gives exit code 1; the document is printed all the same. */
  readonly ok: boolean;
}

/** One thing an operator can type after `seinpost`. */
export interface Command {
  /** The words that call it, e.g. `['import', 'notices']`. */
  readonly name: readonly string[];
  /** One line of usage without `seinpost`. */
  readonly usage: string;
  /** True when it runs whatever the settings say, also when they are wrong. */
  readonly withoutSettings?: true;
  run(call: Call): Promise<Answer>;
}

/** The command was typed wrongly: code `usage`, exit 2. */
export class WrongUse extends Error {
  readonly code = 'usage';
}
