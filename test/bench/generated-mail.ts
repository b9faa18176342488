/** One of many mails that differ: an answer with our reference, an HTML answer, a bounce, one with a file, a stranger's. */
export function generatedMail(n: number): Buffer {
  const kind = KINDS[n % KINDS.length]!;
  return Buffer.from(kind(n).replaceAll('\n', '\r\n'));
}

/** Our reference of the notice that mail `n` answers; there are a thousand of them. */
const referenceOf = (n: number): string => `TF-2026-${String(1 + (n % 1000)).padStart(6, '0')}`;

const day = (n: number): string => new Date(Date.UTC(2026, 8, 1, 8, 0, n)).toUTCString().replace('GMT', '+0000');

const head = (n: number, subject: string): string =>
  `Received: from mx${n % 7}.platform.example by mx.desk.example; ${day(n)}
From: Trust and Safety <support@platform.example>
To: Desk <desk@desk.example>
Subject: ${subject}
Message-ID: <${n}.bench@platform.example>
Date: ${day(n)}
MIME-Version: 1.0
`;

const SENTENCES = [
  'Thank you for your report, which our team has looked at with care.',
  'We hebben de melding beoordeeld volgens de wet en onze voorwaarden.',
  'You will hear from us when there is more to say about this content.',
  'Heeft u nog vragen, beantwoord dan deze e-mail met het kenmerk erbij.',
];

/** Between two sentences and a dozen, as answers are; no two mails have the same. */
const prose = (n: number): string =>
  Array.from(
    { length: 2 + ((n * 7) % 11) },
    (_, line) => `${SENTENCES[(n + line) % SENTENCES.length]} (${n}.${line})`,
  ).join('\n');

const ending = (n: number): string =>
  `The content at https://a.example/${1 + (n % 1000)}/1 has been removed for violating our terms.
Case number: ${100000 + n}`;

const part = (type: string, body: string): string => `--part
Content-Type: ${type}

${body}
`;

const plainAnswer = (
  n: number,
): string => `${head(n, `Re: [${referenceOf(n)}] melding`)}Content-Type: text/plain; charset=utf-8

${prose(n)}
${ending(n)}
`;

const htmlAnswer = (n: number): string => {
  const html = `<html><body><p>${prose(n).replaceAll('\n', '</p><p>')}</p><table><tr><td>${ending(n)}</td></tr></table></body></html>`;
  const parts = part('text/plain; charset=utf-8', `${prose(n)}\n${ending(n)}`) + part('text/html; charset=utf-8', html);
  return `${head(n, `Your report ${referenceOf(n)}`)}Content-Type: multipart/alternative; boundary=part

${parts}--part--
`;
};

const bounce = (n: number): string => {
  const status = `Reporting-MTA: dns; mx.platform.example

Final-Recipient: rfc822; gone${n}@platform.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 no such user`;
  const original = `Message-ID: <notice${n}@desk.example>\nSubject: [${referenceOf(n)}] notice\nFrom: desk@desk.example`;
  const parts =
    part('text/plain', 'Your message could not be delivered.') +
    part('message/delivery-status', status) +
    part('text/rfc822-headers', original);
  return `${head(n, 'Undelivered Mail Returned to Sender')}Content-Type: multipart/report; report-type=delivery-status; boundary=part

${parts}--part--
`;
};

const withFile = (n: number): string => {
  const bytes = Buffer.alloc(8_000 + ((n * 131) % 40_000), n % 251).toString('base64');
  const file = `image/png; name="${n}.png"
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename="${n}.png"`;
  const parts =
    part('text/plain; charset=utf-8', `${prose(n)}\n${ending(n)}`) + part(file, bytes.replace(/.{76}/g, '$&\n'));
  return `${head(n, `Re: [${referenceOf(n)}]`)}Content-Type: multipart/mixed; boundary=part

${parts}--part--
`;
};

const stranger = (n: number): string => `${head(n, 'Nieuwsbrief')}Auto-Submitted: auto-generated

${prose(n)}
`;

const KINDS: readonly ((n: number) => string)[] = [
  plainAnswer,
  htmlAnswer,
  bounce,
  plainAnswer,
  htmlAnswer,
  withFile,
  stranger,
];
