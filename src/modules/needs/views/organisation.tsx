/** One organisation in a round, for its executive secretary on a phone and the manager at a desk: what waits for whom, what was found and said, then what it rests on. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Mark } from "#platform/ui/marks.tsx";
import { Notice, PhoneLink, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { OWED, type ParticipationState } from "../flows.ts";
import type { Text } from "#platform/i18n/text.ts";
import { w as common } from "../words-common.ts";
import { w as evidence } from "../words-evidence.ts";
import { w as expecting } from "../words-expected.ts";
import { w } from "../words-organisation.ts";
import { PartTag } from "./common.tsx";
import { Behind, Beside } from "./organisation-behind.tsx";
import { NeedRows } from "./organisation-needs.tsx";
import type { OrganisationProps } from "./organisation-props.ts";

/** What the organisation says to its result, by where it stands. */
const STANDING: Readonly<Partial<Record<ParticipationState, Text>>> = {
  shared: w.standShared,
  accepted: w.standAccepted,
  partly: w.standContested,
  contested: w.standContested,
  answered: w.standAnswered,
  no_reply: w.standNoReply,
};

function leadOf({ shell, round, part, comparisons, needs }: OrganisationProps): string {
  const { say } = shell;
  const counts = { answered: part.answered, invited: part.invited };
  if (comparisons === null)
    return say(
      round.state === "open" || round.state === "validation" || round.state === "moderated" ? evidence.leadHidden : w.answeredOf,
      counts,
    );
  if (round.state === "open" || round.state === "validation") return say(evidence.lead, counts);
  const contested = needs.filter((need) => need.contest !== null).length;
  const settled = needs.filter((need) => !OWED.includes(need.state) && need.state !== "contested").length;
  const standing = STANDING[part.state];
  return [
    say(w.found, { needs: needs.length, organisation: part.name }),
    ...(standing === undefined ? [] : [say(standing, { organisation: part.name, contested })]),
    ...(needs.length > 0 && (round.state === "planning" || round.state === "closed")
      ? [settled === needs.length ? say(w.allSettled) : say(w.settled, { settled, needs: needs.length })]
      : []),
  ].join(" ");
}

/** The one thing that is expected now: of whom, by when, and the button or the telephone that leads there. */
function Expected({ shell, expected, round, part, may }: OrganisationProps): VNode {
  const { say } = shell;
  const { tone, due, post, person, phone, yours, href } = expected;
  const colour = tone === "info" ? "lake" : tone;
  const title = say(expected.title, expected.values);
  const typed = expected.step === "reply" && may.typeReply;
  return (
    <Section id="now" title={say(expected.by === null ? expecting.nothingTitle : expecting.title)}>
      <ul class="in-rows">
        <li class="in-row">
          <Mark name={tone} colour={colour} />
          <h3>{title}</h3>
          {post !== null && (
            <p>
              {post}
              {yours ? `. ${say(expecting.yours)}` : person === null ? `. ${say(expecting.vacant)}` : phone === null ? ` (${person})` : ""}
            </p>
          )}
          {due !== null && (
            <p class={`in-when in-c-${colour}`}>{say(tone === "late" ? expecting.since : expecting.by, { day: formatDate(due) })}</p>
          )}
          {(href !== null || typed || (phone !== null && !yours)) && (
            <div class="in-row__do">
              {href !== null && (
                <Button href={href} {...(!yours && { variant: "secondary" as const })} size="small">
                  {say(expected.action)}
                </Button>
              )}
              {typed && <Link href={paths.paper(round.id, part.organisation)}>{say(w.typePaper)}</Link>}
              {person !== null && phone !== null && !yours && <PhoneLink name={person} phone={phone} />}
            </div>
          )}
        </li>
      </ul>
    </Section>
  );
}

export function OrganisationView(props: OrganisationProps): VNode {
  const { shell, round, part, comparisons, withheld } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={part.name}
      caption={round.title}
      lead={leadOf(props)}
      current={paths.needs}
      breadcrumbs={[
        { text: say(common.needs), href: paths.needs },
        { text: round.title, href: paths.round(round.id) },
        { text: part.name },
      ]}
      actions={<PartTag say={say} state={part.state} withheld={withheld} />}
      notice={withheld ? <Notice tone="rest">{say(evidence.withheld)}</Notice> : undefined}
      aside={{ label: say(evidence.reply), content: <Beside {...props} /> }}
    >
      <Expected {...props} />
      {comparisons !== null && <NeedRows {...props} />}
      <Behind {...props} />
    </Frame>
  );
}
