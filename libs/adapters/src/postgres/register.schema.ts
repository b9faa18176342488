import { EntitySchema } from 'typeorm';
import type { LegalGround } from '#domain/ground/legal-ground.js';
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
    law: { type: 'text' },
    article: { type: 'text' },
    titleNl: { name: 'title_nl', type: 'text' },
    titleEn: { name: 'title_en', type: 'text' },
    category: { type: 'text', nullable: true },
    keyword: { type: 'text', nullable: true },
    capturePolicy: { name: 'capture_policy', type: 'text' },
    mandateRule: { name: 'mandate_rule', type: 'text' },
    csamException: { name: 'csam_exception', type: 'boolean' },
    complaintOffence: { name: 'complaint_offence', type: 'boolean' },
    validFrom: { name: 'valid_from', type: 'date', nullable: true },
    validTo: { name: 'valid_to', type: 'date', nullable: true },
    replacedBy: { name: 'replaced_by', type: 'text', nullable: true },
    ...provenance,
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
    hosts: { type: 'jsonb' },
    channels: { type: 'jsonb' },
    ...provenance,
  },
});
