import { EntitySchema } from 'typeorm';
import type { Keyword } from '#domain/ground/keyword.js';
import type { LegalGround } from '#domain/ground/legal-ground.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import type { Platform, Provider } from '#domain/provider/platform.js';

const provenance = {
  source: { type: 'text' },
  verifiedOn: { name: 'verified_on', type: 'date', nullable: true },
  confidence: { type: 'text' },
} as const;

export const LegalGroundSchema = new EntitySchema<LegalGround>({
  name: 'LegalGround',
  tableName: 'legal_grounds',
  columns: {
    code: { type: 'text', primary: true },
    country: { type: 'text' },
    position: { type: 'int' },
    law: { type: 'text' },
    lawNl: { name: 'law_nl', type: 'text' },
    lawEn: { name: 'law_en', type: 'text' },
    article: { type: 'text' },
    titleNl: { name: 'title_nl', type: 'text' },
    titleEn: { name: 'title_en', type: 'text' },
    theme: { type: 'jsonb' },
    category: { type: 'text', nullable: true },
    keyword: { type: 'text', nullable: true },
    capturePolicy: { name: 'capture_policy', type: 'text' },
    mandateRule: { name: 'mandate_rule', type: 'text' },
    csamException: { name: 'csam_exception', type: 'boolean' },
    complaintOffence: { name: 'complaint_offence', type: 'boolean' },
    complaintNl: { name: 'complaint_nl', type: 'text' },
    complaintEn: { name: 'complaint_en', type: 'text' },
    noteNl: { name: 'note_nl', type: 'text' },
    noteEn: { name: 'note_en', type: 'text' },
    validFrom: { name: 'valid_from', type: 'date', nullable: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    replacedBy: { name: 'replaced_by', type: 'text', nullable: true },
    former: { type: 'jsonb' },
    questions: { type: 'jsonb' },
    questionsSource: { name: 'questions_source', type: 'text' },
    questionsConfidence: { name: 'questions_confidence', type: 'text' },
    ...provenance,
  },
});

/** Official refinements of categories. */
export const KeywordSchema = new EntitySchema<Keyword>({
  name: 'Keyword',
  tableName: 'keywords',
  columns: {
    code: { type: 'text', primary: true },
    label: { type: 'text' },
    nl: { type: 'text' },
    category: { type: 'text', nullable: true },
  },
});

/** One wording of a ground's template as its row has it. */
export interface ExplanationRow {
  readonly ground: string;
  readonly language: LetterLanguage;
  readonly version: number;
  readonly text: string;
  readonly source: 'pack' | 'person';
  readonly userId: string | null;
  readonly at: Date;
}

export const ExplanationSchema = new EntitySchema<ExplanationRow>({
  name: 'Explanation',
  tableName: 'ground_explanations',
  columns: {
    ground: { type: 'text', primary: true },
    language: { type: 'text', primary: true },
    version: { type: 'int', primary: true },
    text: { type: 'text' },
    source: { type: 'text' },
    userId: { name: 'user_id', type: 'uuid', nullable: true },
    at: { type: 'timestamptz' },
  },
});

export const ProviderSchema = new EntitySchema<Provider>({
  name: 'Provider',
  tableName: 'providers',
  columns: {
    code: { type: 'text', primary: true },
    legalEntity: { name: 'legal_entity', type: 'text' },
    country: { type: 'text', nullable: true },
    coordinator: { type: 'text', nullable: true },
    section3Exempt: { name: 'section3_exempt', type: 'boolean', nullable: true },
    representative: { type: 'jsonb', nullable: true },
    contactPoints: { name: 'contact_points', type: 'jsonb' },
    ...provenance,
  },
});

export const PlatformSchema = new EntitySchema<Platform>({
  name: 'Platform',
  tableName: 'platforms',
  columns: {
    code: { type: 'text', primary: true },
    providerCode: { name: 'provider_code', type: 'text' },
    name: { type: 'text' },
    kind: { type: 'text' },
    vlop: { type: 'text', nullable: true },
    designatedOn: { name: 'designated_on', type: 'date', nullable: true },
    designatedUntil: { name: 'designated_until', type: 'date', nullable: true },
    millionUsers: { name: 'million_users', type: 'real', nullable: true },
    hosts: { type: 'jsonb' },
    channels: { type: 'jsonb' },
    otherWays: { name: 'other_ways', type: 'jsonb' },
    trustedFlagger: { name: 'trusted_flagger', type: 'jsonb' },
    onlyPersonConcerned: { name: 'only_person_concerned', type: 'jsonb' },
    replies: { type: 'jsonb' },
    ...provenance,
  },
});
