import type { Confidentiality } from '../case/case-file.js';
import { LINES, type Line } from '../notice/codes.js';
import type { Role } from './role.js';

/** Who somebody is to the policy; `sessionId` is absent for who comes without a session, by a token. */
export interface Person {
  readonly userId: string;
  readonly role: Role;
  /** The lines of the organisation this person works for: a case of another line is not theirs to know of. */
  readonly lines: readonly Line[];
  readonly sessionId?: string | null;
}

/** How a case, or what belongs to one, stands to somebody who asks for it. */
export interface CaseStanding {
  /** Null for what belongs to no line yet: a message that nobody has put with a notice. */
  readonly line: Line | null;
  readonly confidentiality: Confidentiality;
  /** Ids of the people named on the case. */
  readonly named: readonly string[];
  /** This person gave a reason for this sealed case in this session, not too long ago. */
  readonly opened: boolean;
}

/** What must hold before a case is within reach: being named on it, having given a reason for opening it. */
export type Need = 'named' | 'opened';

/** What a kind of case asks; null puts it out of reach altogether. */
type Asked = readonly Need[] | null;

/** To which cases somebody reaches, as data that the domain and the database read alike. */
export interface CaseReach {
  readonly userId: string;
  readonly sessionId: string | null;
  /** Cases of these lines, and where there are any, what belongs to no line. */
  readonly lines: readonly Line[];
  readonly needs: Readonly<Record<Confidentiality, Asked>>;
}

interface Breadth {
  readonly lines: 'own' | 'all' | 'none';
  /** Whose content may be read. */
  readonly content: CaseReach['needs'];
  /** Of which one may know that they exist, with their reference, line, state and dates. */
  readonly knowledge: CaseReach['needs'];
}

const OPEN: CaseReach['needs'] = { normal: [], restricted: [], sealed: [] };
const NAMED: Breadth = {
  lines: 'own',
  content: { normal: [], restricted: ['named'], sealed: ['named', 'opened'] },
  knowledge: { normal: [], restricted: ['named'], sealed: ['named'] },
};

/** Reliability C3: rows "restricted" and "sealed" of the table of roles. */
const BREADTHS: Readonly<Record<Role, Breadth>> = {
  caseworker: NAMED,
  reviewer: NAMED,
  supervisor: { lines: 'own', content: { normal: [], restricted: [], sealed: ['opened'] }, knowledge: OPEN },
  auditor: { lines: 'all', content: { normal: [], restricted: null, sealed: null }, knowledge: OPEN },
  administrator: {
    lines: 'none',
    content: { normal: null, restricted: null, sealed: null },
    knowledge: { normal: null, restricted: null, sealed: null },
  },
};

/** Whether naming somebody with this role on a case makes a difference to them. */
export const seesWhenNamed = (role: Role): boolean => BREADTHS[role].content.restricted?.includes('named') ?? false;

/** The reach of the system itself: the console and the worker act for nobody in particular. */
export const EVERYTHING: CaseReach = { userId: '', sessionId: null, lines: LINES, needs: OPEN };

/** The cases whose content somebody may read. */
export const reachOf = (person: Person): CaseReach => reach(person, 'content');

/** The cases of which somebody may know that they exist: more than they may read, never less. */
export const knowledgeOf = (person: Person): CaseReach => reach(person, 'knowledge');

/** Of which notices somebody sees the figures: who answers for the organisation or checks it sees them whole. */
export const figuresReachOf = (person: Person): CaseReach =>
  person.role === 'supervisor' || person.role === 'auditor' ? EVERYTHING : reachOf(person);

function reach({ userId, role, lines, sessionId = null }: Person, what: 'content' | 'knowledge'): CaseReach {
  const breadth = BREADTHS[role];
  const reached = { own: lines, all: LINES, none: [] }[breadth.lines];
  return { userId, sessionId, lines: reached, needs: breadth[what] };
}

/** Whether something that stands so is within a reach; `withinReach` of the database is held equal to it by a test. */
export function isWithin({ userId, lines, needs }: CaseReach, standing: CaseStanding): boolean {
  const asked = needs[standing.confidentiality];
  const ofLine = standing.line === null ? lines.length > 0 : lines.includes(standing.line);
  return (
    ofLine &&
    asked !== null &&
    asked.every((need) => (need === 'opened' ? standing.opened : standing.named.includes(userId)))
  );
}

/** Whether a reach leaves nothing out, so that no case need be looked at. */
export const isEverything = ({ lines, needs }: CaseReach): boolean =>
  LINES.every((line) => lines.includes(line)) && Object.values(needs).every((asked) => asked?.length === 0);
