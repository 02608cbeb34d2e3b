// A receiver of webhooks that fails as receivers do, and writes down what it heard.
//
//   node bench/webhook-receiver.mjs SECRETS LEDGER
//
// SECRETS is a file with a line "path secret" for each endpoint, read again when a path is not known yet. LEDGER gets a line for
// each request: path, webhook-id, id of the case, what became of it (taken, refused, hung, reset, moved), whether the signature
// holds by the library of Standard Webhooks, and milliseconds from the event to its arrival. Paths: /flaky/… answers 503 to 30 in
// 100, never answers 10, hangs up on 5, and sends 2 to 169.254.169.254; /dead/… never answers; /ok/… takes everything.
import { createWriteStream, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const [secretsFile, ledgerFile] = process.argv.slice(2);
const ledger = createWriteStream(ledgerFile, { flags: "a" });
let secrets = new Map();

function secret(path) {
  if (!secrets.has(path)) {
    secrets = new Map(readFileSync(secretsFile, "utf8").split("\n").map((line) => line.split(" ")));
  }
  return secrets.get(path);
}

// The same whims in the same order with each run.
let seed = 1;
function chance() {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >>> 8) % 100;
}

function whim(path) {
  if (path.startsWith("/dead")) return "hung";
  if (!path.startsWith("/flaky")) return "taken";
  const drawn = chance();
  return drawn < 30 ? "refused" : drawn < 40 ? "hung" : drawn < 45 ? "reset" : drawn < 47 ? "moved" : "taken";
}

function holds(path, headers, body) {
  try {
    return new Webhook(secret(path)).verify(body, headers) && "signed";
  } catch (error) {
    return `unsigned:${error.message.replace(/\s+/g, "-")}`;
  }
}

const server = createServer(async (request, response) => {
  const parts = [];
  try {
    for await (const part of request) parts.push(part);
  } catch {
    return; // The sender was killed in the middle.
  }
  const body = Buffer.concat(parts).toString();
  const { type, timestamp, data } = JSON.parse(body);
  const fate = whim(request.url);
  const delay = Date.now() - Date.parse(timestamp);
  ledger.write(`${[request.url, request.headers["webhook-id"], type, data.case?.id ?? "-", fate, holds(request.url, request.headers, body), delay].join(",")}\n`);
  if (fate === "taken") return response.end("thank you");
  if (fate === "refused") return response.writeHead(503).end("busy");
  if (fate === "moved") return response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data/" }).end();
  if (fate === "reset") return request.socket.resetAndDestroy();
});
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
