/** Reads evidence and replies from their forms. */
import type { Day } from "#kernel/calendar/day.ts";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language } from "#platform/i18n/text.ts";
import { canKeep, type NewEvidence } from "./actions-evidence.ts";
import type { NeedReply } from "./actions-reply.ts";
import { codeIn, dayIn, note, textIn, wholeIn, type Reader } from "#kernel/access/fields.ts";
import { WHOLE_ORGANISATION } from "./rules.ts";
import type { Need } from "./schema.ts";
import type { Rating } from "./tally.ts";
import { w as fieldWords } from "#kernel/access/words-fields.ts";
import { w } from "./words-fields.ts";

const LEVEL = /^[1-5]$/;

function ratingsIn(reader: Reader, pack: Pack, domains: readonly string[]): Rating[] {
  const causes = new Set(codesOf(pack, "gap_cause").map((code) => code.code));
  const ratings = domains.flatMap((domain): Rating[] => {
    const now = reader.form.text(`now-${domain}`);
    const wanted = reader.form.text(`wanted-${domain}`);
    if (now === "" && wanted === "") return [];
    if (!LEVEL.test(now) || !LEVEL.test(wanted)) {
      note(reader, `now-${domain}`, w.bothLevels);
      return [];
    }
    const cause = reader.form.text(`cause-${domain}`);
    return [
      {
        domain,
        item: "",
        current: Number(now),
        desired: Number(wanted),
        importance: null,
        cause: causes.has(cause) ? cause : null,
        strength: false,
        bottleneck: null,
        evidence: null,
        confidence: null,
      },
    ];
  });
  if (ratings.length === 0 && reader.problems.length === 0) note(reader, `now-${domains[0] ?? ""}`, w.rateSomething);
  return ratings;
}

/** Evidence for one organisation. Use it only when the reader noted nothing. */
export function readEvidence(
  reader: Reader,
  about: {
    readonly round: string;
    readonly organisation: string;
    readonly pack: Pack;
    readonly domains: readonly string[];
    readonly postTypes: readonly string[];
    readonly today: Day;
    readonly language: Language;
  },
): NewEvidence {
  const { form } = reader;
  const codes = (list: string): string[] => codesOf(about.pack, list).map((code) => code.code);
  const method = codeIn(
    reader,
    "method",
    codes("assessment_method").filter((code) => code !== "self_assessment"),
    w.chooseMethod,
  );
  const source = codeIn(
    reader,
    "source",
    codes("evidence_source").filter((code) => code !== "self"),
    w.chooseSource,
  );
  const heldOn = dayIn(reader, "held", w.sayWhen);
  if (heldOn !== null && heldOn > about.today) note(reader, "held-day", w.future);
  const people = wholeIn(reader, "people", { low: 1, high: 1000 }, w.sayPeople);
  const women = wholeIn(reader, "women", { low: 0, high: 1000 }, null);
  if (people !== null && women !== null && women > people) note(reader, "women", w.tooManyWomen, { people });
  if (form.text("notes").length > 4000) note(reader, "notes", fieldWords.tooLong, { longest: 4000 });
  const file = form.file("file");
  const kept = file !== null && file.bytes.length > 0 ? file : null;
  if (kept !== null && !canKeep(kept)) note(reader, "file", w.chooseFile);
  const ratings = ratingsIn(reader, about.pack, about.domains);
  if (form.text("agreed") !== "yes") note(reader, "agreed", w.agreed);
  const type = form.text("about");
  return {
    round: about.round,
    organisation: about.organisation,
    method,
    source,
    postType: about.postTypes.includes(type) ? type : WHOLE_ORGANISATION,
    heldOn: heldOn ?? about.today,
    people: people ?? 1,
    women,
    consent: "agreed",
    notes: form.text("notes") || null,
    language: about.language,
    file: kept,
    ratings,
  };
}

/** The reply to each need of a result: an objection must say what is not right. */
export function readReplies(reader: Reader, needs: readonly Need[]): NeedReply[] {
  return needs.map((need) => {
    const choice = reader.form.text(`reply-${need.id}`);
    const contest = reader.form.text(`contest-${need.id}`);
    if (choice !== "accept" && choice !== "contest") note(reader, `reply-${need.id}`, w.replyToEach);
    else if (choice === "contest" && contest === "") note(reader, `contest-${need.id}`, w.sayContest);
    else if (contest.length > 2000) note(reader, `contest-${need.id}`, fieldWords.tooLong, { longest: 2000 });
    return { need: need.id, accepted: choice === "accept", contest: choice === "contest" ? contest : "" };
  });
}

/** The comment of a reply or confirmation: a text that may stay empty. */
export function readComment(reader: Reader, field: string): string {
  return reader.form.text(field) === "" ? "" : textIn(reader, field, w.sayReason);
}
