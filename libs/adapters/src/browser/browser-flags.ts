/** What a browser may reach. */
export type Reach = { readonly proxyPort: number } | 'nothing';

/** Port that nothing listens on by agreement (discard, RFC 863): a browser without network gets it as its only way out. */
const DISCARD = 9;

/** Page size of a desk monitor; a capture says what it used. */
export const VIEWPORT = { width: 1280, height: 1024 } as const;

/**
 * All words on the browser's command line. The sandbox is never among what is switched off, and the list is complete:
 * neither Puppeteer's nor the npm package's own defaults are added.
 */
export function browserFlags(wish: { reach: Reach; profile: string; full: boolean; pictures: boolean }): string[] {
  const port = wish.reach === 'nothing' ? DISCARD : wish.reach.proxyPort;
  return [
    ...(wish.full ? ['--headless=new'] : ['--headless']),
    `--user-data-dir=${wish.profile}`,
    `--window-size=${VIEWPORT.width},${VIEWPORT.height}`,
    ...network(port),
    ...QUIET,
    ...STEADY,
    ...(wish.pictures ? [] : ['--blink-settings=imagesEnabled=false']),
    'about:blank',
  ];
}

function network(port: number): string[] {
  return [
    `--proxy-server=http://127.0.0.1:${port}`,
    '--proxy-bypass-list=<-loopback>', // without it Chromium goes round the proxy to localhost and 169.254/16
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp', // obeyed by the full browser only
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp', // obeyed by the headless shell only
    '--disable-quic',
    '--dns-prefetch-disable',
  ];
}

/** Nothing of the browser's own leaves the machine, and no page opens a window, asks or notifies. */
const QUIET: readonly string[] = [
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--block-new-web-contents',
  '--disable-notifications',
  '--deny-permission-prompts',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
];

/** The same page gives the same picture, within bounds of memory. */
const STEADY: readonly string[] = [
  '--hide-scrollbars',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--font-render-hinting=none',
  '--lang=nl-NL',
  '--disable-gpu',
  '--disable-dev-shm-usage', // containers give 64 MB of it; a large page then kills its renderer
  '--disable-hang-monitor',
  '--disable-prompt-on-repost',
  '--disable-features=Translate,MediaRouter,OptimizationHints,AutofillServerCommunication,HttpsUpgrades',
  '--js-flags=--max-old-space-size=384',
];
