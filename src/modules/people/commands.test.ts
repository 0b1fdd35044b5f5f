/** The same imports from the command line: counts, findings, the same bytes for the same file. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOf } from "#kernel/access/house.ts";
import { ROOT, TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { commands } from "./commands.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "units-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function run(name: string, args: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  const command = commands.find((one) => one.name === name);
  const out: string[] = [];
  const err: string[] = [];
  const status = await command?.run({
    args: args.filter((arg) => arg !== "--json"),
    json: args.includes("--json"),
    pack: world.pack,
    now: world.now,
    db: world.db,
    house: houseOf([module]),
    root: ROOT,
    dataFolder: folder,
    print: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    act: (work) => world.act(null, work),
  });
  return { status: status ?? -1, out: out.join("\n"), err: err.join("\n") };
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const UNITS = `level,code,name,parent_code,population,household
district,24,Huye,2,300,60
sector,2409,Ngoma,24,300,60
cell,240901,Butare,2409,200,40
cell,240902,Kaburemera,2409,90,20
village,24090101,Kigarama,240901,200,40
village,24090201,Rango,240902,0,0
village,24090102,Taba,240902,90,20
village,24090102,Twice,240902,1,1
hamlet,1,Nowhere,2,1,1
`;

describe("inteko import units", () => {
  it("a dry run tells everything and writes nothing", async () => {
    const path = await file("units.csv", UNITS);
    const { status, out } = await run("import units", [path, "--dry-run", "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ imported: { district: 1, sector: 1, cell: 2, village: 3 }, unchanged: 0 });
    expect(await world.db.selectFrom("registry.organisation").select("id").where("tier", "=", "VIL").execute()).toEqual([]);
  });

  it("units come in with posts, known ones are not doubled, and everything that does not agree is listed", async () => {
    const path = await file("units.csv", UNITS);
    const before = await world.db.selectFrom("registry.organisation").select("id").where("tier", "=", "DIS").execute();
    const { out } = await run("import units", [path, "--json"]);
    const result = JSON.parse(out) as {
      rejected: { row: number; code: string; reason: string }[];
      warnings: { code: string; kind: string }[];
    };
    expect(result.rejected.map((one) => [one.row, one.code, one.reason.split(":")[0]])).toEqual([
      [9, "24090102", "duplicate-code"],
      [10, "1", "bad-level"],
    ]);
    expect(result.warnings.map((one) => [one.code, one.kind])).toEqual([
      ["2409", "population-sum"],
      ["24090201", "zero-population"],
      ["24090102", "wrong-parent"],
    ]);
    expect(await world.db.selectFrom("registry.organisation").select("id").where("tier", "=", "DIS").execute()).toHaveLength(before.length);
    const { rows } = await world.pool.query(
      "select count(*)::int as n from registry.post p join registry.organisation o on o.id = p.organisation where o.code = 'CEL-240901'",
    );
    expect(rows[0]?.n).toBeGreaterThan(3);
    const figures = await world.pool.query("select population from registry.territory_version where code = '2409'");
    expect(figures.rows).toEqual([{ population: 300 }]);
  });

  it("brought again, nothing changes and the answer has the same bytes twice", async () => {
    const path = await file("units.csv", UNITS);
    const first = await run("import units", [path, "--json"]);
    const second = await run("import units", [path, "--json"]);
    expect(JSON.parse(first.out)).toMatchObject({ imported: { district: 0, sector: 0, cell: 0, village: 0 }, unchanged: 7 });
    expect(second.out).toBe(first.out);
    expect(first.out.startsWith('{"imported":{"cell":0,"district":0,')).toBe(true);
  });

  it("a new census keeps the old figures for their time", async () => {
    await run("import units", [
      await file("later.csv", "level,code,name,parent_code,population,household\ncell,240901,Butare,2409,250,50\n"),
      "--json",
    ]);
    const { rows } = await world.pool.query(
      "select population, to_day from registry.territory_version where code = '240901' order by from_day",
    );
    expect(rows).toEqual([
      { population: 200, to_day: TODAY },
      { population: 250, to_day: null },
    ]);
  });

  it.each([
    [[], 2],
    [["/no/such/file.csv"], 2],
    [["a.csv", "b.csv"], 2],
    [["a.csv", "--force"], 2],
  ])("arguments %j end with status %i", async (args, status) => {
    expect((await run("import units", args)).status).toBe(status);
  });

  it("a file that is no table is refused with a sentence", async () => {
    const { status, err } = await run("import units", [await file("page.csv", "<!doctype html><html></html>")]);
    expect([status, err.length > 20]).toEqual([1, true]);
  });
});

describe("what a list of units cannot be read for is told cell by cell", () => {
  it("a part of a country still counts every level, so that a program finds each figure", async () => {
    const { out } = await run("import units", [
      await file("part.csv", "level,code,name,parent_code\nsector,2498,Nowhere,24\n"),
      "--dry-run",
      "--json",
    ]);
    expect(JSON.parse(out)).toMatchObject({ imported: { province: 0, district: 0, sector: 1, cell: 0, village: 0 } });
  });

  it("a file refused as a whole has the same shape, with the reason", async () => {
    const { status, out } = await run("import units", [await file("page2.csv", "<!doctype html><html></html>"), "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      imported: { province: 0, district: 0, sector: 0, cell: 0, village: 0 },
      unchanged: 0,
      rejected: [],
      warnings: [],
      problems: [{ code: "tabular.webPage" }],
    });
  });

  it("a column without a name and one that nobody knows are named, not dropped in silence", async () => {
    const { out } = await run("import units", [
      await file("odd.csv", "level,code,name,,peeple\nsector,2498,Nowhere,24,730\n"),
      "--dry-run",
      "--json",
    ]);
    const { warnings } = JSON.parse(out) as { warnings: { kind: string; detail: string }[] };
    expect(warnings.map((one) => [one.kind, one.detail.includes("peeple") || one.detail.includes("Column D")])).toEqual([
      ["header-unknown", true],
      ["header-blank", true],
    ]);
  });

  it("two cells at fault in one row are told as two, with the row’s code, and what lies below says why it has no place", async () => {
    const { out } = await run("import units", [
      await file(
        "shown.csv",
        "level,code,name,parent_code,population\nsector,2498,Ruha\ufffdshya \ufffd,24\ufffd,1\ncell,249801,Busheshi,2498,1\n",
      ),
      "--dry-run",
      "--json",
    ]);
    const { rejected } = JSON.parse(out) as { rejected: { code: string; reason: string }[] };
    expect(rejected.map((one) => [one.code, one.reason.split(":")[0]])).toEqual([
      ["2498", "cell-letters-broken"],
      ["249801", "parent-rejected"],
    ]);
    expect(rejected[0]?.reason).toContain("Ruha");
    expect(rejected[0]?.reason).toContain("24\ufffd");
  });
});

const square = (x: number): unknown => ({
  type: "Polygon",
  coordinates: [
    [
      [x, -2],
      [x + 1, -2],
      [x + 1, -1],
      [x, -1],
      [x, -2],
    ],
  ],
});

describe("inteko import boundaries", () => {
  it("areas are matched by code, else by a name of the tier the file draws, and the rest is named", async () => {
    const features = [
      { type: "Feature", properties: { id: 24, name: "Huye" }, geometry: square(29) },
      { type: "Feature", properties: { name: "Musanze", level: "district" }, geometry: square(30) },
      { type: "Feature", properties: { name: "Atlantis" }, geometry: square(31) },
    ];
    const path = await file("areas.geojson", JSON.stringify({ type: "FeatureCollection", features }));
    const first = await run("import boundaries", [path, "--json"]);
    const result = JSON.parse(first.out) as { imported: number; rejected: { reason: string }[] };
    expect([result.imported, result.rejected.map((one) => one.reason.split(":")[0])]).toEqual([2, ["no-unit"]]);
    expect(JSON.parse((await run("import boundaries", [path, "--json"])).out)).toMatchObject({ imported: 0, unchanged: 2 });
  });

  it("a file that is not GeoJSON is refused", async () => {
    expect((await run("import boundaries", [await file("no.geojson", "{}")])).status).toBe(1);
  });
});

describe("inteko import people", () => {
  it("people are put into their posts, rows that cannot are explained, and a second run changes nothing", async () => {
    const text =
      "name,sex,phone,organisation,post,from\nAline Uwase,F,0788000777,Nyanza,Mayor,2022\nPaul Mugabo,M,,Atlantis,Mayor,2022\nBosco Kalisa,M,,Huye,Mayor,2022\n";
    const path = await file("people.csv", text);
    const first = JSON.parse((await run("import people", [path, "--json"])).out) as {
      imported: number;
      rejected: { row: number; reason: string }[];
    };
    expect(first.imported).toBe(1);
    expect(first.rejected.map((one) => [one.row, one.reason.split(":")[0]])).toEqual([
      [3, "no-organisation"],
      [4, "post-held"],
    ]);
    expect(JSON.parse((await run("import people", [path, "--json"])).out)).toMatchObject({ imported: 0, unchanged: 1 });
  });
});
