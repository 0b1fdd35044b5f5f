/** A reply that an organisation signed on paper: typed in with its scan, and the scan opened again. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { sheetsByIds } from "#kernel/signature/sheet.ts";
import { fileFacts, streamFile } from "#platform/files/store.ts";
import type { Form } from "#platform/http/form.ts";
import { download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { awaitsPaper, isScan, LARGEST_SCAN, needsOnPaper, typeInReply, wrongPaperDay } from "./actions-paper.ts";
import { type Request, type Write } from "#kernel/access/asked.ts";
import { isWithheld, levelsVisible, readPart } from "./ask.ts";
import { readComment, readReplies } from "./evidence-form.ts";
import { datePartsOf, dayIn, note, reading, type Reader } from "#kernel/access/fields.ts";
import { paths } from "./paths.ts";
import { needsFound } from "./queries-needs.ts";
import { verbs } from "./rules.ts";
import type { Participation, Round } from "./schema.ts";
import { PaperView } from "./views/paper.tsx";
import { w } from "./words-paper.ts";
import { p } from "./problems.ts";

/** The organisation of the path, when the actor may type in its paper and may see what was found there. */
async function paperPart(r: Request): Promise<{ readonly round: Round; readonly part: Participation }> {
  const found = await readPart(r, verbs.typeReply);
  if (isWithheld(r, found.round, found.part)) throw new Problem(p.noOrganisation);
  return found;
}

async function showPaper(r: Request, form?: Form, problems: readonly FieldProblem[] = []): Promise<Reply> {
  const { round, part } = await paperPart(r);
  if (!awaitsPaper(round, part)) return go(paths.organisation(round.id, part.organisation));
  return show(
    <PaperView
      shell={r.shell}
      round={round}
      part={part}
      needs={needsOnPaper(await needsFound(r.db, round.id, part.organisation))}
      values={form?.values() ?? {}}
      signedOn={form === undefined ? {} : datePartsOf(form, "signed")}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  );
}

function paperDayIn(r: Write, reader: Reader, round: Round, part: Participation): string {
  const signedOn = dayIn(reader, "signed", w.sayDay);
  const { timeZone } = r.pack;
  const wrong = signedOn === null ? null : wrongPaperDay(signedOn, { round, part, today: r.today, timeZone });
  if (wrong !== null)
    note(reader, "signed-day", wrong, {
      shared: part.sharedAt === null ? "" : formatDate(dayOf(part.sharedAt, timeZone)),
      replyBy: round.replyBy === null ? "" : formatDate(round.replyBy),
    });
  return signedOn ?? r.today;
}

async function typeIn(r: Write): Promise<Reply> {
  const { round, part } = await paperPart(r);
  if (!awaitsPaper(round, part)) throw new Problem(p.paperNotAwaited);
  const reader = reading(r.form);
  const scan = r.form.file("scan");
  if (!isScan(scan)) note(reader, "scan", w.wrongScan);
  const signedOn = paperDayIn(r, reader, round, part);
  const replies = readReplies(reader, needsOnPaper(await needsFound(r.act.tx, round.id, part.organisation)));
  const comment = readComment(reader, "comment");
  if (reader.problems.length > 0 || !isScan(scan)) return showPaper(r, r.form, reader.problems);
  await typeInReply(r.act, { round: round.id, organisation: part.organisation, replies, comment, language: r.language, signedOn, scan });
  return go(paths.organisation(round.id, part.organisation));
}

/** The scan, for whoever may see the result that was signed. */
async function scan(r: Request): Promise<Reply> {
  const { round, part } = await readPart(r, verbs.read);
  if (!levelsVisible(r, round, part) || part.sheet === null) throw new Problem(p.noOrganisation);
  const file = (await sheetsByIds(r.db, [part.sheet])).get(part.sheet)?.places[0]?.paper ?? null;
  const facts = file === null ? undefined : (await fileFacts(r.db, [file])).get(file);
  if (facts === undefined) throw new Problem(p.noOrganisation);
  return download(facts.name, facts.mediaType, streamFile(r.db, facts) as unknown as AsyncIterable<Uint8Array>);
}

const ORG = ":organisationId";

export const paperRoutes: readonly Route[] = [
  page(paths.paper(":id", ORG), verbs.typeReply, (r: Request) => showPaper(r)),
  act(paths.paper(":id", ORG), verbs.typeReply, typeIn, { maxBody: LARGEST_SCAN + 1024 * 1024 }),
  page(paths.paperScan(":id", ORG), verbs.read, scan),
];
