/** A plan walked from waiting needs to the calendar, by the posts whose steps they are, and who is stopped on the way. */
import { sql } from "kysely";
import { describe, expect, it, test } from "vitest";
import { decisionsOf } from "#kernel/document/decisions.ts";
import { versionsInForce, versionsOf } from "#kernel/document/versions.ts";
import { isId } from "#platform/db/ids.ts";
import { perform } from "#kernel/access/act.ts";
import { module as needs, needsByIds } from "#modules/needs";
import type { CastName } from "#test/support/cast.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { addWay, chooseWay, leaveOut, putTogether, removeLine, writeLine } from "./actions-lines.ts";
import { goOn, inviteComments, makePlan, recordDecision, startPlan, takeBack } from "./actions-plan.ts";
import {
  abandonRevision,
  accountFor,
  recordRevision,
  sayComment,
  settleLine,
  startRevision,
  submitRevision,
  writeChange,
} from "./actions-running.ts";
import { contentOf } from "./content.ts";
import { dutiesOf } from "./duties.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { adoptedPlan, complete, decision, financeOfficer, needIn, on, opened, planWith, runningPlan } from "./plans.fixture.ts";
import { bundlesOf, linesByIds, planLinesByIds, progressOf, runningPlanLines, theLine, thePlan } from "./queries.ts";
import { records } from "./records.ts";

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

