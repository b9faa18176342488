/**
 * An address that may stand in an `href`: our own paths, http(s) and mailto; anything else (`javascript:`, `data:`,
 * `//elsewhere`) becomes `#`. Escaping alone does not make an address harmless.
 */
export function safeAddress(address: unknown): string {
  const text = String(address ?? '').trim();
  if (/^\/(?![/\\])/.test(text) || /^[?#]/.test(text)) return text;
  return /^(https?:\/\/|mailto:)[^\s\u0000-\u001f]+$/i.test(text) ? text : '#';
}
