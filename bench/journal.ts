/** The journal: durable appends a second, sealing, and proofs over a million entries. */
import { join } from "node:path";
import { sql } from "kysely";
import { readConfig } from "#app/config.ts";
import { openDatabase, type OpenDatabase } from "#app/database.ts";
import { prepare } from "#app/installation.ts";
import { perform } from "#kernel/access/act.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { leafOf, sealedRows, type EntryRow } from "#kernel/seal/leaf.ts";
import { lastCheckpoint, nodesAt, sealPending } from "#kernel/seal/sequence.ts";
import { verifyJournal } from "#kernel/seal/verify.ts";
import { canonicalBytes } from "#methods/proofs/canonical.ts";
import { openCheckpoint } from "#methods/proofs/checkpoint.ts";
import { storeOf } from "#methods/proofs/compact.ts";
import { hashLeaf } from "#methods/proofs/merkle.ts";
import { verifierOf, type SigningKey } from "#methods/proofs/note.ts";
import { inclusionPlaces, proveInclusion, verifyInclusion } from "#methods/proofs/proof.ts";
import { makeFolder, removeFolder } from "#platform/db/embedded/trial.ts";
import { newId } from "#platform/db/ids.ts";
import { ROOT } from "#test/support/fixed.ts";
import { figure, timed, type Bench, type Line } from "./measure.ts";

const ENTRIES = 1_000_000;
const RUNS = 3;
const RUN_MS = 2_000;
const PROOFS = 200;

const key: SigningKey = { name: "inteko/bench", seed: new Uint8Array(32).fill(7) };

/** Appends as fast as `clients` can, each in a transaction of its own that is on the disk before the next begins. */
async function appends(database: OpenDatabase, pack: Pack, clients: number): Promise<number> {
  const end = performance.now() + RUN_MS;
  let done = 0;
  const client = async (): Promise<void> => {
    while (performance.now() < end) {
      await perform(database.db, { actor: null, now: new Date(), pack }, (act) =>
        act.journal({ kind: "bench.noted", subject: { kind: "note", id: newId() }, payload: { number: done } }),
      );
      done++;
    }
  };
  const took = await timed(() => Promise.all(Array.from({ length: clients }, client)));
  return done / (took / 1000);
}

async function fill(database: OpenDatabase): Promise<void> {
  for (let batch = 0; batch < 10; batch++)
    await sql`
      insert into journal.entry (year, member, kind, subject_kind, subject, payload)
      select 2025, '00000000-0000-0000-0000-000000000000', 'bench.noted', 'note', gen_random_uuid(), jsonb_build_object('number', n)
      from generate_series(1, ${sql.lit(ENTRIES / 10)}) n`.execute(database.db);
}

/** Makes a proof for an entry and checks it as a stranger does, from the signed note alone; milliseconds of each. */
async function proof(database: OpenDatabase, index: number): Promise<{ readonly made: number; readonly checked: number }> {
  const made = performance.now();
  const last = await lastCheckpoint(database.db);
  if (last === null) throw new Error("Nothing is sealed.");
  const row = (await sealedRows(database.db, index, 1))[0] as unknown as EntryRow;
  const path = proveInclusion(storeOf(await nodesAt(database.db, inclusionPlaces(index, last.size))), index, last.size);
  const checking = performance.now();
  const opened = openCheckpoint(last.note, [verifierOf(key)], key.name);
  if (!opened.ok) throw new Error(opened.code);
  const { size, root } = opened.checkpoint;
  if (!verifyInclusion({ index, size, leafHash: hashLeaf(canonicalBytes(leafOf(row))), proof: path, root }))
    throw new Error(`The proof of place ${index} is wrong.`);
  return { made: checking - made, checked: performance.now() - checking };
}

async function measure(database: OpenDatabase, pack: Pack): Promise<Line[]> {
  const lines: Line[] = [];
  for (const clients of [1, 4, 20]) {
    const rates: number[] = [];
    for (let run = 0; run < RUNS; run++) rates.push(await appends(database, pack, clients));
    lines.push({
      what: `durable appends, ${clients} client${clients === 1 ? "" : "s"}`,
      figures: [figure("", "appends/s", rates, clients === 20 ? { least: 1600 } : undefined)],
    });
  }
  await sealPending(database.db, key, () => new Date());
  await fill(database);
  let sealed = 0;
  const sealing = await timed(async () => (sealed = await sealPending(database.db, key, () => new Date())));
  lines.push({
    what: "sealing a million entries",
    figures: [figure("", "entries/s", [sealed / (sealing / 1000)]), figure("in all", "s", [sealing / 1000])],
  });
  const proofs: { made: number; checked: number }[] = [];
  for (let number = 0; number < PROOFS; number++) proofs.push(await proof(database, Math.floor((number / PROOFS) * ENTRIES)));
  const whole = proofs.map((one) => one.made + one.checked);
  lines.push({
    what: "one proof over a million entries",
    figures: [
      figure("made and checked", "ms", whole, { most: 50 }),
      figure(
        "made",
        "ms",
        proofs.map((one) => one.made),
      ),
      figure(
        "checked",
        "ms",
        proofs.map((one) => one.checked),
      ),
    ],
  });
  let entries = 0;
  const verifying = await timed(async () => {
    const found = await verifyJournal(database.db, [verifierOf(key)]);
    if (!found.ok) throw new Error(`The journal does not verify: ${found.tampering[0]?.detail}`);
    entries = found.entries;
  });
  lines.push({
    what: "verifying the whole journal",
    figures: [figure("", "entries/s", [entries / (verifying / 1000)]), figure("in all", "s", [verifying / 1000])],
  });
  return lines;
}

export const journal: Bench = {
  name: "journal",
  about: "durable appends, sealing and proofs over a million entries",
  run: async () => {
    const folder = makeFolder();
    const dataFolder = join(folder, "data");
    const config = readConfig({ INTEKO_DATA: dataFolder }, ROOT);
    const database = await openDatabase(config, () => undefined);
    try {
      const { pack } = await prepare(database.db, database.pool, { root: ROOT, pack: config.packFolder }, new Date());
      return await measure(database, pack);
    } finally {
      await database.close();
      removeFolder(folder, dataFolder);
    }
  },
};
