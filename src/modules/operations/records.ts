/** Rule changes and exports as records that others name and link to. */
import type { RecordKind } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { referenceOf } from "#platform/db/ids.ts";
import { speak, type Text } from "#platform/i18n/text.ts";
import { paths } from "./paths.ts";
import { verbs } from "./rules.ts";
import { w } from "./words-run.ts";

/** Whoever sees the administration sees these. */
function recordOf(title: Text, one: Text, href: (id: string) => string): RecordKind {
  return {
    title,
    href,
    titles: (_, ids, language) => Promise.resolve(new Map(ids.map((id) => [id, speak(language)(one, { reference: referenceOf(id) })]))),
    visible: (_, actor, ids) => Promise.resolve(new Set(reachOf(actor, verbs.see) === null ? [] : ids)),
  };
}

export const records = {
  "operations.rule_change": recordOf(w.changeRecord, w.changeTitle, paths.change),
  "operations.export": recordOf(w.exportRecord, w.exportTitle, () => paths.exports),
} satisfies Readonly<Record<string, RecordKind>>;
