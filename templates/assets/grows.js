// Comfort only: the explanation grows below the questions while they are answered; without this, the button shows it.
const GROWS_AFTER_MS = 900;

for (const form of document.querySelectorAll('form[data-grows]')) {
  const place = form.querySelector('[data-grown]');
  let waiting;
  let asked = 0;

  const grow = async () => {
    const mine = (asked += 1);
    const body = new URLSearchParams(new FormData(form));
    body.set('_once', crypto.randomUUID());
    body.set('step', 'preview');
    try {
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!answer.ok || answer.redirected || mine !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const grown = page.querySelector('[data-grown]');
      if (grown) place.replaceChildren(...grown.childNodes);
    } catch {
      // The line is down: the button shows it later.
    }
  };

  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(grow, GROWS_AFTER_MS);
  });
  form.addEventListener('submit', () => clearTimeout(waiting));
}
