/** What participants open from their invitation, the number for the room, text messages, and what the app without signal asks for. */
import { createHash } from "node:crypto";
import type { Actor } from "#kernel/access/actor.ts";
import { asked, param, type Request, type Visit, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route, type Writing } from "#kernel/access/route.ts";
import { addDays } from "#kernel/calendar/day.ts";
import { sendMessages } from "#kernel/conversation/send.ts";
import { gatheringsBetween } from "#kernel/gathering/gatherings.ts";
import { allowedGatherings, gatheringFacts } from "#kernel/gathering/kinds.ts";
import { participantByToken, participantsOf, personalPath, type Participant } from "#kernel/gathering/participants.ts";
import { presenceOf, presenceRows, presenceRowsOf } from "#kernel/gathering/presence.ts";
import { p as http } from "#platform/http/problems.ts";
import { data, go, show, type Reply } from "#platform/http/reply.ts";
import { squares } from "#platform/paper/code.ts";
import { Problem } from "#platform/problems/problem.ts";
import { checkInByPin, joinCall, note } from "./actions.ts";
import { partAsked, taking } from "./ask.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { attendanceRules, listById } from "./queries.ts";
import { takesPin } from "./rules.ts";
import { LIST, MOST_ROWS, rowsOf, type OpenList } from "./schema.ts";
import { askTemplate, SIGN_IN } from "./sms.ts";
import { doorCount } from "./count.ts";
import { JoinView, PersonalView, RoomView } from "./views/personal.tsx";

/** Days before and after a gathering on which a phone may take its names along. */
const ALONG_BEFORE = 3;
const ALONG_AFTER = 7;

async function whose(r: Visit): Promise<{ readonly who: Participant; readonly list: OpenList }> {
  const who = await participantByToken(r.db, param(r, "token"));
  if (who === undefined || who.state !== "expected") throw new Problem(p.badLink);
  return { who, list: await listById(r.db, who.gathering, r.today) };
}

/** Since when she is noted in the half-day that takes numbers now. */
async function hereSince(r: Visit, who: Participant, part: string | undefined, mode: "physical" | "online"): Promise<Date | null> {
  const rows = await presenceRowsOf(r.db, [who.id]);
  return rows.find((row) => row.part === part && row.mode === mode && row.kind === "arrived" && !row.voided)?.from ?? null;
}

/** When arrivals are taken next; null when no half-day follows. */
function opensNext(list: OpenList, now: Date, minutesBefore: number): Date | null {
  const next = list.parts.find((part) => part.startsAt > now);
  return next === undefined ? null : new Date(next.startsAt.getTime() - minutesBefore * 60_000);
}

const REFUSALS = { wrongPin: p.wrongPin, tooOften: p.tooOften, noHalfDay: p.noHalfDay } as const;

async function personal(r: Visit): Promise<Reply> {
  const { who, list } = await whose(r);
  const { pinMinutesBefore } = await attendanceRules(r.db, r.today);
  const open = list.parts.find((part) => takesPin(part, r.now, pinMinutesBefore)) ?? null;
  const presence = (await presenceOf(r.db, list.gathering.id)).find((each) => each.participant === who.id);
  const refused = REFUSALS[r.query.get("refused") as keyof typeof REFUSALS];
  return show(
    <PersonalView
      shell={r.shell}
      list={list}
      who={who}
      presence={presence?.parts ?? []}
      qr={squares(`${r.origin}${personalPath(who.token)}`)}
      open={open}
      since={open === null ? null : await hereSince(r, who, open.id, "physical")}
      opens={opensNext(list, r.now, pinMinutesBefore)}
      error={refused && r.say(refused.text, { minutes: pinMinutesBefore })}
    />,
  );
}

/** The number from the room. A refusal is told by the page gone on to, because the wrong try itself must stay counted. */
async function pin(r: Writing<any, Actor | null>): Promise<Reply> {
  const { who } = await whose(r);
  const outcome = await checkInByPin(r.act, who, r.form.text("pin").replaceAll(/\D/g, ""), "pin");
  return go(outcome.ok ? paths.personal(who.token) : `${paths.personal(who.token)}?refused=${outcome.why}`);
}

async function joinPage(r: Visit): Promise<Reply> {
  const { who, list } = await whose(r);
  if (list.gathering.link === null) throw new Problem(p.noLink);
  const { pinMinutesBefore } = await attendanceRules(r.db, r.today);
  const open = list.parts.find((part) => takesPin(part, r.now, pinMinutesBefore));
  return show(
    <JoinView
      shell={r.shell}
      list={list}
      who={who}
      open={open !== undefined && list.facts.held}
      opens={opensNext(list, r.now, pinMinutesBefore)}
      since={await hereSince(r, who, open?.id, "online")}
      pressed={asked(r, "done") !== null}
    />,
  );
}

async function join(r: Writing<any, Actor | null>): Promise<Reply> {
  const { who } = await whose(r);
  await joinCall(r.act, who);
  return go(`${paths.join(who.token)}?done=1`);
}

