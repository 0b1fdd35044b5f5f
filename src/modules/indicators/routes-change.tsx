/** Changing an indicator: targets, owners, needs, the course it is compared by, what else happened, partners’ names, and who sees it. */
import { nameOf } from "#kernel/pack/shown.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { p as flowProblems } from "#kernel/flow/problems.ts";
import { holds, reachOf, type Verb } from "#kernel/access/verb.ts";
import { agreeToPublish, nameAlias, setTarget } from "#kernel/measure/actions.ts";
import { aliasesOf, ownersOf, targetsOf } from "#kernel/measure/queries.ts";
import type { Indicator } from "#kernel/measure/schema.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { publishedCourses } from "#modules/courses";
import { needsByIds, openNeeds, type NeedFacts } from "#modules/needs";
import type { Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { ActionForm } from "#platform/ui/buttons.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { compareBy, measureNeed, noteEvent, showToAll } from "./actions.ts";
import { may, within, type Request, type Write } from "#kernel/access/asked.ts";
import { codeIn, datePartsOf, reading, textIn, type Reader } from "#kernel/access/fields.ts";
import { dayIn, numberIn } from "./fields.ts";
import { valueText } from "./format.ts";
import { paths } from "./paths.ts";
import { comparedBy, needsMeasured, otherEvents } from "./queries.ts";
import { mustBeThere } from "./routes-figure.tsx";
import { verbs } from "./rules.ts";
import { ChangeView, type ChangeProps } from "./views/change.tsx";
import { w } from "./words-forms.ts";
import { w as words } from "./words.ts";

type Shape = Omit<ChangeProps, "shell" | "indicator" | "values" | "problems">;

/** A page of this kind: how it looks, and how a form is taken. A null reader’s answer means it was taken. */
interface Change {
  readonly path: (id: string) => string;
  readonly verb: Verb;
  shape(r: Request, indicator: Indicator, form: Form | undefined): Promise<Shape>;
  take(r: Write, indicator: Indicator, reader: Reader): Promise<void>;
}

async function showChange(r: Request, change: Change, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const indicator = await mustBeThere(r);
  const shape = await change.shape(r, indicator, form);
  return show(
    <ChangeView shell={r.shell} indicator={indicator} {...shape} values={form?.values() ?? {}} problems={problems} />,
    form === undefined ? 200 : 422,
  );
}

function routesOf(change: Change): Route[] {
  return [
    page(change.path(":id"), change.verb, (r: Request) => showChange(r, change)),
    act(change.path(":id"), change.verb, async (r: Write) => {
      const indicator = await mustBeThere(r);
      const reader = reading(r.form);
      await change.take(r, indicator, reader);
      return reader.problems.length > 0 ? showChange(r, change, r.form, reader.problems) : go(change.path(indicator.id));
    }),
  ];
}

const targets: Change = {
  path: paths.targets,
  verb: verbs.target,
  async shape(r, indicator, form) {
    const [known, members] = await Promise.all([targetsOf(r.db, [indicator.id]), membersOn(r.db, r.today, r.language)]);
    const names = new Map(members.map((one) => [one.id, one.name]));
    return {
      title: r.say(w.targetTitle),
      head: [r.say(w.targetFor), r.say(w.targetBy), r.say(w.targetValue), r.say(words.source)],
      rows: known.map((one) => [
        one.organisation === null ? r.say(words.everywhere) : (names.get(one.organisation) ?? ""),
        formatDate(one.to),
        valueText(indicator, one.value, r.language),
        one.source,
      ]),
      action: paths.targets(indicator.id),
      button: r.say(w.targetAdd),
      fields: [
        {
          kind: "choice",
          name: "for",
          label: r.say(w.targetFor),
          options: [{ value: "all", text: r.say(words.everywhere) }, ...members.map((one) => ({ value: one.id, text: one.name }))],
        },
        { kind: "number", name: "value", label: r.say(w.targetValue) },
        { kind: "day", name: "by", label: r.say(w.targetBy), parts: form === undefined ? {} : datePartsOf(form, "by") },
        { kind: "text", name: "source", label: r.say(w.targetSource) },
      ],
    };
  },
  async take(r, indicator, reader) {
    const members = await membersOn(r.db, r.today);
    const place = codeIn(reader, "for", ["all", ...members.map((one) => one.id)], w.choose);
    const value = numberIn(reader, "value", w.needNumber);
    const to = dayIn(reader, "by", (day) => day > r.today, w.needDay);
    const source = textIn(reader, "source", w.needSource, 300);
    if (reader.problems.length > 0 || value === null || to === null) return;
    await setTarget(r.act, { indicator: indicator.id, organisation: place === "all" ? null : place, from: r.today, to, value, source });
  },
};

const needName = (r: Request, need: NeedFacts): string =>
  `${need.organisationName}: ${need.kind === "gap" ? nameOf(r.say, r.pack, "capacity_domain", need.domain) : need.statement}`.slice(0, 110);

async function linkable(r: Request, indicator: Indicator): Promise<readonly NeedFacts[]> {
  return openNeeds(r.db, r.pack, indicator.domain === null ? {} : { domains: [indicator.domain] });
}

const needs: Change = {
  path: paths.needs,
  verb: verbs.link,
  async shape(r, indicator) {
    const linked = (await needsMeasured(r.db, [indicator.id])).get(indicator.id) ?? [];
    const [known, open] = await Promise.all([needsByIds(r.db, linked), linkable(r, indicator)]);
    return {
      title: r.say(w.linkTitle),
      head: [r.say(w.need)],
      rows: [...known.values()].map((need) => [needName(r, need)]),
      action: paths.needs(indicator.id),
      button: r.say(w.linkAdd),
      fields: [
        {
          kind: "choice",
          name: "need",
          label: r.say(w.need),
          options: open.filter((need) => !known.has(need.id)).map((need) => ({ value: need.id, text: needName(r, need) })),
        },
      ],
    };
  },
  async take(r, indicator, reader) {
    const open = await linkable(r, indicator);
    const need = codeIn(
      reader,
      "need",
      open.map((one) => one.id),
      w.needNeed,
    );
    if (reader.problems.length === 0) await measureNeed(r.act, indicator.id, need);
  },
};

const comparison: Change = {
  path: paths.comparison,
  verb: verbs.link,
  async shape(r, indicator) {
    const [courses, compared] = await Promise.all([publishedCourses(r.db, r.pack), comparedBy(r.db, [indicator.id])]);
    const now = courses.find((course) => course.id === compared.get(indicator.id));
    return {
      title: r.say(w.compareTitle),
      lead: r.say(w.compareHint),
      head: [r.say(w.course)],
      rows: now === undefined ? [] : [[`${now.code} ${r.say(now.title)}`]],
      action: paths.comparison(indicator.id),
      button: r.say(w.compareAdd),
      fields: [
        {
          kind: "choice",
          name: "course",
          label: r.say(w.course),
          options: courses.map((course) => ({ value: course.id, text: `${course.code} ${r.say(course.title)}` })),
        },
      ],
    };
  },
  async take(r, indicator, reader) {
    const courses = await publishedCourses(r.db, r.pack);
    const course = codeIn(
      reader,
      "course",
      courses.map((one) => one.id),
      w.choose,
    );
    if (reader.problems.length === 0) await compareBy(r.act, indicator.id, course);
  },
};

/** The organisation for which the actor notes: her own, or all where her reach is all. */
const noting = (r: Request): string | null => (reachOf(r.actor, verbs.note) === "all" ? null : r.actor.organisation);

const events: Change = {
  path: paths.events,
  verb: verbs.note,
  async shape(r, indicator, form) {
    const known = await otherEvents(r.db, indicator.id, noting(r));
    return {
      title: r.say(w.eventTitle),
      head: [r.say(w.eventDay), r.say(w.eventTitle)],
      rows: known.map((event) => [formatDate(event.day), event.text]),
      action: paths.events(indicator.id),
      button: r.say(w.eventAdd),
      fields: [
        { kind: "text", name: "text", label: r.say(w.eventText), hint: r.say(w.eventHint) },
        { kind: "day", name: "on", label: r.say(w.eventDay), parts: form === undefined ? {} : datePartsOf(form, "on") },
      ],
    };
  },
  async take(r, indicator, reader) {
    const text = textIn(reader, "text", w.needText, 200);
    const day = dayIn(reader, "on", (one) => one <= r.today, w.needPastDay);
    if (reader.problems.length > 0 || day === null) return;
    await noteEvent(r.act, { indicator: indicator.id, organisation: noting(r), day, text, language: r.language });
  },
};

const names: Change = {
  path: paths.names,
  verb: verbs.define,
  async shape(r, indicator) {
    const known = await aliasesOf(r.db, { indicators: [indicator.id] });
    return {
      title: r.say(w.namesTitle),
      head: [r.say(w.frame), r.say(w.theirCode), r.say(w.theirName)],
      rows: known.map((alias) => [alias.frame, alias.code, r.say(alias.names)]),
      action: paths.names(indicator.id),
      button: r.say(w.namesAdd),
      fields: [
        { kind: "text", name: "frame", label: r.say(w.frame) },
        { kind: "text", name: "code", label: r.say(w.theirCode) },
        { kind: "text", name: "name", label: r.say(w.theirName) },
      ],
    };
  },
  async take(r, indicator, reader) {
    const frame = textIn(reader, "frame", w.needText, 80);
    const code = textIn(reader, "code", w.needText, 40);
    const name = textIn(reader, "name", w.needName, 300).replaceAll(/[{}]/g, "");
    if (reader.problems.length > 0) return;
    await nameAlias(r.act, { indicator: indicator.id, frame, code, names: { en: name, fr: name, rw: name } });
  },
};

async function showShown(r: Request): Promise<Reply> {
  const indicator = await mustBeThere(r);
  const [own] =
    r.actor.organisation === null ? [] : await ownersOf(r.db, { indicators: [indicator.id], organisations: [r.actor.organisation] });
  const button = (name: string, value: string, text: string) => (
    <ActionForm action={paths.shown(indicator.id)} csrf={r.shell.formToken} text={text} variant="secondary" hidden={{ [name]: value }} />
  );
  return show(
    <ChangeView
      shell={r.shell}
      indicator={indicator}
      title={r.say(w.shownTitle)}
      lead={r.say(indicator.public ? words.shownToAll : words.notShown)}
      head={[]}
      rows={[]}
      action=""
      button=""
      fields={[]}
      values={{}}
      problems={[]}
    >
      {may(r, verbs.publish) && button("shown", indicator.public ? "no" : "yes", r.say(indicator.public ? w.hideFromAll : w.showToAll))}
      {may(r, verbs.agree) &&
        own !== undefined &&
        button("agree", own.publishes ? "no" : "yes", r.say(own.publishes ? w.withdraw : w.agree))}
    </ChangeView>,
  );
}

/** Shows to everyone: the association decides of the total, an organisation’s executive secretary of its own figures. */
async function takeShown(r: Write): Promise<Reply> {
  const indicator = await mustBeThere(r);
  const agreed = r.form.text("agree");
  const organisation = r.actor.organisation ?? "";
  if (agreed !== "" && holds(await within(r, verbs.agree), organisation))
    await agreeToPublish(r.act, indicator.id, organisation, agreed === "yes");
  else if (agreed === "" && may(r, verbs.publish)) await showToAll(r.act, indicator.id, r.form.text("shown") === "yes");
  else throw new Problem(flowProblems.notYours);
  return go(paths.shown(indicator.id));
}

export const changeRoutes: readonly Route[] = [
  ...[targets, needs, comparison, events, names].flatMap(routesOf),
  page(paths.shown(":id"), verbs.read, showShown),
  act(paths.shown(":id"), verbs.read, takeShown),
];
