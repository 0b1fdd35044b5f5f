/** The journal under attack: every edit, deletion and reordering is found, and against a checkpoint kept elsewhere every cut and rewrite. */
import { sql } from "kysely";
import { beforeEach, expect, test } from "vitest";
import { canonicalBytes } from "#methods/proofs/canonical.ts";
import { hashLeaf } from "#methods/proofs/merkle.ts";
import { openCheckpoint, signCheckpoint } from "#methods/proofs/checkpoint.ts";
import { verifierOf, type SigningKey } from "#methods/proofs/note.ts";
import { newId } from "#platform/db/ids.ts";
import { inclusionPlaces, proveInclusion, verifyInclusion } from "#methods/proofs/proof.ts";
import { storeOf } from "#methods/proofs/compact.ts";
import { useWorld } from "#test/support/world.ts";
import { leafOf, sealedRows, type EntryRow } from "./leaf.ts";
import { lastCheckpoint, nodesAt, sealPending } from "./sequence.ts";
import { verifyJournal } from "./verify.ts";

const world = useWorld([]);
const key: SigningKey = { name: "inteko/test", seed: new Uint8Array(32).fill(7) };
const other: SigningKey = { name: "inteko/test", seed: new Uint8Array(32).fill(8) };
const verifier = verifierOf(key);
const now = (): Date => world.now;

async function note(text: string): Promise<number> {
  return world.act("claudine", (act) =>
    act.journal({
      kind: "test.noted",
      subject: { kind: "note", id: newId() },
      payload: { text },
      personal: { name: `Someone who wrote ${text}` },
    }),
  );
}

/** Lets the attacker in: the triggers that refuse changes are off for this one statement. */
async function attack(statement: ReturnType<typeof sql>): Promise<void> {
  await world.db.transaction().execute(async (tx) => {
    for (const table of ["entry", "leaf", "checkpoint"])
      await sql`alter table ${sql.table(`journal.${table}`)} disable trigger user`.execute(tx);
    await statement.execute(tx);
    for (const table of ["entry", "leaf", "checkpoint"])
      await sql`alter table ${sql.table(`journal.${table}`)} enable trigger user`.execute(tx);
  });
}

/** Rolls an attack back after looking at what verification says. */
async function codesAfter(statements: readonly ReturnType<typeof sql>[], outside?: string): Promise<string[]> {
  const snapshot = ["entry", "leaf", "checkpoint", "subtree", "personal", "pending"];
  for (const table of snapshot) await sql.raw(`create table keep_${table} as table journal.${table}`).execute(world.db);
  for (const statement of statements) await attack(statement);
  const found = await verifyJournal(world.db, [verifier], outside);
  for (const table of snapshot) {
    await attack(sql.raw(`delete from journal.${table}`));
    await attack(sql.raw(`insert into journal.${table} overriding system value table keep_${table}`));
    await sql.raw(`drop table keep_${table}`).execute(world.db);
  }
  await sql`delete from journal.pending`.execute(world.db);
  return found.tampering.map((tampering) => tampering.code);
}

let early = "";

beforeEach(async () => {
  if (early !== "") return;
  for (let number = 0; number < 12; number++) await note(`word_${number}`);
  await sealPending(world.db, key, now);
  early = (await lastCheckpoint(world.db))?.note ?? "";
  for (let number = 12; number < 20; number++) await note(`word_${number}`);
  await sealPending(world.db, key, now);
});

test("an honest journal verifies, and says what it cannot prove alone", async () => {
  const found = await verifyJournal(world.db, [verifier]);
  expect(found).toMatchObject({ ok: true, waiting: 0, checkpoints: 2, tampering: [] });
  expect(found.unproved).toHaveLength(1);
  expect((await verifyJournal(world.db, [verifier], early)).unproved).toEqual([]);
});

test("nobody can update or delete an entry through the database's own door", async () => {
  await expect(sql`update journal.entry set kind = 'test.forged'`.execute(world.db)).rejects.toThrow("append-only");
  await expect(sql`delete from journal.entry`.execute(world.db)).rejects.toThrow("append-only");
  await expect(sql`delete from journal.checkpoint`.execute(world.db)).rejects.toThrow("append-only");
});

const some = sql`(select l.entry from journal.leaf l join journal.entry e on e.entry = l.entry where e.kind = 'test.noted' order by l.seq limit 1)`;

const ATTACKS: readonly [what: string, statements: readonly ReturnType<typeof sql>[], code: string][] = [
  ["a payload is edited", [sql`update journal.entry set payload = '{"text":"forged"}' where entry = ${some}`], "entry-edited"],
  ["an entry changes its post", [sql`update journal.entry set post = null, person = null where entry = ${some}`], "entry-edited"],
  [
    "an entry is dated back",
    [sql`update journal.entry set recorded_at = recorded_at - interval '1 day' where entry = ${some}`],
    "entry-edited",
  ],
  ["an entry is deleted", [sql`delete from journal.entry where entry = ${some}`], "entry-deleted"],
  [
    "an entry and its leaf are deleted",
    [sql`delete from journal.entry where entry = ${some}`, sql`delete from journal.leaf where seq = 5`],
    "place-missing",
  ],
  [
    "two entries change places",
    [
      sql`update journal.leaf set seq = -1 where seq = 3`,
      sql`update journal.leaf set seq = 3 where seq = 4`,
      sql`update journal.leaf set seq = 4 where seq = -1`,
    ],
    "root-differs",
  ],
  [
    "the tail is cut but the checkpoint stays",
    [sql`delete from journal.leaf where seq >= 15`, sql`delete from journal.entry where entry not in (select entry from journal.leaf)`],
    "journal-truncated",
  ],
  ["a checkpoint is forged", [sql`update journal.checkpoint set root = decode(repeat('00', 32), 'hex')`], "checkpoint-forged"],
  [
    "an entry is smuggled in without a place",
    [
      sql`insert into journal.entry (year, member, kind, subject_kind, subject, payload) values (2025, ${newId()}, 'test.smuggled', 'note', ${newId()}, '{}')`,
      sql`delete from journal.pending`,
    ],
    "entry-smuggled",
  ],
  [
    "personal content is swapped",
    [sql`update journal.personal set content = '{"name":"Somebody else"}' where entry = ${some}`],
    "personal-content-changed",
  ],
];

