// The door: reads badges, checks people in at once, and sends it when there is a network.
// What was read stands in this device's storage until the server has answered for it.
import { decodeQR } from "../vendor/qr-0.7.0/decode.js";

const root = document.querySelector("#arrivals");
const at = (name) => document.querySelector(`#arrivals-${name}`);
const word = (name) => root.getAttribute(`data-word-${name}`);
const isEnglish = document.documentElement.lang.startsWith("en");
const SYNC_MS = 15000;
const FRAME_MS = 150;
const WIDEST = 1000;
const SHOWN = 30;
const AGAIN_MS = 4000;

const storage = {
  key: (name) => `arrivals:${root.dataset.code}:${name}`,
  read(name) {
    return JSON.parse(localStorage.getItem(this.key(name)) ?? "[]");
  },
  write(name, rows) {
    localStorage.setItem(this.key(name), JSON.stringify(rows));
  },
};
let badges = storage.read("badges");
let syncedAt = "";
let trouble = "";
let isReady = "";

const nameOf = (badge) => (isEnglish && badge.name_en ? badge.name_en : badge.name);
const clock = (instant) => new Date(instant).toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai" });

function show(kind, title, more = "") {
  const small = document.createElement("small");
  small.textContent = more;
  at("result").className = `arrivals-result is-${kind}`;
  at("result").replaceChildren(title, small);
}

function showState() {
  const waiting = storage.read("queue").length;
  const parts = [trouble || word(navigator.onLine ? "online" : "offline")];
  if (waiting) parts.push(`${waiting} ${word("waiting")}`);
  if (syncedAt) parts.push(`${word("synced")} ${clock(syncedAt)}`);
  if (isReady) parts.push(isReady);
  at("state").hidden = false;
  at("state").classList.toggle("is-offline", Boolean(trouble) || !navigator.onLine);
  at("state").textContent = parts.join(" · ");
  at("state").dataset.waiting = waiting;
  at("come").textContent = badges.filter((badge) => badge.at).length;
  at("total").textContent = badges.length || at("total").textContent;
}

function rowOf(badge) {
  const row = document.createElement("li");
  const text = document.createElement("span");
  const people = document.createElement("small");
  people.textContent = badge.people.join("、");
  text.append(nameOf(badge), people);
  row.append(text);
  const end = document.createElement(badge.at ? "span" : "button");
  end.textContent = badge.at ? `✓ ${clock(badge.at)}` : word("checkin");
  end.className = badge.at ? "job-light light-green" : "btn btn-sm";
  if (!badge.at) {
    end.type = "button";
    end.setAttribute("aria-label", `${word("checkin")} ${nameOf(badge)}`);
    end.addEventListener("click", () => take(badge.token));
  }
  row.append(end);
  return row;
}

function showList() {
  const words = at("words").value.trim().toLowerCase();
  const fits = (badge) => [badge.name, badge.name_en, ...badge.people].some((text) => text.toLowerCase().includes(words));
  const found = badges.filter((badge) => (words ? fits(badge) : !badge.at));
  at("list").replaceChildren(...found.slice(0, SHOWN).map(rowOf));
}

function mark(scans) {
  const first = new Map();
  for (const scan of scans) if (!first.has(scan.token)) first.set(scan.token, scan.at);
  for (const badge of badges) badge.at ||= first.get(badge.token) ?? "";
}

function take(token) {
  const badge = badges.find((each) => each.token === token);
  if (badge?.at) return show("again", nameOf(badge), `${word("again")} ${clock(badge.at)}`);
  const scan = { token, at: new Date().toISOString() };
  storage.write("queue", [...storage.read("queue"), scan]);
  if (badge) {
    mark([scan]);
    storage.write("badges", badges);
    show("welcome", `✓ ${nameOf(badge)}`, [word("welcome"), ...badge.people].join(" · "));
    navigator.vibrate?.(80);
  } else {
    show("again", word("unknown"), token);
  }
  showState();
  showList();
  return sync();
}

function read(text) {
  const said = text.trim();
  if (said.startsWith(root.dataset.prefix)) return take(said.slice(root.dataset.prefix.length));
  if (badges.some((badge) => badge.token === said)) return take(said);
  return show("wrong", word("strange"), said.slice(0, 60));
}

async function ask(address, options = {}) {
  const headers = { Accept: "application/json", ...options.headers };
  const answer = await fetch(address, { ...options, headers, credentials: "same-origin" });
  if (answer.ok && !answer.redirected) return answer.json();
  throw new Error({ 401: word("signin"), 403: word("signin"), 409: word("closed") }[answer.status] ?? word("failed"));
}

