/** The door with signal: a code or a name, one press. */
import { asked, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { codeOf, participantsOf, type Participant } from "#kernel/gathering/participants.ts";
import { presenceOf, presenceRowsOf, type ParticipantPresence } from "#kernel/gathering/presence.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { noteAtDoor } from "./actions.ts";
import { partAsked, taking } from "./ask.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { DoorView, type DoorRow } from "./views/door.tsx";
import { w } from "./words.ts";

function doorRow(who: Participant, presence: ParticipantPresence | undefined, part: Part, now: Date): DoorRow {
  const own = presence?.parts.find((each) => each.part === part.id);
  const since = own === undefined || own.arrived === null ? null : new Date(own.arrived);
  const gone = own?.left ?? null;
  // Without a departure the half-day’s end stands there, which lies ahead.
  const left = gone !== null && gone < part.endsAt.getTime() && gone <= now.getTime() ? new Date(gone) : null;
  return { who, since, leftAt: left };
}

async function doorPage(
  r: Request,
  ask: { readonly part: string | null; readonly find: string; readonly error: string | null },
): Promise<Reply> {
  const list = await taking(r);
  const part = partAsked(list, ask.part, r.now);
  const people = await participantsOf(r.db, [list.gathering.id]);
  const presence = new Map((await presenceOf(r.db, list.gathering.id)).map((each) => [each.participant, each]));
  const wanted = sortNameOf(ask.find);
  const rows = people.map((who) => doorRow(who, presence.get(who.id), part, r.now));
  const shown =
    wanted === ""
      ? rows
      : rows.filter(({ who }) => sortNameOf(`${who.name} ${who.organisationName ?? ""}`).includes(wanted) || who.code === codeOf(ask.find));
  const done = people.find((who) => who.id === asked(r, "done"));
  const noted =
    done === undefined ? undefined : (await presenceRowsOf(r.db, [done.id])).findLast((row) => row.part === part.id && row.kind !== "void");
  return show(
    <DoorView
      shell={r.shell}
      list={list}
      part={part}
      rows={shown}
      here={rows.filter((row) => row.since !== null && row.leftAt === null).length}
      expected={rows.length}
      find={ask.find}
      done={done === undefined || noted === undefined ? null : { name: done.name, at: noted.from }}
      error={ask.error}
    />,
    ask.error === null ? 200 : 422,
  );
}

/** A code is noted at once, a name is looked for, a press in the list notes who it stands beside. */
async function doorPress(r: Write): Promise<Reply> {
  const list = await taking(r);
  if (!list.facts.held) throw new Problem(p.notHeld);
  const { id } = list.gathering;
  const part = list.parts.find((each) => each.id === r.form.text("part"));
  if (part === undefined) throw new Problem(p.notFound);
  const find = r.form.text("find").slice(0, 100);
  const people = await participantsOf(r.db, [id]);
  const pressed = people.find((who) => who.id === r.form.text("participant"));
  const coded = find === "" ? undefined : people.find((who) => who.code === codeOf(find));
  const who = pressed ?? coded;
  if (who === undefined) {
    const wanted = sortNameOf(find);
    const fits = wanted !== "" && people.some((each) => sortNameOf(`${each.name} ${each.organisationName ?? ""}`).includes(wanted));
    return fits ? lookFor(r, part.id, find) : doorPage(r, { part: part.id, find, error: r.say(w.notFoundName) });
  }
  const kind = r.form.text("kind") === "left" ? "left" : "arrived";
  await noteAtDoor(r.act, list.gathering, {
    part: part.id,
    participant: who.id,
    kind,
    method: pressed === undefined ? "code" : "name",
    mode: "physical",
  });
  return go(`${paths.door(id, part.id)}&done=${who.id}`);
}

/** Nothing is written: the page with the people that a name fits. */
async function lookFor(r: Write, part: string, find: string): Promise<Reply> {
  return doorPage(r, { part, find, error: null });
}

export const doorRoutes: readonly Route[] = [
  page("/attendance/:id/door", "signed-in", (r: Request) =>
    doorPage(r, { part: asked(r, "part"), find: asked(r, "find") ?? "", error: null }),
  ),
  act("/attendance/:id/door", "signed-in", doorPress),
];
