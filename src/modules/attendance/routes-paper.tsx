/** Lists on paper: printing them and the badges, and typing in what was signed. */
import { asked, param, type Request, type Write } from "#kernel/access/asked.ts";
import { act, page, type Route } from "#kernel/access/route.ts";
import { isDay } from "#kernel/calendar/day.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import { participantsOf, personalPath, type Participant } from "#kernel/gathering/participants.ts";
import { presenceOf } from "#kernel/gathering/presence.ts";
import { readFile } from "#platform/files/store.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { squares } from "#platform/paper/code.ts";
import { Problem } from "#platform/problems/problem.ts";
import { sniff } from "#platform/tabular/sniff.ts";
import { partAsked, taking, type Errors } from "./ask.ts";
import { MOST_FILE, typePaper, type PaperEntry } from "./evidence.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { evidenceById, evidenceOf } from "./queries.ts";
import { issuerName, postNames } from "./show.ts";
import { BadgesView, PaperView } from "./views/paper.tsx";
import { TypedView } from "./views/typed.tsx";
import { w } from "./words-paper.ts";

const SCANS = new Set(["pdf", "jpeg", "png"]);

async function paper(r: Request): Promise<Reply> {
  const list = await taking(r);
  const { id, organisation } = list.gathering;
  const part = partAsked(list, asked(r, "part"), r.now);
  const owners = await postNames(
    r.db,
    r.pack,
    r.say,
    list.facts.owners.map((post) => ({ post })),
  );
  return show(
    <PaperView
      shell={r.shell}
      list={list}
      part={part}
      people={await participantsOf(r.db, [id])}
      evidence={(await evidenceOf(r.db, id)).filter((one) => one.kind === "paper")}
      issuer={await issuerName(r.db, organisation, r.language)}
      today={r.today}
      qr={squares(`${r.origin}${paths.typed(id, part.id)}`)}
      owners={[...owners.values()]}
    />,
  );
}

async function badges(r: Request): Promise<Reply> {
  const list = await taking(r);
  const people = await participantsOf(r.db, [list.gathering.id]);
  return show(
    <BadgesView
      shell={r.shell}
      list={list}
      people={people.map((who) => ({ who, qr: squares(`${r.origin}${personalPath(who.token)}`) }))}
    />,
  );
}

async function typedPage(
  r: Request,
  part: string | null,
  values: Readonly<Record<string, string>> = {},
  errors: Errors = [],
): Promise<Reply> {
  const list = await taking(r);
  const half = partAsked(list, part, r.now);
  const presence = new Map((await presenceOf(r.db, list.gathering.id)).map((each) => [each.participant, each]));
  const people = (await participantsOf(r.db, [list.gathering.id])).map((who) => ({
    who,
    noted: presence.get(who.id)?.parts.some((each) => each.part === half.id && each.decided) ?? false,
  }));
  return show(
    <TypedView shell={r.shell} list={list} part={half} people={people} values={values} errors={errors} />,
    errors.length === 0 ? 200 : 422,
  );
}

/** A time of day within a half-day, as a moment; null for anything else. */
function timeWithin(part: Part, text: string, timeZone: string): Date | null {
  const match = /^(\d{1,2})[:h.](\d{2})$/.exec(text);
  if (match === null) return null;
  const begins = part.startsAt.getTime();
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  const [hour = "0", minute = "0"] = clock.format(part.startsAt).split(":");
  const at = begins + (Number(match[1]) * 60 + Number(match[2]) - Number(hour) * 60 - Number(minute)) * 60_000;
  return at >= begins && at < part.endsAt.getTime() ? new Date(at) : null;
}

function entriesOf(
  r: Write,
  part: Part,
  people: readonly Participant[],
): { readonly entries: readonly PaperEntry[]; readonly errors: Errors } {
  const errors: { field: string; text: string }[] = [];
  const entries = people.flatMap((who): PaperEntry[] => {
    const is = r.form.text(`is-${who.id}`);
    const at = r.form.text(`at-${who.id}`);
    if (is === "absent") return [{ participant: who.id, here: false, from: null }];
    if (is !== "here" && at === "") return [];
    const from = at === "" ? null : timeWithin(part, at, r.pack.timeZone);
    if (at !== "" && from === null) errors.push({ field: `at-${who.id}`, text: r.say(w.timeWrong) });
    return [{ participant: who.id, here: true, from }];
  });
  if (entries.length === 0) errors.push({ field: `is-${people[0]?.id ?? ""}`, text: r.say(w.nobody) });
  return { entries, errors };
}

async function typeIn(r: Write): Promise<Reply> {
  const list = await taking(r);
  const part = partAsked(list, r.form.text("part"), r.now);
  const signedOn = r.form.text("signedOn");
  const scan = r.form.file("scan");
  const { entries, errors } = entriesOf(r, part, await participantsOf(r.db, [list.gathering.id]));
  const all = [
    ...(isDay(signedOn) && signedOn <= r.today ? [] : [{ field: "signedOn", text: r.say(w.signedOnWrong) }]),
    ...(scan === null || SCANS.has(sniff(scan.bytes)) ? [] : [{ field: "scan", text: r.say(w.scanWrong) }]),
    ...errors,
  ];
  if (all.length > 0) return typedPage(r, part.id, r.form.values(), all);
  await typePaper(r.act, list.gathering, { part, signedOn, scan, entries });
  return go(paths.paper(list.gathering.id, part.id));
}

async function scan(r: Request): Promise<Reply> {
  const list = await taking(r);
  const evidence = await evidenceById(r.db, param(r, "evidenceId"));
  const file = evidence?.gathering === list.gathering.id && evidence.file !== null ? await readFile(r.db, evidence.file) : null;
  if (file === null) throw new Problem(p.notFound);
  return download(file.name, file.mediaType, file.bytes);
}

const one = "/attendance/:id";

export const paperRoutes: readonly Route[] = [
  page(`${one}/paper`, "signed-in", paper),
  page(`${one}/badges`, "signed-in", badges),
  page(`${one}/typed`, "signed-in", (r: Request) => typedPage(r, asked(r, "part"))),
  act(`${one}/typed`, "signed-in", typeIn, { maxBody: MOST_FILE }),
  page(`${one}/scan/:evidenceId`, "signed-in", scan),
];
