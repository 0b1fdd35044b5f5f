/** What the portal says of people: holders of public offices, and nobody else. */
import { expect, test } from "vitest";
import { useWorld } from "#test/support/world.ts";
import { TODAY } from "#test/support/fixed.ts";
import { offices } from "./datasets.ts";
import { module } from "./module.ts";
import { officeOrder, publicOffices } from "./rules.ts";

const world = useWorld([module]);

test("the public list names the mayor and the executive secretaries, and no other officer", async () => {
  const holders = (await offices.rows(world.db, world.pack, TODAY)).map((row) => row["holder"]);
  expect(holders).toEqual(expect.arrayContaining(["Innocent Rugamba", "Vestine Mukandayisenga", "Béata Kamikazi", "Aimable Nshuti"]));
  for (const name of ["Pacifique Tuyisenge", "Jean-Bosco Nkurunziza", "Gilbert Habimana"]) expect(holders).not.toContain(name);
});

test("heads come first in every list of offices", () => {
  const [first] = [...publicOffices(world.pack)].sort(officeOrder(world.pack));
  expect(world.pack.postTypes.find((type) => type.code === first)?.isHead).toBe(true);
});

test("a resident searches with the beginning of a name, in any case, and finds the district before its sector", async () => {
  const visitor = await world.browser(null);
  const page = (await visitor.get("/members?q=HUY&lang=en")).text;
  expect(page.indexOf("Southern Province")).toBeGreaterThan(0);
  expect(page.indexOf("Southern Province")).toBeLessThan(page.lastIndexOf("Huye"));
});

test("a search that finds nothing says what to do", async () => {
  const visitor = await world.browser(null);
  expect((await visitor.get("/members?q=zzz&lang=en")).text).toContain("No place carries this name");
});

test("a journalist narrows the members to one province, sorts them, and takes the same rows along", async () => {
  const visitor = await world.browser(null);
  const asked = "in=Southern+Province&sort=name-down";
  const rows = JSON.parse((await visitor.get(`/members?${asked}&format=json&lang=en`)).text) as {
    name: string;
    above: string;
    head: string;
  }[];
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows.map((row) => row.above))).toEqual(new Set(["Southern Province"]));
  expect(rows.map((row) => row.name)).toEqual(
    rows
      .map((row) => row.name)
      .toSorted()
      .toReversed(),
  );
  expect(rows.find((row) => row.name === "Huye")?.head).toBe("Innocent Rugamba");
  expect((await visitor.get(`/members?${asked}&lang=en`)).text).toContain("format=csv");
});

test("the City of Kigali is called by its own name in Kinyarwanda and in French", async () => {
  const visitor = await world.browser(null);
  expect((await visitor.get("/members?lang=rw")).text).toContain("Umujyi wa Kigali");
  expect((await visitor.get("/members?lang=fr")).text).toContain("Ville de Kigali");
});

test("a dataset that does not exist is not found, whatever its name", async () => {
  const visitor = await world.browser(null);
  for (const file of ["nothing.csv", "offices.exe", "..%2f..%2fetc%2fpasswd"])
    expect((await visitor.get(`/data/${file}`)).status).toBe(404);
});

test("a journalist takes the map of districts along as a drawing with the same figures", async () => {
  const visitor = await world.browser(null);
  const drawing = await visitor.get("/districts.svg?lang=en");
  expect(drawing.headers.get("content-type")).toBe("image/svg+xml");
  expect(drawing.text).toMatch(/^<svg[^>]*xmlns=/);
  expect(drawing.text.match(/Huye|HUY/g)?.length).toBeGreaterThan(0);
  expect((await visitor.get("/?lang=en")).text).toContain('href="/districts.svg"');
});

test("a resident with a phone reads each member in two lines: place and what it belongs to, then who heads it and since when", async () => {
  const visitor = await world.browser(null);
  const page = (await visitor.get("/members?lang=en&q=Huye")).text;
  expect(page).toContain("in-cards--close");
  const row = /<th[^>]*scope="row"[^>]*><a[^>]*>Huye<\/a><\/th>(.*?)<\/tr>/.exec(page)?.[1] ?? "";
  expect(row.match(/data-l="/g)).toHaveLength(1);
  expect(row).toMatch(/in-newline[^>]*><span>Innocent Rugamba<\/span>.*data-l="Since"/);
  // Columns keep their heads for who hears the table read out.
  for (const head of ["Kind", "Part of", "Head", "Since"]) expect(page).toMatch(new RegExp(`<th[^>]*>(<a[^>]*>)?${head}<`));
});
