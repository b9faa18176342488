// Passkeys: the buttons appear where the browser knows passkeys; what the authenticator answers travels in the form.
const knowsPasskeys = Boolean(window.PublicKeyCredential?.parseRequestOptionsFromJSON && navigator.credentials);

function showPasskeys() {
  if (!knowsPasskeys) return;
  for (const part of document.querySelectorAll('form[data-passkey], .passkey-part')) part.hidden = false;
  for (const part of document.querySelectorAll('.no-passkeys')) part.hidden = true;
}

/** Asks the desk what to ask, then the authenticator. */
async function passkeyAnswer(ask) {
  const response = await fetch(`/passkeys/${ask}`, { headers: { Accept: 'application/json' }, redirect: 'error' });
  const options = await response.json();
  const credential =
    ask === 'new'
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  return JSON.stringify(credential.toJSON());
}

/** Whoever turns the authenticator's question down stays where they are and reads what else they can do. */
async function usePasskey(event) {
  const form = event.target;
  if (event.defaultPrevented || !form.matches('form[data-passkey]')) return;
  event.preventDefault();
  const trouble = form.querySelector('.passkey__trouble');
  trouble.hidden = true;
  try {
    form.elements.answer.value = await passkeyAnswer(form.dataset.passkey);
    form.submit();
  } catch {
    trouble.hidden = false;
    delete form.dataset.sent;
  }
}

showPasskeys();
document.addEventListener('submit', usePasskey);
