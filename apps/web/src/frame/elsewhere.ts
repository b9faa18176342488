import { ForbiddenException } from '@nestjs/common';

const ADDRESSES = { outline: '/outline', reason: '/open' };
const WHY = { outline: 'outline-only', reason: 'reason-needed' } as const;

/** The case is not shown here: a sealed one asks why first, and of some only the outline may be known. */
export class Elsewhere extends ForbiddenException {
  constructor(
    private readonly where: keyof typeof ADDRESSES,
    private readonly caseId: string,
    private readonly wanted: string | null,
  ) {
    super();
  }

  /** What a program is told, which has no page to go to. */
  get why(): (typeof WHY)[keyof typeof WHY] {
    return WHY[this.where];
  }

  /** Where to go instead; after the reason was given, the page that was wanted. */
  get address(): string {
    const to = this.where === 'reason' && this.wanted !== null ? `?to=${encodeURIComponent(this.wanted)}` : '';
    return `/cases/${this.caseId}${ADDRESSES[this.where]}${to}`;
  }
}
