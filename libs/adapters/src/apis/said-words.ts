/** What may be shown and kept of another server's words: one line, short, and nothing by which we sign in. */
export function saidWords(text: string, secrets: readonly string[]): string {
  const bare = secrets.filter((secret) => secret !== '').reduce((words, secret) => words.replaceAll(secret, '…'), text);
  return bare
    .replace(/\beyJ[\w-]+(?:\.[\w-]+){1,2}/g, '…') // a token as such servers make them (RFC 7519)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