describe("while it runs", () => {
  it("people are counted from portfolios behind linked events, and a line without any can be said to be done", async () => {
    const { lines } = await runningPlan(world, [{}, { title: "Handbook", groups: ["mayors"] }]);
    const [line = "", manual = ""] = lines;
    const person = (await world.actor("pacifique")).person;
    await sql`insert into trace.link (id, relation, from_kind, from_id, to_kind, to_id, proved, made_at) values (gen_random_uuid(), 'delivered_by', 'plans.line', ${line}, 'trial.session', ${manual}, true, ${world.now})`.execute(
      world.db,
    );
    await sql`insert into portfolio.entry (id, person, kind, about_kind, about, title, language, modality, from_day, to_day, outcome, certainty, source, recorded_at)
      values (gen_random_uuid(), ${person}, 'trial.seat', 'trial.session', ${manual}, 'Tenders', 'en', 'short_course', ${TODAY}, ${TODAY}, 'attended', 'verified', 'test', ${world.now})`.execute(
      world.db,
    );
    expect(await progressOf(world.db, lines)).toEqual(new Map([[line, { events: 1, held: 1, people: 1 }]]));
    await on(world, "solange", "2025-12-11", (act) => settleLine(act, { line: manual, note: "Printed and sent" }));
    expect((await theLine(world.db, manual)).state).toBe("done");
    await expect(on(world, "solange", "2025-12-11", (act) => settleLine(act, { line: manual, note: "Again" }))).rejects.toThrow(
      /plans\.settled/,
    );
    expect((await planLinesByIds(world.db, [line])).get(line)).toMatchObject({ places: 3, state: "running", reference: "01" });
    expect((await runningPlanLines(world.db, "2025-12-11")).map((one) => one.id)).toEqual(expect.arrayContaining(lines));
  });

  it("the association’s finance officer enters a payment; Huye’s DES has no such verb; the form keeps a wrong amount", async () => {
    const { lines } = await runningPlan(world);
    const line = await theLine(world.db, lines[0] ?? "");
    const cost = line.money.find((one) => one.side === "cost")?.id ?? "";
    const entry = {
      line: cost,
      kind: "payment" as const,
      minor: 800_000,
      day: TODAY,
      reference: "P 1",
      certainty: "claimed" as const,
      source: "typed",
      file: null,
    };
    const faustin = await financeOfficer(world);
    await perform(world.db, { actor: faustin, now: world.now, pack: world.pack }, (act) => accountFor(act, { line: line.id, entry }));
    expect((await theLine(world.db, line.id)).money.find((one) => one.id === cost)?.paid).toBe(800_000);
    const wrong = await (await world.browser("claudine")).post(paths.account(line.id), { line: cost, kind: "payment", amount: "much" });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('value="much"')]);
    expect((await (await world.browser("vestine")).post(paths.account(line.id), {})).status).toBe(403);
  });

  it("a revision changes nothing until the organ decides; then lines, version and calendar follow, and money that moved stays", async () => {
    const { plan, lines } = await runningPlan(world, [{}, { title: "To drop", groups: ["mayors"] }]);
    const [first = "", second = ""] = lines;
    const day = "2025-12-15";
    await on(world, "claudine", day, (act) => startRevision(act, plan));
    await expect(on(world, "claudine", day, (act) => submitRevision(act, plan))).rejects.toThrow(/flow\.refused/);
    const before = contentOf(await theLine(world.db, first));
    const reason = "The hall was taken";
    await on(world, "claudine", day, (act) =>
      writeChange(act, {
        plan,
        line: first,
        kind: "change",
        content: { ...before, from: "2026-02-09", to: "2026-02-11" },
        reason,
        language: "en",
      }),
    );
    await on(world, "claudine", day, (act) =>
      writeChange(act, { plan, line: second, kind: "drop", content: null, reason, language: "en" }),
    );
    const fresh = await complete(world, { title: "New line", from: "2026-02-16", to: "2026-02-17", groups: ["health_directors"] });
    const added = await on(world, "claudine", day, (act) =>
      writeChange(act, { plan, line: null, kind: "add", content: fresh, reason, language: "en" }),
    );
    expect((await theLine(world.db, first)).from).toBe("2025-10-13");
    await on(world, "claudine", day, (act) => submitRevision(act, plan));
    await expect(on(world, "claudine", day, (act) => recordRevision(act, plan, decision("executive_committee")))).rejects.toThrow(
      /flow\.refused/,
    );
    await on(world, "aimable", day, (act) =>
      recordRevision(act, plan, decision("executive_committee", { outcome: "returned", reasons: "Say who pays" })),
    );
    await on(world, "claudine", day, (act) => submitRevision(act, plan));
    await on(world, "aimable", day, (act) => recordRevision(act, plan, decision("executive_committee")));
    const after = await linesByIds(world.db, [first, second, added]);
    expect(after.map((line) => [line.title, line.state, line.from])).toEqual([
      ["Tender files", "planned", "2026-02-09"],
      ["To drop", "dropped", "2025-10-13"],
      ["New line", "planned", "2026-02-16"],
    ]);
    const found = await thePlan(world.db, plan);
    expect([found.state, (await versionsOf(world.db, found.document ?? "")).map((one) => one.state)]).toEqual([
      "revised",
      ["in_force", "superseded"],
    ]);
    await on(world, "claudine", day, (act) => startRevision(act, plan));
    await on(world, "claudine", day, (act) => abandonRevision(act, plan, "Nothing to change after all"));
  });
});