async function send(csrf, scans) {
  const headers = { "Content-Type": "application/json", "X-CSRFToken": csrf };
  const found = await ask(root.dataset.scans, { method: "POST", headers, body: JSON.stringify({ scans }) });
  const isSent = (scan) => scans.some((each) => each.token === scan.token && each.at === scan.at);
  storage.write("queue", storage.read("queue").filter((scan) => !isSent(scan)));
  if (found.unknown.length) show("wrong", word("refused"), found.unknown.join("、"));
}

async function exchange() {
  let found = await ask(root.dataset.badges);
  const waiting = storage.read("queue");
  if (waiting.length) {
    await send(found.csrf, waiting);
    found = await ask(root.dataset.badges);
  }
  badges = found.badges;
  mark(storage.read("queue"));
  storage.write("badges", badges);
  syncedAt = new Date().toISOString();
}

let running = null;
function sync() {
  running ??= exchange()
    .then(() => { trouble = ""; })
    .catch((error) => { trouble = error instanceof TypeError ? word("offline") : error.message; })
    .finally(() => {
      running = null;
      showState();
      showList();
      if (!trouble && storage.read("queue").length) sync();
    });
  return running;
}

function decode(source, width, height) {
  const scale = Math.min(1, WIDEST / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  paper.drawImage(source, 0, 0, canvas.width, canvas.height);
  try {
    return decodeQR(paper.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return ""; // no code in the picture
  }
}

let camera = null;
function closeCamera() {
  for (const track of camera?.getTracks() ?? []) track.stop();
  camera = null;
  at("video").hidden = true;
  at("camera").setAttribute("aria-pressed", "false");
}

async function openCamera() {
  const video = at("video");
  camera = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
  video.srcObject = camera;
  video.hidden = false;
  at("camera").setAttribute("aria-pressed", "true");
  await video.play();
  let last = "";
  let lastAt = 0;
  const look = () => {
    if (!camera) return;
    const text = video.videoWidth ? decode(video, video.videoWidth, video.videoHeight) : "";
    const isNew = text && (text !== last || Date.now() - lastAt > AGAIN_MS);
    if (text) [last, lastAt] = [text, Date.now()];
    if (isNew) read(text);
    setTimeout(look, FRAME_MS);
  };
  look();
}

async function readPhoto(file) {
  const picture = await createImageBitmap(file);
  const text = decode(picture, picture.width, picture.height);
  picture.close();
  if (text) read(text);
  else show("wrong", word("unreadable"));
}

function tellWorker(worker, message) {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data);
    worker.postMessage(message, [channel.port2]);
  });
}

async function keepPage() {
  if (!("serviceWorker" in navigator)) {
    isReady = word("insecure");
    return;
  }
  await navigator.serviceWorker.register(root.dataset.worker);
  const { active } = await navigator.serviceWorker.ready;
  const used = performance.getEntriesByType("resource").map((entry) => entry.name.split("#")[0]);
  const ours = used.filter((name) => name.startsWith(`${location.origin}/static/`));
  const pictures = new URL(root.dataset.icons, location.href).href;
  if (await tellWorker(active, { keep: [location.pathname, pictures, ...new Set(ours)] })) isReady = word("ready");
}

async function forget() {
  await sync();
  if (storage.read("queue").length) return;
  const registration = await navigator.serviceWorker?.getRegistration(location.pathname);
  if (registration?.active) await tellWorker(registration.active, { forget: true });
  await registration?.unregister();
  localStorage.removeItem(storage.key("badges"));
  localStorage.removeItem(storage.key("queue"));
  location.assign(document.querySelector(".page-head a").href);
}

at("tools").hidden = false;
at("search").hidden = false;
at("form").addEventListener("submit", (event) => {
  event.preventDefault();
  read(at("token").value);
  at("token").value = "";
  at("token").focus();
});
at("words").addEventListener("input", showList);
at("camera").addEventListener("click", () => {
  if (camera) closeCamera();
  else openCamera().catch(() => { closeCamera(); show("wrong", word("camera")); });
});
at("photo").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) readPhoto(file).catch(() => show("wrong", word("unreadable")));
  event.target.value = "";
});
at("forget").addEventListener("click", forget);
addEventListener("online", sync);
addEventListener("offline", showState);
setInterval(sync, SYNC_MS);
showState();
showList();
sync();
keepPage().catch(() => { isReady = ""; }).finally(showState);
