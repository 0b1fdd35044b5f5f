/** Pages and acts of replacing a holder and handing a post over. */
import QRCode from "qrcode";
import { param, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page } from "#kernel/access/route.ts";
import { offers } from "#kernel/flow/flow.ts";
import { numberOf, ruleSetFor } from "#kernel/rules/rules.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { sheetsByIds, type Signing } from "#kernel/signature/sheet.ts";
import { storeFile } from "#platform/files/store.ts";
import type { Db } from "#platform/db/handle.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem, type FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { acceptHandover, checkHandover, completeFile, refuseHandover, setMeeting, signHandover, writeGaps } from "./handover-actions.ts";
import { nameSuccessor, replaceHolder } from "./handover-begin.ts";
import { owedBy } from "./handover-file.ts";
import { handoversByIds, readableHandovers, type Handover } from "./handover-queries.ts";
import { handoverFlow, type Gaps } from "./handover-rules.ts";
import { handovers } from "./list-handovers.tsx";
import { factsOf } from "./handover-steps.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { candidatesFor } from "./queries.ts";
import { seenPost } from "./routes-registry.tsx";
import { verbs } from "./rules.ts";
import { readDay, readEvent, readSuccessor, summaryOf, textsOf, type LeavingEvent } from "./schema.ts";
import { HandoverPage } from "./views/handover.tsx";
import { HandoverStepPage } from "./views/handover-step.tsx";
import { HandoverPack } from "./views/handovers.tsx";
import { EventPage, NamePage, SuccessorPage } from "./views/replace.tsx";
import { w } from "./words-handover.ts";
import { w as replacing } from "./words-replace.ts";
import { w as file } from "./words-handover-file.ts";

const MOST_SCAN = 8 * 1024 * 1024;

/** A handover that the actor may read; not found otherwise. Three queries. */
async function readHandover(r: Request): Promise<Handover> {
  const id = param(r, "id");
  const seen = await readableHandovers(r.db, r.actor, [id], r.today);
  const [handover] = seen.has(id) ? await handoversByIds(r.db, [id], r.today) : [];
  if (handover === undefined) throw new Problem(p.noHandover);
  return handover;
}

async function eventPage(r: Request): Promise<Reply> {
  const row = await seenPost(r, verbs.replace);
  if (row.person === null || row.assignment === null) return go(paths.post(row.post));
  const get = (name: string): string => (r.query.get(name) ?? "").trim();
  const values = Object.fromEntries(
    ["reason", "day", "absent", "assignment"].flatMap((name) => (r.query.has(name) ? [[name, get(name)]] : [])),
  );
  const event = readEvent(r.pack, get, { since: row.since, name: row.personName ?? "" }, r.today);
  if (get("step") !== "2" || !event.ok) {
    const problems = get("step") === "2" && !event.ok ? event.problems : [];
    return show(
      <EventPage
        shell={r.shell}
        row={row}
        today={r.today}
        values={values}
        errors={summaryOf(r.say, problems)}
        texts={textsOf(r.say, problems)}
      />,
      problems.length > 0 ? 422 : 200,
    );
  }
  return successorPage(r, event.value, { ...values, assignment: get("assignment") || row.assignment }, []);
}

