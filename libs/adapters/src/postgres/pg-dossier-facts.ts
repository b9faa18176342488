import type { DataSource } from 'typeorm';
import type { Installation } from '#application/access/installation.js';
import type { EscalationList } from '#application/escalation/escalation-list.js';
import type { EvidenceStore } from '#application/evidence/evidence-store.js';
import type { NoticeFile } from '#application/notice/notice-file.js';
import type { Register } from '#application/provider/register.js';
import {
  DossierFactsSource,
  type DossierQuery,
  type RecordedContent,
} from '#application/report/dossier-facts-source.js';
import type { FollowUp } from '#application/statistics/follow-up.js';
import type { Organisation } from '#domain/access/organisation.js';
import { EVERYTHING, type CaseReach } from '#domain/access/reach.js';
import type { EscalationScope } from '#domain/escalation/escalation.js';
import { endOfDay, startOfDay } from '#domain/instant.js';
import type { Platform } from '#domain/provider/platform.js';
import type { Complainant, DossierFacts, DossierNotice, DossierProvider } from '#domain/report/dossier-facts.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { timeAllowed } from '#domain/statistics/time-allowed.js';
import { dossierNotice } from './dossier-rows.js';
import { withheldOf } from './withheld-captures.js';
import { bindTo, NOTICE_LINE, withinReach } from './within-reach.js';

/** What the facts are gathered from, besides the tables of letters and mails. */
export interface DossierGatherers {
  readonly installation: Installation;
  readonly register: Register;
  readonly escalations: EscalationList;
  readonly noticeFile: NoticeFile;
  readonly followUp: FollowUp;
  readonly evidence: EvidenceStore;
}

/** The dossier's facts from PostgreSQL and the evidence store; Art. 22 notices only, as in the figures. */
export class PgDossierFacts extends DossierFactsSource {
  constructor(
    private readonly db: DataSource,
    private readonly from: DossierGatherers,
  ) {
    super();
  }

  async facts(query: DossierQuery): Promise<DossierFacts> {
    const { scope, reference } = await this.scopeOf(query);
    const organisation = await this.from.installation.organisation();
    const provider = await this.providerOf(scope.about);
    const own = provider.platforms.map((platform) => platform.code);
    const others = (await this.from.register.platforms())
      .map((platform) => platform.code)
      .filter((code) => !own.includes(code));
    const comparison = await this.figures(scope, query.at, others);
    return {
      ...{ reference, kind: query.kind, zone: organisation.zone, period: { from: scope.from, to: scope.to } },
      complainant: complainantOf(organisation),
      provider,
      statement: null,
      timeAllowedDays: organisation.timeAllowedDays,
      figures: await this.figures(scope, query.at, own),
      comparison: comparison.sent === 0 ? null : comparison,
      notices: await this.noticesOf(scope, own, query.reach),
    };
  }

  async stored(references: readonly string[], digests: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await this.db.query(
      `select e.id from evidence_items e join captures x on x.id = e.capture_id join notices n on n.id = x.notice_id
       where n.reference = any($1) and e.digest = any($2) order by e.id`,
      [references, digests],
    );
    return rows.map(({ id }) => id);
  }

  async *open({ kind, sha256 }: RecordedContent): AsyncIterable<Uint8Array> {
    yield kind === 'evidence' ? await this.from.evidence.read(sha256) : await this.mail(sha256);
  }

  private async mail(digest: string): Promise<Uint8Array> {
    const rows: { bytes: Buffer }[] = await this.db.query(
      'select bytes from letters where digest = $1 union all select bytes from message_bytes where digest = $1 limit 1',
      [digest],
    );
    if (!rows[0]) throw new RuleViolation('message.not-found', { digest });
    return rows[0].bytes;
  }

