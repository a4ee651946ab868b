// Without this script the page is reloaded by hand; nothing else is missing.
(() => {
  'use strict';

  const copy = document.getElementById('copy');
  const curl = document.getElementById('curl');
  if (copy && curl && navigator.clipboard) {
    copy.hidden = false;
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(curl.value);
      copy.textContent = copy.dataset.done;
    });
  }

  const flows = document.getElementById('flows');
  if (!flows) {
    return;
  }
  // Nothing moves away under somebody who reads with the keyboard.
  const isRead = () => document.hidden || flows.contains(document.activeElement);
  const update = async () => {
    if (isRead()) {
      return;
    }
    const answer = await fetch(location.href, { cache: 'no-store' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.getElementById('flows');
    if (fresh && !isRead() && fresh.innerHTML !== flows.innerHTML) {
      flows.replaceChildren(...fresh.childNodes);
    }
  };
  const again = () => update().catch(() => {}).finally(() => setTimeout(again, 2000));
  setTimeout(again, 2000);
})();
