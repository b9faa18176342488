import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What else the register says: representatives, contact points that take no notices, designation, how a trusted flagger
 * is heard, what only the person concerned may report. Safe for rows that exist: nothing more is known of them until the
 * reference lists are loaded again.
 */
export class RegisterWhole1763740000460 implements MigrationInterface {
  name = 'RegisterWhole1763740000460';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table providers
        add column representative jsonb check (jsonb_typeof(representative) in ('object', 'null')),
        add column contact_points jsonb not null default '[]' check (jsonb_typeof(contact_points) = 'array');
      alter table platforms
        add column designated_on date,
        add column designated_until date check (designated_until >= designated_on),
        add column million_users real check (million_users > 0),
        add column other_ways jsonb not null default '[]' check (jsonb_typeof(other_ways) = 'array'),
        add column trusted_flagger jsonb not null
          default '{"route": "unknown", "answersWithinHours": null, "note": "", "confidence": "K"}'
          check (jsonb_typeof(trusted_flagger) = 'object'),
        add column only_person_concerned jsonb not null default '[]'
          check (jsonb_typeof(only_person_concerned) = 'array'),
        add column replies text not null default '';
      alter table providers alter column contact_points drop default;
      alter table platforms
        alter column other_ways drop default,
        alter column trusted_flagger drop default,
        alter column only_person_concerned drop default,
        alter column replies drop default;
      update platforms set channels = coalesce((
        select jsonb_agg(jsonb_build_object('fields', '[]'::jsonb, 'knownDefects', '[]'::jsonb, 'senderAddress', null,
          'limits', jsonb_build_object('maxUrls', null, 'maxChars', null, 'needsLogin', null, 'needsCaptcha', null,
            'emailConfirmRequired', null, 'acceptsAttachments', null)) || channel order by place)
        from jsonb_array_elements(channels) with ordinality as given(channel, place)), '[]');
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table platforms drop column replies, drop column only_person_concerned, drop column trusted_flagger,
        drop column other_ways, drop column million_users, drop column designated_until, drop column designated_on;
      alter table providers drop column contact_points, drop column representative;
    `);
  }
}