  private async scopeOf(query: DossierQuery): Promise<{ scope: EscalationScope; reference: string }> {
    if (query.kind === 'provider') {
      const { code: about, from, to } = query;
      return { scope: { about, from, to }, reference: `${about}-${from}-${to}` };
    }
    const escalation = await this.from.escalations.find(query.escalation);
    if (!escalation) throw new RuleViolation('escalation.unknown', { escalation: query.escalation });
    return { scope: escalation.scope, reference: escalation.reference };
  }

  /** A platform's code means that platform alone, a provider's all of its platforms. */
  private async providerOf(code: string): Promise<DossierProvider> {
    const platforms = await this.from.register.platforms();
    const platform = platforms.find((one) => one.code === code);
    const providerCode = platform?.providerCode ?? code;
    const provider = (await this.from.register.providers()).find((one) => one.code === providerCode);
    if (!provider) throw new RuleViolation('provider.unknown', { code });
    const { legalEntity, country, coordinator } = provider;
    const meant = platform ? [platform] : platforms.filter((one) => one.providerCode === code);
    return {
      ...{ code, name: platform?.name ?? legalEntity, legalEntity, country, coordinator },
      platforms: meant.map((one) => ({ code: one.code, name: one.name, vlop: one.vlop })),
      contactPoints: meant.flatMap(contactPointsOf),
    };
  }

  private figures({ from, to }: EscalationScope, asOf: Date, platforms: readonly string[]) {
    const cohort = { from, to, asOf, regimes: ['article-22'] as const, line: null, platforms, reach: EVERYTHING };
    return this.from.followUp.run({ ...cohort, by: 'platform', unit: 'notice', language: 'nl' });
  }

  private async noticesOf(
    { from, to }: EscalationScope,
    platforms: readonly string[],
    reach: CaseReach,
  ): Promise<DossierNotice[]> {
    const { installation, register, noticeFile } = this.from;
    const organisation = await installation.organisation();
    const asked: unknown[] = [startOfDay(from, organisation.zone), endOfDay(to, organisation.zone), platforms];
    const rows: { id: string; within: boolean }[] = await this.db.query(
      `select n.id, ${withinReach(reach, bindTo(asked), { line: NOTICE_LINE })} as within
       from notices n left join case_files c on c.id = n.case_id
       where sent_at >= $1 and sent_at < $2 and platform_code = any($3) and regime = 'article-22'
       order by sent_at, n.reference`,
      asked,
    );
    const beyond = rows.filter(({ within }) => !within).length;
    if (beyond > 0) throw new RuleViolation('dossier.out-of-reach', { n: beyond });
    const known = {
      platformNames: new Map((await register.platforms()).map((platform) => [platform.code, platform.name])),
      grounds: new Map((await register.grounds()).map((ground) => [ground.code, ground])),
      timeAllowed: timeAllowed(organisation),
      letterSizes: await this.letterSizes(),
      withheld: await withheldOf(
        this.db,
        rows.map(({ id }) => id),
      ),
    };
    const notices: DossierNotice[] = [];
    for (const { id } of rows) notices.push(dossierNotice(await noticeFile.whole(id), known));
    return notices;
  }

  private async letterSizes(): Promise<ReadonlyMap<string, number>> {
    const rows: { digest: string; size: number }[] = await this.db.query(
      `select l.digest, length(l.bytes) as size from letters l join deliveries d on d.letter_digest = l.digest`,
    );
    return new Map(rows.map((row) => [row.digest, row.size]));
  }
}

function complainantOf(organisation: Organisation): Complainant {
  const { name, deskName, deskEmail, postalAddress, country, languages, coordinator, designation } = organisation;
  return { name, deskName, deskEmail, postalAddress, country, languages, coordinator, designation, legalForm: null };
}

const contactPointsOf = (platform: Platform): DossierProvider['contactPoints'] =>
  platform.channels.flatMap(({ kind, address, verifiedOn }) =>
    address === null || verifiedOn === null ? [] : [{ kind, platform: platform.name, address, verifiedOn }],
  );
