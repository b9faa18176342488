/** What help is about: a family of pages each, asked in order by the path of a page. */
const FAMILIES = [
  ['search', /^\/search/],
  ['inbox', /^\/inbox/],
  ['approvals', /^\/approvals/],
  ['write', /^\/notices\/[^/]+\/(?:write|edit|grounds|not-reportable|self-report)|^\/cases\/[^/]+\/notices/],
  ['check', /^\/notices\/[^/]+\/check/],
  ['form', /^\/notices\/[^/]+\/(?:form|hand-in|deliveries)/],
  ['outcome', /^\/notices\/[^/]+\/outcome/],
  ['withdraw', /^\/notices\/[^/]+\/withdraw/],
  ['notice', /^\/notices/],
  ['access', /^\/cases\/[^/]+\/(?:access|open|outline)/],
  ['new-case', /^\/cases\/new/],
  ['case', /^\/cases\/[^/]+/],
  ['cases', /^\/cases/],
  ['follow-up', /^\/follow-up/],
  ['dossiers', /^\/dossiers/],
  ['grounds', /^\/grounds/],
  ['platforms', /^\/platforms|^\/providers/],
  ['audit', /^\/audit/],
  ['settings', /^\/settings/],
  ['system', /^\/system/],
  ['users', /^\/users/],
  ['tokens', /^\/account\/tokens/],
  ['security', /^\/(?:account\/(?:security|app|passkeys|password|recovery-codes)|passkeys|prove)/],
  ['account', /^\/account/],
  ['sign-in', /^\/(?:sign-in|password)/],
  ['work', /^\/(?:work|team|views|$)/],
] as const satisfies readonly (readonly [string, RegExp])[];
export type HelpTopic = (typeof FAMILIES)[number][0];

/** Every topic, in the order in which somebody meets the pages. */
export const HELP_TOPICS: readonly HelpTopic[] = [
  ...(['sign-in', 'work', 'search', 'inbox', 'cases', 'new-case', 'case', 'access', 'write', 'check'] as const),
  ...(['approvals', 'form', 'notice', 'outcome', 'withdraw', 'follow-up', 'dossiers', 'grounds', 'platforms'] as const),
  ...(['audit', 'settings', 'system', 'users', 'account', 'security', 'tokens'] as const),
];

/** Where the help about a page stands; of a page without help of its own, all of it. */
export function helpFor(path: string): string {
  const family = FAMILIES.find(([, paths]) => paths.test(path));
  return family ? `/help/${family[0]}` : '/help';
}
