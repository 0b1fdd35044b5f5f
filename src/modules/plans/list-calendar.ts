/** The public calendar as a list: events of adopted plans, from today on unless a year is asked for. */
import type { Visit } from "#kernel/access/asked.ts";
import { choiceFilter, type FilterAsked, type List } from "#kernel/access/list.ts";
import { groupNames, groupOptions, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { yearLabel } from "./list-plans.ts";
import { paths } from "./paths.ts";
import { countEvents, publicEvents, publicYears, EVENT_SORTS, type EventQuestion, type PublicEvent } from "./queries-public.ts";
import { regionName, regionsOf } from "./views/common.tsx";
import { w } from "./words-form.ts";
import { w as lineWords } from "./words-line.ts";

const FILTERS = {
  year: choiceFilter(
    async (r) => (await publicYears(r.db)).map((year) => ({ value: year, text: r.say(w.wholeYear, { year: yearLabel(year) }) })),
    { label: w.period, any: w.ahead },
  ),
  group: choiceFilter((r) => groupOptions(r.say, r.pack), { label: w.forWhom, any: lineWords.any }),
  domain: choiceFilter((r) => optionsOf(r.say, r.pack, "capacity_domain"), { label: lineWords.domain, any: lineWords.any }),
  region: choiceFilter((r) => regionsOf(r.pack).map((unit) => ({ value: unit.code, text: r.say(unit.names) })), {
    label: lineWords.region,
    any: lineWords.any,
  }),
};

/** What the address asks for; events from today on unless it names a year. */
export function questionOf(r: Pick<Visit, "today">, { year, ...rest }: FilterAsked<typeof FILTERS>): EventQuestion {
  return { ...(year === null ? { since: r.today } : { year }), ...rest };
}

/** The calendar. */
export const EVENTS: List<Visit, typeof FILTERS, PublicEvent, (typeof EVENT_SORTS)[number]> = {
  name: "calendar",
  path: () => paths.calendar,
  file: () => paths.data,
  filters: FILTERS,
  sorts: EVENT_SORTS,
  first: () => ({ sort: "when", descending: false }),
  rows: async (r, { filter, ...order }, part) => {
    const ask = questionOf(r, filter);
    return { rows: await publicEvents(r.db, ask, { ...part, ...order }), total: await countEvents(r.db, ask) };
  },
  result: (r, total) => r.say(w.events, { total }),
  columns: (r) => [
    { name: "id", cell: (event) => event.id },
    { name: "title", head: w.event, cell: (event) => event.title },
    { name: "language", cell: (event) => event.language },
    { name: "from", head: lineWords.from, kind: { kind: "date" }, cell: (event) => event.from },
    { name: "to", head: lineWords.to, kind: { kind: "date" }, cell: (event) => event.to },
    { name: "modality", head: lineWords.modality, cell: (event) => nameOf(r.say, r.pack, "modality", event.modality) },
    { name: "groups", head: w.forWhom, cell: (event) => groupNames(r.say, r.pack, event.groups) },
    {
      name: "domain",
      head: lineWords.domain,
      cell: (event) => (event.domain === null ? null : nameOf(r.say, r.pack, "capacity_domain", event.domain)),
    },
    { name: "region", head: lineWords.region, cell: (event) => regionName(r.say, r.pack, event.region) },
    { name: "places", head: lineWords.places, kind: { kind: "integer" }, cell: (event) => event.places },
    { name: "plan", cell: (event) => event.planTitle },
  ],
  sheet: w.calendar,
  // On a phone each event takes the height of a hand.
  size: 20,
  cacheSeconds: 300,
};
