// Comfort only: what is typed on a page of the wizard is kept by itself, five seconds after the last stroke or when a field is left.
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

  form.addEventListener('input', () => {
    typed = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, AFTER_MS);
  });
  form.addEventListener('change', keep);
  form.addEventListener('submit', () => {
    typed = false;
    clearTimeout(waiting);
  });
}