test.each(ATTACKS)("it is found when %s", async (_, statements, code) => {
  expect(await codesAfter(statements)).toContain(code);
});

test("erasing personal content by law leaves the journal whole", async () => {
  expect(await codesAfter([sql`delete from journal.personal where entry = ${some}`])).toEqual([]);
});

test("a tail cut together with its checkpoint is found only with a checkpoint kept elsewhere", async () => {
  const last = (await lastCheckpoint(world.db))?.note;
  const cut = [
    sql`delete from journal.checkpoint where size = (select max(size) from journal.checkpoint)`,
    sql`delete from journal.leaf where seq >= (select max(size) from journal.checkpoint)`,
    sql`delete from journal.personal where entry not in (select entry from journal.leaf)`,
    sql`delete from journal.entry where entry not in (select entry from journal.leaf)`,
  ];
  expect(await codesAfter(cut)).toEqual([]);
  expect(await codesAfter(cut, last)).toEqual(["journal-truncated"]);
});

test("a whole history rewritten and signed anew with the stolen key is found with a checkpoint kept elsewhere", async () => {
  const rewrite = [
    sql`update journal.entry set payload = '{"text":"a kinder history"}' where kind = 'test.noted'`,
    sql`delete from journal.leaf`,
    sql`delete from journal.subtree`,
    sql`delete from journal.checkpoint`,
    sql`insert into journal.pending (entry) select entry from journal.entry`,
  ];
  const keep = ["entry", "leaf", "checkpoint", "subtree"];
  for (const table of keep) await sql.raw(`create table old_${table} as table journal.${table}`).execute(world.db);
  for (const statement of rewrite) await attack(statement);
  await sealPending(world.db, key, now);
  expect((await verifyJournal(world.db, [verifier])).ok).toBe(true);
  expect((await verifyJournal(world.db, [verifier], early)).tampering.map((found) => found.code)).toEqual(["journal-rewritten"]);
  for (const table of keep) {
    await attack(sql.raw(`delete from journal.${table}`));
    await attack(sql.raw(`insert into journal.${table} overriding system value table old_${table}`));
  }
  await sql`delete from journal.pending`.execute(world.db);
});

test("a checkpoint signed with another key is not accepted", async () => {
  const forged = signCheckpoint({ origin: "inteko/test", size: 3, root: new Uint8Array(32) }, [other]);
  expect((await verifyJournal(world.db, [verifier], forged)).tampering.map((found) => found.code)).toEqual(["checkpoint-unreadable"]);
});

test("a stranger proves one entry with nothing but the checkpoint and the key", async () => {
  const last = await lastCheckpoint(world.db);
  const opened = openCheckpoint(last?.note ?? "", [verifier], "inteko/test");
  if (!opened.ok) throw new Error(opened.code);
  const row = (await sealedRows(world.db, 9, 1))[0] as unknown as EntryRow;
  const proof = proveInclusion(storeOf(await nodesAt(world.db, inclusionPlaces(9, opened.checkpoint.size))), 9, opened.checkpoint.size);
  const claim = {
    index: 9,
    size: opened.checkpoint.size,
    leafHash: hashLeaf(canonicalBytes(leafOf(row))),
    proof,
    root: opened.checkpoint.root,
  };
  expect(verifyInclusion(claim)).toBe(true);
  expect(verifyInclusion({ ...claim, index: 8 })).toBe(false);
});

test("two sealers at once give every entry one place", async () => {
  for (let number = 0; number < 30; number++) await note(`busy_${number}`);
  await Promise.all([sealPending(world.db, key, now), sealPending(world.db, key, now), sealPending(world.db, key, now)]);
  await sealPending(world.db, key, now);
  expect(await verifyJournal(world.db, [verifier], early)).toMatchObject({ ok: true, waiting: 0 });
});

test("a file of all checkpoints, sent by mail with other line ends, is checked note by note", async () => {
  await note("one_more");
  await sealPending(world.db, key, now);
  const last = (await lastCheckpoint(world.db))?.note ?? "";
  const all = `${early}\n${last}\n`;
  expect(await verifyJournal(world.db, [verifier], all)).toMatchObject({ ok: true });
  expect(await verifyJournal(world.db, [verifier], `\uFEFF${all.replaceAll("\n", "\r\n")}\r\n`)).toMatchObject({ ok: true });
  const forged = signCheckpoint({ origin: key.name, size: 3, root: new Uint8Array(32) }, [key]);
  const mixed = await verifyJournal(world.db, [verifier], `${early}\n${forged}\n${last}`);
  expect(mixed.tampering.map((found) => found.code)).toEqual(["journal-rewritten"]);
  const broken = await verifyJournal(world.db, [verifier], `${early}\nsomething else\n`);
  expect(broken.tampering.map((found) => found.code)).toEqual(["checkpoint-unreadable"]);
});
