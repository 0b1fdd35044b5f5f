/** Service problems of the demonstration: a few districts tell what residents miss, some have an answer, some wait. */
import { sql } from "kysely";
import type { Actor } from "#kernel/access/actor.ts";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { parsePartial } from "#kernel/calendar/partial.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { addResponse, reportProblem } from "./actions-response.ts";
import { actingAs, morning, type Acting } from "./demo-acting.ts";
import { PROBLEMS, RESPONSES } from "./demo-story.ts";

/** The first place directly below an organisation, by code. */
async function placeBelow(demo: DemoContext, organisation: string): Promise<string | null> {
  const { rows } = await sql<{ territory: string }>`
    select v.territory from registry.governs g join registry.territory_version v on v.parent = g.territory and v.to_day is null
    where g.organisation = ${organisation} order by v.code limit 1`.execute(demo.db);
  return rows[0]?.territory ?? null;
}

/** Somebody of the district who may report: the planner, or whoever else is there. */
async function tellerOf(demo: DemoContext, organisation: string, day: Day): Promise<Acting | null> {
  for (const role of ["planner", "hr_director", "executive_secretary", "unit_director", "mayor"] as const) {
    const found = await actingAs(demo, organisation, role, day);
    if (found !== null) return found;
  }
  return null;
}

/** Reports the problems as the districts’ own posts, and answers some of them. A district that the pack does not have is left out. */
export async function reportProblems(demo: DemoContext, manager: Actor): Promise<void> {
  const members = (await membersOn(demo.db, demo.today)).map((member) => member.id);
  for (const problem of PROBLEMS) {
    const organisation = await demo.db
      .selectFrom("registry.organisation")
      .select("id")
      .where("name", "=", problem.district)
      .where("id", "in", members)
      .executeTakeFirst();
    const day = addDays(demo.today, -problem.days);
    const teller = organisation === undefined ? null : await tellerOf(demo, organisation.id, day);
    const place = organisation === undefined ? null : await placeBelow(demo, organisation.id);
    const since = parsePartial(problem.since);
    if (organisation === undefined || teller === null || place === null || since === null) continue;
    const need = await demo.act(teller.actor, teller.at, (act) =>
      reportProblem(act, {
        organisation: organisation.id,
        statement: problem.statement,
        language: "en",
        domain: problem.domain,
        cause: problem.cause,
        place,
        service: problem.service,
        sufferers: problem.sufferers,
        measure: problem.measure,
        value: problem.value,
        unit: problem.unit,
        measuredOn: addDays(day, -4),
        since,
      }),
    );
    const [plan] = RESPONSES[problem.cause] ?? [];
    if (!problem.response || plan === undefined) continue;
    await demo.act(manager, morning(demo, addDays(day, 5)), (act) =>
      addResponse(act, {
        need,
        type: plan.type,
        what: plan.what,
        language: "en",
        estimateMinor: plan.estimate === null ? null : plan.estimate * 10 ** demo.pack.currency.exponent,
        currency: demo.pack.currency.code,
        owner: teller.actor.post ?? "",
        due: addDays(demo.today, 40),
        addressee: plan.addressee ?? null,
      }),
    );
  }
}