async function room(r: Request): Promise<Reply> {
  const list = await taking(r);
  const part = partAsked(list, param(r, "partId"), r.now);
  const count = doorCount(await presenceOf(r.db, list.gathering.id), part, r.now);
  const waiting = (await participantsOf(r.db, [list.gathering.id])).filter((who) => who.mode === "physical" && !count.noted.has(who.id));
  const reachable = list.facts.held && list.gathering.closedAt === null && part.endsAt > r.now ? waiting.length : 0;
  return show(<RoomView shell={r.shell} list={list} part={part} here={count.here} expected={count.expected} reachable={reachable} />);
}

/** Asks everyone expected in the room who is not noted yet, once a half-day. */
async function ask(r: Write): Promise<Reply> {
  const list = await taking(r);
  const part = list.parts.find((each) => each.id === r.form.text("part"));
  if (part === undefined) throw new Problem(p.notFound);
  const count = doorCount(await presenceOf(r.db, list.gathering.id), part, r.now);
  const people = (await participantsOf(r.db, [list.gathering.id])).filter((who) => who.mode === "physical" && !count.noted.has(who.id));
  await sendMessages(
    r.act,
    people.map((who) => ({
      person: who.person,
      channel: "sms" as const,
      template: askTemplate,
      values: { title: list.facts.title },
      link: r.origin + paths.personal(who.token),
      subject: { kind: "gathering.participant", id: who.id },
      reply: { kind: SIGN_IN, until: part.endsAt },
      key: `attendance:${part.id}:${who.id}`,
    })),
  );
  await r.act.journal({
    kind: "attendance.asked",
    subject: { kind: LIST, id: list.gathering.id },
    member: list.gathering.organisation,
    payload: { part: part.id, people: people.length },
  });
  return go(paths.room(list.gathering.id, part.id));
}

/** What a phone may take along: meetings of these days whose attendance she may take. The token goes with her requests. */
async function rosters(r: Request): Promise<Reply> {
  const near = (
    await gatheringsBetween(r.db, { from: addDays(r.today, -ALONG_AFTER), to: addDays(r.today, ALONG_BEFORE), open: true, limit: 500 })
  ).filter((each) => each.mode !== "online");
  const allowed = await allowedGatherings(r.db, r.actor, near, "mayRecord", r.today);
  const own = near.filter((each) => allowed.has(each.about));
  const facts = await gatheringFacts(r.db, own, r.today);
  const gatherings = own.flatMap((each) => {
    const known = facts.get(each.about);
    return known?.held === true
      ? [{ id: each.id, title: known.title, firstDay: each.firstDay, lastDay: each.lastDay, place: each.place }]
      : [];
  });
  return data({ person: r.actor.person, token: r.shell.formToken, gatherings });
}

/** A scanned code is known by this mark alone: the phone holds no token that would open another’s page. */
export function markOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url").slice(0, 16);
}

/** Names, codes and what is noted already; no telephone numbers, no addresses. */
async function roster(r: Request): Promise<Reply> {
  const list = await taking(r);
  const { id, firstDay, lastDay, place, closedAt } = list.gathering;
  const people = await participantsOf(r.db, [id]);
  const rows = (await presenceRows(r.db, [id])).filter((row) => row.kind !== "void" && !row.voided);
  return data({
    gathering: { id, title: list.facts.title, reference: list.facts.reference, firstDay, lastDay, place, closed: closedAt !== null },
    parts: list.parts.map(({ id: part, day, half, startsAt, endsAt }) => ({ id: part, day, half, from: startsAt, to: endsAt })),
    people: people.map((who) => ({
      id: who.id,
      name: who.name,
      code: who.code,
      mark: markOf(who.token),
      office: who.organisationName ?? "",
    })),
    rows: rows.map((row) => ({ id: row.id, part: row.part, participant: row.participant, kind: row.kind, at: row.from, until: row.to })),
  });
}

/** Takes what a phone noted. Each row by itself, as often as it is sent; a closed list refuses all and says so. */
async function sync(r: Write): Promise<Reply> {
  if (r.headers.get("x-form-token") !== r.shell.formToken) throw new Problem(http.formTooOld);
  const rows = rowsOf(r.bytes);
  if (rows === null || rows.length > MOST_ROWS) throw new Problem(p.unreadable);
  const list = await taking(r);
  if (!list.facts.held) throw new Problem(p.notHeld);
  const { taken, refused } = await note(r.act, list.gathering, rows);
  return data({ taken, refused });
}

export const openRoutes: readonly Route[] = [
  page("/attend/:token", "public", personal),
  act("/attend/:token/pin", "public", pin),
  page("/join/:token", "public", joinPage),
  act("/join/:token", "public", join),
  page("/attendance/:id/room/:partId", "signed-in", room),
  act("/attendance/:id/ask", "signed-in", ask),
  page(paths.rosters, "signed-in", rosters),
  page("/offline/attendance/:id", "signed-in", roster),
  act("/offline/attendance/:id", "signed-in", sync, { machine: true, maxBody: 1024 * 1024 }),
];
