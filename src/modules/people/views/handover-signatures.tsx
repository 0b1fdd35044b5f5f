/** The meeting and the signatures of a handover: who has signed, and the ways to sign what is missing. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { isFor, type Place, type Sheet } from "#kernel/signature/sheet.ts";
import { Details } from "#platform/ui/content.tsx";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, FileUpload, Form, Input } from "#platform/ui/forms.tsx";
import { Mark, StatusTag } from "#platform/ui/marks.tsx";
import { Section } from "#platform/ui/parts.tsx";
import type { Handover } from "../handover-queries.ts";
import type { HandoverFacts } from "../handover-rules.ts";
import { paths } from "../paths.ts";
import { w } from "../words-handover.ts";

export interface SignaturesProps {
  readonly shell: Shell;
  readonly handover: Handover;
  readonly facts: HandoverFacts;
  readonly sheet: Sheet | null;
  readonly texts: ReadonlyMap<string, string>;
  readonly values: Readonly<Record<string, string>>;
}

const PARTS = { outgoing: w.outgoing, incoming: w.incoming, witness: w.witness } as const;

/** The word for a place on the sheet. */
export function partName(shell: Shell, part: string): string {
  return shell.say(PARTS[part as keyof typeof PARTS] ?? w.witness);
}

/** Who a place is for, by name; the word for the place when nobody is known. */
function nameAt({ shell, handover }: SignaturesProps, place: Place): string {
  const names: Record<string, string | null> = { outgoing: handover.outgoingName, incoming: handover.incomingName };
  return (place.part in names ? names[place.part] : handover.witnessName) ?? partName(shell, place.part);
}

function StandsAs({ shell, place }: { readonly shell: Shell; readonly place: Place }): VNode {
  const { say, pack } = shell;
  if (place.signedAt === null) return <StatusTag tone="watch">{say(w.unsigned)}</StatusTag>;
  return (
    <StatusTag tone="good">
      {say(w.signedOn, { day: formatDate(dayOf(place.signedAt, pack.timeZone)) })}
      {place.paper !== null && `, ${say(w.signedPaper)}`}
    </StatusTag>
  );
}

/** The two ways in which a place is signed that is somebody else’s: her own hand on paper, or the supervisor in her stead. */
function ForOthers({ props, place }: { readonly props: SignaturesProps; readonly place: Place }): VNode {
  const { shell, handover, facts, texts } = props;
  const { say } = shell;
  const action = paths.handoverStep(handover.id, "sign");
  const [scan, because] = [`scan-${place.position}`, `because-${place.position}`];
  return (
    <>
      <Details summary={say(w.keepPaper)} open={texts.has(scan)}>
        <Form action={action} csrf={shell.formToken} multipart hidden={{ position: place.position, by: "paper" }}>
          <FileUpload
            say={say}
            name="scan"
            id={scan}
            label={say(w.paperScan)}
            accept=".pdf,.jpg,.jpeg,.png"
            capture="environment"
            error={texts.get(scan)}
          />
          <Button variant="secondary" size="small">
            {say(w.keepPaper)}
          </Button>
        </Form>
      </Details>
      {(facts.parts.has("supervisor") || facts.parts.has("personnel")) && (
        <Details summary={say(w.signInsteadOf, { person: nameAt(props, place) })} open={texts.has(because)}>
          <Form action={action} csrf={shell.formToken} hidden={{ position: place.position, by: "instead" }}>
            <Input say={say} name="because" id={because} label={say(w.insteadBecause)} error={texts.get(because)} />
            <Button variant="secondary" size="small">
              {say(w.signInstead)}
            </Button>
          </Form>
        </Details>
      )}
    </>
  );
}

function PlaceLine({ props, place }: { readonly props: SignaturesProps; readonly place: Place }): VNode {
  const { shell, handover, facts } = props;
  const { say, actor } = shell;
  const open = handover.state === "ready" && place.signedAt === null;
  const mine = actor !== null && isFor(place, actor);
  const tone = place.signedAt === null ? "watch" : "good";
  const [part, name] = [partName(shell, place.part), nameAt(props, place)];
  return (
    <li class="in-row">
      <Mark name={tone} colour={tone} />
      <h3>{name === part ? part : say(w.labelled, { label: part, value: name })}</h3>
      <p>
        <StandsAs shell={shell} place={place} />
      </p>
      {place.insteadBecause !== null && (
        <p class="in-small">{say(w.signedInstead, { by: place.signedByName ?? "–", because: place.insteadBecause })}</p>
      )}
      {place.reservation !== null && <p class="in-small">{say(w.labelled, { label: say(w.reservation), value: place.reservation })}</p>}
      {open && mine && (
        <ActionForm
          action={paths.handoverStep(handover.id, "sign")}
          csrf={shell.formToken}
          hidden={{ position: place.position, by: "oneself" }}
          text={say(w.signAs, { part })}
          size="small"
        />
      )}
      {open && !mine && facts.parts.size > 0 && <ForOthers props={props} place={place} />}
    </li>
  );
}

function MeetingForm({ shell, handover, texts, values }: SignaturesProps): VNode {
  const { say } = shell;
  return (
    <Details summary={say(w.stepMeet)} open={texts.has("meeting_day") || texts.has("meeting_place")}>
      <Form action={paths.handoverStep(handover.id, "meeting")} csrf={shell.formToken}>
        <Input
          say={say}
          name="meeting_day"
          label={say(w.meetingDay)}
          width={10}
          value={values["meeting_day"]}
          error={texts.get("meeting_day")}
          inputmode="numeric"
        />
        <Input
          say={say}
          name="meeting_place"
          label={say(w.meetingPlace)}
          value={values["meeting_place"]}
          error={texts.get("meeting_place")}
        />
        <Button variant="secondary">{say(w.stepMeet)}</Button>
      </Form>
    </Details>
  );
}

/** The section of the page; nothing before there is something to sign. `meets`: the actor may set the meeting now. */
export function Signatures({ props, meets }: { readonly props: SignaturesProps; readonly meets: boolean }): VNode | null {
  const { shell, handover, sheet } = props;
  const { say } = shell;
  if (sheet === null) return null;
  return (
    <Section id="signatures" title={say(w.meetingTitle)}>
      <p>
        {handover.meetingDay === null
          ? say(w.meetingNone)
          : say(w.meetingOn, { day: formatDate(handover.meetingDay), place: handover.meetingPlace ?? "" })}
      </p>
      {meets && <MeetingForm {...props} />}
      <ul class="in-rows">
        {sheet.places.map((place) => (
          <PlaceLine props={props} place={place} />
        ))}
      </ul>
      <p class="in-small">
        {say(w.labelled, { label: say(w.contentHash), value: "" })}
        <code>{sheet.hash}</code>
      </p>
    </Section>
  );
}
