/** What certificates add to the pages of a session and of a person. */
import type { VNode } from "preact";
import type { Visit } from "#kernel/access/asked.ts";
import type { Panel } from "#kernel/access/module.ts";
import { reachOf } from "#kernel/access/verb.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { ENROLMENT, enrolmentsByIds, enrolmentsOf, SESSION, sessionReach } from "#modules/sessions";
import { readableCertificates } from "./ask.ts";
import { paths } from "./paths.ts";
import { certificatesOf } from "./queries.ts";
import { verbs } from "./rules.ts";
import { StateTag } from "./views/certificates.tsx";
import { w } from "./words.ts";

const CAME = new Set(["attended", "competent", "attended_only", "applied"]);

async function onSession(r: Visit, id: string): Promise<VNode | null> {
  if (reachOf(r.actor, verbs.read) === null || !(await sessionReach.read(r.db, r.actor, [id], r.today)).has(id)) return null;
  const enrolments = await enrolmentsOf(r.db, [id]);
  const came = enrolments.filter((one) => CAME.has(one.state));
  const waiting = enrolments.filter((one) => one.outcome === null && ["invited", "confirmed", "attended"].includes(one.state));
  const issued = (await certificatesOf(r.db, { sessions: [id] })).filter((one) => one.state === "valid").length;
  if (came.length === 0 && issued === 0) return null;
  return (
    <Section id="certificates" title={r.say(w.module)} card>
      <p>{r.say(w.issuedOf, { issued, people: came.length })}</p>
      {waiting.length > 0 && <p>{r.say(w.notDecidedYet, { count: waiting.length })}</p>}
      <MoreLinks>
        <Link href={paths.session(id)}>{r.say(w.toOutcomes)}</Link>
        {issued > 0 && <Link href={paths.sessionPdf(id)}>{r.say(w.printAll)}</Link>}
      </MoreLinks>
    </Section>
  );
}

async function onPlace(r: Visit, enrolment: string): Promise<VNode | null> {
  const place = await enrolmentsByIds(r.db, [enrolment]);
  const person = place.get(enrolment)?.person;
  const all = person === undefined ? [] : await certificatesOf(r.db, { persons: [person] });
  const own = all.filter((one) => one.enrolment === enrolment);
  const seen = await readableCertificates(r.db, r.actor, own, r.today, () => Promise.resolve(place));
  if (seen.length === 0) return null;
  return (
    <Section id="own-certificate" title={r.say(w.certificate)}>
      {seen.map((one) => (
        <MoreLinks>
          <Link href={paths.certificate(one.id)}>{one.number}</Link>
          {one.state === "withdrawn" && <StateTag shell={r.shell} certificate={one} />}
          <Link href={paths.pdf(one.id)}>{r.say(w.asPdf)}</Link>
        </MoreLinks>
      ))}
    </Section>
  );
}

async function onPerson(r: Visit, person: string): Promise<VNode | null> {
  const all = await certificatesOf(r.db, { persons: [person] });
  const seen = await readableCertificates(r.db, r.actor, all, r.today, (ids) => enrolmentsByIds(r.db, ids));
  if (seen.length === 0) return null;
  return (
    <Section id="certificates" title={r.say(w.module)} count={seen.length}>
      <ul class="govuk-list">
        {seen.map((one) => (
          <li>
            <Link href={paths.certificate(one.id)}>{r.say(one.content.course.title)}</Link>, {formatDate(one.content.to)}{" "}
            {one.state === "withdrawn" && <StateTag shell={r.shell} certificate={one} />} ·{" "}
            <Link href={paths.pdf(one.id)}>{r.say(w.asPdf)}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export const panels: readonly Panel[] = [
  { on: SESSION, position: 40, show: onSession },
  { on: ENROLMENT, position: 40, show: onPlace },
  { on: "person", position: 20, show: onPerson },
];
