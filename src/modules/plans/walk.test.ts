/** A plan walked from waiting needs to the calendar, by the posts whose steps they are, and who is stopped on the way. */
import { sql } from "kysely";
import { describe, expect, it, test } from "vitest";
import { decisionsOf } from "#kernel/document/decisions.ts";
import { versionsInForce, versionsOf } from "#kernel/document/versions.ts";
import { isId } from "#platform/db/ids.ts";
import { module as needs, needsByIds } from "#modules/needs";
import { useWorld } from "#test/support/world.ts";
import { addWay, chooseWay, leaveOut, putTogether, removeLine, writeLine } from "./actions-lines.ts";
import { goOn, inviteComments, recordDecision, takeBack } from "./actions-plan.ts";
import { sayComment } from "./actions-running.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { adoptedPlan, complete, decision, needIn, on, opened, planWith } from "./plans.fixture.ts";
import { bundlesOf, linesByIds, theLine, thePlan } from "./queries.ts";

const world = useWorld([needs, module]);

describe("from a need to a line", () => {
  it("Claudine pools two needs, compares two ways, and the chosen one is a line with its needs; a second choice is refused", async () => {
    const { plan } = await planWith(world, []);
    const own = [await needIn(world, "Huye"), await needIn(world, "Musanze")];
    const bundle = await world.act("claudine", (act) =>
      putTogether(act, {
        plan,
        title: "Tenders",
        language: "en",
        domain: "PRC",
        groups: ["procurement_officers"],
        needs: own,
        mandate: null,
      }),
    );
    const ways: string[] = [];
    for (const modality of ["short_course", "coaching"])
      ways.push(
        await world.act("claudine", (act) => addWay(act, { plan, bundle, modality, places: 24, days: 3, minor: 2_400_000, note: "" })),
      );
    const line = await world.act("claudine", (act) => chooseWay(act, { plan, bundle, way: ways[1] ?? "" }));
    expect(await theLine(world.db, line)).toMatchObject({
      modality: "coaching",
      needs: [...own].sort(),
      money: [{ side: "cost", minor: 2_400_000 }],
    });
    await expect(world.act("claudine", (act) => chooseWay(act, { plan, bundle, way: ways[0] ?? "" }))).rejects.toThrow(
      /plans\.chosenAlready/,
    );
  });

  it("a course for a need whose cause is staffing is refused with the reason, in the form and in the act", async () => {
    const { plan } = await planWith(world, []);
    const need = await needIn(world, "Huye", { cause: "staffing" });
    const bundle = await world.act("claudine", (act) =>
      putTogether(act, { plan, title: "Desk", language: "en", domain: "SVC", groups: [], needs: [need], mandate: null }),
    );
    const way = { plan, bundle, modality: "short_course", places: 5, days: 1, minor: 1, note: "" };
    await expect(world.act("claudine", (act) => addWay(act, way))).rejects.toThrow(/plans\.notACourse/);
    const browser = await world.browser("claudine");
    const again = await browser.post(paths.way(plan, bundle), { modality: "short_course", places: "5", days: "1", cost: "1000" });
    expect([again.status, again.text]).toEqual([422, expect.stringContaining("A course cannot answer one of these needs")]);
    expect((await browser.get(paths.pool(plan))).text).toContain("a course will not close it");
    await world.act("claudine", (act) => leaveOut(act, { plan, bundle, reason: "A post is missing, not a course" }));
    expect((await bundlesOf(world.db, plan))[0]?.leftOut).toBe("A post is missing, not a course");
  });

  test.each([
    ["without a need or a mandate", { mandate: null }, "plans.noBasis"],
    ["in the commemoration week", { from: "2027-04-08", to: "2027-04-09" }, "plans.clashes"],
    ["resting on a need that is not there", { needs: ["00000000-0000-4000-8000-000000000000"] }, "plans.unknownNeed"],
    ["across an expected window without a reason", { from: "2026-08-17", to: "2026-08-19" }, "plans.clashWhy"],
  ])("a line %s is refused", async (_title, more, code) => {
    const { plan } = await planWith(world, []);
    const content = await complete(world, more);
    await expect(world.act("claudine", (act) => writeLine(act, plan, null, content))).rejects.toThrow(code);
  });

  it("Claudine shares places out by posts, sees them before they are saved, and a wrong figure keeps what she typed", async () => {
    const { plan, lines } = await planWith(world);
    const browser = await world.browser("claudine");
    const huye = await world.organisation("Huye");
    const shared = await browser.post(paths.edit(plan, lines[0] ?? "", "seats"), { do: "share", wanted: "31" });
    expect(shared.status).toBe(422);
    expect(shared.text).toMatch(new RegExp(`name="seat-${huye}"[^>]*value="1"`));
    const wrong = await browser.post(paths.edit(plan, lines[0] ?? "", "seats"), { [`seat-${huye}`]: "many" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('value="many"')]);
    expect((await browser.post(paths.edit(plan, lines[0] ?? "", "seats"), { [`seat-${huye}`]: "9" })).status).toBe(303);
    expect((await theLine(world.db, lines[0] ?? "")).places).toBe(9);
  });

  it("a line is written in four parts on the web, money with its currency", async () => {
    const { plan } = await planWith(world, []);
    const browser = await world.browser("claudine");
    const made = await browser.post(paths.edit(plan, "new", "what"), {
      title: "Audit",
      modality: "short_course",
      mode: "hybrid",
      groups: ["internal_auditors"],
      mandate: "Law on audit",
      change: "x",
    });
    const id = made.location?.split("/").at(-1) ?? "";
    expect(isId(id)).toBe(true);
    const refused = await browser.post(paths.edit(plan, id, "when"), {
      "from-day": "8",
      "from-month": "4",
      "from-year": "2027",
      "to-day": "9",
      "to-month": "4",
      "to-year": "2027",
    });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining("Commemoration week")]);
    const days = { "from-day": "12", "from-month": "10", "from-year": "2026", "to-day": "13", "to-month": "10", "to-year": "2026" };
    expect((await browser.post(paths.edit(plan, id, "when"), days)).status).toBe(303);
    expect(
      (
        await browser.post(paths.edit(plan, id, "money"), {
          "cost-venue": "1 250 000",
          "means-0-source": "partner",
          "means-0-amount": "300.50",
          "means-0-currency": "EUR",
        })
      ).status,
    ).toBe(303);
    const line = await theLine(world.db, id);
    expect([line.from, line.to, line.money.map((one) => [one.side, one.minor, one.currency])]).toEqual([
      "2026-10-12",
      "2026-10-13",
      [
        ["cost", 1_250_000, "RWF"],
        ["funding", 30_050, "EUR"],
      ],
    ]);
    await world.act("claudine", (act) => removeLine(act, id));
    expect(await linesByIds(world.db, [id])).toEqual([]);
  });
});

