// Keeps the page at the door and what it is made of, so that it opens without a network.
// The newest is fetched first; what was kept answers only where that fails.
const KEPT = "arrivals-1";
const PAGE = new URL("./", self.location).pathname;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

function isOurs(request) {
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin) return false;
  return address.pathname === PAGE || address.pathname.startsWith("/static/");
}

async function fetchFirst(request) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await kept.put(request, answer.clone());
    return answer;
  } catch (error) {
    const answer = await kept.match(request, { ignoreVary: true });
    if (answer) return answer;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  if (isOurs(event.request)) event.respondWith(fetchFirst(event.request));
});

async function keep(addresses) {
  const kept = await caches.open(KEPT);
  const missing = [];
  for (const address of addresses) {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (answer.ok && !answer.redirected) await kept.put(address, answer);
    else missing.push(address);
  }
  return missing.length === 0;
}

self.addEventListener("message", (event) => {
  const port = event.ports[0];
  if (event.data.keep) event.waitUntil(keep(event.data.keep).then((isWhole) => port.postMessage(isWhole), () => port.postMessage(false)));
  if (event.data.forget) event.waitUntil(caches.delete(KEPT).then(() => port.postMessage(true)));
});
