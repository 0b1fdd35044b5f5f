/** The library: a workbook with errors explained cell by cell, a draft previewed, published, compared, retired; and who may not. */
import { describe, expect, test } from "vitest";
import { exampleSheets, exampleWorkbook, workbookBytes } from "#kernel/questionnaire/example.ts";
import { modelOf, publishedVersions } from "#kernel/questionnaire/store.ts";
import { readWorkbook } from "#platform/tabular/workbook.ts";
import { useWorld } from "#test/support/world.ts";
import { TODAY } from "#test/support/fixed.ts";
import { module } from "./module.ts";
import { records } from "./records.ts";
import { awaited, sheetsOf } from "./testing.fixture.ts";

const world = useWorld([module]);

const file = (bytes: Uint8Array, name = "cna.xlsx"): File => new File([bytes as Uint8Array<ArrayBuffer>], name);
const HEADER = ["type", "name", "label", "relevant", "capacity_domain", "capacity_item", "capacity_role"];

async function upload(code: string, bytes: Uint8Array): Promise<string> {
  const claudine = await world.browser("claudine");
  const sent = await claudine.post("/questionnaires/new", { title: `Needs ${code}`, code, language: "en", workbook: file(bytes) });
  expect(sent.status, sent.text.slice(0, 2000)).toBe(303);
  return sent.location ?? "";
}

describe("uploading", () => {
  test("Claudine downloads the example, uploads it as it is, and nothing is found wrong", async () => {
    const claudine = await world.browser("claudine");
    const template = await claudine.get("/questionnaires/template.xlsx");
    expect(template.status).toBe(200);
    const page = await claudine.get(await upload("EXAMPLE", await exampleWorkbook(world.pack)));
    expect(page.text).toContain("Every cell is in order.");
    expect(page.text).toContain("How are residents’ complaints handled in your office now?");
  });

  test("Claudine uploads a workbook with four mistakes and is told each cell and what to write", async () => {
    const sheets = sheetsOf(
      [
        HEADER,
        ["select_one level", "a", "A", null, "XYZ", "planning", "current"],
        ["select_one level", "b", "B", "${nobody} = 1", "PLN", "planning", "now"],
        ["text", "c", "C", null, "PLN", "checking", "cause"],
        ["select_one level", "d", "D", null, "PLN", null, "desired"],
      ],
      [
        ["list_name", "name", "label"],
        ["level", "1", "One"],
        ["level", "9", "Nine"],
      ],
    );
    const claudine = await world.browser("claudine");
    const path = await upload("BROKEN", await workbookBytes(sheets));
    const page = await claudine.get(path);
    expect(page.text).toContain("Draft, to correct");
    // The engine’s errors stop first; with those mended the capacities are judged.
    expect(page.text).toContain("Cell D3");
    sheets[0]!.rows[2]![3] = null;
    const mended = await claudine.get(await upload("BROKEN2", await workbookBytes(sheets)));
    for (const words of [
      "Cell E2",
      "“XYZ” is not a field of capacity",
      "Cell G3",
      "“now” is not a role",
      "its type is “text”",
      "Cell F5",
      "names no capacity",
      "has the choice “9”",
    ]) {
      expect(mended.text, words).toContain(words);
    }
    const list = await claudine.get(`${path}/problems.csv`);
    expect(list.text).toContain("survey,D3,To correct");
    expect((await claudine.post(`${path}/publish`)).status).toBe(409);
  });

  test("Claudine forgets the title and sends a picture as workbook: the form comes back with both sentences", async () => {
    const claudine = await world.browser("claudine");
    const sent = await claudine.post("/questionnaires/new", {
      title: "",
      code: "PIC-1",
      language: "en",
      workbook: file(Buffer.from("89504e470d0a1a0a00000000", "hex"), "photo.png"),
    });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain("Write the title");
    expect(sent.text).toContain('value="PIC-1"');
    expect(sent.text).toContain('href="#workbook"');
  });

  test("a code is given once", async () => {
    const bytes = await exampleWorkbook(world.pack);
    await upload("ONCE", bytes);
    const claudine = await world.browser("claudine");
    const sent = await claudine.post("/questionnaires/new", { title: "Again", code: "ONCE", language: "en", workbook: file(bytes) });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain("A questionnaire with the code ONCE exists already.");
  });

  test("the workbook comes back byte for byte", async () => {
    const bytes = await exampleWorkbook(world.pack);
    const path = await upload("BYTES", bytes);
    const found = await world.app.request(`http://localhost:8080${path}/workbook`);
    expect(found.status).toBe(303);
    const kept = await world.db.selectFrom("files.blob").select("bytes").where("size", "=", bytes.length).executeTakeFirst();
    expect(Buffer.compare(kept?.bytes as Buffer, Buffer.from(bytes))).toBe(0);
    expect((await readWorkbook(kept?.bytes as Buffer)).ok).toBe(true);
  });
});

