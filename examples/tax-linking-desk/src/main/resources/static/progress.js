// Keeps a job's page up to date. Without script the page is loaded again every few seconds.
"use strict";
const job = document.querySelector("[data-progress]");

function show(facts) {
  for (const place of document.querySelectorAll("[data-fact]")) {
    place.textContent = facts[place.dataset.fact];
  }
  for (const shown of document.querySelectorAll("[data-with]")) {
    shown.hidden = !facts[shown.dataset.with];
  }
  job.value = Number(facts.percent);
}

async function look() {
  try {
    const answer = await fetch(job.dataset.progress, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    const now = answer.ok ? await answer.json() : { moving: false };
    if (!now.moving) {
      location.reload();
      return;
    }
    show(now.facts);
  } catch (gone) {
    // The application is being started again, and the job goes on with it.
  }
  setTimeout(look, 1000);
}

if (job) {
  addEventListener("load", () => {
    window.stop(); // the reload that the answer's Refresh header has set
    look();
  });
}
