/** Twelve districts in three rounds, with a few needs: the scene that tests of the pictures play in. */
import { openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { readCsv } from "#platform/tabular/csv.ts";
import type { CastName } from "#test/support/cast.ts";
import type { Browser, World } from "#test/support/world.ts";
import { addNeed, addResults, type Line } from "./results.fixture.ts";

/** Rural districts whose names stand in the pack; Huye and Musanze are secondary cities. */
export const RURAL = ["Gisagara", "Nyanza", "Ruhango", "Kamonyi", "Gicumbi", "Burera"] as const;
export const CITIES = ["Huye", "Musanze", "Rubavu", "Rusizi", "Muhanga", "Nyagatare"] as const;

/** The rounds of the scene, and the id of an organisation by name. */
export interface Scene {
  readonly round: string;
  readonly before: string;
  /** Moderated, not shared yet. */
  readonly hidden: string;
  idOf(name: string): string;
}

/** Every district: eight sector secretaries and six procurement officers a city, so that nothing is small. */
function lines(idOf: Scene["idOf"], shift: number): Line[] {
  return [...CITIES, ...RURAL].flatMap((name, index): Line[] => {
    const organisation = idOf(name);
    return [
      { organisation, post: "SES", domain: "CMP", n: 8, current: 2, desired: 4 - shift, importance: 3 },
      { organisation, post: "PRO", domain: "CMP", n: 6, current: 3, desired: 4 - shift, importance: 2 },
      { organisation, post: "SES", domain: "DIG", n: 8, current: 1 + (index % 3), desired: 4, cause: "tools_system" },
      {
        organisation,
        post: "PRO",
        domain: "PRC",
        n: 6,
        current: 2 + (index % 2),
        desired: 4,
        bottleneck: index === 0 ? "Jean-Bosco keeps the keys of the cupboard" : undefined,
      },
    ];
  });
}

/** Puts the scene into a test’s world. */
export async function sceneIn(world: World): Promise<Scene> {
  const ids: Record<string, string> = {};
  const idOf = (name: string): string => ids[name] ?? "";
  for (const name of [...CITIES, ...RURAL]) ids[name] = await world.organisation(name);
  const organisations = Object.values(ids);
  const before = await addResults(world.db, {
    title: "Yearly round 2024/2025",
    fiscalYearStart: "2024-07-01",
    closes: "2024-10-31",
    state: "closed",
    organisations,
    lines: lines(idOf, -1),
  });
  const round = await addResults(world.db, { organisations, lines: lines(idOf, 0), previous: before, silent: { [idOf("Huye")]: 30 } });
  const hidden = await addResults(world.db, {
    title: "Round still being moderated",
    state: "moderated",
    fiscalYearStart: "2026-07-01",
    organisations,
    lines: lines(idOf, 0),
  });
  const need = { round, importance: 3, reach: 14, respondents: 14 };
  await addNeed(world.db, {
    ...need,
    organisation: idOf("Huye"),
    domain: "CMP",
    statement: "Handling complaints to a first answer",
    current: 2.43,
    desired: 4,
    cost: 900_000,
  });
  await addNeed(world.db, {
    ...need,
    organisation: idOf("Huye"),
    domain: "PRC",
    statement: "Managing a contract after signature",
    current: 2,
    desired: 4,
    reach: 6,
    respondents: 6,
    cost: 300_000,
    state: "contested",
    contest: "Our own review says three",
  });
  await addNeed(world.db, {
    ...need,
    organisation: idOf("Musanze"),
    domain: "DIG",
    statement: "Keeping records others can use",
    current: 2,
    desired: 4,
    reach: 8,
    respondents: 8,
    cost: 2_000_000,
    cause: "tools_system",
  });
  return { round, before, hidden, idOf };
}

/** A downloaded table as records by its heads. */
export async function tableAt(browser: Browser, path: string): Promise<Record<string, unknown>[]> {
  const answer = await browser.get(path);
  const read = await readCsv(new TextEncoder().encode(answer.text));
  if (!read.ok) throw new Error("not a table");
  const [head = [], ...rows] = read.rows.map((row) => row.cells);
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [String(name), row[index] ?? null])));
}

/** The cookie of somebody signed in, acting as her post or as herself. */
export async function cookieOf(world: World, name: CastName, asPost = true): Promise<string> {
  const actor = await world.actor(name);
  const token = await world.db
    .transaction()
    .execute((tx) => openSession(tx, actor.account, asPost ? actor.assignment : null, world.now, true));
  return `${SESSION_COOKIE}=${token}`;
}
