import { CaseFile, type CaseContent } from '#domain/case/case-file.js';
import { uuid } from './uuid.js';

const CONTENT: CaseContent = {
  line: 'helpline',
  helpSeekerReference: 'HL-4711',
  ageBand: '18-24',
  mandate: 'statement',
  mandateValidUntil: '2027-01-31',
  manipulated: 'none',
  urgency: 'soon',
  threatToLife: false,
  summary: 'Portrait published without permission.',
};

/** An open case, complete and valid; each word changes one thing. */
export class CaseBuilder {
  private constructor(
    private readonly n: number,
    private readonly content: CaseContent,
    private readonly closedAt: string | null,
  ) {}

  /** The n-th case of a test; the n-th notice belongs to it. */
  static aCase(n = 1): CaseBuilder {
    return new CaseBuilder(n, CONTENT, null);
  }

  saying(content: Partial<CaseContent>): CaseBuilder {
    return new CaseBuilder(this.n, { ...this.content, ...content }, this.closedAt);
  }

  closedOn(at: string): CaseBuilder {
    return new CaseBuilder(this.n, this.content, at);
  }

  build(): CaseFile {
    const reference = `Z-2026-${String(this.n).padStart(5, '0')}`;
    const identity = { id: uuid(500 + this.n), reference, openedAt: new Date('2026-11-01T07:30:00Z') };
    const opened = CaseFile.open(identity, this.content);
    if (this.closedAt !== null) opened.close(new Date(this.closedAt));
    return opened;
  }
}
