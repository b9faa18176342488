// RFC 8493, The BagIt File Packaging Format (V1.0), October 2018; SHA-256 manifests only.

export const DECLARATION = 'bagit.txt';
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const DECLARATION_TEXT = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

/** A digest (hex, lower case) by path. */
export type Digests = ReadonlyMap<string, string>;

/** A manifest in the form that `sha256sum -c` reads too: two spaces, sorted by the caller. */
export function manifestText(digests: Digests): string {
  return [...digests].map(([path, sha256]) => `${sha256}  ${encodePath(path)}\n`).join('');
}

/** Reads a manifest; `undefined` when a line is not one, a path stands in it twice, or points outside the bag. */
export function readManifest(text: string): Digests | undefined {
  const digests = new Map<string, string>();
  for (const line of text.split(/\r\n|\n|\r/).filter((each) => each !== '')) {
    const [, sha256, written] = /^([0-9a-fA-F]{64})[ \t]+\*?(\S.*)$/.exec(line) ?? [];
    if (sha256 === undefined || written === undefined) return undefined;
    const path = decodePath(written.replace(/^\.\//, ''));
    if (digests.has(path) || !isSafePath(path)) return undefined;
    digests.set(path, sha256.toLowerCase());
  }
  return digests;
}

/** bag-info.txt: one line per label; a line break inside a value would start a new label, so it becomes a space. */
export function bagInfoText(info: readonly (readonly [string, string])[]): string {
  return info.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, ' ').trim()}\n`).join('');
}

/** The octets and files that bag-info.txt says the payload has (`Payload-Oxum: 279164409832.1198`), if it says so. */
export function payloadOxum(bagInfo: string): { bytes: number; files: number } | undefined {
  const [, bytes, files] = /^Payload-Oxum:[ \t]*(\d+)\.(\d+)[ \t]*$/im.exec(bagInfo) ?? [];
  return bytes === undefined || files === undefined ? undefined : { bytes: Number(bytes), files: Number(files) };
}

/** Relative, normal, with `/` only: a path that cannot leave the folder it is unpacked in. */
export function isSafePath(path: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (path === '' || /[\u0000-\u001f\u007f\\]/.test(path) || /^[A-Za-z]:/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** RFC 8493 §2.1.3: line breaks and the percent sign, and nothing else, are percent-encoded. */
function encodePath(path: string): string {
  return path.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function decodePath(path: string): string {
  return path.replace(/%(0D|0A|25)/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
