/** What a person is handed of her answers, and what is left of them when she is taken out. */
import { beforeAll, expect, test } from "vitest";
import { appendEvents, eventsOf, newEvents } from "#kernel/questionnaire/events.ts";
import { closeSitting, sittingOf, startSitting } from "#kernel/questionnaire/sittings.ts";
import { answeredOf, standingOf } from "#kernel/questionnaire/state.ts";
import { modelOf } from "#kernel/questionnaire/store.ts";
import { useWorld } from "#test/support/world.ts";
import { module } from "./module.ts";
import { personalData } from "./personal.ts";
import { openRound, sheetsOf } from "./testing.fixture.ts";

const world = useWorld([module]);
const [data] = personalData;
let sitting = "";
let person = "";

beforeAll(async () => {
  const round = await world.act("claudine", (act) =>
    openRound(
      act,
      world.association,
      sheetsOf([
        ["type", "name", "label"],
        ["integer", "count", "How many?"],
        ["text", "why", "Why?"],
      ]),
    ),
  );
  const actor = await world.actor("beata");
  person = actor.person;
  await world.act("beata", async (act) => {
    const begun = await startSitting(act, {
      purposeKind: "test.round",
      purpose: round.id,
      version: round.version,
      organisation: actor.organisation!,
      title: "T",
      channel: "web",
      post: actor.post,
      postType: actor.postType,
      person,
    });
    sitting = begun.id;
    const model = await modelOf(act.tx, round.version);
    const events = newEvents(
      [
        ["/count", "14"],
        ["/why", "My neighbour said so"],
      ],
      act.now.toISOString(),
    );
    await appendEvents(act, begun, model, events);
    await closeSitting(act, begun, answeredOf(standingOf(model, events, { sitting, language: "en", now: "2025-11-17T09:00:00+02:00" })));
  });
});

test("Béata is handed every answer she gave", async () => {
  const rows = await data!.collect(world.db, person);
  expect(JSON.stringify(rows)).toContain("My neighbour said so");
  expect(await data!.collect(world.db, (await world.actor("olivier")).person)).toEqual([]);
});

test("when she is taken out, figures stay for the count; words, single answers and her name do not", async () => {
  const count = await world.db.transaction().execute((tx) => data!.erase!(tx, person));
  expect(count).toBe(1);
  const left = await sittingOf(world.db, sitting);
  expect(left).toMatchObject({
    person: null,
    post: null,
    postType: "SES",
    state: "submitted",
    answered: { answers: { "/count": "14" }, values: {} },
  });
  expect(await eventsOf(world.db, sitting)).toEqual([]);
});

test("what is older than the law allows is taken out by the day, and nothing newer", async () => {
  expect(await world.db.transaction().execute((tx) => data!.expire!(tx, "2020-01-01"))).toBe(0);
});
