// Comfort only: every page works without this file. No text is ever made into markup here.
const CALM_SECONDS = 60;

/** A menu closes on Escape or a click elsewhere. */
function closeMenus(event) {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (event.type === 'click' && menu.contains(event.target)) continue;
    if (event.type === 'keydown' && event.key !== 'Escape') continue;
    menu.open = false;
    if (event.type === 'keydown') menu.querySelector('summary').focus();
  }
}

/** A second press of the same button sends nothing; the server would not do it twice either. */
function sendOnce(event) {
  const form = event.target;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = 'yes';
  setTimeout(() => delete form.dataset.sent, 5000);
}

/** Pictures go back behind their cover when the person looks elsewhere, presses Escape, or a minute has passed. */
function coverPictures() {
  for (const ladder of document.querySelectorAll('details.ladder[open]')) {
    ladder.open = false;
    const first = ladder.querySelector('input');
    if (first) first.checked = true;
  }
}

let calm;
function coverLater(event) {
  if (!event.target.matches?.('details.ladder[open]')) return;
  clearTimeout(calm);
  calm = setTimeout(coverPictures, CALM_SECONDS * 1000);
}

document.addEventListener('click', closeMenus);
document.addEventListener('keydown', closeMenus);
document.addEventListener('keydown', (event) => event.key === 'Escape' && coverPictures());
document.addEventListener('submit', sendOnce);
document.addEventListener('toggle', coverLater, true);
window.addEventListener('blur', coverPictures);
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
