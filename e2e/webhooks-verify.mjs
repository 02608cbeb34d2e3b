// Verifies webhooks with the library of Standard Webhooks: a JSON object a line on stdin, {secret, id, timestamp, signature,
// body}; answers each with "ok" or why not. The library refuses what is older than five minutes, so the clock shows the time
// of each webhook: tests move theirs.
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, id, timestamp, signature, body } = JSON.parse(line);
  Date.now = () => Number(timestamp) * 1000;
  try {
    new Webhook(secret).verify(body, { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature });
    console.log("ok");
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
