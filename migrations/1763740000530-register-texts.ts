import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Texts of the register in Dutch and English: `{"nl": …, "en": …}` where one text stood.
 * Why: a page shows them in the language of who reads it. Safe for rows that exist: what stood there becomes the English
 * text beside an empty Dutch one, here and in what the reference data last said, so that loading them brings the other
 * language and takes nobody's change for theirs. Versions never change: whoever reads an older one reads its one text.
 */
export class RegisterTexts1763740000530 implements MigrationInterface {
  name = 'RegisterTexts1763740000530';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create function register_text(given jsonb) returns jsonb language sql immutable as $$
        select case when jsonb_typeof(given) = 'object' then given
                    else jsonb_build_object('nl', '', 'en', coalesce(given #>> '{}', '')) end $$;`);
    await this.rewrite(db, 'register_text');
    await db.query(`
      alter table platforms alter column replies type jsonb using register_text(to_jsonb(replies)),
        add check (replies ? 'nl' and replies ? 'en');
      update register_entries
        set loaded = jsonb_set(loaded, '{replies}', register_text(loaded -> 'replies'))
        where thing = 'platform' and loaded is not null;
      drop function register_text;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      create function one_text(given jsonb) returns jsonb language sql immutable as $$
        select to_jsonb(coalesce(nullif(given ->> 'en', ''), given ->> 'nl', '')) $$;`);
    await this.rewrite(db, 'one_text');
    await db.query(`
      alter table platforms drop constraint platforms_replies_check;
      alter table platforms alter column replies type text using one_text(replies) #>> '{}';
      update register_entries set loaded = jsonb_set(loaded, '{replies}', one_text(loaded -> 'replies'))
        where thing = 'platform' and loaded is not null;
      drop function one_text;
    `);
  }

  /** Passes each text that stands within lists and objects through `way`, in the rows and in what was last loaded. */
  private async rewrite(db: QueryRunner, way: 'register_text' | 'one_text'): Promise<void> {
    await db.query(`
      create function in_list(list jsonb, names text[]) returns jsonb language sql immutable as $$
        select coalesce(jsonb_agg(one || coalesce((
          select jsonb_object_agg(name, ${way}(one -> name)) from unnest(names) as name), '{}') order by place), '[]')
        from jsonb_array_elements(list) with ordinality as given(one, place) $$;
      create function in_channels(list jsonb) returns jsonb language sql immutable as $$
        select coalesce(jsonb_agg(one || jsonb_build_object('note', ${way}(one -> 'note'),
          'knownDefects', in_list(coalesce(one -> 'knownDefects', '[]'), '{what}')) order by place), '[]')
        from jsonb_array_elements(list) with ordinality as given(one, place) $$;
      update platforms set channels = in_channels(channels), other_ways = in_list(other_ways, '{note}'),
        only_person_concerned = in_list(only_person_concerned, '{about,who}'),
        trusted_flagger = trusted_flagger || jsonb_build_object('note', ${way}(trusted_flagger -> 'note'));
      update register_entries set loaded = loaded || jsonb_build_object(
          'channels', in_channels(loaded -> 'channels'), 'otherWays', in_list(loaded -> 'otherWays', '{note}'),
          'onlyPersonConcerned', in_list(loaded -> 'onlyPersonConcerned', '{about,who}'),
          'trustedFlagger', loaded -> 'trustedFlagger'
            || jsonb_build_object('note', ${way}(loaded -> 'trustedFlagger' -> 'note')))
        where thing = 'platform' and loaded is not null;
      drop function in_channels, in_list;
    `);
  }
}
