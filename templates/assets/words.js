// Comfort only: what was typed when a session ended waits in this tab, until the same person opens that form again.
const WORDS = 'seinpost-words';
const WRITER = 'seinpost-writer';

/** A field of the form may be called action, so its attribute is asked. */
const goesTo = (form) => new URL(form.getAttribute('action') ?? '', location.href).pathname;

/** The page that says the session is over holds the fields; without a known writer they stay there, to copy. */
function putAside(found) {
  const writer = sessionStorage.getItem(WRITER);
  if (!writer) return;
  const fields = [...found.querySelectorAll('[data-field]')].map(({ dataset, value }) => [dataset.field, value]);
  const { wordsFor: action, says } = found.dataset;
  sessionStorage.setItem(WORDS, JSON.stringify({ action, says, fields, writer }));
  found.hidden = false;
}

/** Nobody gets the words of another person who used this tab. */
function takeUp(person) {
  sessionStorage.setItem(WRITER, person);
  const { action, says, fields, writer } = JSON.parse(sessionStorage.getItem(WORDS) ?? '{}');
  if (!writer) return;
  const form = [...document.forms].find((each) => each.getAttribute('method') === 'post' && goesTo(each) === action);
  if (writer !== person || form) sessionStorage.removeItem(WORDS);
  if (writer === person && form) fillAgain(form, Object.fromEntries(fields), says);
}

/** Every field gets what stood in it, also its version: the server sees then whether somebody changed it meanwhile. */
function fillAgain(form, texts, says) {
  for (const field of form.elements) {
    if (field.name !== 'version' && ['hidden', 'submit', 'button', 'file'].includes(field.type)) continue;
    if (['checkbox', 'radio'].includes(field.type)) field.checked = texts[field.name] === field.value;
    else if (field.name in texts) field.value = texts[field.name];
  }
  for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  const remark = document.createElement('p');
  Object.assign(remark, {
    className: 'utrecht-alert utrecht-alert--warning filled-again',
    textContent: says,
    tabIndex: -1,
  });
  form.prepend(remark);
  remark.focus();
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

const left = document.querySelector('[data-words-for]');
if (left) putAside(left);
if (document.body.dataset.person) takeUp(document.body.dataset.person);
document.addEventListener('submit', ({ target }) => {
  if (goesTo(target) === '/sign-out') sessionStorage.clear();
});
