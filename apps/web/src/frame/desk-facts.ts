import { Address } from './address.js';

/** What is the same on every page of this installation. */
export abstract class DeskFacts extends Address {
  /** A practice desk says so on every page. */
  abstract readonly practice: boolean;
}
