import { firstHit, type Reader } from './reader.js';
import { said } from '../said.js';

const CONFIRM = {
  'confirm first (en)': said`
      \b(?:verify|confirm|validate|verifying|confirming
      |validating) (?:that )?(?:you own |this is |it is )?(?:your|the
      |this) (?:\w+ ){0,2}(?:e-?mail(?: address)?|identity|address|submission|report|request|notice|complaint
      |removal request)\b|\b(?:click|follow|use|press|tap|visit|open) (?:on )?(?:the |this |that |here|below
      |our )(?:\w+ ){0,5}(?:in order )?to (?:\w+ )?(?:confirm|verify|validate|activate|complete (?:your|the)
      |submit (?:your|the)|finali[sz]e)|\b(?:verification|confirmation) (?:code|link) (?:is|below|to|expires)
      |\b(?:code|pin) to (?:verify|confirm)|\b(?:will|can) (?:not |only )(?:be )?(?:\w+ ){0,2}(?:processed
      |reviewed|submitted|considered|sent)\b.{0,60}\b(?:until|unless|after|once|before) (?:you
      |your)\b.{0,40}\b(?:confirm|verif|validat|click)
    `,
  'confirm first (nl)': said`
      \b(?:bevestig|verifieer|valideer|bevestigen|verifiëren|valideren)\b.{0,60}\b(?:e-?mail ?adres|mailadres
      |e-?mail|identiteit|aanvraag|melding|verzoek)\b|\b(?:uw|je|jouw|het|dit) (?:\w+ ){0,2}(?:e-?mail ?adres
      |mailadres|melding|aanvraag|verzoek) (?:\w+ ){0,3}(?:te )?(?:bevestigen|verifiëren|valideren|bevestigt)\b
      |\bklik (?:op |dan )?(?:\w+ ){0,8}(?:om|ter)\b.{0,40}\b(?:bevestig|verifi|valid|verzend|activ
      |te voltooien|in te dienen)|\b(?:verificatie|bevestigings)(?:code|link)\b
    `,
};
/** "This is to confirm your report", "please confirm you have authority" and other senses of the word. */
const OTHER_SENSE = said`
    \b(?:this (?:e-?mail|message|is)|we|hereby|i|writing|happy|pleased|able) (?:\w+ ){0,3}(?:to )?(?:confirm
    |verify|verified|confirmed|bevestig\w*)\b|\b(?:hierbij|hiermee|wij|we|ter|deze (?:e-?mail
    |mail)) (?:\w+ ){0,4}bevestig\w*\b|\b(?:not|no longer|do not) need to (?:confirm|verify)|\byour account\b
    |\b(?:thank you for|thanks for|bedankt voor het|has been|successfully|is) (?:\w+ )?(?:confirm|verif
    |bevestig|geverifieerd)\w*
  `;

/** "If you did not send this, …" speaks to somebody else. */
const NOT_NEEDED = /^(?:if|als|indien)\b.{0,60}\b(?:not|niet|geen)\b/;

/** Nothing happens until somebody clicks or types a code: a task for a person, soon, since such links expire. */
export const confirmation: Reader = ({ subject, sentences }) => {
  const plains = [...sentences.slice(0, 40).map(({ plain }) => plain), subject];
  for (const plain of plains) {
    const rule = firstHit(CONFIRM, plain);
    if (rule !== undefined && !OTHER_SENSE.test(plain) && !NOT_NEEDED.test(plain))
      return { meaning: 'confirmation-required', confidence: 0.88, because: [rule] };
  }
  return undefined;
};
