/** Who may see what of a round’s results: nobody reads another district’s levels, and nothing before it is shared. */
import { beforeAll, expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { addResults, resultsAlone } from "./results.fixture.ts";
import { CITIES, cookieOf, RURAL, sceneIn, tableAt, type Scene } from "./results-scene.fixture.ts";

const world = useWorld([resultsAlone]);

let scene: Scene;
beforeAll(async () => {
  scene = await sceneIn(world);
});

const idOf = (name: string): string => scene.idOf(name);
const at = (rest = ""): string => `/needs/rounds/${scene.round}/results${rest}`;

/** Every page and file that somebody may open. */
const EVERYTHING = [
  "",
  "?view=organisations",
  "/ranked",
  "/ranked?list=needs",
  "/spread",
  "/spread?group=rural",
  "/change",
  "/map?count=requests",
  "/print",
  "/method",
  "/evidence?domain=CMP",
  "/evidence?domain=CMP&group=rural",
  ".json",
  "/files/heat.csv?view=organisations",
  "/files/ranked.csv?list=needs",
  "/files/spread.csv",
  "/files/estimates.csv",
  "/files/estimates.svg",
  "/files/turnout.csv",
  "/files/turnout.svg",
  "/files/change.csv",
  "/files/spread.svg",
];

test("Jean-Bosco never receives another district’s name with a level, a gap or a turnout on any page or file", async () => {
  const jeanbosco = await world.browser("jeanbosco");
  const others = [...CITIES, ...RURAL].filter((name) => name !== "Huye");
  for (const rest of EVERYTHING) {
    const answer = await jeanbosco.get(at(rest));
    expect([200, 404], rest).toContain(answer.status);
    // The map of the first page and of the summary names districts with counts of people only: that part is public.
    const text = answer.text.replaceAll(/<div class="in-tiles[\s\S]*?<\/figure>/g, "");
    for (const name of others) expect(text.includes(name), `${name} on ${rest}`).toBe(false);
  }
  const map = (await jeanbosco.get(at())).text;
  expect(map).toContain("Musanze");
  expect(map).toContain("Huye");
});

test("Claudine does see districts by name, so the test above is not blind", async () => {
  const claudine = await world.browser("claudine");
  const text = (await claudine.get(at("?view=organisations"))).text.replaceAll(/<div class="in-tiles[\s\S]*?<\/figure>/g, "");
  expect(text).toContain("Musanze");
});

test("Jean-Bosco opens the sheet of Huye and gets “not found” for Musanze; Olivier the other way round", async () => {
  const [jeanbosco, olivier] = [await world.browser("jeanbosco"), await world.browser("olivier")];
  const own = await jeanbosco.get(at(`/${idOf("Huye")}`));
  expect(own.status).toBe(200);
  expect(own.text).toContain("Handling complaints to a first answer");
  expect(own.text).toContain("Contested: Our own review says three");
  expect(own.text).toContain("in-printhead");
  expect(own.text).toContain("in-stamp");
  expect(own.text).toContain("in-qr");
  expect((await jeanbosco.get(at(`/${idOf("Musanze")}`))).status).toBe(404);
  expect((await jeanbosco.get(at(`/evidence?domain=CMP&organisation=${idOf("Musanze")}`))).status).toBe(404);
  expect((await jeanbosco.get(at(`/files/entity.csv?organisation=${idOf("Musanze")}`))).status).toBe(404);
  expect((await olivier.get(at(`/${idOf("Musanze")}`))).status).toBe(200);
  expect((await olivier.get(at(`/${idOf("Huye")}`))).status).toBe(404);
});

test("before the round is shared Jean-Bosco and Pacifique are told so, and Claudine sees everything", async () => {
  const path = `/needs/rounds/${scene.hidden}/results`;
  for (const name of ["jeanbosco", "pacifique"] as const) {
    const browser = await world.browser(name);
    const page = await browser.get(path);
    expect(page.text).toContain("The results of this round are not shared yet.");
    expect(page.text).not.toContain("in-heat");
    expect((await browser.get(`${path}.json`)).status).toBe(404);
    expect((await browser.get(`${path}/files/heat.csv`)).status).toBe(404);
    expect((await browser.get(`${path}/${idOf("Huye")}`)).text).not.toContain("in-dumb");
  }
  expect((await (await world.browser("claudine")).get(path)).text).toContain("in-heat");
});

test("Pacifique, who only answered, sees totals by post and no organisation; acting as nobody’s post he is refused", async () => {
  const pacifique = await world.browser("pacifique");
  const page = await pacifique.get(at("?view=organisations"));
  expect(page.status).toBe(200);
  expect(page.text).toContain("Gap by subject and post");
  expect(page.text).not.toContain("By organisation");
  expect((await pacifique.get(at(`/${idOf("Huye")}`))).status).toBe(404);
  const list = await tableAt(pacifique, at("/files/ranked.csv?list=needs"));
  expect(list.every((row) => row["Organisation"] === "")).toBe(true);
  const herself = await world.app.request(`http://localhost:8080${at()}`, {
    headers: { cookie: await cookieOf(world, "pacifique", false), "accept-language": "en" },
  });
  expect(herself.status).toBe(403);
  expect((await (await world.browser(null)).get(at())).status).toBe(303);
  expect((await pacifique.get("/needs/rounds/00000000-0000-4000-8000-000000000000/results")).status).toBe(404);
});

test("a district that shares with nobody is not in any total, not even for Claudine, and stands in none of her lists", async () => {
  const organisations = CITIES.map(idOf);
  const own = await addResults(world.db, {
    title: "A round with refusals",
    organisations,
    consents: { [idOf("Rubavu")]: "none", [idOf("Rusizi")]: "association" },
    lines: organisations.map((organisation) => ({ organisation, post: "SES", domain: "PLN", n: 10, current: 2, desired: 4 })),
  });
  const path = `/needs/rounds/${own}/results/files/heat.csv?view=organisations`;
  const seen = await tableAt(await world.browser("claudine"), path);
  expect(seen.find((row) => row["Organisation"] === "All together")?.["Answers"]).toBe("50");
  expect(seen.some((row) => row["Organisation"] === "Rubavu")).toBe(false);
  expect(seen.some((row) => row["Organisation"] === "Rusizi")).toBe(true);
  const member = await tableAt(await world.browser("jeanbosco"), path);
  expect(member.find((row) => row["Organisation"] === "All together")?.["Answers"]).toBe("40");
});

test("Jean-Bosco reads what his people wrote without their names; Claudine does not read it", async () => {
  const path = at(`/evidence?domain=PRC&organisation=${idOf("Huye")}`);
  const own = await (await world.browser("jeanbosco")).get(path);
  expect(own.text).toContain("[name] keeps the keys of the cupboard");
  expect(own.text).not.toContain("Bosco keeps");
  expect((await (await world.browser("claudine")).get(path)).text).not.toContain("keeps the keys");
});
