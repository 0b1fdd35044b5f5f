/** A plan while it runs: people counted, money entered, the mid-year revision. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { versionsOf } from "#kernel/document/versions.ts";
import { perform } from "#kernel/access/act.ts";
import { module as needs } from "#modules/needs";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { abandonRevision, accountFor, recordRevision, settleLine, startRevision, submitRevision, writeChange } from "./actions-running.ts";
import { contentOf } from "./content.ts";
import { module } from "./module.ts";
import { paths } from "./paths.ts";
import { complete, decision, financeOfficer, on, runningPlan } from "./plans.fixture.ts";
import { linesByIds, planLinesByIds, progressOf, runningPlanLines, theLine, thePlan } from "./queries.ts";

const world = useWorld([needs, module]);

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
