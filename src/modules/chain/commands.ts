/** `inteko trace`: the chain through a record, as the page shows it to somebody who may see everything. */
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { chainData, drawChain, stepsOf } from "#kernel/trace/drawn.ts";
import { canonicalJson } from "#methods/proofs/canonical.ts";
import { isId } from "#platform/db/ids.ts";
import { speak } from "#platform/i18n/text.ts";
import { dayOf } from "#kernel/calendar/day.ts";

const USAGE = "trace KIND ID [--json]";

async function run(context: CommandContext): Promise<0 | 1 | 2> {
  const [kind, id, ...rest] = context.args;
  if (kind === undefined || id === undefined || rest.length > 0) {
    context.complain(`Usage: inteko ${USAGE}\nKinds: ${[...context.house.records.keys()].sort().join(", ")}`);
    return 2;
  }
  const record = context.house.records.get(kind);
  const known = record !== undefined && isId(id) && (await record.titles(context.db, [id], "en")).has(id);
  if (!known) {
    context.complain(`There is no record of kind "${kind}" with the id ${id}.`);
    return 1;
  }
  const say = speak("en");
  const { db, pack, house } = context;
  const today = dayOf(context.now, pack.timeZone);
  const chain = await drawChain({ db, pack, say, actor: null, language: "en", today, start: { kind, id }, everything: true }, house);
  if (context.json) {
    context.print(canonicalJson(chainData(chain)));
    return 0;
  }
  const { steps } = stepsOf({ say }, chain, house);
  for (const [index, place] of chain.places.entries()) {
    const step = steps[index];
    context.print([`${step?.kind ?? place.stage}:`, step?.value ?? (place.records.length === 0 ? step?.title : "")].join(" ").trim());
    for (const one of place.records) context.print(`  ${one.kind} ${one.id} ${one.title} (${one.fact?.of ?? "nothing"})`);
  }
  return 0;
}

export const traceCommand: Command = {
  name: "trace",
  usage: USAGE,
  summary: "print the chain from need to result through one record",
  database: true,
  run,
};
