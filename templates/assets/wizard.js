// Comfort only: what is typed on a page of the wizard is kept by itself, five seconds after the last stroke or when the page is left for another.
const AFTER_MS = 5000;

for (const form of document.querySelectorAll('form[data-autosave]')) {
  let waiting;
  let typed = false;
  const status = form.querySelector('[data-autosaved]');

  const keep = async () => {
    clearTimeout(waiting);
    if (!typed) return;
    typed = false;
    const body = new URLSearchParams(new FormData(form));
    body.set('_once', crypto.randomUUID());
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body,
        headers: { Accept: 'application/json' },
      });
      if (!answer.ok || answer.redirected) return;
      const { kept, version, says } = await answer.json();
      if (!kept) return;
      form.elements.version.value = version;
      status.textContent = `${says} ${new Date().toLocaleTimeString(document.documentElement.lang)}`;
    } catch {
      typed = true; // the line is down: what was typed is kept with the next stroke, or by the button
    }
  };

  let underWay = null;
  const keepNow = () => {
    underWay = keep().finally(() => (underWay = null));
  };
  const keepLater = () => {
    typed = true;
    clearTimeout(waiting);
    waiting = setTimeout(keepNow, AFTER_MS);
  };

  form.addEventListener('input', keepLater);
  form.addEventListener('change', keepLater);
  document.addEventListener('visibilitychange', () => document.hidden && keepNow());
  form.addEventListener('submit', (event) => {
    typed = false;
    clearTimeout(waiting);
    if (underWay === null) return;
    // The button would race what is being kept, and lose to the newer version that makes.
    event.preventDefault();
    event.stopPropagation();
    const { submitter } = event;
    void underWay.then(() => form.requestSubmit(submitter));
  });
}
