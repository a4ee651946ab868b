// Asks every two seconds how a consent stands. When that changed, what is on the page goes at once
// and the page is loaded again; so it does when nobody answers, for then nobody knows.
"use strict";
(() => {
  const watched = document.querySelector("[data-watch]");
  if (!watched) return;
  let unanswered = 0;

  const clear = () => document.querySelectorAll("[data-record]").forEach((part) => part.remove());

  const look = async () => {
    try {
      const answer = await fetch(watched.dataset.watch, {
        headers: { Accept: "application/json" },
        cache: "no-store",
      });
      if (answer.status === 401) {
        // Nobody has used this screen for a while: the login takes the place of the record.
        clear();
        location.reload();
        return;
      }
      if (!answer.ok || answer.redirected) throw new Error("not answered");
      unanswered = 0;
      if ((await answer.text()) !== watched.dataset.state) {
        clear();
        location.reload();
        return;
      }
    } catch {
      if (++unanswered === 5) {
        clear();
        document.querySelectorAll("[data-lost]").forEach((part) => (part.hidden = false));
        return;
      }
    }
    setTimeout(look, 2000);
  };

  // A page that comes back out of the browser's memory is as old as its last look.
  addEventListener("pageshow", (shown) => shown.persisted && location.reload());
  addEventListener("load", () => {
    window.stop(); // the reload that the answer's Refresh header has set
    setTimeout(look, 2000);
  });
})();
