/** Comments on a plan, its revision, and its money. */
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { exponentOf } from "#kernel/money/amounts.ts";
import { balanceOf } from "#kernel/money/lines.ts";
import { organisationsOn } from "#kernel/registry/organisations.ts";
import { isId } from "#platform/db/ids.ts";
import type { Form } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { BarsSvg, type BarsProps } from "#platform/ui/charts/bars.tsx";
import { svgFile } from "#platform/ui/charts/frame.tsx";
import { formatDate, formatMoneyShort } from "#platform/ui/format.ts";
import { answerComment, removeChange, sayComment } from "./actions-running.ts";
import { param, type Request } from "#kernel/access/asked.ts";
import { may, mustReach, readPlan } from "./ask.ts";
import { contentOf, differences, EMPTY } from "./content.ts";
import { reading, textIn } from "#kernel/access/fields.ts";
import { paths } from "./paths.ts";
import { changesOf, commentsOf, linesOfPlan, nextVersion } from "./queries.ts";
import { lineReference } from "./rules.ts";
import type { Change, Line, LineContent, Plan } from "./schema.ts";
import { verbs } from "./verbs.ts";
import { groupNames, nameOf } from "#kernel/pack/shown.ts";
import { amount, regionName } from "./views/common.tsx";
import { CommentsView, MoneyView, RevisionView, type ShownChange } from "./views/more.tsx";
import { w } from "./words-plan.ts";
import { w as lineWords } from "./words-line.ts";
import { p } from "./problems.ts";

type Write = Writing<any, Actor>;

