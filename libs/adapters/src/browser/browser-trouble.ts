/** The browser cannot do its work on this machine: what is wrong, and what mends it, in one sentence. */
export class BrowserTrouble extends Error {
  constructor(
    readonly code: string,
    readonly found: string,
    readonly remedy: string,
  ) {
    super(`${found}; remedy: ${remedy}.`);
    this.name = 'BrowserTrouble';
  }
}

/** Reads the browser's own words for the causes that have a remedy. */
export function troubleFrom(words: string): BrowserTrouble {
  const library = /error while loading shared libraries: (\S+):/.exec(words)?.[1];
  if (library) return new BrowserTrouble('browser.library-missing', `The browser misses ${library}`, APT);
  if (/No usable sandbox|Operation not permitted.*namespace|zygote_host_impl|credentials\.cc/.test(words)) {
    return new BrowserTrouble('browser.no-sandbox', 'The browser cannot make its sandbox', USER_NAMESPACES);
  }
  if (/running as root without --no-sandbox/i.test(words)) {
    return new BrowserTrouble('browser.is-root', 'The browser refuses to run as root', 'install util-linux (setpriv)');
  }
  const said = words.split('\n').find((line) => /\w{4}/.test(line)) ?? 'no reason given';
  return new BrowserTrouble('browser.does-not-start', `The browser does not start (${said.slice(0, 200)})`, APT);
}

const APT = 'apt-get install --no-install-recommends chromium-headless-shell';
const USER_NAMESPACES =
  'allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1, ' +
  'kernel.apparmor_restrict_unprivileged_userns=0, or a container profile that permits clone of user namespaces)';
