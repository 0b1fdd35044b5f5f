/** The list of entries and its file: Dative reads it all, also while others go on working. */
import { expect, test } from "vitest";
import { newId } from "#platform/db/ids.ts";
import { inPages } from "#platform/http/list-file.ts";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { entriesBeyond, listEntries, type EntryFilter, type ListedEntry } from "./queries.ts";

const world = useWorld([module]);

const KIND = "trial.told";
const filter: EntryFilter = { kind: KIND, from: null, to: null };

const NEWEST = { descending: true };

const tell = (count: number): Promise<void> =>
  world.act("vestine", async (act) => {
    for (let n = 0; n < count; n++) await act.journal({ kind: KIND, subject: { kind: "trial", id: newId() }, payload: { n } });
  });

test("Dative’s file holds each entry once, the newest first, though Vestine goes on working while it is read", async () => {
  await tell(7);
  const { rows: entries, total } = await listEntries(world.db, filter, { ...NEWEST, offset: 0, limit: 50 });
  expect(total).toBe(7);
  const read: number[] = [];
  const pages: (number | null)[] = [];
  const rows = inPages<ListedEntry>(3, async ({ last, limit }) => {
    pages.push(last?.entry ?? null);
    const found = await entriesBeyond(world.db, filter, NEWEST, last?.entry ?? null, limit);
    // With a count of rows to skip, what is appended here would push entries onto the next page a second time.
    await tell(2);
    return found;
  });
  for await (const row of rows) read.push(row.entry);
  expect(read).toEqual(entries.map((entry) => entry.entry));
  expect(pages).toEqual([null, read[2], read[5]]);
});

test("the file says what the list says, with the filter of the address", async () => {
  const browser = await world.browser("dative");
  const file = await browser.get(`/journal/entries.csv?kind=${KIND}`);
  const lines = file.text.trimEnd().split("\r\n");
  const { rows: entries, total } = await listEntries(world.db, filter, { ...NEWEST, offset: 0, limit: 50 });
  expect(lines[0]).toBe("entry,recorded_at,kind,record_kind,record,post_type,organisation,place");
  expect(lines).toHaveLength(total + 1);
  const [newest] = entries;
  expect(lines[1]).toBe(`${newest?.entry},2025-11-17T07:00:00.000Z,${KIND},trial,${newest?.subject},DES,Huye,`);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
});

test("a list of nothing offers no file; Claudine, who does not oversee, gets neither", async () => {
  const browser = await world.browser("dative");
  expect((await browser.get(`/journal/entries?kind=${KIND}`)).text).toContain("format=xlsx");
  expect((await browser.get("/journal/entries?from=2031-01-01")).text).not.toContain("format=xlsx");
  const claudine = await world.browser("claudine");
  for (const file of ["/journal/entries.csv", "/journal/entries?format=json"]) expect((await claudine.get(file)).status).toBe(403);
});
