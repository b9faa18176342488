// Single keys, for whoever has them switched on: never while somebody types, never with Ctrl, Alt or the like, never
// over a dialog. Everything they do can be done by Tab and Enter as well.
const SEQUENCE_MS = 1500;
const TYPING = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
const ROWS = 'main tbody tr, main [data-list] > *';
const keysOn = 'shortcuts' in document.body.dataset;
let begunAt = -Infinity;

const places = () => Object.fromEntries([...document.querySelectorAll('a[data-go]')].map((a) => [a.dataset.go, a]));
const rows = () => [...document.querySelectorAll(ROWS)].filter((row) => row.querySelector('a[href]'));
const rowInFocus = () => document.activeElement.closest(ROWS);

function goToSearch() {
  const box = document.querySelector('#q') ?? document.querySelector('#search-box');
  box?.focus();
  box?.select();
}

function step(by) {
  const all = rows();
  const at = all.indexOf(rowInFocus());
  const next = all[at < 0 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)];
  next?.querySelector('a[href]').focus();
}

function pressTab(number) {
  document.querySelector('main .tabs')?.querySelectorAll('a[href]')[number - 1]?.click();
}

const KEYS = {
  '/': goToSearch,
  '?': () => document.querySelector('dialog.shortcuts')?.showModal(),
  j: () => step(1),
  k: () => step(-1),
  o: () => rowInFocus()?.querySelector('a[href]').click(),
  x: () => rowInFocus()?.querySelector('input[type=checkbox]')?.click(),
  n: () => document.querySelector('a[data-new]')?.click(),
};

/** What a key does now, or nothing. */
function meaningOf(key) {
  const isSecond = performance.now() - begunAt < SEQUENCE_MS;
  begunAt = -Infinity;
  if (isSecond) return key === 's' ? goToSearch : places()[key] && (() => places()[key].click());
  if (key === 'g') return () => (begunAt = performance.now());
  if (/^[1-7]$/.test(key)) return () => pressTab(Number(key));
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

function heed(event) {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest?.(TYPING)) return;
  if (document.querySelector('dialog[open]')) return;
  const act = meaningOf(event.key);
  if (!act) return;
  event.preventDefault();
  act();
}

if (keysOn) document.addEventListener('keydown', heed);
