// Comfort only: a text can be selected and copied by hand without this file.
for (const button of document.querySelectorAll('[data-copies]')) {
  const text = document.getElementById(button.dataset.copies);
  const says = button.parentElement.querySelector('[role="status"]');
  button.hidden = false;

  /** Marks the text, so that one key copies it where the page may not use the clipboard. */
  const mark = () => {
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  button.addEventListener('click', async () => {
    mark();
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      if (!document.execCommand('copy')) return;
    }
    says.textContent = says.dataset.copied;
  });
}
