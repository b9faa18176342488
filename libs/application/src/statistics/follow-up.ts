import { Injectable } from '@nestjs/common';
import type { CaseReach } from '#domain/access/reach.js';
import { CATEGORY_LABELS, isCategory } from '#domain/ground/category.js';
import { endOfDay, startOfDay } from '#domain/instant.js';
import type { Line, Regime } from '#domain/notice/codes.js';
import {
  figuresOf,
  type Breakdown,
  type FollowUpFigures,
  type GroupFigures,
  type Unit,
} from '#domain/statistics/figures.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { Installation } from '../access/installation.js';
import { Register } from '../provider/register.js';
import { FollowUpCounts, type GroupCounts } from './follow-up-counts.js';

/** What is asked: days of the organisation's zone, both included. */
export interface FollowUpQuestion {
  readonly from: string;
  readonly to: string;
  readonly asOf: Date;
  readonly regimes: readonly Regime[];
  readonly line: Line | null;
  /** Only notices to these platforms; all of them where it is left out. */
  readonly platforms?: readonly string[];
  readonly by: Breakdown | null;
  readonly unit: Unit;
  /** The notices of which the asker may know the figures. */
  readonly reach: CaseReach;
  readonly language: 'nl' | 'en';
}

type Labels = (key: string) => string;

/** The follow-up of the notices sent in a period, as it stood at one moment. */
@Injectable()
export class FollowUp {
  constructor(
    private readonly counts: FollowUpCounts,
    private readonly register: Register,
    private readonly installation: Installation,
  ) {}

  async run(question: FollowUpQuestion): Promise<FollowUpFigures> {
    const { from, to, asOf, regimes, line, by, unit, reach, platforms = null } = question;
    if (from > to) throw new RuleViolation('follow-up.from-after-to', { from, to });
    const { zone, timeAllowedDays } = await this.installation.organisation();
    const period = { from: startOfDay(from, zone), until: endOfDay(to, zone) };
    const found = await this.counts.of({ ...period, asOf, regimes, line, platforms, unit, reach, zone }, by);
    const labels = await this.labelsOf(by, question.language);
    return {
      period: { from, to },
      ...{ asOf: asOf.toISOString().replace('.000Z', 'Z'), unit, regime: regimes, line, timeAllowedDays },
      ...figuresOf(found.counts, found.times),
      excluded: found.excluded,
      groups: inOrder(found.groups.map((group) => groupFigures(group, labels))),
    };
  }

  private async labelsOf(by: Breakdown | null, language: 'nl' | 'en'): Promise<Labels> {
    if (by === 'category') return (key) => (isCategory(key) ? CATEGORY_LABELS[key][language] : key);
    const names = new Map(await this.namesOf(by, language));
    return (key) => names.get(key) ?? key;
  }

  private async namesOf(by: Breakdown | null, language: 'nl' | 'en'): Promise<(readonly [string, string])[]> {
    if (by === 'platform') return (await this.register.platforms()).map((one) => [one.code, one.name]);
    if (by === 'provider') return (await this.register.providers()).map((one) => [one.code, one.legalEntity]);
    if (by !== 'ground') return [];
    return (await this.register.grounds()).map((one) => [one.code, language === 'nl' ? one.titleNl : one.titleEn]);
  }
}

const groupFigures = ({ key, counts, times }: GroupCounts, labels: Labels): GroupFigures => ({
  key,
  label: labels(key),
  ...figuresOf(counts, times),
});

/** Most sent first, then by key. */
const inOrder = (groups: readonly GroupFigures[]): GroupFigures[] =>
  [...groups].sort((a, b) => b.sent - a.sent || (a.key < b.key ? -1 : 1));