describe("from the draft to the General Assembly", () => {
  it("an incomplete plan does not go out, and says how many lines are not complete", async () => {
    const { plan } = await planWith(world, [{ responsible: null }]);
    await world.act("claudine", (act) => goOn(act, plan, "compare"));
    await world.act("claudine", (act) => goOn(act, plan, "write"));
    await expect(world.act("claudine", (act) => inviteComments(act, plan))).rejects.toMatchObject({ values: { incomplete: 1 } });
  });

  it("comments are open ten working days; Vestine comments for Huye, then the commissions’ comment is recorded, not before", async () => {
    const { plan } = await opened(world);
    expect((await thePlan(world.db, plan)).commentUntil).toBe("2025-12-01");
    const browser = await world.browser("vestine");
    expect((await browser.post(paths.comments(plan), { text: "" })).status).toBe(422);
    expect((await browser.post(paths.comments(plan), { text: "More places, please" })).status).toBe(303);
    await expect(world.act("claudine", (act) => recordDecision(act, plan, "forward", decision("commission")))).rejects.toThrow(
      /flow\.refused/,
    );
    await on(world, "claudine", "2025-12-02", (act) => recordDecision(act, plan, "forward", decision("commission", { outcome: "noted" })));
    await expect(
      on(world, "vestine", "2025-12-02", (act) => sayComment(act, { plan, line: null, text: "Late", language: "en" })),
    ).rejects.toThrow(/plans\.commentsClosed/);
  });

  it("adopted, the plan is frozen with its hash, four decisions stand, and each need has its response and its line", async () => {
    const need = await needIn(world, "Huye");
    const { plan, lines } = await adoptedPlan(world, [{ needs: [need] }]);
    const found = await thePlan(world.db, plan);
    expect([found.state, (await decisionsOf(world.db, [plan])).map((one) => one.organ)]).toEqual([
      "adopted",
      ["commission", "secretariat", "executive_committee", "general_assembly"],
    ]);
    const version = (await versionsInForce(world.db, [found.document ?? ""])).get(found.document ?? "");
    expect(version).toMatchObject({
      number: 1,
      state: "in_force",
      content: { lines: [{ title: "Tender files", seats: { [await world.organisation("Huye")]: 3 } }] },
    });
    expect((await needsByIds(world.db, [need])).get(need)?.state).toBe("responded");
    const { rows } = await sql<{
      relation: string;
      from_kind: string;
    }>`select relation, from_kind from trace.link where to_id = ${lines[0] ?? ""} order by from_kind`.execute(world.db);
    expect(rows).toEqual([
      { relation: "planned_in", from_kind: "needs.need" },
      { relation: "planned_in", from_kind: "needs.response" },
    ]);
  });

  it("Claudine, who drafted it, cannot record the adoption; Solange’s post cannot at all", async () => {
    const { plan } = await opened(world);
    await on(world, "claudine", "2025-12-08", (act) => recordDecision(act, plan, "forward", decision("commission")));
    await on(world, "aimable", "2025-12-09", (act) => recordDecision(act, plan, "endorse", decision("secretariat")));
    for (const [who, code] of [
      ["claudine", /flow\.refused/],
      ["solange", /flow\.notYours/],
    ] as const)
      await expect(
        on(world, who, "2025-12-09", (act) => recordDecision(act, plan, "confirm", decision("executive_committee"))),
      ).rejects.toThrow(code);
  });

  it("returned by the Executive Committee, the plan is a draft again with the reasons, and goes out anew under the same number", async () => {
    const { plan, lines } = await opened(world);
    await on(world, "claudine", "2025-12-08", (act) => recordDecision(act, plan, "forward", decision("commission")));
    await on(world, "aimable", "2025-12-09", (act) => recordDecision(act, plan, "endorse", decision("secretariat")));
    await on(world, "aimable", "2025-12-10", (act) =>
      recordDecision(act, plan, "confirm", decision("executive_committee", { outcome: "returned", reasons: "Too dear" })),
    );
    expect(await thePlan(world.db, plan)).toMatchObject({ state: "draft", returned: "Too dear" });
    const cheaper = await complete(world, { change: "Files leave complete and in time." });
    await on(world, "claudine", "2025-12-11", (act) => writeLine(act, plan, lines[0] ?? "", { ...cheaper, money: [] }));
    await on(world, "claudine", "2025-12-11", (act) => writeLine(act, plan, lines[0] ?? "", cheaper));
    await on(world, "claudine", "2025-12-11", (act) => inviteComments(act, plan));
    const versions = await versionsOf(world.db, (await thePlan(world.db, plan)).document ?? "");
    expect(versions.map((one) => [one.number, one.state])).toEqual([[1, "in_approval"]]);
  });

  it("taken back while open for comments, lines can be written again; before that they stand still", async () => {
    const { plan, lines } = await opened(world);
    const content = await complete(world);
    await expect(world.act("claudine", (act) => writeLine(act, plan, lines[0] ?? "", content))).rejects.toThrow(/plans\.notEditable/);
    await world.act("claudine", (act) => takeBack(act, plan, "A district is missing"));
    await world.act("claudine", (act) => writeLine(act, plan, lines[0] ?? "", content));
  });

  it("the Secretary General records on the web with a scan; without number, day or outcome she is told which, and a text file is refused", async () => {
    const { plan } = await opened(world);
    await on(world, "claudine", "2025-12-08", (act) => recordDecision(act, plan, "forward", decision("commission")));
    const browser = await world.browser("aimable");
    const empty = await browser.post(paths.decide(plan, "endorse"), { organ: "secretariat" });
    expect(empty.status).toBe(422);
    for (const field of ["on-day", "number", "outcome"]) expect(empty.text).toContain(`href="#${field}"`);
    const form = { organ: "secretariat", "on-day": "17", "on-month": "11", "on-year": "2025", number: "SG/1", outcome: "adopted" };
    expect((await browser.post(paths.decide(plan, "endorse"), { ...form, file: new File(["hello"], "a.pdf") })).status).toBe(422);
    expect(
      (await browser.post(paths.decide(plan, "endorse"), { ...form, file: new File(["%PDF-1.4\n%%EOF"], "minutes.pdf") })).status,
    ).toBe(303);
    const made = (await decisionsOf(world.db, [plan])).find((one) => one.organ === "secretariat");
    expect(made).toMatchObject({ fileName: "minutes.pdf", number: "SG/1" });
    expect((await browser.get(paths.decisionFile(plan, made?.id ?? ""))).headers.get("content-type")).toContain("application/pdf");
  });
});
