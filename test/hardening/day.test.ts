/** A day in which people try everything once: every page they find, every link on it, every form, filled in with words that must not come out anywhere else. */
import type { Hono } from "hono";
import { beforeAll, expect, test } from "vitest";
import { makeDemonstration } from "#app/demo.ts";
import { modules } from "#app/modules.ts";
import { newId } from "#platform/db/ids.ts";
import { CAST, type CastName } from "#test/support/cast.ts";
import { NOW } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { namesIn, personalIn, personalInJobs, personalInJournal } from "./personal.ts";
import { appOver, signIn } from "./probe.ts";
import { tagsOf, walk, type Walk } from "./reader.ts";

const isLong = process.env["INTEKO_LONG"] === "1";
const PEOPLE: readonly CastName[] = isLong
  ? (Object.keys(CAST) as CastName[])
  : ["claudine", "jeanbosco", "vestine", "gilbert", "dative", "beata"];
const LIMITS = {
  pages: isLong ? 600 : 60,
  ofOneShape: isLong ? 8 : 2,
  choices: isLong ? (["first", "last"] as const) : (["last"] as const),
  // Signing out would end the day, and so would another password.
  leave: /^\/(sign-out|account\/(password|sessions|code|passkeys)|acting-as|privacy)/,
};

const world = useWorld();
const walks = new Map<string, Walk>();
const reports: string[] = [];
beforeAll(
  async () => {
    const app: Hono = await appOver(world, modules, {
      report: (number, path, error) => reports.push(`error ${number} at ${path}: ${error instanceof Error ? error.stack : String(error)}`),
    });
    if (modules.some((module) => module.demo !== undefined)) await makeDemonstration(world.db, world.pack, modules, NOW);
    walks.set("a visitor", await walk(app, null, ["/"], LIMITS));
    for (const name of PEOPLE) walks.set(name, await walk(app, await signIn(world, name), ["/today"], LIMITS));
  },
  isLong ? 3_600_000 : 300_000,
);

const all = <T>(of: (seen: Walk, who: string) => readonly T[]): T[] => [...walks].flatMap(([who, seen]) => of(seen, who));

test("the day was long enough to prove something", () => {
  expect(all((seen) => seen.pages).length).toBeGreaterThan(50);
  expect(all((seen) => seen.sent.filter((sent) => sent.status === 303)).length).toBeGreaterThan(3);
  console.info(
    `${all((seen) => seen.pages).length} pages, ${all((seen) => seen.sent).length} forms, ${all((seen) => seen.sent.filter((sent) => sent.status === 303)).length} taken`,
  );
});

test("nothing that anybody did was answered with an error of ours", () => {
  expect(reports).toEqual([]);
});

test("every link that a person sees leads to a page that she may open", () => {
  expect(all((seen, who) => seen.dead.map((dead) => `${who}: ${dead}`))).toEqual([]);
});

/** What in a page a strict content policy would refuse, or an attacker would like. */
function inlineIn(html: string): string[] {
  return tagsOf(html).flatMap(({ name, closing, attributes }) => {
    if (closing) return [];
    const found: string[] = [];
    if (name === "style" || (name === "script" && !/^\/(?!\/)/.test(attributes["src"] ?? "")))
      found.push(`<${name}> without a file of ours`);
    if (["iframe", "object", "embed", "base", "applet"].includes(name)) found.push(`<${name}>`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute === "style" || attribute === "srcdoc" || /^on[a-z]+$/.test(attribute)) found.push(`<${name} ${attribute}>`);
      if (/^\s*(javascript|vbscript|data:text)/i.test(value) && ["href", "src", "action", "formaction", "xlink:href"].includes(attribute))
        found.push(`<${name} ${attribute}="${value.slice(0, 30)}">`);
      if (["src", "action", "formaction"].includes(attribute) && /^(https?:)?\/\//i.test(value))
        found.push(`<${name} ${attribute}> from elsewhere`);
    }
    return found;
  });
}

test("no page carries a script or a style of its own, or an address that runs", () => {
  expect([...new Set(all((seen) => seen.pages.flatMap((page) => inlineIn(page.html).map((found) => `${page.path}: ${found}`))))]).toEqual(
    [],
  );
});

test.each([
  "<script>x</script>",
  '<p style="color:red">',
  '<a onclick="x()">',
  '<a href="javascript:x()">',
  "<style>p{}</style>",
  '<script src="//evil.example/x.js"></script>',
  '<form action="https://evil.example">',
  "<base href=/x>",
  '<iframe src="/x">',
])("%s is found", (planted) => {
  expect(inlineIn(`<main><p>before</p>${planted}</main>`)).not.toEqual([]);
});

test("no entry of the journal tells a name, an address or a number of anybody", async () => {
  const names = await namesIn(
    world.db,
    world.pack.units.map((unit) => unit.names.en),
  );
  expect(await personalInJournal(world.db, names)).toEqual([]);
  expect(await personalInJobs(world.db, names)).toEqual([]);
});

test("no line of the server’s log tells a name, an address or a number of anybody", async () => {
  const names = await namesIn(
    world.db,
    world.pack.units.map((unit) => unit.names.en),
  );
  expect(reports.flatMap((line) => personalIn(line, names))).toEqual([]);
});

test("an entry that tells a name, an address or a number is found", async () => {
  const names = await namesIn(world.db, []);
  for (const planted of ["Claudine Mukamana", "claudine@inteko.example", "0788123456", "+250788123456"]) {
    const entry = await world.act("claudine", (act) =>
      act.journal({ kind: "test.planted", subject: { kind: "note", id: newId() }, payload: { said: planted } }),
    );
    const found = await personalInJournal(world.db, names);
    expect(found.filter((sentence) => sentence.includes(`(entry ${entry})`))).not.toEqual([]);
  }
});
