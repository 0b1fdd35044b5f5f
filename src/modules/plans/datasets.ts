/** The calendar of adopted plans as open data: no person, no money by party. */
import type { Dataset } from "#kernel/access/module.ts";
import { publicEvents } from "./queries-public.ts";
import { w } from "./words-form.ts";
import { w as lineWords } from "./words-line.ts";
import { w as planWords } from "./words-plan.ts";

export const calendarData: Dataset = {
  name: "learning-calendar",
  title: w.calendarTitle,
  columns: [
    { name: "plan", title: planWords.plan },
    { name: "number", title: lineWords.number },
    { name: "title", title: w.event },
    { name: "modality", title: lineWords.modality },
    { name: "domain", title: lineWords.domain },
    { name: "groups", title: w.forWhom },
    { name: "from", title: lineWords.from },
    { name: "to", title: lineWords.to },
    { name: "region", title: lineWords.region },
    { name: "places", title: lineWords.places },
  ],
  rows: async (db) => {
    const events = await publicEvents(db, {}, { offset: 0, limit: 5000 });
    return events.map((event) => ({
      plan: event.planTitle,
      number: event.number,
      title: event.title,
      modality: event.modality,
      domain: event.domain,
      groups: event.groups.join(" "),
      from: event.from,
      to: event.to,
      region: event.region,
      places: event.places,
    }));
  },
};
