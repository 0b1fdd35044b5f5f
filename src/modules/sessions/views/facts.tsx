/** The record behind a session: who teaches it, and its facts. */
import type { VNode } from "preact";
import { groupNames, nameOf, postTypeName } from "#kernel/pack/shown.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { MoreLinks, PhoneLink, Section } from "#platform/ui/parts.tsx";
import { langOf } from "#platform/ui/wrong.ts";
import { paths } from "../paths.ts";
import { w as edit } from "../words-edit.ts";
import { w } from "../words-pages.ts";
import { daysText, MODES } from "./common.tsx";
import type { SessionProps } from "./session.tsx";

export function Trainers({ shell, session, trainers, may }: SessionProps): VNode {
  const { say, pack, language } = shell;
  const tone = { named: "rest", invited: "watch", confirmed: "good", declined: "late" } as const;
  const word = { named: edit.s_named, invited: edit.s_invited, confirmed: edit.s_confirmed, declined: edit.s_declined } as const;
  return (
    <Section id="trainers" title={say(w.trainers)}>
      {trainers.length === 0 && <p>{say(w.noTrainers)}</p>}
      <ul class="govuk-list">
        {trainers.map((trainer) => (
          <li>
            <b>{trainer.name}</b>
            {trainer.postType !== null && `, ${postTypeName(say, pack, trainer.postType)}, ${trainer.organisationName ?? ""}`}{" "}
            <StatusTag tone={tone[trainer.state]}>{say(word[trainer.state])}</StatusTag>{" "}
            {may.run && trainer.phone !== null && trainer.state !== "confirmed" && <PhoneLink name={trainer.phone} phone={trainer.phone} />}
            {trainer.reason !== null && may.run && <span lang={langOf(trainer.reasonLanguage, language)}> “{trainer.reason}”</span>}
          </li>
        ))}
      </ul>
      {may.change && (
        <MoreLinks>
          <Link href={paths.trainers(session.id)}>{say(w.change)}</Link>
        </MoreLinks>
      )}
    </Section>
  );
}

export function Facts(props: SessionProps): VNode {
  const { shell, session, course, line, needs, may, counts } = props;
  const { say, pack, language } = shell;
  const change = (part: string) => (may.change ? [{ href: paths.edit(session.id, part), text: say(w.change), hidden: part }] : undefined);
  const coming =
    session.mode === "hybrid" ? ` · ${say(w.hybridOf, { physical: counts.confirmed - counts.online, online: counts.online })}` : "";
  return (
    <Section id="facts" title={say(w.facts)}>
      <SummaryList
        rows={[
          { key: say(w.day), value: daysText(say, session.from, session.to), actions: change("dates") },
          { key: say(w.place), value: session.place ?? (session.mode === "online" ? say(w.online) : "–"), actions: change("venue") },
          { key: say(w.mode), value: say(MODES[session.mode]) + coming },
          session.mode !== "physical" && may.run && { key: say(w.link), value: session.link ?? "–", actions: change("venue") },
          session.venueAccess.length > 0 && {
            key: say(w.venueAccess),
            value: session.venueAccess.map((code) => nameOf(say, pack, "access_need", code)).join(", "),
          },
          { key: say(w.groups), value: groupNames(say, pack, session.groups) || "–", actions: change("people") },
          course !== null && { key: say(w.course), value: <Link href={course.href}>{course.title}</Link> },
          line !== null && { key: say(w.line), value: <Link href={line.href}>{line.title}</Link> },
          session.mandate !== null && {
            key: say(w.mandate),
            value: <span lang={langOf(session.mandateLanguage, language)}>{session.mandate}</span>,
          },
          { key: say(w.funder), value: nameOf(say, pack, "funding_source", session.funder), actions: change("title") },
          { key: say(w.closes), value: formatDate(session.nominationsClose), actions: change("dates") },
          may.names &&
            needs.length > 0 && {
              key: say(w.access),
              value: needs
                .map((row) => say(w.accessOf, { need: nameOf(say, pack, "access_need", row.need), count: row.people }))
                .join(", "),
            },
          { key: say(w.reference), value: session.reference },
        ]}
      />
    </Section>
  );
}