describe("who sees what", () => {
  it("a draft is not there for Vestine; from the comments on she reads it with Huye’s places; a visitor meets it in the calendar once adopted", async () => {
    const draft = await planWith(world, [{ title: "Hidden line" }]);
    const vestine = await world.browser("vestine");
    expect((await vestine.get(paths.plan(draft.plan))).status).toBe(404);
    expect((await vestine.get(paths.line(draft.lines[0] ?? ""))).status).toBe(404);
    const open = await opened(world, [{ title: "Shown to members" }]);
    expect((await vestine.get(paths.plan(open.plan))).text).toContain("Places for Huye");
    const visitor = await world.browser(null);
    expect((await visitor.get(`${paths.calendar}?year=2026-07-01`)).text).not.toContain("Shown to members");
    const adopted = await adoptedPlan(world, [{ title: "Shown to everyone" }]);
    const address = `${paths.calendar}?year=2026-07-01`;
    expect((await visitor.get(address)).text).toContain("Shown to everyone");
    expect((await visitor.get(paths.data)).text).toContain("Shown to everyone");
    const feed = await visitor.get(paths.feed);
    expect(feed.text).toContain("SUMMARY:Shown to everyone");
    expect(feed.text).toContain("DTSTART;VALUE=DATE:20261012");
    expect((await visitor.get(paths.event(adopted.lines[0] ?? ""))).status).toBe(200);
    expect((await visitor.get(paths.event(open.lines[0] ?? ""))).status).toBe(404);
    expect(await records["plans.line"]?.visible(world.db, null, [...adopted.lines, ...open.lines], TODAY)).toEqual(new Set(adopted.lines));
  });

  test.each<[string, CastName, (plan: string, line: string) => readonly [string, Record<string, string>?]]>([
    ["read", "pacifique", () => [paths.plans]],
    ["draft", "aimable", () => [paths.newPlan]],
    ["draft", "vestine", (plan, line) => [paths.edit(plan, line, "what")]],
    ["comment", "solange", (plan) => [paths.comments(plan), { text: "x" }]],
    ["settle", "vestine", (_plan, line) => [paths.settle(line), { note: "x" }]],
    ["account", "vestine", (_plan, line) => [paths.account(line), {}]],
    ["invite", "aimable", (plan) => [paths.step(plan, "invite"), {}]],
    ["compare", "vestine", (plan) => [paths.step(plan, "compare"), {}]],
    ["write", "vestine", (plan) => [paths.step(plan, "write"), {}]],
    ["takeBack", "vestine", (plan) => [paths.step(plan, "takeBack"), { reason: "x" }]],
    ["start", "aimable", (plan) => [paths.step(plan, "start"), {}]],
    ["revise", "vestine", (plan) => [paths.step(plan, "revise"), {}]],
    ["submitRevision", "vestine", (plan) => [paths.step(plan, "submitRevision"), {}]],
    ["abandonRevision", "vestine", (plan) => [paths.step(plan, "abandonRevision"), { reason: "x" }]],
    ["close", "vestine", (plan) => [paths.step(plan, "close"), { reason: "x" }]],
  ])("%s is denied to %s", async (_verb, who, ask) => {
    const { plan, lines } = await opened(world);
    const [path, form] = ask(plan, lines[0] ?? "");
    const browser = await world.browser(who);
    expect((form === undefined ? await browser.get(path) : await browser.post(path, form)).status).toBe(403);
  });

  test.each(["forward", "endorse", "confirm", "adopt", "adoptRevision"] as const)("%s is denied to Vestine", async (step) => {
    const { plan } = await opened(world);
    const form = { organ: "secretariat", "on-day": "17", "on-month": "11", "on-year": "2025", number: "1", outcome: "adopted" };
    expect((await (await world.browser("vestine")).post(paths.decide(plan, step), form)).status).toBe(403);
  });

  it("one plan a year: a second is refused; the closing of one needs its year to be over or its lines settled", async () => {
    await planWith(world, [], "2027-07-01");
    const again = { organisation: world.association, fiscalYearStart: "2027-07-01", title: "Twice", language: "en" as const, purpose: "" };
    await expect(world.act("claudine", (act) => makePlan(act, again))).rejects.toThrow(/plans\.yearTaken/);
    const { plan } = await adoptedPlan(world);
    await expect(world.act("claudine", (act) => startPlan(act, plan))).rejects.toThrow(/flow\.refused/);
  });

  it("Claudine, Aimable and Vestine each find their own step on the morning page, in a fixed number of queries", async () => {
    await opened(world, [{ title: "Waits for comments" }]);
    const question = async (name: CastName) => {
      const actor = await world.actor(name);
      const post = { post: actor.post ?? "", postType: actor.postType ?? "", organisation: actor.organisation ?? "", roles: actor.roles };
      return dutiesOf(world.db, { posts: [post], today: TODAY, pack: world.pack, association: world.association });
    };
    expect((await question("vestine")).map((duty) => duty.key.split(":")[0])).toContain("plans.comment");
    expect((await question("claudine")).map((duty) => duty.key.split(":")[0])).toContain("plans.closing");
    expect((await question("aimable")).map((duty) => duty.key.split(":")[0])).toContain("plans.endorse");
    expect(await question("pacifique")).toEqual([]);
  });
});
