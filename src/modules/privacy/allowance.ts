/** How long an answer and a notice may take: from the rule set in force, never from code. */
import type { Act } from "#kernel/access/act.ts";
import type { Allowance } from "#kernel/calendar/clock.ts";
import { allowanceOf } from "#kernel/pack/lookup.ts";
import { ruleSetFor } from "#kernel/rules/rules.ts";
import { rulesIn } from "#kernel/rules/versions.ts";
import type { Tables } from "./schema.ts";

/** How long an answer or a notice may take, from the rule set in force today. Throws when the rule is missing: it is never guessed. */
export async function allowance(
  act: Pick<Act<Tables>, "tx" | "today">,
  parameter: "subject_request_within" | "breach_notice_within",
): Promise<Allowance> {
  const found = (await ruleSetFor(rulesIn(act.tx), "data_protection", act.today)).parameters[parameter];
  if (found === undefined) throw new Error(`Rule set "data_protection" has no "${parameter}".`);
  return allowanceOf(found);
}
