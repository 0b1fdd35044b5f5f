/** Merging what several devices answered: nothing lost, nothing doubled, and no order of sending changes the outcome. */
import { describe, expect, test } from "vitest";
import { seeded, type Random } from "#methods/draw/random.ts";
import { mergeEvents, newestOf, type AnswerEvent } from "./merge.ts";

const at = (minute: number): string => new Date(Date.UTC(2025, 10, 17, 7, minute)).toISOString();
const event = (id: string, path: string, value: string | null, minute: number, device = "a"): AnswerEvent => ({
  event: id,
  path,
  value,
  answeredAt: at(minute),
  device,
});

describe("cases", () => {
  test("Béata changes her mind on the phone after the office PC: the later answer counts and both stay", () => {
    const merged = mergeEvents([event("1", "/q", "no", 1)], [event("2", "/q", "yes", 5, "b")]);
    expect(merged).toHaveLength(2);
    expect(newestOf(merged).get("/q")?.value).toBe("yes");
  });

  test("two answers of the same moment are decided alike by every device", () => {
    const [a, b] = [event("1", "/q", "no", 1), event("2", "/q", "yes", 1, "b")];
    expect(newestOf(mergeEvents([a], [b])).get("/q")?.event).toBe("2");
    expect(newestOf(mergeEvents([b], [a])).get("/q")?.event).toBe("2");
  });

  test("an answer taken back counts as taken back until it is given again", () => {
    const events = [event("1", "/q", "yes", 1), event("2", "/q", null, 2)];
    expect(newestOf(events).get("/q")?.value).toBeNull();
    expect(newestOf(mergeEvents(events, [event("3", "/q", "no", 3)])).get("/q")?.value).toBe("no");
  });

  test("one id claimed for two answers is settled the same way whichever comes first", () => {
    const [a, b] = [event("1", "/q", "no", 1), event("1", "/q", "yes", 1, "b")];
    expect(mergeEvents([a], [b])).toEqual(mergeEvents([b], [a]));
    expect(mergeEvents([a], [b])).toHaveLength(1);
  });
});

/** The answers of two to five devices, some of which heard of others’ answers and sent them on. */
function devices(random: Random): AnswerEvent[][] {
  const given = Array.from({ length: random.integer(0, 30) }, (_, index) => {
    const path = `/${random.pick(["a", "b", "c", "r[k1]", "r[k1]/x", "r[k2]/x"])}`;
    return event(`e${random.integer(0, 999)}-${index}`, path, random.pick(["1", "2", null]), random.integer(0, 6), random.pick(["a", "b"]));
  });
  const count = random.integer(2, 5);
  const lists = Array.from({ length: count }, (): AnswerEvent[] => []);
  for (const each of given) {
    random.pick(lists).push(each);
    for (const list of lists) if (random.uniform() < 0.3) list.push(each);
  }
  return lists.map((list) => random.shuffle(list));
}

/** What must hold for one draw of devices. */
function checkMerge(random: Random): void {
  const lists = devices(random);
  const merged = mergeEvents(...lists);
  const ids = new Set(lists.flat().map((each) => each.event));
  expect(new Set(merged.map((each) => each.event))).toEqual(ids);
  expect(merged).toHaveLength(ids.size);
  expect(mergeEvents(...random.shuffle(lists))).toEqual(merged);
  // Pairwise, in any grouping, with repetitions: as phones really send.
  const [first = [], ...rest] = random.shuffle(lists);
  const stepwise = rest.reduce((known, list) => mergeEvents(mergeEvents(list, known), list), mergeEvents(first));
  expect(stepwise).toEqual(merged);
  expect(mergeEvents(merged, merged)).toEqual(merged);
  const newest = newestOf(random.shuffle(merged));
  for (const [path, each] of newest) {
    const others = merged.filter((other) => other.path === path);
    expect(
      others.every((other) => other.answeredAt < each.answeredAt || (other.answeredAt === each.answeredAt && other.event <= each.event)),
    ).toBe(true);
  }
}

const long = process.env["INTEKO_LONG"] === "1";

test(`${long ? "10,000" : "500"} random merges lose nothing, double nothing, and do not depend on the order`, { timeout: 120_000 }, () => {
  const seed = process.env["INTEKO_SEED"] ?? String(Date.now());
  console.log(`merge seed ${seed}`);
  for (let round = 0; round < (long ? 10_000 : 500); round += 1) {
    const random = seeded(`${seed}/${round}`);
    try {
      checkMerge(random);
    } catch (error) {
      throw new Error(`Merge ${round} of seed ${seed} failed`, { cause: error });
    }
  }
});
