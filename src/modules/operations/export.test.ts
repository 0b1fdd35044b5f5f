/** Everything in open formats: what leaves, what does not, and who says so. */
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fromBuffer, type Entry } from "yauzl";
import { perform } from "#kernel/access/act.ts";
import { houseOf } from "#kernel/access/house.ts";
import type { JobContext } from "#kernel/access/module.ts";
import { newId } from "#platform/db/ids.ts";
import { storeFile } from "#platform/files/store.ts";
import { module as account } from "#modules/account";
import { module } from "#modules/operations";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld, type Browser } from "#test/support/world.ts";
import { exportCommand } from "./command-export.ts";
import { forgetExports, writeExport } from "./exports.ts";

const modules = [account, module];
const world = useWorld(modules);
const house = houseOf(modules);
let folder: string;
let gilbert: Browser;
let aimable: Browser;
let dative: Browser;

const job = (): JobContext => ({
  db: world.db,
  pack: world.pack,
  now: world.now,
  origin: "http://localhost:8080",
  association: world.association,
  house,
  act: (work) => perform(world.db, { actor: null, now: world.now, pack: world.pack }, work),
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "inteko-export-"));
  [gilbert, aimable, dative] = await Promise.all([world.browser("gilbert"), world.browser("aimable"), world.browser("dative")]);
});

afterAll(() => rm(folder, { recursive: true }));

