import type { Attempt, Carried } from '#application/correspondence/transport.js';
import { RuleViolation } from '#domain/rule-violation.js';
import type { ApiCaller } from './api-caller.js';
import { ApiTrouble } from './api-trouble.js';
import type { FrozenRequest } from './frozen-request.js';
import type { Answered, Line } from './line.js';

/** Who we are to the other side; asked for before anything is offered, and refused with `RuleViolation`. */
export type SignIn = () => { readonly bearer: string } | Promise<{ readonly bearer: string }>;

/** Posts a frozen report once. Before `body-offered` is on record not a byte of the request leaves. */
export class ReportPost {
  private isOffered = false;
  private refusal: Error | undefined;

  constructor(
    private readonly caller: ApiCaller,
    private readonly attempt: Attempt,
  ) {}

  /** Answers what came back, or how the attempt ended without; rejects only with what `reach` rejected with. */
  async make(request: FrozenRequest, signIn: SignIn): Promise<Answered | Carried> {
    try {
      const { bearer } = await signIn();
      const line = await this.caller.open(request.origin, this.attempt.signal);
      return await this.speak(line, request, bearer);
    } catch (error) {
      if (this.refusal) throw this.refusal;
      return endOf(error, this.isOffered);
    }
  }

  private async speak(line: Line, { path, headers, body }: FrozenRequest, bearer: string): Promise<Answered> {
    try {
      await this.reach('connected');
      await this.reach('body-offered');
      this.isOffered = true;
      this.insistOnLease();
      return await line.ask({ method: 'POST', path, headers: { ...headers, Authorization: `Bearer ${bearer}` }, body });
    } finally {
      line.close();
    }
  }

  private async reach(stage: 'connected' | 'body-offered'): Promise<void> {
    try {
      await this.attempt.reach(stage);
    } catch (error) {
      this.refusal = error as Error;
      throw error;
    }
  }

  /** A process that was stopped between the record and the request may wake up when its delivery is somebody else's. */
  private insistOnLease(): void {
    if (this.attempt.isHeld()) return;
    this.refusal = new RuleViolation('delivery.lease-lost');
    throw this.refusal;
  }
}

/** Without an answer: what was not offered is tried again, what was offered is lost from sight; our own rules refuse. */
function endOf(error: unknown, isOffered: boolean): Carried {
  if (error instanceof RuleViolation) return { end: 'refused', answer: error.code };
  const { message: answer, waitSeconds } = error instanceof ApiTrouble ? error : new ApiTrouble('broken');
  return isOffered ? { end: 'lost', answer } : { end: 'deferred', answer, waitSeconds };
}

/** Whether an answer came. */
export const isAnswered = (made: Answered | Carried): made is Answered => 'status' in made;
