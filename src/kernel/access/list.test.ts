/** A list told once: what an address asks, what stands around the rows, and the same rows as a file. */
import { expect, test } from "vitest";
import { plainText, speak } from "#platform/i18n/text.ts";
import type { Visit } from "./asked.ts";
import {
  askOf,
  choiceFilter,
  codeFilter,
  dayFilter,
  linkedFilter,
  listed,
  listedFile,
  recordFilter,
  usualFilter,
  wordsFilter,
  type List,
} from "./list.ts";

interface Course {
  readonly title: string;
  readonly days: number;
}

const COURSES: readonly Course[] = Array.from({ length: 120 }, (_, index) => ({ title: `Course ${index + 1}`, days: 1 + (index % 5) }));
const NGOMA = "0b62612b-1f27-49e9-850a-70b2f4f2a9a1";
const t = plainText;

const FILTERS = {
  words: wordsFilter({ label: t("Words") }),
  state: codeFilter(["open", "closed"], { label: t("State"), any: t("Any state"), text: (code) => code.toUpperCase() }),
  domain: choiceFilter(() => [{ value: "planning", text: "Planning" }], { label: t("Field"), any: t("Any field"), folded: true }),
  district: recordFilter(() => Promise.resolve([{ value: NGOMA, text: "Ngoma" }]), { label: t("District"), any: t("All") }),
  from: dayFilter({ label: t("From"), folded: true }),
  waited: linkedFilter((text) => (text !== null && /^\d+$/.test(text) ? Number(text) : null)),
};

const visit = (address: string): Visit => {
  const url = new URL(address, "https://example.org");
  return { url, query: url.searchParams, say: speak("en"), params: {} } as unknown as Visit;
};

const parts: { offset: number; limit: number }[] = [];
const LIST: List<Visit, typeof FILTERS, Course, "title" | "days"> = {
  name: "courses",
  path: () => "/courses",
  file: () => "/courses/file",
  filters: FILTERS,
  sorts: ["title", "days"],
  first: ({ state }) => ({ sort: state === "closed" ? "days" : "title", descending: false }),
  rows: (_, { filter }, part) => {
    parts.push(part);
    const found = COURSES.filter((course) => filter.words === null || course.title.includes(filter.words));
    return Promise.resolve({ rows: found.slice(part.offset, part.offset + part.limit), total: found.length });
  },
  result: (_, total) => `${total} courses`,
  columns: () => [
    { name: "title", cell: (row) => row.title },
    { name: "days", kind: { kind: "integer" }, cell: (row) => row.days },
  ],
};

const valuesOf = (fields: readonly { readonly name: string; readonly value?: string | number }[]) =>
  Object.fromEntries(fields.map((field) => [field.name, field.value]));

test("Claudine opens the list: nothing is asked, the first fifty of all stand there, and there is nothing to clear", async () => {
  const page = await listed(visit("/courses"), LIST);
  expect(page.rows.map((row) => row.title).slice(0, 2)).toEqual(["Course 1", "Course 2"]);
  expect([page.rows.length, page.total, page.filtered]).toEqual([50, 120, false]);
  expect(page.ask).toEqual({
    filter: { words: null, state: null, domain: null, district: null, from: null, waited: null },
    sort: "title",
    descending: false,
  });
  expect(page.around.filters.clearHref).toBeUndefined();
  expect([page.around.pages.current, page.around.pages.last]).toEqual([1, 3]);
});

test("what she asks is read, drawn in its boxes, and kept by every link of the list", async () => {
  const address = `/courses?words=Course&state=open&domain=planning&district=${NGOMA}&from=2025-07-01&waited=30&sort=days-down&page=2&lang=rw`;
  const page = await listed(visit(address), LIST);
  expect(page.ask).toEqual({
    filter: { words: "Course", state: "open", domain: "planning", district: NGOMA, from: "2025-07-01", waited: 30 },
    sort: "days",
    descending: true,
  });
  const { filters, pages, downloads } = page.around;
  expect(valuesOf(filters.fields)).toEqual({ words: "Course", state: "open", district: NGOMA });
  expect(valuesOf(filters.more ?? [])).toEqual({ domain: "planning", from: "2025-07-01" });
  expect(filters.keep).toEqual({ waited: "30", sort: "days-down" });
  expect([page.filtered, filters.clearHref, pages.current]).toEqual([true, "/courses", 2]);
  const asked = `words=Course&state=open&domain=planning&district=${NGOMA}&from=2025-07-01&waited=30`;
  expect(page.table.sortHref({ key: "title", descending: false })).toBe(`/courses?${asked}&sort=title-up`);
  expect(downloads.map((file) => file.href)).toContain(`/courses/file?${asked}&sort=days-down&format=csv`);
});

test("a page beyond the last is the last, as after a filter leaves fewer rows", async () => {
  const [far, few, none] = await Promise.all(
    ["/courses?page=9", "/courses?words=Course+11&page=2", "/courses?words=Nothing&page=2"].map((address) => listed(visit(address), LIST)),
  );
  expect([far?.around.pages.current, far?.rows.length]).toEqual([3, 20]);
  expect([few?.around.pages.current, few?.rows.length]).toEqual([1, 11]);
  expect([none?.around.pages.current, none?.rows.length, none?.total]).toEqual([1, 0, 0]);
});

test.each([
  ["", "open", false],
  ["?state=open", "open", false],
  ["?state=lost", "open", false],
  ["?state=all", "all", true],
])("where one code is usual, the address /courses%s asks for %s", async (query, state, filtered) => {
  const filters = { state: usualFilter(["open", "all"], "open", { label: t("State"), text: (code) => code }) };
  const list: List<Visit, typeof filters, Course, "title"> = {
    name: "courses",
    path: () => "/courses",
    filters,
    sorts: ["title"],
    first: () => ({ sort: "title", descending: false }),
    rows: () => Promise.resolve({ rows: [], total: 0 }),
    result: () => "",
    columns: () => [],
  };
  const page = await listed(visit(`/courses${query}`), list);
  expect([page.ask.filter.state, page.filtered]).toEqual([state, filtered]);
});

test.each([
  ["state=lost", "state"],
  ["domain=astrology", "domain"],
  ["district=Ngoma", "district"],
  ["from=soon", "from"],
  ["waited=long", "waited"],
  ["words=++", "words"],
])("nonsense in an address (%s) asks for nothing", async (query, name) => {
  const page = await listed(visit(`/courses?${query}`), LIST);
  expect(page.ask.filter).toHaveProperty(name, null);
  expect(page.filtered).toBe(false);
});

test.each([
  ["", { sort: "title", descending: false }],
  ["?sort=days-down", { sort: "days", descending: true }],
  ["?sort=days", { sort: "days", descending: false }],
  ["?sort=colour-down", { sort: "title", descending: false }],
  ["?state=closed", { sort: "days", descending: false }],
])("the address /courses%s asks for the order %j", async (query, order) => {
  expect(await askOf(visit(`/courses${query}`), LIST)).toMatchObject(order);
});

test("the file has every row that the filters leave, not only the page, read part by part", async () => {
  parts.length = 0;
  const reply = await listedFile(visit("/courses/file?words=Course&format=csv&page=2"), LIST);
  const bytes: Uint8Array[] = [];
  for await (const part of reply.body as AsyncIterable<Uint8Array>) bytes.push(part);
  const lines = Buffer.concat(bytes).toString("utf8").trim().split(/\r?\n/);
  expect([reply.name, lines.length, lines.at(-1)]).toEqual(["courses.csv", 121, "Course 120,5"]);
  expect(parts).toEqual([{ last: null, offset: 0, limit: 500 }]);
});
