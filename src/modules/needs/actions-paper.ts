/** Writes a reply that an organisation signed on paper: the scan is kept with the signature, and whoever typed it in stands beside it. */
import type { Act } from "#kernel/access/act.ts";
import { dayOf, type Day } from "#kernel/calendar/day.ts";
import { postTypesWith } from "#kernel/pack/lookup.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { openSheet, signPlace } from "#kernel/signature/sheet.ts";
import { storeFile } from "#platform/files/store.ts";
import type { Upload } from "#platform/http/form.ts";
import type { Text } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { MEDIA_TYPES, sniff, type FileKind } from "#platform/tabular/sniff.ts";
import { contentOf, keepReply, settleAll, type Reply } from "./actions-reply.ts";
import { needFlow } from "./flows.ts";
import { needsFound } from "./queries-needs.ts";
import { theParticipation, theRound } from "./queries.ts";
import type { Need, Participation, Round } from "./schema.ts";
import { p } from "./problems.ts";
import { w } from "./words-paper.ts";

/** A reply on paper: what it says, the day that stands on it, and its scan. */
export interface PaperReply extends Reply {
  readonly signedOn: Day;
  readonly scan: Upload;
}

/** Largest scan that is kept, in bytes. */
export const LARGEST_SCAN = 8 * 1024 * 1024;
const SCANS: ReadonlySet<FileKind> = new Set(["pdf", "jpeg", "png"]);

/** True when a file is a scan that can be kept, told by its content and size. */
export function isScan(file: Upload | null): file is Upload {
  return file !== null && file.bytes.length > 0 && file.bytes.length <= LARGEST_SCAN && SCANS.has(sniff(file.bytes));
}

/** True while a reply on paper can be typed in: as long as replies run, and for who was silent also while responses are planned. */
export function awaitsPaper(round: Pick<Round, "state">, part: { readonly state: string }): boolean {
  return (round.state === "shared" && part.state === "shared") || (round.state === "planning" && part.state === "no_reply");
}

/** The needs that a reply on paper speaks to; what has a response by now keeps it. */
export function needsOnPaper(needs: readonly Need[]): Need[] {
  return needs.filter((need) => needFlow.steps.acceptOnPaper.from.includes(need.state));
}

/** Why the day on the paper cannot be; null when it can: from the day the result was shared until today, and in time when the time to reply is over. */
export function wrongPaperDay(
  signedOn: Day,
  about: { readonly round: Round; readonly part: Participation; readonly today: Day; readonly timeZone: string },
): Text | null {
  const { round, part, today, timeZone } = about;
  if (signedOn > today) return w.dayFuture;
  if (part.sharedAt !== null && signedOn < dayOf(part.sharedAt, timeZone)) return w.dayBeforeShared;
  return round.state === "planning" && round.replyBy !== null && signedOn > round.replyBy ? w.dayTooLate : null;
}

/** The post that signs for an organisation; null where the pack gives it none. */
async function signerOf(act: Act, organisation: string): Promise<string | null> {
  const postTypes = postTypesWith(act.pack, "executive_secretary").map((type) => type.code);
  const posts = await postsOn(act.tx, { organisations: [organisation], postTypes, on: act.today });
  return (posts.find((post) => post.person !== null) ?? posts[0])?.post ?? null;
}

/** Takes in a reply signed on paper. The place on the sheet is that of the organisation’s executive secretary; the actor only typed it in. */
export async function typeInReply(act: Act, paper: PaperReply): Promise<void> {
  const round = await theRound(act.tx, paper.round, "share");
  const part = await theParticipation(act.tx, paper.round, paper.organisation, true);
  const wrong = wrongPaperDay(paper.signedOn, { round, part, today: act.today, timeZone: act.pack.timeZone });
  if (!awaitsPaper(round, part) || wrong !== null || !isScan(paper.scan)) throw new Problem(p.paperNotAwaited);
  const needs = needsOnPaper(await needsFound(act.tx, paper.round, paper.organisation, true));
  await settleAll(act, needs, paper, "paper");
  const subject = { kind: "needs.round", id: paper.round };
  const file = await storeFile(act.tx, {
    name: paper.scan.name,
    mediaType: MEDIA_TYPES[sniff(paper.scan.bytes)],
    purpose: "needs_reply",
    subject,
    uploadedBy: act.author.person,
    bytes: paper.scan.bytes,
  });
  const post = await signerOf(act, paper.organisation);
  const sheet = await openSheet(act, {
    subject,
    member: paper.organisation,
    content: { ...contentOf(paper, needs), signedOnPaper: paper.signedOn },
    places: [{ part: "executive_secretary", post }],
  });
  await signPlace(act, sheet, 1, { by: "paper", file }, paper.organisation);
  const state = await keepReply(act, paper, { sheet, post, paperSignedOn: paper.signedOn });
  await act.journal({
    kind: "needs.result.typed_in",
    subject,
    member: paper.organisation,
    payload: {
      state,
      signed_on: paper.signedOn,
      accepted: paper.replies.filter((one) => one.accepted).length,
      contested: paper.replies.filter((one) => !one.accepted).length,
      sheet,
      file,
    },
  });
}