async function successorPage(
  r: Request,
  event: LeavingEvent,
  values: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[],
): Promise<Reply> {
  const row = await seenPost(r, verbs.replace);
  const candidates = (await candidatesFor(r.db, row.organisation, r.today)).filter((one) => one.person !== row.person);
  const tasks = await owedBy(r.db, r.pack, { id: row.post, postType: row.postType, organisation: row.organisation }, r.today);
  return show(
    <SuccessorPage
      shell={r.shell}
      row={row}
      today={r.today}
      day={event.day}
      values={values}
      candidates={candidates}
      tasks={tasks.length}
      errors={summaryOf(r.say, problems)}
      texts={textsOf(r.say, problems)}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function replace(r: Write): Promise<Reply> {
  const row = await seenPost(r, verbs.replace);
  const event = readEvent(r.pack, (name) => r.form.text(name), { since: row.since, name: row.personName ?? "" }, r.today);
  if (!event.ok)
    return show(
      <EventPage
        shell={r.shell}
        row={row}
        today={r.today}
        values={r.form.values()}
        errors={summaryOf(r.say, event.problems)}
        texts={textsOf(r.say, event.problems)}
      />,
      422,
    );
  const successor = readSuccessor(r.pack, r.form, row.person, true);
  if (!successor.ok) return successorPage(r, event.value, r.form.values(), successor.problems);
  const { reason, day, absent } = event.value;
  const id = await replaceHolder(r.act, {
    post: row.post,
    assignment: r.form.text("assignment"),
    reason,
    day,
    note: "",
    outgoingAbsent: absent,
    successor: successor.value,
  });
  return go(`${paths.handover(id)}?moved=1`);
}

async function namePage(r: Request, values: Readonly<Record<string, string>>, problems: readonly FieldProblem[]): Promise<Reply> {
  const handover = await readHandover(r);
  const [row] = await postsOn(r.db as Db<any>, { posts: [handover.post], on: r.today });
  if (row === undefined) throw new Problem(p.noPost);
  const candidates = (await candidatesFor(r.db, handover.organisation, r.today)).filter((one) => one.person !== handover.outgoing);
  return show(
    <NamePage
      shell={r.shell}
      id={handover.id}
      row={row}
      candidates={candidates}
      values={values}
      errors={summaryOf(r.say, problems)}
      texts={textsOf(r.say, problems)}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function handoverPage(
  r: Request,
  problems: readonly FieldProblem[] = [],
  values: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const handover = await readHandover(r);
  const facts = await factsOf(r.db, r.actor, handover, r.today);
  const sheet = handover.sheet === null ? null : ((await sheetsByIds(r.db as Db<any>, [handover.sheet])).get(handover.sheet) ?? null);
  return show(
    <HandoverPage
      shell={r.shell}
      handover={handover}
      facts={facts}
      offers={offers(handoverFlow, handover.state, facts, { actor: r.actor })}
      sheet={sheet}
      rules={await ruleSetFor(r.db as Db<any>, "handover", r.today)}
      justMoved={r.query.get("moved") === "1"}
      errors={summaryOf(r.say, problems)}
      texts={textsOf(r.say, problems)}
      values={values}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

function gapsValues(gaps: Gaps): Record<string, string> {
  const five = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`five_${n}`, gaps.five[n - 1] ?? ""]));
  return { ...five, risks: gaps.risks, promises: gaps.promises, assets: gaps.assets, induction: gaps.induction };
}

async function stepPage(
  r: Request,
  step: "gaps" | "accept" | "refuse" | "check",
  values?: Readonly<Record<string, string>>,
  problems: readonly FieldProblem[] = [],
): Promise<Reply> {
  const handover = await readHandover(r);
  const facts = await factsOf(r.db, r.actor, handover, r.today);
  const rules = await ruleSetFor(r.db as Db<any>, "handover", r.today);
  const before = step === "gaps" ? { ...gapsValues(handover.gaps), because: handover.completedBecause ?? "" } : {};
  return show(
    <HandoverStepPage
      shell={r.shell}
      handover={handover}
      step={step}
      days={numberOf(rules, "check_after")}
      instead={!facts.parts.has("outgoing")}
      values={values ?? before}
      errors={summaryOf(r.say, problems)}
      texts={textsOf(r.say, problems)}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

async function saveGaps(r: Write): Promise<Reply> {
  const handover = await readHandover(r);
  const facts = await factsOf(r.db, r.actor, handover, r.today);
  const five = [1, 2, 3, 4, 5].map((n) => r.form.text(`five_${n}`));
  const gaps: Gaps = {
    five,
    risks: r.form.text("risks"),
    promises: r.form.text("promises"),
    assets: r.form.text("assets"),
    induction: r.form.text("induction"),
  };
  const because = facts.parts.has("outgoing") ? null : r.form.text("because");
  if (because === "") return stepPage(r, "gaps", r.form.values(), [{ field: "because", text: file.sayBecause }]);
  await writeGaps(r.act, handover.id, gaps, because);
  return go(paths.handover(handover.id));
}

const SCANS: Readonly<Record<string, string>> = { pdf: "application/pdf", jpeg: "image/jpeg", png: "image/png" };

/** The media type of a scan by its first bytes; undefined for anything else. */
export function scanType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("%PDF-")) return SCANS["pdf"];
  if (head.startsWith("\u00ff\u00d8\u00ff")) return SCANS["jpeg"];
  return head === "\u0089PNG\r\n\u001a\n" ? SCANS["png"] : undefined;
}

async function sign(r: Write): Promise<Reply> {
  const handover = await readHandover(r);
  const position = Number(r.form.text("position"));
  const by = r.form.text("by");
  let how: Signing = { by: "oneself" };
  if (by === "instead") {
    const because = r.form.text("because");
    if (because === "") return handoverPage(r, [{ field: `because-${position}`, text: file.sayBecause }]);
    how = { by, because };
  }
  if (by === "paper") {
    const scan = r.form.file("scan");
    const mediaType = scan === null || scan.bytes.length > MOST_SCAN ? undefined : scanType(scan.bytes);
    if (scan === null || mediaType === undefined) return handoverPage(r, [{ field: `scan-${position}`, text: w.wrongFile }]);
    const file = await storeFile(r.act.tx, {
      name: scan.name,
      mediaType,
      purpose: "handover",
      subject: { kind: "handover", id: handover.id },
      uploadedBy: r.actor.person,
      bytes: scan.bytes,
    });
    how = { by, file };
  }
  await signHandover(r.act, handover.id, position, how);
  return go(paths.handover(handover.id));
}

async function pack(r: Request): Promise<Reply> {
  const handover = await readHandover(r);
  const sheet = handover.sheet === null ? null : ((await sheetsByIds(r.db as Db<any>, [handover.sheet])).get(handover.sheet) ?? null);
  const { modules } = QRCode.create(`${r.origin}${paths.handover(handover.id)}`, { errorCorrectionLevel: "M" });
  const code = Array.from({ length: modules.size }, (_, y) => Array.from({ length: modules.size }, (__, x) => modules.get(y, x) === 1));
  return show(<HandoverPack shell={r.shell} handover={handover} sheet={sheet} code={code} />);
}

export const handoverRoutes = [
  page("/people/posts/:id/replace", verbs.replace, eventPage),
  act("/people/posts/:id/replace", verbs.replace, replace),
  page("/people/handovers", "signed-in", handovers),
  page("/people/handovers/:id", "signed-in", (r: Request) => handoverPage(r)),
  page("/people/handovers/:id/print", "signed-in", pack),
  page("/people/handovers/:id/name", verbs.replace, (r: Request) => namePage(r, {}, [])),
  act("/people/handovers/:id/name", verbs.replace, async (r: Write) => {
    const handover = await readHandover(r);
    const who = readSuccessor(r.pack, r.form, handover.outgoing, false);
    if (!who.ok || who.value.kind === "nobody") return namePage(r, r.form.values(), who.ok ? [] : who.problems);
    await nameSuccessor(r.act, handover.id, who.value);
    return go(`${paths.handover(handover.id)}?moved=1`);
  }),
  page("/people/handovers/:id/gaps", "signed-in", (r: Request) => stepPage(r, "gaps")),
  act("/people/handovers/:id/gaps", "signed-in", saveGaps),
  act("/people/handovers/:id/complete", "signed-in", async (r: Write) => {
    await completeFile(r.act, (await readHandover(r)).id);
    return go(paths.handover(param(r, "id")));
  }),
  act("/people/handovers/:id/meeting", "signed-in", async (r: Write) => {
    const handover = await readHandover(r);
    const day = readDay(r.form.text("meeting_day"));
    const place = r.form.text("meeting_place");
    const problems: FieldProblem[] = [];
    if (day === null) problems.push({ field: "meeting_day", text: replacing.sayDay, values: { day: formatDate(r.today) } });
    if (place === "") problems.push({ field: "meeting_place", text: w.sayPlace });
    if (day === null || place === "") return handoverPage(r, problems, r.form.values());
    await setMeeting(r.act, handover.id, { day, place });
    return go(paths.handover(handover.id));
  }),
  act("/people/handovers/:id/sign", "signed-in", sign, { maxBody: MOST_SCAN + 1024 * 1024 }),
  page("/people/handovers/:id/accept", "signed-in", (r: Request) => stepPage(r, "accept")),
  act("/people/handovers/:id/accept", "signed-in", async (r: Write) => {
    await acceptHandover(r.act, (await readHandover(r)).id, r.form.text("reservations"));
    return go(paths.handover(param(r, "id")));
  }),
  page("/people/handovers/:id/refuse", "signed-in", (r: Request) => stepPage(r, "refuse")),
  act("/people/handovers/:id/refuse", "signed-in", async (r: Write) => {
    const because = r.form.text("because");
    if (because === "") return stepPage(r, "refuse", r.form.values(), [{ field: "because", text: w.sayRefusal }]);
    await refuseHandover(r.act, (await readHandover(r)).id, because);
    return go(paths.handover(param(r, "id")));
  }),
  page("/people/handovers/:id/check", "signed-in", (r: Request) => stepPage(r, "check")),
  act("/people/handovers/:id/check", "signed-in", async (r: Write) => {
    const [tasks, reservations] = [r.form.text("tasks"), r.form.text("reservations")];
    const problems = (["tasks", "reservations"] as const)
      .filter((name) => r.form.text(name) === "")
      .map((field) => ({ field, text: w.answerBoth }));
    if (problems.length > 0) return stepPage(r, "check", r.form.values(), problems);
    await checkHandover(r.act, (await readHandover(r)).id, { tasks, reservations, note: r.form.text("note") });
    return go(paths.handover(param(r, "id")));
  }),
];
