// Tests of release.ts on the emulator. Run them with: npm test

import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { after, before, beforeEach, test } from "node:test";
import { openIssue, ReleaseError } from "./release.js";

interface Exchange {
  status?: number;
  executed: boolean;
  parameters?: Record<string, unknown>;
}

const tool = process.env.RECOUP ?? "recoup";
const catalog = process.env.RECOUP_CATALOG ?? "../../QuickStart/recoup.catalog.json";
let emulator: ChildProcess;
let address: string;
let key: string;

/** Calls the control API. */
async function control(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
  const response = await fetch(`${address}/_recoup${path}`, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

async function sent(): Promise<Exchange[]> {
  return (await control("GET", "/journal?action=GITHUB_CREATE_ISSUE")).body.exchanges;
}

before(async () => {
  const args = ["emulate", "--catalog", catalog, "--port", "0", "--clock", "emulated", "--quiet"];
  emulator = spawn(tool, args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: emulator.stdout! })[Symbol.asyncIterator]();
  address = (await lines.next()).value;
  key = (await lines.next()).value;
});

after(() => { emulator.kill(); });

beforeEach(() => control("POST", "/reset"));

test("a failure of the service is tried again", async () => {
  const outcomes = [{ failsUpstream: "GitHub is down." }, { returns: { number: 17 } }];
  await control("POST", "/stubs", { action: "GITHUB_CREATE_ISSUE", outcomes });

  assert.equal(await openIssue(address, key, "1.0 is out"), 17);

  const exchanges = await sent();
  assert.deepEqual(exchanges.map(exchange => exchange.status), [502, 200]);
  assert.equal(exchanges[1]?.parameters?.title, "1.0 is out");
});

test("a connector that is not connected is not tried again", async () => {
  await control("PUT", "/accounts/default/connections/github", { state: "none" });

  await assert.rejects(openIssue(address, key, "1.0 is out"), (error: Error) => error instanceof ReleaseError && /409/.test(error.message));

  assert.deepEqual((await sent()).map(exchange => exchange.executed), [false]);
});

test("a mistake in a script is explained", async () => {
  const { status, body } = await control("POST", "/stubs", { action: "GITHUB_CREATE_ISUE" });

  assert.equal(status, 404);
  assert.match(body.detail, /Did you mean 'GITHUB_CREATE_ISSUE'\?/);
});
