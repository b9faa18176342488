/** Where the desk is found, from the settings. */
export abstract class Address {
  /** Address people open, e.g. `http://localhost:3300`; without a slash at its end. */
  abstract readonly baseUrl: string;
  /** True behind a proxy of our own, whose word about the sender's address counts. */
  abstract readonly behindProxy: boolean;
}
