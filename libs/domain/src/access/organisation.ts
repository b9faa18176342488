/** Who we are: what letters, files and figures need to know of the organisation that runs this desk. */
export interface Organisation {
  readonly name: string;
  /** The name letters carry; never a caseworker's. */
  readonly deskName: string;
  /** The sender's mail address; replies come to its domain, with the reply token as detail (`desk+token@…`). */
  readonly deskEmail: string;
  readonly postalAddress: string;
  readonly country: string;
  /** IANA zone that days and deadlines are counted in. */
  readonly zone: string;
  readonly languages: readonly string[];
  readonly coordinator: { readonly code: string; readonly name: string };
  readonly designation: Designation;
  /** Calendar days within which a platform should have answered; policy, not law (law.md §1.12). */
  readonly timeAllowedDays: { readonly default: number };
  /** Seconds during which a submitted notice can still be called back. */
  readonly recallSeconds: number;
  /** Which notices a second person must approve before they leave, beside those of people in training. */
  readonly approval: ApprovalRule;
}

/** Four eyes on every notice, or on those that rely on one of these grounds (codes). */
export interface ApprovalRule {
  readonly always: boolean;
  readonly grounds: readonly string[];
}

/** An organisation as it was kept, or as a file describes it: what was asked for later may be absent. */
export type DescribedOrganisation = Omit<Organisation, 'approval'> & Partial<Organisation>;

/** The same organisation with what it does not say filled in: nobody need approve. */
export const whole = (described: DescribedOrganisation): Organisation => ({
  ...described,
  approval: described.approval ?? { always: false, grounds: [] },
});

/** The decision that made the organisation a trusted flagger (Art. 22(2) DSA). */
export interface Designation {
  readonly authority: string;
  readonly designatedOn: string;
  readonly lines: readonly string[];
  readonly areaOfExpertise: string;
}

/** What a database is for; written once, when it is made. */
export const INSTALLATION_KINDS = ['practice', 'live'] as const;
export type InstallationKind = (typeof INSTALLATION_KINDS)[number];
