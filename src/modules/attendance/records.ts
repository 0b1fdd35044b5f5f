/** Attendance lists as records that the journal, the morning page and links name. */
import type { RecordKind } from "#kernel/access/module.ts";
import type { Actor } from "#kernel/access/actor.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { gatheringsByIds } from "#kernel/gathering/gatherings.ts";
import { allowedGatherings, gatheringFacts } from "#kernel/gathering/kinds.ts";
import type { Db } from "#platform/db/handle.ts";
import { speak } from "#platform/i18n/text.ts";
import { paths } from "./paths.ts";
import { w } from "./words.ts";

async function visible(db: Db<any>, actor: Actor | null, ids: readonly string[], today: Day): Promise<ReadonlySet<string>> {
  if (actor === null || ids.length === 0) return new Set();
  const gatherings = [...(await gatheringsByIds(db, ids)).values()];
  const read = await allowedGatherings(db, actor, gatherings, "mayRead", today);
  const record = await allowedGatherings(db, actor, gatherings, "mayRecord", today);
  return new Set(gatherings.filter((each) => read.has(each.about) || record.has(each.about)).map((each) => each.id));
}

export const listRecord: RecordKind = {
  title: w.list,
  href: paths.one,
  titles: async (db, ids, language) => {
    const gatherings = [...(await gatheringsByIds(db, ids)).values()];
    const facts = await gatheringFacts(db, gatherings, gatherings[0]?.lastDay ?? "");
    const say = speak(language);
    return new Map(gatherings.map((each) => [each.id, `${say(w.list)}: ${facts.get(each.about)?.title ?? "–"}`]));
  },
  visible,
};
