import type { Explanations } from '#application/books.js';
import type { ExplanationVersion } from '#domain/ground/explanation-version.js';
import type { LetterLanguage } from '#domain/notice/codes.js';
import { RuleViolation } from '#domain/rule-violation.js';
import { copy } from './copy.js';
import type { Pages } from './pages.js';

/** Wordings of templates in memory; the first of each ground and language may be added by a test itself. */
export class FakeExplanations implements Explanations {
  constructor(private readonly pages: Pages) {}

  latest(ground: string, language: LetterLanguage): Promise<ExplanationVersion> {
    const latest = this.of(ground, language).at(-1);
    if (latest) return Promise.resolve(copy(latest));
    return Promise.reject(new RuleViolation('explanation.unknown', { ground, language }));
  }

  add(version: ExplanationVersion): Promise<void> {
    const present = this.of(version.ground, version.language);
    if (present.some((one) => one.version === version.version)) {
      return Promise.reject(new RuleViolation('explanation.outdated', { expected: version.version - 1 }));
    }
    this.pages.explanations.set(`${version.ground}/${version.language}`, copy([...present, version]));
    return Promise.resolve();
  }

  private of(ground: string, language: LetterLanguage): readonly ExplanationVersion[] {
    return this.pages.explanations.get(`${ground}/${language}`) ?? [];
  }
}
