/** Who is in a class does not read the key of its tests, whatever else she may read. */
import { sql } from "kysely";
import { expect, test } from "vitest";
import { versionsAwaiting } from "#kernel/questionnaire/purpose.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { testsByIds } from "./queries.ts";
import { classScene, MODULES } from "./scene.fixture.ts";

const world = useWorld(MODULES);

test("Solange coordinates trainings and reads every test; the one of a class that she attends herself is not there for her until it is over", async () => {
  const scene = await classScene(world);
  const version = (await testsByIds(world.db, [scene.tests.post])).get(scene.tests.post)?.version ?? "";
  const solange = await world.actor("solange");
  const page = `/questionnaires/versions/${version}`;
  expect((await (await world.browser("solange")).get(page)).status).toBe(200);
  await sql`update sessions.enrolment set person = ${solange.person} where id = ${scene.enrolments["Pacifique"]}`.execute(world.db);
  expect(await versionsAwaiting(world.db, solange.person, TODAY)).toEqual([version]);
  for (const place of [page, `${page}/preview`, `${page}/workbook`])
    expect((await (await world.browser("solange")).get(place)).status, place).toBe(404);
  expect((await (await world.browser("claudine")).get(page)).status).toBe(200);
  // Olivier teaches the class and is not asked.
  expect(await versionsAwaiting(world.db, (await world.actor("olivier")).person, TODAY)).toEqual([]);
  expect(await versionsAwaiting(world.db, solange.person, "2026-11-17")).toEqual([]);
});