async function showComments(r: Request, sent?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const plan = await readPlan(r);
  const open = plan.state === "comment" && plan.commentUntil !== null && r.today <= plan.commentUntil;
  return show(
    <CommentsView
      shell={r.shell}
      plan={plan}
      comments={await commentsOf(r.db, plan.id)}
      lines={await linesOfPlan(r.db, plan.id)}
      maySay={open && reachOf(r.actor, verbs.comment) !== null && r.actor.organisation !== null}
      mayAnswer={await may(r, verbs.draft, plan)}
      values={sent?.values() ?? {}}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function comment(r: Write): Promise<Reply> {
  const plan = await readPlan(r);
  const reader = reading(r.form);
  const text = textIn(reader, "text", w.sayComment);
  if (reader.problems.length > 0) return showComments(r, r.form, reader.problems);
  const line = r.form.text("line");
  const known = (await linesOfPlan(r.db, plan.id)).some((one) => one.id === line);
  await sayComment(r.act, { plan: plan.id, line: known ? line : null, text, language: r.language });
  return go(`${paths.comments(plan.id)}#comments`);
}

async function answer(r: Write): Promise<Reply> {
  const plan = await readPlan(r);
  await mustReach(r, verbs.draft, plan);
  const text = r.form.text("answer").slice(0, 2000);
  const id = param(r, "commentId");
  if (!isId(id)) throw new Problem(p.noPlan);
  if (text === "") return showComments(r, r.form, [{ field: `answer-${id}`, text: w.sayReason }]);
  await answerComment(r.act, { plan: plan.id, comment: id, answer: text, language: r.language });
  return go(`${paths.comments(plan.id)}#comments`);
}

const FIELD_WORDS: Readonly<Record<keyof LineContent, (typeof lineWords)[keyof typeof lineWords]>> = {
  title: lineWords.title,
  language: lineWords.title,
  modality: lineWords.modality,
  mode: lineWords.mode,
  domain: lineWords.domain,
  programme: lineWords.note,
  course: lineWords.course,
  groups: lineWords.groups,
  needs: lineWords.needs,
  mandate: lineWords.mandate,
  from: lineWords.from,
  to: lineWords.to,
  region: lineWords.region,
  venue: lineWords.venue,
  provider: lineWords.provider,
  change: lineWords.change,
  indicator: lineWords.indicator,
  indicatorWords: lineWords.indicator,
  responsible: lineWords.responsible,
  clashReason: lineWords.clashReason,
  seats: lineWords.places,
  money: lineWords.partMoney,
};

/** A field of a line in words. */
function fieldText(r: Request, content: LineContent, field: keyof LineContent): string {
  const { say, pack } = r;
  switch (field) {
    case "groups":
      return groupNames(say, pack, content.groups);
    case "needs":
      return String(content.needs.length);
    case "seats":
      return String(content.seats.reduce((sum, seat) => sum + seat.places, 0));
    case "money":
      return content.money
        .map((line) =>
          say(lineWords.told, {
            what: nameOf(say, pack, line.side === "cost" ? "cost_kind" : "funding_source", line.item),
            value: amount(r, line.minor, line.currency),
          }),
        )
        .join("; ");
    case "modality":
      return nameOf(say, pack, "modality", content.modality);
    case "mode":
      return nameOf(say, pack, "delivery_mode", content.mode);
    case "region":
      return regionName(say, pack, content.region);
    case "from":
    case "to":
      return content[field] === null ? "–" : formatDate(content[field]);
    default:
      return content[field] ?? "–";
  }
}

function shownChange(r: Request, change: Change, line: Line | undefined, number: number): ShownChange {
  const before = line === undefined ? { ...EMPTY, language: r.language } : contentOf(line);
  const after = change.content;
  const fields = after === null ? [] : differences(before, after);
  return {
    change,
    title: after?.title ?? before.title,
    number: lineReference(line?.number ?? number),
    fields: fields.map((field) => ({
      name: r.say(FIELD_WORDS[field]),
      before: line === undefined ? "–" : fieldText(r, before, field) || "–",
      after: after === null ? "–" : fieldText(r, after, field) || "–",
    })),
  };
}

async function revision(r: Request): Promise<Reply> {
  const plan = await readPlan(r);
  const { number, submitted } = await nextVersion(r.db, plan);
  const lines = await linesOfPlan(r.db, plan.id);
  const byId = new Map(lines.map((line) => [line.id, line]));
  const changes = await changesOf(r.db, plan.id, number);
  let next = Math.max(0, ...lines.map((line) => line.number));
  return show(
    <RevisionView
      shell={r.shell}
      plan={plan}
      number={number}
      changes={changes.map((change) => shownChange(r, change, byId.get(change.line), byId.has(change.line) ? 0 : ++next))}
      editable={plan.state === "revision" && !submitted && (await may(r, verbs.draft, plan))}
    />,
  );
}

async function undo(r: Write): Promise<Reply> {
  const plan = await readPlan(r);
  if (!isId(param(r, "lineId"))) throw new Problem(p.noLine);
  await removeChange(r.act, { plan: plan.id, line: param(r, "lineId") });
  return go(paths.revision(plan.id));
}

/** Who pays how much, one drawing for each currency, the association's own means and every party by its name. */
async function moneyBars(r: Request, plan: Plan, lines: readonly Line[]): Promise<BarsProps[]> {
  const means = lines.filter((line) => line.state !== "dropped").flatMap((line) => line.money.filter((one) => one.side === "funding"));
  const parties = await organisationsOn(r.db, {
    ids: [...new Set(means.flatMap((one) => one.party ?? []))],
    on: r.today,
    language: r.language,
  });
  const names = new Map(parties.map((one) => [one.id, one.name]));
  const nameOfMeans = (one: (typeof means)[number]): string =>
    (one.party === null ? undefined : (names.get(one.party) ?? one.partyName)) ?? nameOf(r.say, r.pack, "funding_source", one.item);
  return [...Map.groupBy(means, (one) => one.currency)].map(([currency, list]) => {
    const exponent = exponentOf(r.pack, currency);
    const rows = [...Map.groupBy(list, nameOfMeans)]
      .map(([label, own]) => ({ label, value: own.reduce((sum, one) => sum + one.minor, 0), of: "claimed" as const }))
      .sort((a, b) => b.value - a.value);
    return {
      say: r.say,
      about: {
        title: r.say(lineWords.bySource),
        unit: r.say(lineWords.bySourceUnit, { currency }),
        source: plan.title,
        date: formatDate(r.today),
        label: r.say(lineWords.told, { what: r.say(lineWords.bySource), value: rows.map((row) => row.label).join(", ") }),
        svgHref: `${paths.moneyPicture(plan.id)}?currency=${currency}&lang=${r.language}`,
      },
      rows,
      format: (minor: number) => formatMoneyShort({ minor, currency, exponent }, r.language),
      heads: [lineWords.party, lineWords.amount].map((text) => r.say(text)) as unknown as readonly [string, string],
      heading: 2 as const,
    };
  });
}

async function money(r: Request): Promise<Reply> {
  const plan = await readPlan(r);
  const lines = await linesOfPlan(r.db, plan.id);
  const balance = balanceOf(lines.filter((line) => line.state !== "dropped").flatMap((line) => line.money));
  return show(<MoneyView shell={r.shell} plan={plan} lines={lines} balance={balance} bars={await moneyBars(r, plan, lines)} />);
}

async function moneyPicture(r: Request): Promise<Reply> {
  const plan = await readPlan(r);
  const all = await moneyBars(r, plan, await linesOfPlan(r.db, plan.id));
  const wanted = r.query.get("currency") ?? r.pack.currency.code;
  const bars = all.find((one) => one.about.svgHref.includes(`currency=${wanted}&`));
  if (bars === undefined) throw new Problem(p.noPlan);
  return download(`plan-money-${wanted}.svg`, "image/svg+xml", svgFile(r.say, bars.about, <BarsSvg {...bars} />));
}

export const moreRoutes: readonly Route[] = [
  page(paths.comments(":id"), verbs.read, (r: Request) => showComments(r)),
  act(paths.comments(":id"), verbs.comment, comment),
  act(paths.answer(":id", ":commentId"), verbs.draft, answer),
  page(paths.revision(":id"), verbs.read, revision),
  act(paths.undoChange(":id", ":lineId"), verbs.draft, undo),
  page(paths.money(":id"), verbs.read, money),
  page(paths.moneyPicture(":id"), verbs.read, moneyPicture),
];
