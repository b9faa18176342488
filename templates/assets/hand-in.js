// Comfort only: texts of a sheet can be selected and copied by hand, and boxes ticked, without this file.
for (const sheet of document.querySelectorAll('[data-sheet]')) {
  const key = `sheet ${sheet.dataset.sheet}`;
  const says = document.querySelector('[data-sheet-says]');

  /** The clipboard of a page that may use it; elsewhere the text is selected, so that one key copies it. */
  const copy = async (field) => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      return document.execCommand('copy');
    }
    return true;
  };

  for (const button of sheet.querySelectorAll('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener('click', async () => {
      if (!(await copy(field))) return;
      says.textContent = '';
      says.textContent = `${sheet.dataset.copied} ${field.getAttribute('aria-label')}`;
      button.classList.add('sheet__copied');
      button.focus();
    });
  }

  /** What is done is this browser's to know, for as long as its window is open. */
  const done = new Set(JSON.parse(sessionStorage.getItem(key) ?? '[]'));
  for (const box of sheet.querySelectorAll('[data-tick]')) {
    box.checked = done.has(box.dataset.tick);
    box.addEventListener('change', () => {
      done[box.checked ? 'add' : 'delete'](box.dataset.tick);
      sessionStorage.setItem(key, JSON.stringify([...done]));
    });
  }
}
