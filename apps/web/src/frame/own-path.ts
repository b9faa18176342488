/** A path of our own desk, or the start page when it is anything else (`//elsewhere`, `https:…`, `/\elsewhere`). */
export function ownPath(path: unknown): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(path) && path.length < 500 ? path : '/work';
}
