// Two minutes before a session ends for want of a page, the person is asked; one key goes on. What they typed stays.
const WARNED_MINUTES = 2;
const warning = document.querySelector('dialog.session-warning');
const heard = 'BroadcastChannel' in window ? new BroadcastChannel('seinpost-here') : undefined;
let warnAt;
let overAt;

/** Counts anew from now; a page in another tab keeps the session as well as this one. */
function countIdle() {
  const minutes = Number(warning.dataset.idleMinutes);
  clearTimeout(warnAt);
  clearTimeout(overAt);
  warnAt = setTimeout(() => warning.showModal(), (minutes - WARNED_MINUTES) * 60_000);
  overAt = setTimeout(() => showOver(true), minutes * 60_000);
}

function showOver(isOver) {
  warning.querySelector('.session-warning__soon').hidden = isOver;
  warning.querySelector('.session-warning__over').hidden = !isOver;
}

async function stayHere() {
  const answer = await fetch('/account/here', { redirect: 'manual' }).catch(() => undefined);
  if (answer?.ok) {
    heard?.postMessage('here');
    return countIdle();
  }
  showOver(true);
  warning.showModal();
}

if (warning) {
  countIdle();
  warning.addEventListener('close', stayHere);
  heard?.addEventListener('message', () => {
    showOver(false);
    warning.removeEventListener('close', stayHere);
    warning.close();
    setTimeout(() => warning.addEventListener('close', stayHere));
    countIdle();
  });
  heard?.postMessage('here');
}
