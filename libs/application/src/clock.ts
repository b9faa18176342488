/** What time it is; asked by acts, so that the domain never does. */
export abstract class Clock {
  abstract now(): Date;
}
