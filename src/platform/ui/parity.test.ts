/** Our components against govuk-frontend's published fixtures: equal, or different only as the table of deviations says. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { DEVIATIONS, LEFT_OUT } from "./testing/parity/deviations.ts";
import { MAPPINGS } from "./testing/parity/mappings.tsx";
import type { Options } from "./testing/parity/options.ts";
import { type Node, parse, print } from "./testing/parity/tree.ts";

interface Fixture {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

const FIXTURES = join(dirname(createRequire(import.meta.url).resolve("govuk-frontend/package.json")), "dist/govuk/components");

function fixturesOf(component: string): Fixture[] {
  return (JSON.parse(readFileSync(join(FIXTURES, component, "fixtures.json"), "utf8")) as { fixtures: Fixture[] }).fixtures;
}

function deviated(component: string, nodes: Node[]): Node[] {
  return DEVIATIONS.filter(({ components }) => components === "all" || components.includes(component)).reduce<Node[]>(
    (tree, { change }) => change(tree),
    nodes,
  );
}

type Verdict = "equal" | "deviates" | "left out" | { readonly ours: string; readonly theirs: string };

function renderOurs(component: string, fixture: Fixture): string {
  const view = MAPPINGS[component]?.(fixture.options);
  return view ? render(view) : "";
}

function verdictOn(component: string, fixture: Fixture, ours = renderOurs(component, fixture)): Verdict {
  const mine = print(parse(ours));
  if (mine === print(parse(fixture.html))) return "equal";
  const theirs = print(deviated(component, parse(fixture.html)));
  if (mine === theirs) return "deviates";
  return LEFT_OUT[`${component} | ${fixture.name}`] === undefined ? { ours: mine, theirs } : "left out";
}

const counts = { equal: 0, deviates: 0, "left out": 0 };

describe.each(Object.keys(MAPPINGS))("%s", (component) => {
  it.each(fixturesOf(component).map((fixture) => [fixture.name, fixture] as const))(
    "a page writer gets govuk’s markup for “%s”",
    (_name, fixture) => {
      const verdict = verdictOn(component, fixture);
      if (typeof verdict === "string") counts[verdict] += 1;
      else expect(verdict.ours).toBe(verdict.theirs);
    },
  );
});

describe("the suite itself", () => {
  it("has a fixture for every entry of the table of what is left out, and none of them is met after all", () => {
    for (const key of Object.keys(LEFT_OUT)) {
      const [component = "", name] = key.split(" | ");
      const fixture = fixturesOf(component).find((one) => one.name === name);
      expect(fixture, key).toBeDefined();
      if (fixture) expect(verdictOn(component, fixture), key).toBe("left out");
    }
  });

  it("needs every deviation: without it some fixture fails", () => {
    for (const deviation of DEVIATIONS) {
      const components = deviation.components === "all" ? Object.keys(MAPPINGS) : deviation.components;
      const changes = components.some((component) =>
        fixturesOf(component).some((fixture) => print(deviation.change(parse(fixture.html))) !== print(parse(fixture.html))),
      );
      expect(changes, deviation.reason).toBe(true);
    }
  });

  it("finds a planted change of markup", () => {
    const [fixture] = fixturesOf("tag");
    expect(fixture && verdictOn("tag", fixture, '<b class="govuk-tag">Alpha</b>')).toMatchObject({
      ours: '<b class="govuk-tag">Alpha</b>',
    });
  });

  it("counts what it compared", () => {
    const compared = counts.equal + counts.deviates + counts["left out"];
    console.info(
      `govuk-frontend fixtures: ${counts.equal} equal, ${counts.deviates} equal after listed deviations, ${counts["left out"]} left out, of ${compared}`,
    );
    expect(counts.equal + counts.deviates).toBeGreaterThanOrEqual(560);
  });
});