/** The files of a ZIP by name. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) return reject(error);
      zip.on("entry", (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed !== null) return reject(failed);
          const parts: Buffer[] = [];
          stream.on("data", (part: Buffer) => parts.push(part));
          stream.on("end", () => {
            found.set(entry.fileName, Buffer.concat(parts).toString("utf8"));
            zip.readEntry();
          });
        });
      });
      zip.on("end", () => resolve());
      zip.readEntry();
    });
  });
  return found;
}

async function exported(id: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from operations.export_piece where export = ${id} order by position`.execute(
    world.db,
  );
  return unzip(Buffer.concat(rows.map((row) => row.bytes)));
}

describe("the full export", () => {
  const newest = async (): Promise<string> =>
    (await sql<{ id: string }>`select id from operations.export order by asked_at desc, id limit 1`.execute(world.db)).rows[0]?.id ?? "";
  const clear = () => sql`delete from operations.export`.execute(world.db);

  it("Aimable takes everything away without personal data: nobody’s name, address or password is in any file", async () => {
    expect((await aimable.post("/admin/export", { purpose: "why" })).status).toBe(422);
    expect((await aimable.post("/admin/export", { purpose: "Moving to our own server in Kigali" })).status).toBe(303);
    const id = await newest();
    await writeExport(job(), { export: id });
    const files = await exported(id);
    expect(files.get("tables/rules.rule_set.csv")).toContain("data_protection");
    expect(files.get("tables/registry.person.csv")?.split("\r\n")[1]).toMatch(/^[0-9a-f-]{36},,,/);
    const all = [...files.values()].join("\n");
    for (const secret of ["Kamikazi", "@inteko.example", "$argon2"]) expect(all).not.toContain(secret);
    expect([...files.keys()].filter((name) => name.startsWith("files/"))).toEqual([]);
    const schema = JSON.parse(files.get("schema.json") ?? "{}") as {
      $defs: Record<string, { description?: string; properties: Record<string, Record<string, unknown>> }>;
    };
    expect(schema.$defs["registry.assignment"]?.description).toContain("the post outlives the person");
    expect(schema.$defs["registry.person"]?.properties["full_name"]?.["x-personal"]).toBe("left empty");
    const journal = (files.get("journal/entries.jsonl") ?? "")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { kind: string; personal: unknown; person: unknown });
    expect(journal.length).toBeGreaterThan(10);
    expect(journal.every((entry) => entry.personal === null && entry.person === null)).toBe(true);
    const file = await aimable.get(`/admin/export/${id}/file`);
    expect(file.headers.get("content-type")).toBe("application/zip");
    expect((await gilbert.get(`/admin/export/${id}/file`)).status).toBe(404);
    await clear();
  });

  it("holds every table that stands in the database, one planted a moment ago included", async () => {
    await sql`create table files.planted (id uuid primary key, note text)`.execute(world.db);
    await sql`comment on column files.planted.note is 'A note'`.execute(world.db);
    await sql`insert into files.planted values (gen_random_uuid(), '=1+1, "quoted"')`.execute(world.db);
    await gilbert.post("/admin/export", { purpose: "A test of the planted table" });
    const id = await newest();
    await writeExport(job(), { export: id });
    const files = await exported(id);
    expect(files.get("tables/files.planted.csv")).toContain(`"'=1+1, ""quoted"""`);
    expect(files.get("schema.json")).toContain("A note");
    await sql`drop table files.planted`.execute(world.db);
    await clear();
  });

  it("with personal data waits for Dative’s word, and holds names and files then", async () => {
    const bytes = Buffer.from("the list of Ngoma");
    await world.act("claudine", async (act) => {
      await storeFile(act.tx, {
        name: "list.txt",
        mediaType: "text/plain",
        purpose: "test",
        subject: { kind: "test", id: newId() },
        uploadedBy: null,
        bytes,
      });
      await act.journal({ kind: "test.kept", subject: { kind: "test", id: newId() }, payload: {}, personal: { said: "in confidence" } });
    });
    await aimable.post("/admin/export", { purpose: "Handing over to the archive by law", personal: "yes" });
    const id = await newest();
    await writeExport(job(), { export: id });
    expect((await aimable.get(`/admin/export/${id}/file`)).status).toBe(410);
    expect((await gilbert.post(`/admin/export/${id}/decide`, { allow: "yes" })).status).toBe(403);
    expect((await dative.post(`/admin/export/${id}/decide`, { allow: "yes", reason: "The archive law asks for it" })).status).toBe(303);
    expect((await dative.post(`/admin/export/${id}/decide`, { allow: "no" })).status).toBe(409);
    await writeExport(job(), { export: id });
    const files = await exported(id);
    expect(files.get("tables/registry.person.csv")).toContain("Kamikazi");
    expect(files.get("journal/entries.jsonl")).toContain("in confidence");
    expect([...files].find(([name]) => name.endsWith("-list.txt"))?.[1]).toBe("the list of Ngoma");
    expect([...files.values()].join("\n")).not.toContain("$argon2");
    await forgetExports({ ...job(), now: new Date(world.now.getTime() + 8 * 86_400_000) });
    expect((await aimable.get(`/admin/export/${id}/file`)).status).toBe(410);
    const { rows } = await sql<{ n: number }>`select count(*) as n from operations.export_piece`.execute(world.db);
    expect(rows[0]?.n).toBe(0);
    await clear();
  });

  it("one that Dative refuses is never written", async () => {
    await gilbert.post("/admin/export", { purpose: "Out of curiosity, really", personal: "yes" });
    const id = await newest();
    await dative.post(`/admin/export/${id}/decide`, { allow: "no", reason: "No purpose" });
    await writeExport(job(), { export: id });
    expect((await sql`select 1 from operations.export_piece`.execute(world.db)).rows).toEqual([]);
    await clear();
  });

  it("a broken one says why, and can be asked for again", async () => {
    await gilbert.post("/admin/export", { purpose: "Will break midway, in a test" });
    const id = await newest();
    await writeExport({ ...job(), house: { ...house, personalData: undefined as never } }, { export: id });
    expect((await gilbert.get("/admin/export")).text).toContain("Stopped");
    await clear();
  });

  it("Gilbert writes it from the terminal into a folder or one ZIP; personal data wants a purpose", async () => {
    const lines: string[] = [];
    const context = {
      pack: world.pack,
      now: world.now,
      db: world.db,
      house,
      json: false,
      root: ROOT,
      dataFolder: folder,
      print: (text: string) => void lines.push(text),
      complain: (text: string) => void lines.push(text),
      act: job().act,
    };
    expect(await exportCommand.run({ ...context, args: [] })).toBe(2);
    expect(await exportCommand.run({ ...context, args: [join(folder, "out"), "--with-personal-data", "short"] })).toBe(2);
    expect(await exportCommand.run({ ...context, args: [join(folder, "out")] })).toBe(0);
    expect((await readdir(join(folder, "out"))).sort()).toEqual(["README.txt", "journal", "schema.json", "tables"]);
    expect(await exportCommand.run({ ...context, args: [join(folder, "out")] })).toBe(1);
    expect(
      await exportCommand.run({ ...context, args: [join(folder, "all.zip"), "--with-personal-data", "Archive of the year 2025"] }),
    ).toBe(0);
    expect((await unzip(await readFile(join(folder, "all.zip")))).get("tables/registry.person.csv")).toContain("Kamikazi");
    // What it is for was typed by somebody: it is kept beside the entry, not in its leaf.
    const { rows } = await sql<{
      content: { purpose: string | null };
    }>`select p.content from journal.entry e join journal.personal p on p.entry = e.entry where e.kind = 'operations.export_written' order by e.entry desc limit 1`.execute(
      world.db,
    );
    expect(rows[0]?.content.purpose).toBe("Archive of the year 2025");
  });
});
