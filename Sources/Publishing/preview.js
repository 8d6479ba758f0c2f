"use strict";
// Asks whether there is something new to see, and loads the page anew when there is. Only a page that somebody looks at asks.
(() => {
  const { version } = document.currentScript.dataset;
  let isAsking = false;
  async function ask() {
    if (isAsking) return;
    isAsking = true;
    while (document.visibilityState === "visible") {
      try {
        const answer = await fetch("/__samsyn/version?seen=" + version, { cache: "no-store" });
        if (answer.ok && (await answer.text()) !== version) return location.reload();
      } catch {
        // The server has stopped, and may come back.
        await new Promise((done) => setTimeout(done, 2000));
      }
    }
    isAsking = false;
  }
  document.addEventListener("visibilitychange", ask);
  // A page that the browser kept and shows again may be old.
  addEventListener("pageshow", ask);
})();
