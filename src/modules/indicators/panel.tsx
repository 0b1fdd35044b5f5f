/** On a need’s page: the line of what measures it, for the organisation whose need it is. */
import type { VNode } from "preact";
import type { Actor } from "#kernel/access/actor.ts";
import type { Panel } from "#kernel/access/module.ts";
import type { Asked } from "#kernel/access/route.ts";
import { holds, organisationsFor, reachOf } from "#kernel/access/verb.ts";
import { totals } from "#kernel/measure/figures.ts";
import { indicatorsByIds, series } from "#kernel/measure/queries.ts";
import { NEED, needsByIds } from "#modules/needs";
import { Link } from "#platform/ui/link.tsx";
import { Columns, Section } from "#platform/ui/parts.tsx";
import { paths } from "./paths.ts";
import { shownOf, SmallLine, topOf } from "./picture.tsx";
import { indicatorsMeasuring } from "./queries.ts";
import { verbs } from "./rules.ts";
import { standings } from "./standing.ts";
import { ProgressTag, Value } from "./views/common.tsx";
import { w } from "./words.ts";

async function show(r: Asked<any, Actor | null>, id: string): Promise<VNode | null> {
  if (r.actor === null || reachOf(r.actor, verbs.read) === null) return null;
  const measured = (await indicatorsMeasuring(r.db, [id])).get(id) ?? [];
  if (measured.length === 0) return null;
  const need = (await needsByIds(r.db, [id])).get(id);
  const reach = await organisationsFor(r.db, r.actor, verbs.read, r.today);
  if (need === undefined || !holds(reach, need.organisation)) return null;
  const indicators = [...(await indicatorsByIds(r.db, measured)).values()];
  const organisations = [need.organisation];
  const [figures, standing] = await Promise.all([
    series(r.db, { indicators: measured, organisations }),
    standings(r.db, indicators, { organisations, today: r.today }),
  ]);
  return (
    <Section id="measured" title={r.say(w.needPanel)} note={need.organisationName}>
      <Columns kind="thirds">
        {indicators.map((indicator) => {
          const points = shownOf(
            totals(
              indicator.unit,
              figures.filter((one) => one.indicator === indicator.id),
            ),
          );
          const here = standing.get(indicator.id);
          return (
            <div>
              <Link href={paths.ofPlace(indicator.id, need.organisation)}>{r.say(indicator.names)}</Link>
              <div>
                <SmallLine points={points} target={here?.target?.value ?? null} top={topOf([points])} />
              </div>
              <p class="in-small">
                <Value shell={r.shell} indicator={indicator} total={here?.latest ?? null} />{" "}
                {here !== undefined && <ProgressTag say={r.say} progress={here.progress} />}
              </p>
            </div>
          );
        })}
      </Columns>
    </Section>
  );
}

export const needPanel: Panel = { on: NEED, position: 60, show };
