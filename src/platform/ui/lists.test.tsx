/** Lists: sorting and paging live in the address, rows become cards, empty lists say why. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import { type Column, DataTable, Filters, pageItems, Pages } from "./lists.tsx";

const say = speak("en");

interface Row {
  readonly name: string;
  readonly seats: number;
}

const columns: readonly Column<Row>[] = [
  { key: "name", head: "Session", cell: (row) => row.name, sortable: true },
  { key: "seats", head: "Seats", cell: (row) => row.seats, numeric: true, sortable: true },
  { key: "act", head: "Actions", cell: () => "Open", headHidden: true },
];
const rows: readonly Row[] = [{ name: "Complaints <b>", seats: 28 }];
const sortHref = (sort: { key: string; descending: boolean }): string => `?sort=${sort.key}&down=${sort.descending}`;

describe("a data table", () => {
  it("Claudine sorts by a link: figures start with the largest, words with the first, and a second press turns round", () => {
    const unsorted = render(<DataTable say={say} caption="Sessions" columns={columns} rows={rows} sortHref={sortHref} />);
    expect(unsorted).toContain("?sort=name&amp;down=false");
    expect(unsorted).toContain("?sort=seats&amp;down=true");
    const sorted = render(
      <DataTable
        say={say}
        caption="Sessions"
        columns={columns}
        rows={rows}
        sort={{ key: "seats", descending: true }}
        sortHref={sortHref}
      />,
    );
    expect(sorted).toContain("?sort=seats&amp;down=false");
    expect(sorted.match(/aria-sort="descending"/g)).toHaveLength(1);
  });

  it("a phone’s cards keep the roles of a table and label each value", () => {
    const html = render(<DataTable say={say} caption="Sessions" columns={columns} rows={rows} />);
    for (const role of ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"]) expect(html).toContain(`role="${role}"`);
    expect(html).toContain('data-l="Seats"');
    expect(html).not.toContain('data-l="Actions"');
    expect(html).toContain("Complaints &lt;b>");
  });

  it("codes stand on one line where the column says so", () => {
    const html = render(
      <DataTable
        say={say}
        caption="Courses"
        columns={[
          { ...columns[1]!, nowrap: true },
          { ...columns[0]!, nowrap: true },
        ]}
        rows={rows}
      />,
    );
    expect(html.match(/in-nowrap/g)).toHaveLength(2);
  });

  it("without rows it shows what would be here", () => {
    expect(render(<DataTable say={say} caption="Sessions" columns={columns} rows={[]} empty={<p>No session yet.</p>} />)).toBe(
      "<p>No session yet.</p>",
    );
  });
});

describe("pages", () => {
  const shown = (current: number, last: number): string =>
    pageItems(current, last, String)
      .map((item) => ("gap" in item ? "…" : item.current ? `[${item.number}]` : item.number))
      .join(" ");
  it.each([
    [1, 2, "[1] 2"],
    [1, 9, "[1] 2 … 9"],
    [3, 9, "1 2 [3] 4 … 9"],
    [4, 9, "1 2 3 [4] 5 … 9"],
    [5, 9, "1 … 4 [5] 6 … 9"],
    [9, 9, "1 … 8 [9]"],
    [3, 5, "1 2 [3] 4 5"],
  ])("on page %i of %i Claudine sees %s", (current, last, text) => {
    expect(shown(current, last)).toBe(text);
  });

  it("a single page has no pagination", () => {
    expect(render(<Pages say={say} current={1} last={1} href={String} />)).toBe("");
  });
});

describe("filters", () => {
  const select = {
    name: "area",
    label: "Area",
    options: [
      { value: "", text: "All" },
      { value: "h", text: "Hindiro" },
    ],
    value: "h",
  };
  it("keep their state in the address, show it again, and open “More filters” only when one of those is set", () => {
    const html = render(
      <Filters
        say={say}
        action="/needs"
        fields={[select]}
        more={[{ name: "q", label: "Words", type: "search", value: "audit" }]}
        keep={{ sort: "name" }}
        result="38 of 412"
        clearHref="/needs"
      />,
    );
    expect(html).toContain('method="get"');
    expect(html).toContain('<option value="h" selected>Hindiro</option>');
    expect(html).toContain('<details class="in-filter__more" open>');
    expect(html).toContain('<input type="hidden" name="sort" value="name"/>');
    const closed = render(
      <Filters say={say} action="/needs" fields={[select]} more={[{ name: "q", label: "Words", type: "search", value: "" }]} />,
    );
    expect(closed).not.toContain(" open");
  });
});
