import type { Words } from './variant.js';

const redress =
  'If you disagree with this decision you may lodge a complaint with us within six months (Article 20 DSA) or turn to a certified ' +
  'out-of-court dispute settlement body (Article 21 DSA).';

/** Decisions in English. */
export const DECISIONS_EN: Words = {
  'removed-terms': [
    [
      'Update on your report',
      'We reviewed {item} and removed it, because it goes against our community rules.',
      'There is nothing more you need to do.',
    ],
    [
      'Your report has been resolved',
      '{Item} has been removed for breaching our Terms of Service (section 4, images of other people).',
      redress,
    ],
    [
      'We took action',
      'Thank you for reporting. After a review by one of our team members {item} has been taken down under our terms.',
    ],
  ],
  'removed-law': [
    [
      'Decision on your notice',
      '{Item} has been removed. We assessed your explanation against the law and consider the content unlawful.',
      redress,
    ],
    [
      'Your notice was upheld',
      'Following your legal notice we have deleted {item}. The person who posted it has received our statement of reasons.',
    ],
    [
      'Legal removal request: outcome',
      'We found that {item} is illegal content under Dutch law. We have disabled access to it worldwide.',
      redress,
    ],
  ],
  reversed: [
    [
      'We changed our decision',
      'We took another look at your report and have changed our earlier decision. {Item} has now been removed under our terms.',
    ],
    [
      'New decision on your report',
      'A second review came to a different outcome: {item} has been taken down after all.',
      'We apologise for the inconvenience.',
    ],
  ],
  'geo-blocked': [
    [
      'Decision on your notice',
      '{Item} has been withheld in the Netherlands on the basis of local law. It remains visible elsewhere.',
      redress,
    ],
    [
      'Content restricted in your country',
      'We have restricted access: {item} is no longer available in the Netherlands. It does not breach our own rules.',
    ],
  ],
  'account-suspended': [
    [
      'Account suspended',
      'The account that posted {item} has been suspended for repeated violations of our terms. None of its posts can be seen any more.',
    ],
    [
      'Action against an account',
      'We took action against the account behind {item}: it has been disabled. This goes further than taking down one post.',
      redress,
    ],
  ],
  'age-restricted': [
    ['Update on your report', '{Item} has been age-restricted. Only signed-in adults can still see it.', redress],
    [
      'Outcome of our review',
      'We have age-restricted {item} (18 and over). We did not think a further measure was needed.',
    ],
  ],
  labelled: [
    [
      'Update on your report',
      '{Item} has been labelled and its distribution reduced: it is no longer recommended to others.',
      redress,
    ],
    ['Outcome of our review', 'We labelled {item} as edited imagery and placed a warning in front of it.'],
  ],
  'no-violation': [
    [
      'Update on your report',
      'We reviewed {item} and found that it does not violate our rules and is not illegal in our view. We have not taken action.',
      redress,
    ],
    ['Outcome: no violation', 'After review we see no violation. {Item} remains available.', redress],
    [
      'Response to your notice',
      'We understand your concern, but did not find grounds to act. We have not removed {item}.',
      'You can ask for another review. ' + redress,
    ],
  ],
  'not-found': [
    [
      'We could not find the content',
      'We looked, but could not locate {item}. The link is broken or the content no longer exists.',
      'We are closing your report.',
    ],
    [
      'Update on your report',
      'The page was not found at the address you gave: {item} does not exist as far as we can tell. The report is closed.',
    ],
  ],
  private: [
    [
      'Content not accessible',
      '{Item} is no longer available to us: the content is private. We could not find anything to review and are closing your report.',
    ],
    ['Update on your report', 'The account has been set to private. We could not locate {item} and cannot review it.'],
  ],
  'already-removed': [
    [
      'Already removed',
      '{Item} had already been removed before we could review your report. We therefore did not take a decision.',
    ],
    [
      'Your report is closed',
      'When we checked, {item} was previously removed by the person who posted it. There is nothing left for us to do.',
    ],
  ],
  'not-entitled': [
    [
      'We cannot process your notice',
      'A report about a portrait can be made only by the person depicted, or by their authorised representative. We take no decision on {item}.',
    ],
    [
      'Authorisation missing',
      'Our records show that you are not authorised to act on behalf of the person concerned. Please let them use the form themselves. We did not review {item}.',
    ],
  ],
  'wrong-channel': [
    [
      'Not the right form',
      'This is not the right channel for this kind of content. Please submit your notice about {item} again through the copyright form. This report is closed.',
    ],
    [
      'Your notice belongs elsewhere',
      'This address is for other matters. Please use the form at {link}. We did not review {item} and are closing this report.',
    ],
  ],
  insufficient: [
    [
      'Your report has been closed',
      'We asked you for additional details and did not receive them. Without them we are unable to review {item}, so we have closed your report.',
    ],
    [
      'Closed for lack of information',
      'As we did not hear back from you, your report about {item} has been closed due to insufficient information.',
    ],
  ],
  'portal-only': [
    [
      'You have a new message',
      'There is a message about your report. You can read it in the reporting portal: {link}',
      'The link is valid for fourteen days.',
    ],
    [
      'New message in the reporting portal',
      'Log in to the reporting portal to read our response: {link}',
      'For security reasons we do not put it in this e-mail.',
    ],
  ],
};
