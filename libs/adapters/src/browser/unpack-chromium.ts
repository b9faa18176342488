// Layout of @sparticuz/chromium 153: brotli files in bin/, unpacked by its own code to the temporary folder it is given.
import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { BrowserTrouble } from './browser-trouble.js';
import { isRoot, NOBODY } from './dropped-user.js';
import type { FoundBrowser } from './find-browser.js';

const PACKAGE = '@sparticuz/chromium';
const UNPACK = `import c from '${PACKAGE}'; await c.executablePath();`;
const LIST = 'unpacked.json';

/**
 * The browser from npm, unpacked once per version to a folder of our own. The package itself would take whatever lies in
 * the shared temporary folder, of any version and from anyone; and its own start arguments switch the sandbox off.
 */
export async function unpackChromium(base = ownBase()): Promise<FoundBrowser> {
  const home = packageHome();
  await ownFolder(base);
  const folder = join(base, `chromium-${await versionOf(home)}-${process.arch}`);
  if (!(await isWhole(folder))) await unpack(home, base, folder);
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  return { path: join(folder, 'chromium'), source: 'npm', kind: 'headless-shell', env };
}

/** /var/tmp rather than the checkout: the dropped user can reach it also when the checkout lies under /root. */
function ownBase(): string {
  return join('/var/tmp', `seinpost-${process.getuid?.() ?? 'user'}`);
}

function packageHome(): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(PACKAGE)));
  } catch {
    throw new BrowserTrouble('browser.missing', 'No browser was found', 'apt-get install chromium-headless-shell');
  }
}

async function versionOf(home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** A folder that is ours alone: one that another user made under our name is not used. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(folder);
  const ours = found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
  if (!ours) throw new BrowserTrouble('browser.folder-not-ours', `${folder} belongs to someone else`, 'remove it');
  await openToBrowser(folder);
}

/** As root the dropped user may read and run, by group, and nobody else may; nobody but us may write. */
async function openToBrowser(path: string): Promise<void> {
  if (!isRoot()) return;
  await chown(path, 0, NOBODY);
  await chmod(path, 0o750);
}

async function unpack(home: string, base: string, folder: string): Promise<void> {
  const temporary = await mkdtemp(join(base, 'unpacking-'));
  try {
    const env = { TMPDIR: temporary, HOME: temporary, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' };
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', UNPACK], { cwd: home, env });
    await writeFile(join(temporary, 'fonts', 'fonts.conf'), fontsConf(folder));
    const sizes = await sizesIn(temporary);
    for (const path of await foldersIn(temporary)) await openToBrowser(path);
    await openToBrowser(join(temporary, 'chromium'));
    await writeFile(join(temporary, LIST), JSON.stringify(sizes));
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!(await isWhole(folder))) throw error; // another process was faster, and its folder is as good as ours
  }
}

/** The package's own list names folders of a rented function only; with it every letter comes out blank. */
function fontsConf(folder: string): string {
  const folders = [join(folder, 'fonts', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const lines = folders.map((each) => `  <dir>${each}</dir>`).join('\n');
  const cache = '  <cachedir prefix="xdg">fontconfig</cachedir>'; // in the profile, which goes with the browser
  return `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n${lines}\n${cache}\n</fontconfig>\n`;
}

/** False when a tidy-up of old files, or a power cut, took something away. */
async function isWhole(folder: string): Promise<boolean> {
  try {
    const listed = JSON.parse(await readFile(join(folder, LIST), 'utf8')) as Record<string, number>;
    const found = await sizesIn(folder);
    return Object.entries(listed).every(([name, size]) => found[name] === size);
  } catch {
    return false;
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== LIST) sizes[path.slice(folder.length + 1)] = (await stat(path)).size;
  }
  return sizes;
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))];
}
