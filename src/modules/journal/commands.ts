/** `inteko verify`: all of the journal against its checkpoints, and against one kept elsewhere. */
import { readFile } from "node:fs/promises";
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { sql } from "kysely";
import { hasSealKey, keysFolder, lostKeys, openSealKey, originOfLog } from "#kernel/seal/key.ts";
import { sealPending } from "#kernel/seal/sequence.ts";
import { verifyJournal, type Verification } from "#kernel/seal/verify.ts";
import { parseVerifierKey, verifierOf, type VerifierKey } from "#methods/proofs/note.ts";
import { canonical } from "#platform/journal/canonical.ts";

const USAGE = "verify [--checkpoint FILE] [--key FILE] [--json]";

interface Options {
  readonly checkpoint?: string;
  readonly key?: string;
}

/** The options, or null when the arguments are not the command's. */
function optionsOf(args: readonly string[]): Options | null {
  const options: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    const name = args[index];
    const value = args[index + 1];
    if ((name !== "--checkpoint" && name !== "--key") || value === undefined) return null;
    options[name.slice(2)] = value;
  }
  return options;
}

function tell(context: CommandContext, found: Verification): void {
  const { print } = context;
  print(`${found.entries} sealed entries, ${found.waiting} waiting for their seal, ${found.checkpoints} checkpoints.`);
  print(`Root of the tree: ${found.root}`);
  for (const tampering of found.tampering) print(`TAMPERING ${tampering.code}: ${tampering.detail}`);
  for (const sentence of found.unproved) print(`Not proved: ${sentence}`);
  print(found.ok ? "Nothing was found to be changed." : `${found.tampering.length} findings: the journal is not what was sealed.`);
}

const BELIEVED =
  "The folder keys holds no signing key, so the key that the database itself publishes was believed; give the one kept elsewhere (--key FILE).";

/** The key that the portal publishes, where the database of a restored backup holds it. */
async function publishedKey(context: CommandContext): Promise<VerifierKey | null> {
  const { rows } = await sql<{ value: string }>`select value from setting.fact where name = 'journal_key'`.execute(context.db);
  return rows[0] === undefined ? null : parseVerifierKey(rows[0].value);
}

/** The keys that may have signed: the one given, or this installation’s own and those it lost before. */
async function verifiersFor(context: CommandContext, options: Options, unproved: string[]): Promise<readonly VerifierKey[]> {
  if (options.key !== undefined) return [parseVerifierKey((await readFile(options.key, "utf8")).trim())];
  const folder = keysFolder(context.dataFolder);
  // After a restore without the keys: a key made now would call every old seal forged, and seal with it beside them.
  const published = hasSealKey(folder) ? null : await publishedKey(context);
  if (published !== null) {
    unproved.push(BELIEVED);
    return [published, ...lostKeys(folder)];
  }
  const key = openSealKey(folder, originOfLog(context.pack));
  // Entries of the last seconds get their place first, so that the whole journal is looked at. A server that seals meanwhile is no harm.
  await sealPending(context.db, key, () => context.now);
  return [verifierOf(key), ...lostKeys(folder)];
}

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const options = optionsOf(context.args);
  if (options === null) {
    context.complain(`Usage: inteko ${USAGE}`);
    return 2;
  }
  const outside = options.checkpoint === undefined ? undefined : await readFile(options.checkpoint, "utf8");
  const unproved: string[] = [];
  const verified = await verifyJournal(context.db, await verifiersFor(context, options, unproved), outside);
  const found = { ...verified, unproved: [...unproved, ...verified.unproved] };
  if (context.json) context.print(canonical(found));
  else tell(context, found);
  return found.ok ? 0 : 1;
}

export const verifyCommand: Command = {
  name: "verify",
  usage: USAGE,
  summary: "check the whole journal; exit 1 when anything was changed",
  database: true,
  run,
};
