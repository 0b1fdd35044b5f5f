/** The filters above the pictures, as fields of plain GET forms. */
import { codesOf } from "#kernel/pack/lookup.ts";
import type { FilterField } from "#platform/ui/lists.tsx";
import { codeName } from "./picture.ts";
import { type PictureRequest, yearOf } from "./results-build.tsx";
import type { HeatChoices } from "./results-heat.ts";
import { w } from "./words-results.ts";

function areaOptions(ask: PictureRequest, view: HeatChoices["view"]): FilterField & { options: unknown } {
  const { r, scope, voice } = ask;
  const seen = scope.participants.filter((one) => scope.counted.has(one.id) || scope.named.has(one.id));
  const groups = [...new Set(seen.flatMap((one) => one.group ?? []))].map((group) => ({
    value: `g:${group}`,
    text: codeName(voice, "context_group", group),
  }));
  const above = new Map(seen.flatMap((one) => (one.area === null ? [] : [[one.area, one.areaName ?? ""] as const])));
  const provinces = [...above].map(([id, name]) => ({ value: `p:${id}`, text: name })).sort((a, b) => a.text.localeCompare(b.text));
  const own = scope.participants.filter((one) => scope.named.has(one.id)).map((one) => ({ value: `o:${one.id}`, text: one.name }));
  return {
    name: "area",
    label: r.say(w.areaFilter),
    value: r.query.get("area") ?? "",
    options: [
      { value: "", text: r.say(w.allAreas) },
      { label: r.say(w.kindOfPlace), options: groups },
      ...(view === "organisations" && scope.audience === "association" ? [{ label: r.say(w.belowArea), options: provinces }] : []),
      ...(own.length === 0 || view === "organisations"
        ? []
        : [{ label: r.say(scope.audience === "association" ? w.organisation : w.ownArea), options: own }]),
    ],
  };
}

/** The four filters of the heat-map. */
export function heatFilters(ask: PictureRequest, choices: HeatChoices): FilterField[] {
  const { r, scope, voice } = ask;
  const list = (name: string) => codesOf(r.pack, name).map((code) => ({ value: code.code, text: codeName(voice, name, code.code) }));
  return [
    {
      name: "round",
      label: r.say(w.roundFilter),
      value: scope.round.id,
      options: scope.rounds.map((round) => ({
        value: round.id,
        text: round.title.includes(yearOf(r, round)) ? round.title : `${yearOf(r, round)}: ${round.title}`,
      })),
    },
    areaOptions(ask, choices.view),
    {
      name: "source",
      label: r.say(w.sourceFilter),
      value: choices.source ?? "",
      options: [{ value: "", text: r.say(w.allSources) }, ...list("evidence_source")],
    },
    {
      name: "response",
      label: r.say(w.responseFilter),
      value: choices.response ?? "",
      options: [{ value: "", text: r.say(w.anyResponse) }, { value: "none", text: r.say(w.noResponse) }, ...list("response_type")],
    },
  ];
}

/** Which kind of place is compared. */
export function groupField(ask: PictureRequest, group: string | null): FilterField {
  const { r, scope, voice } = ask;
  const groups = [...new Set(scope.participants.flatMap((one) => (one.group !== null && scope.counted.has(one.id) ? [one.group] : [])))];
  return {
    name: "group",
    label: r.say(w.groupFilter),
    value: group ?? "",
    options: groups.map((code) => ({ value: code, text: codeName(voice, "context_group", code) })),
  };
}

/** Which field is shown; `all` adds the choice of all. */
export function domainField({ r, voice }: PictureRequest, domains: readonly string[], chosen: string | null, all: boolean): FilterField {
  const options = domains.map((code) => ({ value: code, text: codeName(voice, "capacity_domain", code) }));
  return {
    name: "domain",
    label: r.say(w.fieldFilter),
    value: chosen ?? "",
    options: all ? [{ value: "", text: r.say(w.allFields) }, ...options] : options,
  };
}
