import type { Words } from './variant.js';

/** Everything that is not a decision, in English. `mixed` is only the opening; the table follows. */
export const NOTES_EN: Words = {
  receipt: [
    [
      'We received your report',
      'Thank you for reporting {item}. Your reference number is {ticket}.',
      'We will let you know once we have made a decision.',
    ],
    [
      'Your report {ticket}',
      'We have received your notice and our team will review it with priority, as you are a trusted flagger. Case number: {ticket}.',
    ],
    [
      'Request received',
      'Hello,',
      'A ticket has been created for your request ({ticket}). One of our colleagues will look at it.',
      'Kind regards',
    ],
  ],
  'conditional-receipt': [
    [
      'We are looking into your report',
      'Thank you for your report {ticket}. If we find a violation, the content will be removed and we will tell you. If not, it stays.',
    ],
    [
      'Acknowledgement of receipt',
      'We received your report ({ticket}). Content that breaks our rules may be removed or restricted. No decision has been made yet about {item}.',
    ],
  ],
  mixed: [
    [
      'Decisions on your report',
      'You reported more than one address. Below you find what we decided for each of them.',
    ],
    ['Outcome per address', 'We reviewed every address in your report {ticket} on its own. This is the result:'],
  ],
  question: [
    [
      'We need more information',
      'We need more information to review {item}. Please reply with an explanation of the reasonable interest of the person depicted.',
      'Keep the number {ticket} in the subject line when you answer.',
    ],
    [
      'Additional details requested',
      'Could you provide the exact URL and a short description of the content? This is about {item}. Without an answer we will close your report.',
    ],
  ],
  'confirm-address': [
    [
      'Please confirm your email address',
      'Before we can process your report we need to know that this address is yours. Please confirm your email by opening this link: {link}',
    ],
    ['One more step', 'Click the link to submit your report: {link}', 'If you do nothing, the report expires.'],
  ],
  duplicate: [
    [
      'Duplicate report',
      'Your report {ticket} is a duplicate of an earlier report about {item}. We merged them and you will receive one answer.',
    ],
    [
      'Report merged',
      'We received an earlier report about {item}. Yours has been merged with it and is still under review.',
    ],
  ],
  'under-review': [
    [
      'Still under review',
      'Your report {ticket} is still under review. We need more time and will be in touch once we have made a decision.',
    ],
    [
      'Status update',
      'Because of a high number of reports the review of {item} takes longer than usual. No decision has been made yet.',
    ],
  ],
  withdrawn: [
    [
      'Your report has been withdrawn',
      'At your request we have withdrawn and closed report {ticket}. We take no decision.',
    ],
    ['Withdrawal confirmed', 'We confirm that you withdrew your report {ticket}. Nothing more will happen to {item}.'],
  ],
  survey: [
    [
      'How did we do?',
      'You were recently in touch with us. Would you answer two questions in our customer satisfaction survey? How likely are you to recommend us, from 0 to 10?',
    ],
    ['Rate our support', 'Your opinion counts! Take part in our survey about customer support; it takes one minute.'],
  ],
  'out-of-office': [
    [
      'Automatic reply: out of office',
      'Thank you for your mail. I am out of office and will be back on Monday. Your mail is not forwarded.',
    ],
    ['Out of office', 'We are away today for a team day. We will read your message tomorrow.'],
  ],
  bounce: [
    [
      'Undeliverable: {subject}',
      'Your message to {recipient} could not be delivered. Address not found. This is a permanent error; the message will not be tried again.',
    ],
    [
      'Delivery Status Notification (Failure)',
      'This is the mail system of the practice platform. Your message could not be delivered to {recipient}: no such user here.',
    ],
  ],
  'mailbox-full': [
    ['Undelivered Mail Returned to Sender', 'Your message to {recipient} was not delivered: mailbox full.'],
  ],
  delayed: [
    [
      'Delivery Status Notification (Delay)',
      'This is a warning only. You do NOT need to send your message to {recipient} again. It has not been delivered yet; the server keeps trying.',
    ],
  ],
};
