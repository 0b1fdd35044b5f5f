/** Making an indicator in three steps, and adding an organisation to one. Refused without baseline and owner. */
import { nameOf } from "#kernel/pack/shown.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { addStart, defineIndicator } from "#kernel/measure/actions.ts";
import { ownersOf } from "#kernel/measure/queries.ts";
import type { Role } from "#kernel/pack/roles.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { membersOn } from "#kernel/registry/organisations.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { formOf, type Form } from "#platform/http/form.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form as FormBox } from "#platform/ui/forms.tsx";
import { type Request, type Write } from "#kernel/access/asked.ts";
import { datePartsOf, reading } from "#kernel/access/fields.ts";

import { FIRST_STEP, readNew, readStart } from "./new-form.ts";
import { paths } from "./paths.ts";
import { mustBeThere } from "./routes-figure.tsx";
import { verbs } from "./rules.ts";
import { ChangeView } from "./views/change.tsx";
import { wrongOf } from "#platform/ui/wrong.ts";
import { NewView, StartFields } from "./views/new.tsx";
import { w } from "./words-forms.ts";
import { w as words } from "./words.ts";

const SECOND_STEP = ["organisation", "owner", "value", "until-day", "until-month", "until-year", "source"] as const;

const carried = (form: Form, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, form.text(name)]));

/** Types of posts that own indicators, by name. */
function ownerTypes(r: Request) {
  const owning = Object.keys(verbs.record.roles) as Role[];
  return r.pack.postTypes
    .filter((type) => type.roles.some((role) => owning.includes(role)))
    .map((type) => ({ value: type.code, text: r.say(type.names) }))
    .toSorted((one, other) => one.text.localeCompare(other.text, r.language));
}

async function optionsFor(r: Request) {
  const members = (await membersOn(r.db, r.today, r.language)).map((one) => ({ value: one.id, text: one.name }));
  return { members, ownerTypes: ownerTypes(r) };
}

/** What was answered, to be read once more before it is saved. */
function answersOf(r: Request, form: Form, members: readonly { value: string; text: string }[]) {
  const text = (name: string): string => form.text(name);
  const { say, pack } = r;
  return [
    { question: say(words.indicator), answer: text(`name-${r.language}`) || text("name-en") || text("name-fr") || text("name-rw") },
    { question: say(w.code), answer: text("code").toUpperCase() },
    {
      question: say(words.definition),
      answer: text(`definition-${r.language}`) || text("definition-en") || text("definition-fr") || text("definition-rw"),
    },
    {
      question: say(w.unit),
      answer: `${nameOf(say, pack, "indicator_unit", text("unit"))}, ${say(text("better") === "up" ? words.up : words.down)}`,
    },
    { question: say(w.frequency), answer: nameOf(say, pack, "indicator_frequency", text("frequency")) },
    { question: say(w.organisation), answer: members.find((one) => one.value === text("organisation"))?.text ?? "" },
    { question: say(w.ownerType), answer: text("owner") === "" ? "" : say(postTypeOf(pack, text("owner")).names) },
    { question: say(w.baseline), answer: text("value") },
    { question: say(w.baselineSource), answer: text("source") },
  ];
}

async function showStep(r: Request, step: 1 | 2 | 3, form: Form, problems: readonly FieldProblem[], status: number): Promise<Reply> {
  const options = await optionsFor(r);
  const names: readonly string[] = step === 1 ? [] : step === 2 ? FIRST_STEP : [...FIRST_STEP, ...SECOND_STEP];
  return show(
    <NewView
      shell={r.shell}
      step={step}
      values={form.values()}
      until={datePartsOf(form, "until")}
      members={options.members}
      ownerTypes={options.ownerTypes}
      problems={problems}
      hidden={carried(form, names)}
      answers={step === 3 ? answersOf(r, form, options.members) : []}
    />,
    status,
  );
}

async function create(r: Write): Promise<Reply> {
  const step = r.form.text("step");
  const reader = reading(r.form);
  const made = readNew(reader, r.pack, r.language);
  if (reader.problems.length > 0) return showStep(r, 1, r.form, reader.problems, 422);
  if (step === "1") return showStep(r, 2, r.form, [], 200);
  const members = (await membersOn(r.db, r.today)).map((one) => one.id);
  const start = await readStart(r.db, reader, made, { pack: r.pack, today: r.today, members });
  if (start === null) return showStep(r, 2, r.form, reader.problems, 422);
  if (step !== "3") return showStep(r, 3, r.form, [], 200);
  return go(paths.one(await defineIndicator(r.act, { ...made, owner: r.actor.post, starts: [start] })));
}

async function showOwners(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const indicator = await mustBeThere(r);
  const [options, owners] = await Promise.all([optionsFor(r), ownersOf(r.db, { indicators: [indicator.id] })]);
  const posts = owners.length === 0 ? [] : await postsOn(r.db, { posts: owners.map((one) => one.post), on: r.today, language: r.language });
  return show(
    <ChangeView
      shell={r.shell}
      indicator={indicator}
      title={r.say(w.ownersTitle)}
      head={[r.say(w.organisation), r.say(words.owner)]}
      rows={posts.map((post) => [
        post.organisationName,
        `${r.say(postTypeOf(r.pack, post.postType).names)}, ${post.personName ?? r.say(words.vacant)}`,
      ])}
      action=""
      button=""
      fields={[]}
      values={{}}
      problems={problems}
    >
      <h2 class="govuk-heading-m">{r.say(w.ownersAdd)}</h2>
      <FormBox action={paths.owners(indicator.id)} csrf={r.shell.formToken}>
        <StartFields
          shell={r.shell}
          values={form?.values() ?? {}}
          wrong={wrongOf(r.say, problems)}
          until={form === undefined ? {} : datePartsOf(form, "until")}
          members={options.members}
          ownerTypes={options.ownerTypes}
          percent={indicator.unit === "percent"}
        />
        <Button>{r.say(w.ownersAdd)}</Button>
      </FormBox>
    </ChangeView>,
    form === undefined ? 200 : 422,
  );
}

async function addOwner(r: Write): Promise<Reply> {
  const indicator = await mustBeThere(r);
  const reader = reading(r.form);
  const members = (await membersOn(r.db, r.today)).map((one) => one.id);
  const start = await readStart(r.db, reader, indicator, { pack: r.pack, today: r.today, members });
  if (start === null) return showOwners(r, r.form, reader.problems);
  await addStart(r.act, indicator.id, start);
  return go(paths.owners(indicator.id));
}

export const newRoutes: readonly Route[] = [
  page(paths.create, verbs.define, (r: Request) => showStep(r, 1, formOf(new Map()), [], 200)),
  act(paths.create, verbs.define, create),
  page(paths.owners(":id"), verbs.define, (r: Request) => showOwners(r)),
  act(paths.owners(":id"), verbs.define, addOwner),
];
