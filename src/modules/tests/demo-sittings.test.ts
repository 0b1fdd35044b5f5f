/** What demonstration people leave behind is what answering on a page leaves behind. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { enrolmentsByIds, sessionsByIds } from "#modules/sessions";
import { useWorld } from "#test/support/world.ts";
import { sitThrough } from "./answering.ts";
import { sitAll, type Through } from "./demo-sittings.ts";
import { titleOf } from "./purpose.ts";
import { testsByIds } from "./queries.ts";
import { classScene, MODULES } from "./scene.fixture.ts";

const world = useWorld(MODULES);
const GIVEN = new Map([
  ["/q1", "a"],
  ["/q2", "c"],
  ["/q4", "b"],
]);

/** Everything about one enrolment’s sitting, without the ids that are new each time and whose it is. */
async function left(enrolment: string): Promise<unknown> {
  const { rows } = await sql<Record<string, unknown>>`
    select to_jsonb(s) - array['id', 'person', 'purpose'] as sitting, to_jsonb(r) - array['id', 'enrolment', 'sitting'] as result,
      (select jsonb_agg(to_jsonb(a) - array['event', 'sitting'] order by a.path) from questionnaire.answer a where a.sitting = s.id) as answers,
      (select jsonb_agg(jsonb_build_array(e.year, e.member, e.recorded_at, e.kind, e.subject_kind, e.post, e.person, e.commitment, e.payload) order by e.entry)
        from journal.entry e where e.subject in (s.id, r.id)) as entries
    from tests.result r join questionnaire.sitting s on s.id = r.sitting where r.enrolment = ${enrolment}`.execute(world.db);
  return rows;
}

test("Alice, who sits her test on a page, and Bernard, whose test is put in with many, leave the same rows and the same journal", async () => {
  const scene = await classScene(world);
  const [alice, bernard] = ["Alice", "Bernard"].map((name) => scene.enrolments[name] ?? "") as [string, string];
  const people = await enrolmentsByIds(world.db, [alice, bernard]);
  const session = (await sessionsByIds(world.db, [scene.session])).get(scene.session);
  const pre = (await testsByIds(world.db, [scene.tests.pre])).get(scene.tests.pre);
  if (session === undefined || pre === undefined || pre.kind === "evaluation") throw new Error("no scene");
  const asked = { ...pre, kind: pre.kind };
  const through = (id: string): Through => {
    const enrolment = people.get(id);
    if (enrolment === undefined) throw new Error("not enrolled");
    return { test: asked, session, enrolment, given: GIVEN, day: "2025-11-17" };
  };
  const paper = { model: await modelOf(world.db, pre.version), tables: {}, language: "en" };
  const { enrolment } = through(alice);
  await world.act(null, (act) =>
    sitThrough(
      act,
      { test: asked, title: titleOf(asked, session), enrolment, channel: "web", happenedOn: "2025-11-17", enteredBy: null },
      { paper, given: GIVEN },
    ),
  );
  await world.act(null, async (act) => {
    await sitAll(act, [through(bernard)]);
    await act.journal({ kind: "test.sat", subject: { kind: "sessions.session", id: session.id }, payload: {} });
  });
  const [one, other] = [await left(alice), await left(bernard)];
  expect(one).toHaveLength(1);
  expect(other).toEqual(one);
});
