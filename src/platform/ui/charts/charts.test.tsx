/** Drawings: what they refuse, what they compute, and that each stands alone as a file. */
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { speak } from "#platform/i18n/text.ts";
import { barsOf, chainOf, trendOf, unitsOf as unitRowOf } from "#platform/ui/testing/gallery/chain.tsx";
import { askedOf, heatOf, intervalOf, rankedOf, stripOf } from "#platform/ui/testing/gallery/needs.tsx";
import { Bars, BarsSvg } from "./bars.tsx";
import { BoundaryMap, BoundaryMapSvg } from "./boundary-map.tsx";
import { ChainSvg } from "./chain.tsx";
import { AMOUNT, CATEGORY, DIVERGING, GAP, inkOn, stepOf } from "./colour.ts";
import { type About, svgFile, wrapped } from "./frame.tsx";
import { Funnel, FunnelSvg } from "./funnel.tsx";
import { HeatMap, HeatMapSvg } from "./heat-map.tsx";
import { differs, IntervalSvg } from "./interval.tsx";
import { RankedSvg } from "./ranked.tsx";
import { quartiles, StripSvg } from "./strip.tsx";
import { TileMap, TileMapSvg } from "./tile-map.tsx";
import { Trend, TrendSvg } from "./trend.tsx";
import { unitsOf, UnitRowSvg } from "./unit-row.tsx";

const say = speak("en");
const inside = { lang: "en" as const, t: (en: string) => en };
const about: About = {
  title: "A & B",
  unit: "People",
  source: "Register",
  date: "14/11/2025",
  label: "More in the north",
  svgHref: "/map.svg",
};
const square = (x: number, y: number) => [
  [
    [x, y],
    [x + 1, y],
    [x + 1, y + 1],
    [x, y + 1],
  ] as const,
];
const map = {
  say,
  about,
  areas: [
    { name: "West", rings: square(0, 0), value: 3 },
    { name: "East", rings: square(1, 0), value: null, text: "<5" },
  ],
  breaks: [1, 2, 3, 4] as const,
  steps: ["0", "1", "2", "3", "4"] as const,
  format: String,
  heads: ["Place", "People"] as const,
};
const funnel = {
  say,
  lang: "en" as const,
  about,
  steps: [
    { value: 200, word: "enrolled", of: "verified" as const },
    { value: 150, word: "came", of: "claimed" as const, shareText: (s: string) => `${s} of those enrolled` },
    { value: 30, word: "passed", of: "verified" as const, shareText: (s: string) => `${s} of those who came` },
  ],
};

