// Opens the page again as soon as the site says that the graph is back.
async function tryAgain() {
  try {
    const answer = await fetch("/healthz");
    if (answer.ok) return location.reload();
  } catch {
    // The site itself is away: ask again.
  }
  setTimeout(tryAgain, 3000);
}

setTimeout(tryAgain, 3000);
