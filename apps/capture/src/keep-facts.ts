import { X509Certificate } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import type { Tools, Visit } from './visit.js';

/** Keeps what is known about the visit under every policy: the server's answer, and what was let through to whom. */
export async function keepFacts(visit: Visit | undefined, { spool, proxy }: Tools): Promise<void> {
  const answer = visit?.record.mainAnswer(visit.loaderId);
  if (visit && answer) {
    const { tls, ...rest } = answer;
    const headers = { ...rest, redirects: visit.record.redirects };
    await spool.keep('headers.json', 'headers', 'application/json', canonicalJson(headers));
    if (tls) await spool.keep('tls.json', 'tls', 'application/json', canonicalJson(tlsOf(tls, visit.certificates)));
  }
  const lines = proxy.passages.map((passage) => canonicalJson(passage) + '\n').join('');
  await spool.keep('network.jsonl', 'network', 'application/jsonl', lines);
}

function tlsOf(details: object, certificates: readonly string[]): object {
  const chain = certificates.map((der) => {
    const certificate = new X509Certificate(Buffer.from(der, 'base64'));
    const { fingerprint256, subject, issuer, validFrom, validTo } = certificate;
    return { der, fingerprint256, subject, issuer, validFrom, validTo };
  });
  return { ...details, chain };
}
