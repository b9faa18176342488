import { Injectable } from '@nestjs/common';
import { system } from '#domain/event.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { ImportNotices, type HistoryEntry } from '../notice/import-notices.js';
import { PracticeCases } from './practice-cases.js';

const BY = system('seed-practice');

/** Fills a practice desk with the reconstructed history and a few cases; what is there already stays as it is. */
@Injectable()
export class SeedPractice {
  constructor(
    private readonly installation: Installation,
    private readonly history: ImportNotices,
    private readonly cases: PracticeCases,
  ) {}

  async run(history: readonly HistoryEntry[], practiceAddress: string): Promise<void> {
    if ((await this.installation.kind()) !== 'practice') throw new RuleViolation('installation.not-practice');
    await this.history.run(history, { dryRun: false, skipBad: true, by: BY });
    await this.cases.open(practiceAddress);
  }
}
