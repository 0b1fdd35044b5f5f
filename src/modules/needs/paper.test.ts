/** A district without signal signs its result on paper; somebody types it in with a scan, and stands beside it as the one who did. */
import { sql } from "kysely";
import { describe, expect, it, test } from "vitest";
import { sheetsByIds } from "#kernel/signature/sheet.ts";
import { useWorld } from "#test/support/world.ts";
import { beginPlanning } from "./actions-round.ts";
import { isScan, LARGEST_SCAN } from "./actions-paper.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { roundOf } from "./queries.ts";
import { sharedRound, whoIs } from "./rounds.fixture.ts";

const world = useWorld([module]);
type Form = Record<string, string | Blob>;
const SCAN = new File(["%PDF-1.4 the signed sheet"], "huye-signed.pdf");

async function shared(consent: string | null = null): Promise<{ id: string; huye: string; need: string }> {
  world.now = new Date("2025-11-17T07:00:00.000Z");
  const id = await sharedRound(world, consent);
  const { rows } = await sql<{ id: string }>`select id from needs.need where round = ${id}`.execute(world.db);
  world.now = new Date("2025-11-24T07:00:00.000Z");
  return { id, huye: await world.organisation("Huye"), need: rows[0]?.id ?? "" };
}

const paperOf = (need: string, own: Form = {}): Form => ({
  scan: SCAN,
  "signed-day": "19",
  "signed-month": "11",
  "signed-year": "2025",
  [`reply-${need}`]: "contest",
  [`contest-${need}`]: "The tender plan was signed in October",
  comment: "Signed at the office, no signal",
  ...own,
});
const stateOf = async (need: string): Promise<string | undefined> =>
  (await sql<{ state: string }>`select state from needs.need where id = ${need}`.execute(world.db)).rows[0]?.state;

describe("Huye signs its result on paper on 19/11/2025", () => {
  test("Claudine types it in with the scan, and the page says so; Vestine’s post holds the signature, Claudine’s only the typing", async () => {
    const { id, huye, need } = await shared();
    const claudine = await world.browser("claudine");
    expect((await claudine.get(paths.organisation(id, huye))).text).toContain("Signed on paper? Type it in");
    expect((await claudine.get(paths.paper(id, huye))).text).toContain("You do not sign for Huye");
    expect((await claudine.post(paths.paper(id, huye), paperOf(need))).location).toBe(paths.organisation(id, huye));
    expect(await stateOf(need)).toBe("contested");

    const page = (await claudine.get(paths.organisation(id, huye))).text;
    expect(page).toContain("Signed on paper by District Executive Secretary, Huye on 19/11/2025.");
    expect(page).toContain("From paper, typed in on 24/11/2025 by Capacity-building manager, ");
    expect(page).toContain("The tender plan was signed in October");
    expect(page).toContain("Signed at the office, no signal");
    expect(page).not.toContain("Type it in");

    const part = await world.db.selectFrom("needs.participation").selectAll().where("round", "=", id).executeTakeFirstOrThrow();
    expect([part.state, part.paper_signed_on]).toEqual(["contested", "2025-11-19"]);
    const place = (await sheetsByIds(world.db, [part.sheet])).get(part.sheet)?.places[0];
    expect([place?.post, place?.signedByPost]).toEqual([(await whoIs(world, "vestine")).post, (await whoIs(world, "claudine")).post]);
    const { rows } = await sql<{ kind: string }>`
      select kind from journal.entry where kind like 'needs.%on_paper' or kind like 'needs.%typed_in' order by entry desc limit 2`.execute(
      world.db,
    );
    expect(rows.map((row) => row.kind)).toEqual(["needs.result.typed_in", "needs.need.contested_on_paper"]);
  });

  test("Vestine types it in herself a week later, and everybody who may see the result can open the scan; others cannot", async () => {
    const { id, huye, need } = await shared();
    const vestine = await world.browser("vestine");
    expect((await vestine.post(paths.paper(id, huye), paperOf(need, { [`reply-${need}`]: "accept" }))).location).toBe(
      paths.organisation(id, huye),
    );
    expect(await stateOf(need)).toBe("accepted");
    for (const who of ["vestine", "jeanbosco", "claudine", "aimable"] as const) {
      const scan = await (await world.browser(who)).get(paths.paperScan(id, huye));
      expect([who, scan.status, scan.text]).toEqual([who, 200, "%PDF-1.4 the signed sheet"]);
    }
    expect((await (await world.browser("chantal")).get(paths.paperScan(id, huye))).status).toBe(404);
    expect((await (await world.browser("pacifique")).get(paths.paperScan(id, huye))).status).toBe(403);
    expect((await (await world.browser(null)).get(paths.paperScan(id, huye))).status).not.toBe(200);
    // Signed once is signed: the form is gone, and a second paper is refused.
    expect((await vestine.get(paths.paper(id, huye))).location).toBe(paths.organisation(id, huye));
    expect((await vestine.post(paths.paper(id, huye), paperOf(need))).status).toBe(409);
  });

  test("Jean-Bosco, Aimable and Pacifique may not type it in; for Chantal of Musanze there is nothing of Huye", async () => {
    const { id, huye, need } = await shared();
    for (const who of ["jeanbosco", "aimable", "pacifique", "innocent"] as const) {
      const browser = await world.browser(who);
      expect([who, (await browser.get(paths.paper(id, huye))).status]).toEqual([who, 403]);
      expect([who, (await browser.post(paths.paper(id, huye), paperOf(need))).status]).toEqual([who, 403]);
    }
    const chantal = await world.browser("chantal");
    expect((await chantal.get(paths.paper(id, huye))).status).toBe(404);
    expect((await chantal.post(paths.paper(id, huye), paperOf(need))).status).toBe(404);
    expect(await stateOf(need)).toBe("shared");
  });

  test("Huye keeps its result to itself: Claudine can neither type in its paper nor open the scan that Vestine brought", async () => {
    const { id, huye, need } = await shared("none");
    const claudine = await world.browser("claudine");
    expect((await claudine.get(paths.paper(id, huye))).status).toBe(404);
    expect((await claudine.post(paths.paper(id, huye), paperOf(need))).status).toBe(404);
    expect((await (await world.browser("vestine")).post(paths.paper(id, huye), paperOf(need))).location).toBe(paths.organisation(id, huye));
    expect((await claudine.get(paths.paperScan(id, huye))).status).toBe(404);
    const page = (await claudine.get(paths.organisation(id, huye))).text;
    expect(page).not.toContain("Open the scan");
    expect(page).not.toContain("no signal");
    expect(page).not.toContain("Contested");
    expect((await claudine.get(paths.round(id))).text).toContain("Replied");
  });

  test.each([
    ["without a scan", { scan: new File([], "") }, "Attach the signed sheet as a PDF, JPEG or PNG file"],
    ["with a page that calls itself a PDF", { scan: new File(["<html>"], "signed.pdf") }, "Attach the signed sheet"],
    ["without the day on the paper", { "signed-day": "", "signed-month": "", "signed-year": "" }, "Write the day that stands on the paper"],
    ["with a day before the result was shared", { "signed-day": "10" }, "The result was shared on 17/11/2025"],
    ["with a day that is still to come", { "signed-day": "25" }, "This day is still to come"],
  ] as [string, Form, string][])("Vestine brings it %s and is told what to do, her text kept", async (_, own, says) => {
    const { id, huye, need } = await shared();
    const refused = await (await world.browser("vestine")).post(paths.paper(id, huye), paperOf(need, own));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(says);
    expect(refused.text).toContain("The tender plan was signed in October");
    expect(await stateOf(need)).toBe("shared");
  });

  test("an objection without its words is refused, and no need is passed over", async () => {
    const { id, huye, need } = await shared();
    const vestine = await world.browser("vestine");
    expect((await vestine.post(paths.paper(id, huye), paperOf(need, { [`contest-${need}`]: "" }))).text).toContain("Say what is not right");
    expect((await vestine.post(paths.paper(id, huye), paperOf(need, { [`reply-${need}`]: "" }))).text).toContain(
      "Accept or contest this need",
    );
  });
});

