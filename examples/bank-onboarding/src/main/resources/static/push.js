// Asks how the login stands, as often as the page was told to, and goes on when it is over.
const page = document.querySelector("[data-wait]");
const later = wait => setTimeout(ask, Math.max(Number(wait), 500));
const ask = () =>
  fetch("push/state", { headers: { "X-Requested-With": "XMLHttpRequest" } })
    .then(answer => answer.json())
    .then(answer => (answer.next ? location.replace(answer.next) : later(answer.wait)))
    .catch(() => later(5000));
later(page.dataset.wait);
