/** What follow-ups add to the pages of a session and of a person. */
import type { VNode } from "preact";
import type { Panel } from "#kernel/access/module.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { Card, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { ENROLMENT, SESSION, sessionReach } from "#modules/sessions";
import { may, type Visit } from "#kernel/access/asked.ts";
import { visibleTasks } from "./ask.ts";
import { paths } from "./paths.ts";
import { applicationOf, tasksWhere } from "./queries.ts";
import { verbs } from "./rules.ts";
import { NO_TASKS } from "./schema.ts";
import { StandingTag } from "./views/parts.tsx";
import { Picture } from "./views/session.tsx";
import { w } from "./words.ts";

async function onSession(r: Visit, id: string): Promise<VNode | null> {
  const all = await sessionReach.readAll(r.db, r.actor, [id], r.today);
  const conducts = all.has(id) || (await sessionReach.conduct(r.db, r.actor, [id], r.today)).has(id);
  if (!conducts && !(may(r, verbs.read) && (await sessionReach.read(r.db, r.actor, [id], r.today)).has(id))) return null;
  const sum = (await applicationOf(r.db, [id], r.today)).get(id) ?? NO_TASKS;
  if (sum.tasks === 0 && !conducts) return null;
  return (
    <Section id="application" title={r.say(w.application)}>
      {conducts && sum.tasks > 0 && (
        <Card>
          <Picture shell={r.shell} sum={sum} svgHref={paths.sessionPicture(id)} today={r.today} />
        </Card>
      )}
      <MoreLinks>
        <Link href={paths.session(id)}>{r.say(sum.tasks === 0 ? w.toApplication : w.toTasks, { count: sum.tasks })}</Link>
      </MoreLinks>
    </Section>
  );
}

/** The task of one place; whoever has none yet after the session is led to write it, when it is her own. */
async function onPlace(r: Visit, enrolment: string): Promise<VNode | null> {
  const [task] = await tasksWhere(r.db, r.today, { enrolments: [enrolment] });
  if (task === undefined) return null;
  const own = task.person === r.actor?.person;
  const [seen] = await visibleTasks(r.db, r.actor, [task], r.today);
  if (seen === undefined || (seen.what === null && !own)) return null;
  return (
    <Section id="own-task" title={r.say(w.task)}>
      {seen.what === null ? (
        <MoreLinks>
          <Link href={paths.mineWrite(enrolment)}>{r.say(w.write)}</Link>
        </MoreLinks>
      ) : (
        <p>
          <Link href={paths.task(seen.id)}>{seen.what}</Link>, {formatDate(seen.due ?? r.today)}{" "}
          <StandingTag shell={r.shell} standing={seen.standing} />
        </p>
      )}
    </Section>
  );
}

async function onPerson(r: Visit, person: string): Promise<VNode | null> {
  const tasks = await visibleTasks(r.db, r.actor, await tasksWhere(r.db, r.today, { person, written: true }), r.today);
  if (tasks.length === 0) return null;
  return (
    <Section id="tasks" title={r.say(w.tasks)} count={tasks.length}>
      <ul class="govuk-list">
        {tasks.map((task) => (
          <li>
            <Link href={paths.task(task.id)}>{task.what ?? ""}</Link>, {formatDate(task.due ?? r.today)}{" "}
            <StandingTag shell={r.shell} standing={task.standing} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const panels: readonly Panel[] = [
  { on: SESSION, position: 50, show: onSession },
  { on: ENROLMENT, position: 50, show: onPlace },
  { on: "person", position: 30, show: onPerson },
];