describe("colours", () => {
  /** WCAG 2 relative luminance and contrast. */
  const luminance = (hex: string): number => {
    const channel = [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * (channel[0] ?? 0) + 0.7152 * (channel[1] ?? 0) + 0.0722 * (channel[2] ?? 0);
  };
  const contrast = (a: string, b: string): number => {
    const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };

  it("every figure on a step can be read: 4.5 to 1 or more", () => {
    for (const ramp of [GAP, AMOUNT])
      for (const [step, colour] of ramp.entries()) expect(contrast(colour, inkOn(step)), colour).toBeGreaterThanOrEqual(4.5);
  });

  it("five categories stand out from paper by 3 to 1", () => {
    for (const colour of CATEGORY) expect(contrast(colour, "#ffffff"), colour).toBeGreaterThanOrEqual(3);
    expect(DIVERGING).toHaveLength(5);
  });

  it("a value on a threshold belongs to the step above", () => {
    expect([0.4, 0.5, 0.99, 1, 2, 9].map((value) => stepOf(value, [0.5, 1, 1.5, 2]))).toEqual([0, 1, 1, 2, 4, 4]);
  });
});

describe("each drawing as a file", () => {
  it.each([
    ["heat-map", <HeatMapSvg {...heatOf(inside)} />],
    ["ranked list", <RankedSvg {...rankedOf(inside)} />],
    ["strips", <StripSvg {...stripOf(inside)} />],
    ["intervals", <IntervalSvg {...intervalOf(inside)} />],
    ["tile map", <TileMapSvg {...askedOf(inside)} />],
    ["trend", <TrendSvg {...trendOf(inside)} />],
    ["units", <UnitRowSvg {...unitRowOf(inside)} />],
    ["bars", <BarsSvg {...barsOf(inside)} />],
    ["chain", <ChainSvg {...chainOf(inside)} />],
    ["funnel", <FunnelSvg {...funnel} />],
    ["boundaries", <BoundaryMapSvg {...map} />],
  ] as const)("the %s says title, unit, source and date, and needs nothing from elsewhere", (_name, drawing) => {
    const file = svgFile(say, about, drawing);
    expect(file).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    for (const text of ["A &amp; B", "People", "Source: Register, 14/11/2025"]) expect(file).toContain(text);
    expect(file).not.toMatch(/\bstyle=|<use|<image|href=|var\(|NaN|undefined|Infinity/);
    expect(file.match(/<svg/g)).toHaveLength(2);
  });

  it("refuses what is not one drawing", () => {
    expect(() => svgFile(say, about, <p>x</p>)).toThrow(TypeError);
  });

  it("breaks a long title at spaces only", () => {
    expect(wrapped("one two three", 8)).toEqual(["one two", "three"]);
    expect(wrapped("umunyamabanga", 5)).toEqual(["umunyamabanga"]);
  });
});

describe("a heat-map", () => {
  it("hides small cells behind a hatch, marks what was not asked, and cuts the corner where a course will not help", () => {
    const html = render(<HeatMap {...heatOf(inside)} />);
    expect(html).toContain("fewer than 5 answers");
    expect(html).toContain("not asked");
    expect(html).toContain("in-hx");
    expect(html).not.toContain("&lt;5</a>");
  });
});

describe("a line with what happened on it", () => {
  const line = trendOf(inside);
  const labels = (html: string): string[] =>
    [...html.matchAll(/<text[^>]*font-weight="600"[^>]*>([^<]*)</g)].map((found) => found[1] ?? "");

  it("names an event at its line while there is room", () => {
    const html = render(<Trend {...line} events={[{ at: 3.75, label: "Session" }]} />);
    expect(labels(html)).toContain("Session");
    expect(html).not.toContain("<ol");
  });

  it("numbers events whose names would touch, and tells them beneath, on the page and in the file", () => {
    const events = [
      { at: 3.7, label: "Session on complaints" },
      { at: 3.8, label: "A new register of complaints" },
      { at: 4.5, label: "A second counter at the gate" },
    ];
    const page = render(<Trend {...line} events={events} />);
    expect(labels(page)).toEqual(expect.arrayContaining(["1", "2", "3"]));
    expect(page).toContain("<li>A new register of complaints</li>");
    const file = render(<TrendSvg {...line} events={events} />);
    expect(file).toContain("2 A new register of complaints");
  });

  it("leaves out the last name but one when it would touch the last", () => {
    const points = Array.from({ length: 18 }, (_, at) => ({
      at,
      name: `${String(at + 1).padStart(2, "0")}/2025`,
      value: 10,
      of: "claimed" as const,
    }));
    const html = render(<TrendSvg {...line} points={points} band={undefined} />);
    const names = [...html.matchAll(/x="([\d.]+)"[^>]*>(\d\d)\/2025</g)].map((found) => Number(found[1]));
    expect(html).toContain("18/2025");
    for (const [index, x] of names.entries()) if (index > 0) expect(x - (names[index - 1] ?? 0)).toBeGreaterThan(7 * 6);
  });
});

describe("a funnel", () => {
  it("gives the share of the step before, and draws the share of the first", () => {
    const html = render(<Funnel {...funnel} />);
    expect(html).toContain("75% of those enrolled");
    expect(html).toContain("20% of those who came");
    expect(html).toContain('class="fh" width="75%"');
    expect(html).toContain('class="fg" width="15%"');
  });

  it("that nobody entered has empty bars, not a division by zero", () => {
    expect(render(<Funnel {...funnel} steps={funnel.steps.map((step) => ({ ...step, value: 0 }))} />)).not.toMatch(/NaN|Infinity/);
  });
});

describe("distributions", () => {
  it("quartiles follow Hyndman and Fan’s type 7 (R’s default): 1 to 4 gives 1.75, 2.5, 3.25", () => {
    expect(quartiles([4, 1, 3, 2])).toEqual({ low: 1.75, median: 2.5, high: 3.25 });
    expect(() => quartiles([])).toThrow(RangeError);
  });

  it("a unit differs from its group only when its whole interval lies on one side", () => {
    const row = { label: "a", value: 5, low: 4, high: 6 };
    expect(differs(row, 3)).toBe(true);
    expect(differs(row, 4)).toBe(false);
    expect(differs(row, 7)).toBe(true);
    expect(differs(row, undefined)).toBe(false);
  });
});

describe("what a drawing refuses", () => {
  it("a bar below zero, more than forty units, a map without borders", () => {
    expect(() => render(<Bars {...barsOf(inside)} rows={[{ label: "a", value: -1 }]} />)).toThrow(RangeError);
    expect(() => unitsOf([{ of: "claimed", count: 41, words: "" }])).toThrow(RangeError);
    expect(() => render(<BoundaryMapSvg {...map} areas={[]} />)).toThrow(RangeError);
  });
});

describe("the figures behind a drawing", () => {
  it("stand in a table beneath it, also for a map and a trend", () => {
    expect(render(<BoundaryMap {...map} />)).toMatch(/East<\/th><td[^>]*>&lt;5/);
    expect(render(<Trend {...trendOf(inside)} />)).toMatch(/Nov<\/th><td[^>]*>9<\/td><td[^>]*>claimed/);
    expect(render(<TileMap {...askedOf(inside)} />)).toContain("The same as a table");
  });

  it("units are drawn surest first", () => {
    expect(
      unitsOf([
        { of: "nothing", count: 1, words: "" },
        { of: "verified", count: 2, words: "" },
      ]),
    ).toEqual(["verified", "verified", "nothing"]);
  });

  it("north is up for projected boundaries and down for screen coordinates", () => {
    const tall = {
      ...map,
      areas: [
        { name: "a", rings: square(0, 0), value: 1 },
        { name: "b", rings: square(0, 1), value: 1 },
      ],
    };
    expect(render(<BoundaryMapSvg {...tall} />)).not.toBe(render(<BoundaryMapSvg {...tall} screen />));
  });
});

it("Claudine sees that a cell hidden to protect another has a mark, words and a key of its own, on the page and in the file", () => {
  const map = {
    ...heatOf(inside),
    columns: [{ head: "One", short: "1" }],
    rows: [{ head: "A", cells: [{ kind: "suppressed", protects: true } as const] }],
  };
  const html = render(<HeatMap {...map} />);
  expect(html).toMatch(/<td class="in-hp"[^>]*><span aria-hidden="true">\*<\/span><span[^>]*>hidden to protect such a figure/);
  expect(html).toContain('<i class="in-sw in-hp"></i>* hidden to protect such a figure');
  expect(html).not.toContain("fewer than 5");
  expect(render(<HeatMapSvg {...map} />)).toContain("* hidden to protect such a figure");
});