test("the paper of a silent Huye arrives when responses are planned: signed in time it counts, signed later it does not", async () => {
  const { id, huye, need } = await shared();
  const replyBy = (await roundOf(world.db, id))?.replyBy ?? "";
  expect(replyBy).toBe("2025-12-01");
  world.now = new Date("2025-12-04T07:00:00.000Z");
  await world.act("claudine", (act) => beginPlanning(act, id));
  expect(await stateOf(need)).toBe("no_reply");
  const claudine = await world.browser("claudine");
  expect((await claudine.get(paths.paper(id, huye))).text).toContain("Paper that Huye signed by that day still counts");
  const late = await claudine.post(paths.paper(id, huye), paperOf(need, { "signed-day": "3", "signed-month": "12" }));
  expect([late.status, late.text.includes("Only paper signed by that day can be typed in now")]).toEqual([422, true]);
  expect((await claudine.post(paths.paper(id, huye), paperOf(need))).location).toBe(paths.organisation(id, huye));
  expect(await stateOf(need)).toBe("contested");
  expect((await claudine.get(paths.organisation(id, huye))).text).toContain("Answer the objection");
});

describe("what is kept as a scan", () => {
  const upload = (text: string, length = 0) => ({
    name: "scan.pdf",
    type: "application/pdf",
    bytes: new Uint8Array([...Buffer.from(text, "latin1"), ...new Uint8Array(length)]),
  });
  it.each([
    ["a PDF", upload("%PDF-1.7 "), true],
    ["a JPEG photo", upload("\u00ff\u00d8\u00ff\u00e0"), true],
    ["a PNG", upload("\u0089PNG\r\n\u001a\n"), true],
    ["text", upload("signed by the secretary"), false],
    ["nothing", null, false],
    ["an empty file", upload(""), false],
    ["a PDF above 8 MB", upload("%PDF-1.7 ", LARGEST_SCAN), false],
  ] as const)("%s: %s", (_, file, kept) => {
    expect(isScan(file)).toBe(kept);
  });
});
