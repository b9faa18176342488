import { Trainees } from '#application/access/trainees.js';

/** The people named are in training, nobody else. */
export class FakeTrainees extends Trainees {
  constructor(private readonly inTraining: readonly string[] = []) {
    super();
  }

  among(userIds: readonly string[]): Promise<boolean> {
    return Promise.resolve(userIds.some((id) => this.inTraining.includes(id)));
  }
}