describe("versions", () => {
  test("Claudine previews every page, publishes, uploads a second version, compares both, and the first retires", async () => {
    const claudine = await world.browser("claudine");
    const first = await upload("TWO", await exampleWorkbook(world.pack));
    const preview = await claudine.get(`${first}/preview?page=3`);
    expect(preview.text).toContain("Asked when: ${LDG_desired} > ${LDG_current}");
    expect((await claudine.get(`${first}/preview?page=99`)).status).toBe(404);
    expect((await claudine.post(`${first}/publish`)).status).toBe(303);

    const sheets = exampleSheets(world.pack);
    const survey = sheets[0]!.rows;
    const label = survey[0]!.indexOf("label::English (en)");
    const row = survey.find((cells) => cells[1] === "complaints_last_month")!;
    row[label] = "How many complaints did you hear last month?";
    survey.splice(
      survey.findIndex((cells) => cells[1] === "anything"),
      1,
    );
    const instrument = (
      await world.db.selectFrom("questionnaire.instrument").select("id").where("code", "=", "TWO").executeTakeFirstOrThrow()
    ).id as string;
    const second =
      (await claudine.post(`/questionnaires/${instrument}/versions`, { workbook: file(await workbookBytes(sheets)) })).location ?? "";
    const [before, after] = [first.split("/").at(-1), second.split("/").at(-1)];
    const compared = await claudine.get(`/questionnaires/${instrument}/compare?before=${before}&after=${after}`);
    expect(compared.text).toContain("How many complaints did you hear last month?");
    expect(compared.text).toContain("wording");
    expect(compared.text).toContain("/close/anything");
    expect((await claudine.post(`${second}/publish`)).status).toBe(303);
    const published = await publishedVersions(world.db);
    expect(published.filter((each) => each.instrument === instrument).map((each) => [each.version, each.number, each.languages])).toEqual([
      [after, 2, ["en", "fr", "rw"]],
    ]);
    // The retired version keeps its questions.
    expect((await modelOf(world.db, before ?? "")).items.length).toBeGreaterThan(0);
    expect((await claudine.get(first)).text).toContain("Retired");
    expect((await claudine.post(`${second}/retire`)).status).toBe(303);
  });

  test("a questionnaire that looks up a table is not published before the table is attached", async () => {
    const claudine = await world.browser("claudine");
    const path = await upload(
      "TABLE",
      await workbookBytes(
        sheetsOf([
          ["type", "name", "label"],
          ["select_one_from_file villages.csv", "village", "Village"],
        ]),
      ),
    );
    const refused = await claudine.post(`${path}/publish`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("villages.csv");
    expect((await claudine.post(`${path}/table`, { name: "villages", file: file(Buffer.from("name,label\n"), "v.csv") })).status).toBe(422);
    expect(
      (await claudine.post(`${path}/table`, { name: "villages", file: file(Buffer.from("name,label\nkab,Kabeza\n"), "v.csv") })).status,
    ).toBe(303);
    expect((await claudine.post(`${path}/publish`)).status).toBe(303);
  });
});

describe("the list", () => {
  test("Claudine finds a questionnaire by its code, sorts by answers, and takes the list away as a table", async () => {
    const claudine = await world.browser("claudine");
    const found = await claudine.get("/questionnaires?q=example&sort=answers-down");
    expect(found.text).toContain("Needs EXAMPLE");
    expect(found.text).not.toContain("Needs ONCE");
    const csv = await claudine.get("/questionnaires?q=example&format=csv");
    expect(csv.text).toContain("EXAMPLE,Needs EXAMPLE");
    expect((await claudine.get("/questionnaires?format=xlsx")).status).toBe(200);
    expect(JSON.parse((await claudine.get("/questionnaires?q=example&format=json")).text)).toMatchObject([{ code: "EXAMPLE", answers: 0 }]);
  });

  test("she is offered no file of a list without rows, nor of answers before there are any; the labels she may take", async () => {
    const claudine = await world.browser("claudine");
    expect((await claudine.get("/questionnaires?q=example")).text).toContain("format=csv");
    expect((await claudine.get("/questionnaires?q=nothinglikethis")).text).not.toContain("format=csv");
    const version = await claudine.get(await upload("UNANSWERED", await exampleWorkbook(world.pack)));
    const page = await claudine.get(/href="(\/questionnaires\/[0-9a-f-]{36})"/.exec(version.text)?.[1] ?? "");
    expect(page.text).toContain("Answers without names");
    expect(page.text).toMatch(/\/questionnaires\/[^"]+\/labels\.csv/);
    expect(page.text).not.toContain("answers.csv");
  });
});

describe("who may not", () => {
  test("Jean-Bosco reads the library and cannot upload, publish or retire", async () => {
    const path = await upload("DENIED", await exampleWorkbook(world.pack));
    const jeanbosco = await world.browser("jeanbosco");
    expect((await jeanbosco.get("/questionnaires")).status).toBe(200);
    expect((await jeanbosco.get(path)).status).toBe(200);
    expect((await jeanbosco.get(path)).text).not.toContain("Publish version");
    for (const post of ["/questionnaires/new", `${path}/publish`, `${path}/retire`, `${path}/table`])
      expect((await jeanbosco.post(post)).status, post).toBe(403);
  });

  test("a test with its key: Claudine and Solange read it, Jean-Bosco finds it nowhere; a questionnaire without one he reads", async () => {
    const sheets = sheetsOf(
      [
        ["type", "name", "label", "Correct"],
        ["select_one level", "a", "Who signs the contract?", "2"],
        ["select_one level", "b", "And then?", null],
      ],
      [
        ["list_name", "name", "label"],
        ["level", "1", "The supplier"],
        ["level", "2", "The mayor"],
      ],
    );
    const path = await upload("KEYED", await workbookBytes(sheets));
    const claudine = await world.browser("claudine");
    const own = /href="(\/questionnaires\/[0-9a-f-]{36})"/.exec((await claudine.get(path)).text)?.[1] ?? "";
    expect((await claudine.post(`${path}/publish`)).status).toBe(303);
    // A second version without the key is as secret: its questions are the same.
    const next = await claudine.post(`${own}/versions`, {
      workbook: file(await workbookBytes([{ ...sheets[0]!, rows: sheets[0]!.rows.map((row) => row.slice(0, 3)) }, ...sheets.slice(1)])),
    });
    const second = next.location ?? "";
    const [before, after] = [path, second].map((each) => each.split("/").at(-1) ?? "");
    const places = [own, `${own}/compare?before=${before}&after=${after}`, path, second].concat(
      ["preview", "workbook", "problems.csv", "paper"].flatMap((part) => [`${path}/${part}`, `${second}/${part}`]),
    );
    for (const name of ["claudine", "solange"] as const) {
      const browser = await world.browser(name);
      for (const place of places) expect((await browser.get(place)).status, `${name} ${place}`).toBe(200);
      expect((await browser.get("/questionnaires?q=KEYED")).text).toContain(own);
    }
    const jeanbosco = await world.browser("jeanbosco");
    for (const place of [...places, `${path}/type-in`]) expect((await jeanbosco.get(place)).status, place).toBe(404);
    for (const query of ["q=KEYED", "q=KEYED&format=csv", "q=KEYED&format=json"])
      expect((await jeanbosco.get(`/questionnaires?${query}`)).text, query).not.toContain("Needs KEYED");
    expect((await jeanbosco.get("/questionnaires?q=DENIED")).text).toContain("Needs DENIED");
    const [instrument, version] = [records["questionnaire.instrument"]!, records["questionnaire.version"]!];
    const ids = [own.split("/").at(-1) ?? ""];
    for (const [name, sees] of [
      ["jeanbosco", 0],
      ["solange", 1],
    ] as const) {
      const actor = await world.actor(name);
      expect((await instrument.visible(world.db, actor, ids, TODAY)).size).toBe(sees);
      expect((await version.visible(world.db, actor, [before ?? "", after ?? ""], TODAY)).size).toBe(2 * sees);
      expect(await instrument.search?.(world.db, actor, "Needs KEYED", 5, TODAY)).toHaveLength(sees);
    }
    // Solange is in the class herself: until she has handed the test in, none of its versions is there for her. Claudine is not.
    const solange = await world.actor("solange");
    awaited.set(solange.person, [after ?? ""]);
    const browser = await world.browser("solange");
    for (const place of places) expect((await browser.get(place)).status, `in the class: ${place}`).toBe(404);
    expect((await browser.get("/questionnaires?q=KEYED&format=csv")).text).not.toContain("Needs KEYED");
    expect((await instrument.visible(world.db, solange, ids, TODAY)).size).toBe(0);
    expect((await version.visible(world.db, solange, [before ?? ""], TODAY)).size).toBe(0);
    expect((await (await world.browser("claudine")).get(path)).status).toBe(200);
    awaited.delete(solange.person);
    expect((await browser.get(path)).status).toBe(200);
    // The monitoring officer may export answers, but not of a test; and a workbook with errors is shown to nobody who may not read keys.
    const broken = await upload(
      "BROKENKEY",
      await workbookBytes(
        sheetsOf(
          [
            ["type", "name", "label"],
            ["select_one nothing", "a", "A"],
          ],
          [["list_name", "name", "label"]],
        ),
      ),
    );
    expect([(await jeanbosco.get(broken)).status, (await jeanbosco.get(`${broken}/workbook`)).status]).toEqual([404, 404]);
  });

  test("the mayor does not read the library, a visitor is asked to sign in, and a wrong id is not found", async () => {
    expect((await (await world.browser("innocent")).get("/questionnaires")).status).toBe(403);
    expect((await (await world.browser(null)).get("/questionnaires")).location).toMatch(/^\/sign-in/);
    const claudine = await world.browser("claudine");
    expect((await claudine.get("/questionnaires/00000000-0000-4000-8000-000000000000")).status).toBe(404);
    expect((await claudine.get("/questionnaires/versions/00000000-0000-4000-8000-000000000000")).status).toBe(404);
  });
});
