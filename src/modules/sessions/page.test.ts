/** The page of a session begins with what concerns its reader: her place, her organisation’s seats, her teaching; the record comes after. */
import { expect, it } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { decideNames, nominate } from "./actions-names.ts";
import { inviteApproved } from "./invite.ts";
import { paths } from "./paths.ts";
import { enrolmentsOf } from "./public.ts";
import { theSession } from "./queries.ts";
import { assignmentOf, MODULES, ORIGIN, sceneOf } from "./sessions.fixture.ts";
import { addTrainer } from "./trainers.ts";

const world = useWorld(MODULES);

/** Asserts that texts stand on a page in this order. */
function inOrder(page: string, texts: readonly string[]): void {
  const found = texts.map((text) => [text, page.indexOf(text)] as const);
  for (const [text, at] of found) expect([text, at >= 0]).toEqual([text, true]);
  expect(found.map(([text]) => text)).toEqual(found.toSorted((a, b) => a[1] - b[1]).map(([text]) => text));
}

it("Béata reads first that she is named, then invited, and answers from there; the chain is folded at the end", async () => {
  const scene = await sceneOf(world);
  const beata = await assignmentOf(world, "beata");
  await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [beata.assignment]));
  const browser = await world.browser("beata");
  expect((await browser.get(paths.session(scene.session))).text).toContain("Your organisation still approves");
  const [row] = await enrolmentsOf(world.db, [scene.session]);
  await world.act("vestine", (act) => decideNames(act, scene.session, [row?.id ?? ""], { approve: true }));
  await world.act("solange", (act) => inviteApproved(act, scene.session, ORIGIN));
  const page = (await browser.get(paths.session(scene.session))).text;
  inOrder(page, [
    "You are invited. Please say whether you come.",
    "Say whether I come",
    "Tuesday 20/01/2026 – Wednesday 21/01/2026, from",
    "Solange Uwera, Training coordinator",
    "More about this session",
    "From need to result",
  ]);
  expect(page).toMatch(/href="\/invitation\/[^"]+"[^>]*>\s*Say whether I come/);
  expect(page).not.toContain("have confirmed");
});

it("Jean-Bosco reads how many seats of Huye are free and until when; Solange what she does next and how full it is; neither reads the other’s", async () => {
  const scene = await sceneOf(world);
  const closes = (await theSession(world.db, scene.session))?.nominationsClose ?? "";
  const naming = (await (await world.browser("jeanbosco")).get(paths.session(scene.session))).text;
  inOrder(naming, ["Huye named 0 for 2 seats.", "2 seats are free. Names until", "Name people", "More about this session"]);
  expect(closes > "2025-11-17").toBe(true);
  const running = (await (await world.browser("solange")).get(paths.session(scene.session))).text;
  inOrder(running, ["0 of 10 places have a name", "What comes next", "From need to result", "Seats by organisation", "Musanze"]);
  expect(running).not.toContain("More about this session");
});

it("a trainer reads first that she teaches it", async () => {
  const scene = await sceneOf(world);
  const pacifique = await assignmentOf(world, "pacifique");
  const session = await theSession(world.db, scene.session);
  if (session === undefined) throw new Error("no session");
  await world.act("solange", (act) => addTrainer(act, session, { person: pacifique.person, post: pacifique.post }));
  const page = (await (await world.browser("pacifique")).get(paths.session(scene.session))).text;
  inOrder(page, ["You are named as trainer.", "You teach this session", "All names", "More about this session"]);
});
