// Checks an MCP server over stdio with the TypeScript SDK, a client that shares no code with ours.
//
//   node client.mjs CALLS COMMAND [ARGUMENT…]
//
// CALLS is a JSON file: an array of at least one call, each with "name", "arguments" (default: {}) and "isError" (default: false), the
// expected result. COMMAND starts the server. Each step prints one line of JSON; a step that did not pass has "ok": false and a "problem".
// The exit code is 0 if all steps passed, 1 if one did not, and 2 if the arguments are wrong.
import { readFileSync } from "node:fs";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";

const timeout = 30_000; // Milliseconds for each request.
const maxPages = 1_000; // A server that never ends its list is wrong.

const [path, command, ...args] = process.argv.slice(2);
const calls = readCalls(path, command);
const client = new Client({ name: "recoup-mcp-client", version: "1.0.0" });
const errors = []; // What is wrong with the connection itself, such as output that is no message.
client.onerror = (error) => errors.push(error.message);
let passed = true;

const isConnected = await step("connect", async () => {
  await client.connect(new StdioClientTransport({ command, args, env: process.env }), { timeout });
  return { server: client.getServerVersion(), instructions: client.getInstructions()?.length ?? 0 };
});
if (isConnected) {
  const names = new Set();
  await step("list", () => list(names));
  for (const call of calls) await step("call", () => run(call, names), { name: call.name });
}
await step("close", async () => {
  await client.close();
  if (errors.length > 0) fail(`expected no error of the connection, got: ${errors[0].slice(0, 500)}`);
});
process.exit(passed ? 0 : 1);

/** Runs a step and prints its outcome. Returns whether it passed. */
async function step(step, action, about = {}) {
  let line;
  try {
    line = { step, ...about, ok: true, ...(await action()) };
  } catch (error) {
    line = { step, ...about, ok: false, problem: error.message, ...error.details };
    passed = false;
  }
  console.log(JSON.stringify(line));
  return line.ok;
}

/** Reads all pages of the list of tools. Tool names are unique, and every tool takes an object. */
async function list(names) {
  let pages = 0;
  let cursor;
  do {
    if (++pages > maxPages) fail(`expected at most ${maxPages} pages of tools, got another nextCursor`);
    const page = await client.listTools(cursor === undefined ? {} : { cursor }, { timeout });
    for (const tool of page.tools) {
      if (names.has(tool.name)) fail(`expected each tool once, got '${tool.name}' again on page ${pages}`);
      if (tool.inputSchema.type !== "object") fail(`expected the type "object" in the schema of '${tool.name}'`);
      names.add(tool.name);
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  if (names.size === 0) fail("expected at least one tool, got none");
  return { tools: names.size, pages };
}

/** Calls a tool and checks its result. An error of the protocol is not a result, whatever the call expects. */
async function run({ name, arguments: parameters = {}, isError = false }, names) {
  if (!names.has(name)) fail("expected a tool of the list");
  const result = await client.callTool({ name, arguments: parameters }, undefined, { timeout });
  const text = result.content.map((part) => part.text ?? `(${part.type})`).join("\n");
  const details = { isError: result.isError === true, text: text.slice(0, 500) };
  if (details.isError !== isError) fail(`expected isError ${isError}, got ${details.isError}`, details);
  if (text.length === 0) fail("expected content, got none", details);
  return details;
}

function readCalls(path, command) {
  try {
    if (command === undefined) fail("usage: node client.mjs CALLS COMMAND [ARGUMENT…]");
    const calls = JSON.parse(readFileSync(path, "utf8"));
    const isCall = (call) => typeof call?.name === "string" && ["undefined", "boolean"].includes(typeof call.isError);
    if (!Array.isArray(calls) || calls.length === 0 || !calls.every(isCall))
      fail(`${path}: expected an array of calls, each with "name", "arguments" and "isError"`);
    return calls;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

function fail(message, details) {
  throw Object.assign(new Error(message), { details });
}
