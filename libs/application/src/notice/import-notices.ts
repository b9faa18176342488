import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/event.js';
import { checkHistory, decidedBeforeSent, type KnownCodes } from '#domain/notice/check-history.js';
import type { HistoryFault, WrittenHistory } from '#domain/notice/history.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Clock } from '../clock.js';
import { Register } from '../provider/register.js';
import { KnownReferences } from './known-references.js';
import { RecordHistory } from './record-history.js';

/** A notice of a history file and the rows it stands in; what the reader of the file found wrong is among the faults. */
export interface HistoryEntry {
  readonly rows: readonly number[];
  readonly notice: WrittenHistory;
  readonly faults: readonly HistoryFault[];
}

export interface ImportOptions {
  readonly dryRun: boolean;
  /** Take over what is right and leave what is wrong, instead of all or nothing. */
  readonly skipBad: boolean;
  readonly by: Actor;
}

export interface ImportedRow {
  readonly line: number;
  readonly reference: string | null;
  readonly status: 'imported' | 'skipped' | 'refused';
  readonly errors: readonly Omit<HistoryFault, 'row'>[];
}

/** What an import did (contract: design.md §5, notice history file); `warnings` are sentences for the person. */
export interface ImportResult {
  readonly dryRun: boolean;
  readonly notices: number;
  readonly items: number;
  readonly refused: number;
  readonly rows: readonly ImportedRow[];
  readonly warnings: readonly string[];
}

interface Judged extends HistoryEntry {
  readonly bad: boolean;
}

/** Takes over notices sent before this desk existed; all of them or none, unless told otherwise. */
@Injectable()
export class ImportNotices {
  constructor(
    private readonly record: RecordHistory,
    private readonly register: Register,
    private readonly references: KnownReferences,
    private readonly clock: Clock,
  ) {}

  async run(entries: readonly HistoryEntry[], options: ImportOptions): Promise<ImportResult> {
    try {
      return await this.attempt(entries, options);
    } catch (error) {
      // Somebody brought in the same reference since we looked: judged again, it is refused as already there.
      if (error instanceof RuleViolation && error.code === 'notice.already-there')
        return this.attempt(entries, options);
      throw error;
    }
  }

  private async attempt(
    entries: readonly HistoryEntry[],
    { dryRun, skipBad, by }: ImportOptions,
  ): Promise<ImportResult> {
    const known = await this.knownCodes();
    const judged = await this.judge(entries, known);
    const refused = judged.filter((entry) => entry.bad).length;
    const taken = refused > 0 && !skipBad ? [] : judged.filter((entry) => !entry.bad);
    const given = dryRun ? new Map<Judged, string>() : await this.write(taken, known, by);
    const statusOf = (entry: Judged) => (entry.bad ? 'refused' : taken.includes(entry) ? 'imported' : 'skipped');
    return {
      dryRun,
      notices: taken.length,
      items: taken.reduce((all, entry) => all + entry.notice.items.length, 0),
      refused,
      rows: inFileOrder(judged.flatMap((entry) => rowsOf(entry, statusOf(entry), given.get(entry)))),
      warnings: taken.flatMap(warningsOf),
    };
  }

  private async judge(entries: readonly HistoryEntry[], known: KnownCodes): Promise<Judged[]> {
    const taken = await this.references.among(entries.map((entry) => entry.notice.reference).filter(Boolean));
    const seen = new Set<string>();
    return entries.map((entry) => {
      const { reference } = entry.notice;
      const there = taken.has(reference) ? [referenceFault(entry, 'already-there', 'is in the database already')] : [];
      const twice =
        reference !== '' && seen.has(reference) ? [referenceFault(entry, 'twice', 'stands in the file twice')] : [];
      seen.add(reference);
      const faults = [...entry.faults, ...checkHistory(entry.notice, known), ...there, ...twice];
      return { ...entry, faults, bad: faults.length > 0 };
    });
  }

  private async knownCodes(): Promise<KnownCodes> {
    const platforms = new Set((await this.register.platforms()).map((platform) => platform.code));
    const grounds = new Map((await this.register.grounds()).map((ground) => [ground.code, ground.category]));
    return { platforms, grounds, now: this.clock.now() };
  }

  private async write(taken: readonly Judged[], { grounds }: KnownCodes, by: Actor): Promise<Map<Judged, string>> {
    const histories = taken.map(({ notice }) => ({
      ...notice,
      category: notice.category || (grounds.get(notice.grounds[0]!) ?? ''),
    }));
    const references = await this.record.run(histories, by);
    return new Map(taken.map((entry, index) => [entry, references[index]!]));
  }
}

function rowsOf(entry: Judged, status: ImportedRow['status'], given?: string): ImportedRow[] {
  const reference = entry.notice.reference || given || null;
  return entry.rows.map((line) => {
    const errors = entry.faults
      .filter((fault) => fault.row === line)
      .map(({ field, code, message }) => ({ field, code, message }));
    return { line, reference, status, errors };
  });
}

const inFileOrder = (rows: readonly ImportedRow[]): ImportedRow[] => [...rows].sort((a, b) => a.line - b.line);

const referenceFault = ({ notice, rows }: HistoryEntry, code: string, what: string): HistoryFault => ({
  row: rows[0] ?? 0,
  field: 'reference',
  code,
  message: `reference "${notice.reference}" ${what}`,
});

const warningsOf = ({ notice }: Judged): string[] =>
  decidedBeforeSent(notice).map((item) => `line ${item.row}: decided before it was sent`);
