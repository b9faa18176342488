import { Injectable } from '@nestjs/common';
import { Templates } from '#adapters/templates/templates.js';
import { HelpLines } from '#application/case/help-lines.js';
import type { DeskLanguage } from '#domain/access/preference.js';
import type { HelpLine } from '#domain/case/help-line.js';
import { advicesFor, type Advice } from '#domain/outcome/advice.js';
import type { News } from '#domain/outcome/news.js';

/** One notice as it is told: to whom it went, on which day (ISO; null where it never left), and how it stands. */
export interface TalePart {
  /** The platform's name; null where nobody knows it. */
  readonly platform: string | null;
  readonly sentOn: string | null;
  readonly news: News;
  /** Art. 20 DSA binds the platform. */
  readonly complaint: boolean;
}

/** What is told at once. */
export interface Tale {
  readonly parts: readonly TalePart[];
  /** Somebody in the picture may be under 18. */
  readonly minor: boolean;
  readonly deskName: string;
}

/** Text to copy into a chat or a mail, in plain words; it names no person and no address, and promises nothing. */
@Injectable()
export class TellText {
  constructor(
    private readonly templates: Templates,
    private readonly lines: HelpLines,
  ) {}

  async in(language: DeskLanguage, { parts, minor, deskName }: Tale): Promise<string> {
    const lines = await this.lines.all();
    const say = (key: string, facts: Readonly<Record<string, unknown>> = {}) =>
      this.templates.words.text(language, key, facts);
    const advices = parts.map(({ news, complaint }) =>
      advicesFor({ codes: news.items.map(({ code }) => code), complaint, minor }),
    );
    const asked = [...new Set(advices.flat())];
    const reach = (advice: Advice) => reachOf(advice, lines, language);
    return [
      say('tell-text.hello'),
      ...parts.map((part) => partText(part, say)),
      say('tell-text.next'),
      asked.map((advice) => `- ${say(`tell-text.advice.${advice}`, { reach: reach(advice) })}`).join('\n'),
      say('tell-text.close'),
      deskName,
    ].join('\n\n');
  }
}

type Say = (key: string, facts?: Readonly<Record<string, unknown>>) => string;

function partText({ platform, sentOn, news }: TalePart, say: Say): string {
  const name = platform ?? say('tell-text.the-platform');
  const of = news.items.reduce((sum, { count }) => sum + count, 0);
  const what = news.items.map(({ code, count }) =>
    news.items.length === 1
      ? say(`tell-text.what.${code}`, { platform: name })
      : `${say('tell-text.part', { n: count, of })} ${say(`tell-text.what.${code}`, { platform: name })}`,
  );
  const sent = sentOn === null ? [] : [say('tell-text.sent', { platform: name, day: sentOn })];
  return [...sent, ...what].join('\n');
}

/** How to reach whoever the advice is about; empty for advice that names nobody. */
function reachOf(advice: Advice, lines: readonly HelpLine[], language: DeskLanguage): string {
  const line = lines.find(({ code }) => code === advice);
  return line === undefined ? '' : language === 'nl' ? line.reachNl : line.reachEn;
}
