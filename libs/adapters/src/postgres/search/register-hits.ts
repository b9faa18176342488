import type { GroundHit, PlatformHit } from '#application/case/desk-search.js';
import type { SearchQuestion } from '#domain/case/search-question.js';
import { KnownHosts } from '#domain/provider/recognise-platform.js';
import { anyOf, holds, part, type Look } from './look.js';

type PlatformRow = PlatformHit & { readonly hosts: readonly string[] };

/** Some forty rows: which of them are meant is the domain's to say. */
export const PLATFORMS = `
  select p.code, p.name, r.legal_entity as "legalEntity", p.hosts
  from platforms p join providers r on r.code = p.provider_code order by p.name`;

/** Platforms by their name, the company behind them, or the address of something on them. */
export function platformHits(rows: readonly PlatformRow[], { address, text }: SearchQuestion): PlatformHit[] {
  const at = address && URL.parse(`https://${address.canonical}`);
  const code = at && new KnownHosts(rows).platformAt(at);
  const sought = text.toLowerCase();
  const named = ({ name, legalEntity }: PlatformHit) => `${name} ${legalEntity}`.toLowerCase().includes(sought);
  return rows
    .filter((row) => row.code === code || row.code === sought || named(row))
    .map(({ code: known, name, legalEntity }) => ({ code: known, name, legalEntity }));
}

/** Grounds by code, law, article or title. */
export function groundsSql(asked: Look): string {
  const { query } = asked;
  const ways = [
    query && `to_tsvector('pg_catalog.dutch', g.title_nl) @@ ${query}`,
    query && `to_tsvector('pg_catalog.english', g.title_en) @@ ${query}`,
    holds(`(g.code || ' ' || g.law_nl || ' ' || g.article || ' ' || g.title_nl || ' ' || g.title_en)`, asked),
  ];
  return `
    select g.code, g.law || ' ' || g.article as article, g.title_nl as "titleNl", g.title_en as "titleEn",
           g.valid_to::text as "validTo"
    from legal_grounds g where ${anyOf(ways)} order by g.position, g.code ${part(asked)}`;
}

export const groundHit = (row: GroundHit): GroundHit => row;
