/**
 * An address that may stand in an `href`: our own paths, http(s) and mailto; anything else (`javascript:`, `data:`,
 * `//elsewhere`) becomes `#`. Escaping alone does not make an address harmless.
 */
export function safeAddress(address: unknown): string {
  if (typeof address !== 'string') return '#';
  const text = address.trim();
  if (/^\/(?![/\\])/.test(text) || /^[?#]/.test(text)) return text;
  return /^(https?:\/\/|mailto:)[\S]+$/i.test(text) ? text : '#';
}
