/** One handover: how far it is, what moved, the file, the signatures, and the next thing to do. */
import type { VNode } from "preact";
import type { Offer } from "#kernel/flow/flow.ts";
import type { Shell } from "#kernel/access/shell.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { RuleSet } from "#kernel/pack/pack.ts";
import type { Sheet } from "#kernel/signature/sheet.ts";
import { dayOf, formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, RefusedAction, type SummaryError } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { SummaryList, TaskList } from "#platform/ui/lists.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import type { Handover } from "../handover-queries.ts";
import { handoverFlow, type HandoverFacts, type HandoverState, type HandoverStep } from "../handover-rules.ts";
import { paths } from "../paths.ts";
import { postName } from "../people-format.ts";
import { w } from "../words-handover.ts";
import { w as replacing } from "../words-replace.ts";
import { CompiledParts, WrittenParts } from "./handover-parts.tsx";
import { Signatures } from "./handover-signatures.tsx";

export interface HandoverProps {
  readonly shell: Shell;
  readonly handover: Handover;
  readonly facts: HandoverFacts;
  readonly offers: readonly Offer<HandoverStep>[];
  readonly sheet: Sheet | null;
  readonly rules: RuleSet;
  readonly justMoved: boolean;
  readonly errors: readonly SummaryError[];
  readonly texts: ReadonlyMap<string, string>;
  readonly values: Readonly<Record<string, string>>;
}

/** The name of a code of the pack’s list of reasons. */
export function reasonName(shell: Shell, reason: string): string {
  const code = (shell.pack.codeLists["leaving_reason"] ?? []).find((one) => one.code === reason);
  return code === undefined ? reason : shell.say(code.names);
}

function MovedNotice({ shell, handover }: { readonly shell: Shell; readonly handover: Handover }): VNode {
  const { say } = shell;
  const { moved, incomingName, incomingActing, eventDay } = handover;
  if (incomingName === null) return <Notice tone="watch">{say(replacing.vacantNotice, { day: formatDate(eventDay) })}</Notice>;
  return (
    <Notice tone="good" live>
      <p>
        {say(replacing.movedNotice, {
          tasks: moved?.tasks ?? 0,
          signatures: moved?.signatures ?? 0,
          person: incomingName,
          acting: incomingActing ? "yes" : "no",
        })}
      </p>
      {(moved?.byKind.length ?? 0) > 0 && (
        <p class="in-small">{moved?.byKind.map((one) => say(replacing.movedKind, { kind: say(one.title), n: one.count })).join(" · ")}</p>
      )}
    </Notice>
  );
}

const ORDER = ["open", "compiled", "ready", "signed", "accepted", "closed"] as const;

const isBefore = (handover: Handover, state: HandoverState): boolean => ORDER.indexOf(handover.state) < ORDER.indexOf(state);

/** The day beside each step: when it was done, else by when or from when it is to be done. */
function stepDays({ shell, handover, sheet }: HandoverProps): (string | undefined)[] {
  const { say, pack } = shell;
  const when = (moment: Date | null): string | undefined => (moment === null ? undefined : formatDate(dayOf(moment, pack.timeZone)));
  const by = (day: string): string => say(w.byDay, { day: formatDate(day) });
  return [
    formatDate(handover.eventDay),
    when(handover.namedAt) ?? by(handover.eventDay),
    when(handover.completedAt) ?? by(handover.fileDue),
    when(sheet?.closedAt ?? null) ?? by(handover.meetingDue),
    when(handover.acceptedAt),
    when(handover.closedAt) ?? (handover.checkDue === null ? undefined : say(w.fromDay, { day: formatDate(handover.checkDue) })),
  ];
}

function Steps(props: HandoverProps): VNode {
  const { say } = props.shell;
  const at = ORDER.indexOf(props.handover.state);
  const titles = [w.stepEvent, w.stepNamed, w.stepFile, w.stepSigned, w.stepAccepted, w.stepChecked];
  const days = stepDays(props);
  return (
    <TaskList
      idPrefix="step"
      tasks={titles.map((title, index) => {
        // The event is behind us from the first moment; state n waits for step n + 1.
        const tone: Tone = index <= at ? "good" : index === at + 1 ? "info" : "rest";
        const word = tone === "good" ? w.done : tone === "info" ? w.doing : w.notYet;
        return { title: say(title), hint: days[index], status: <StatusTag tone={tone}>{say(word)}</StatusTag> };
      })}
    />
  );
}

/** The next step as a button, a link to its page, or a refusal with its reason. */
function Next({ props }: { readonly props: HandoverProps }): VNode {
  const { shell, handover, offers } = props;
  const { say } = shell;
  const offered = offers.filter((offer) => !["sign", "seal", "meet"].includes(offer.step));
  // One reason is enough: who may not write the file may not declare it complete either.
  const shown = offered.filter(
    (offer, index) => offer.refusal === null || offered.findIndex((other) => other.refusal?.text === offer.refusal?.text) === index,
  );
  const pages: Partial<Record<HandoverStep, string>> = { name: "name", fill: "gaps", accept: "accept", refuse: "refuse", check: "check" };
  return (
    <>
      {shown.map((offer) => {
        if (offer.refusal !== null)
          return <RefusedAction id={`no-${offer.step}`} text={say(offer.title)} reason={say(offer.refusal.text, offer.refusal.values)} />;
        const page = pages[offer.step];
        if (page === undefined)
          return <ActionForm action={paths.handoverStep(handover.id, "complete")} csrf={shell.formToken} text={say(offer.title)} />;
        const variant = offer.step === "refuse" || offer.step === "fill" ? ("secondary" as const) : undefined;
        return (
          <Button href={paths.handoverStep(handover.id, page as "name")} variant={variant}>
            {say(offer.title)}
          </Button>
        );
      })}
    </>
  );
}

function Facts({ props }: { readonly props: HandoverProps }): VNode {
  const { shell, handover, rules } = props;
  const { say } = shell;
  const outcome = (shell.pack.codeLists["handover_outcome"] ?? []).find((one) => one.code === handover.outcome);
  return (
    <SummaryList
      rows={[
        {
          key: say(w.state),
          value: <StatusTag tone={handoverFlow.states[handover.state].tone}>{say(handoverFlow.states[handover.state].title)}</StatusTag>,
        },
        outcome !== undefined && { key: say(w.outcome), value: say(outcome.names) },
        handover.reservations !== null && { key: say(w.reservation), value: handover.reservations },
        isBefore(handover, "ready") && { key: say(w.fileDue), value: formatDate(handover.fileDue) },
        isBefore(handover, "signed") && { key: say(w.meetingDue), value: formatDate(handover.meetingDue) },
        isBefore(handover, "closed") && handover.checkDue !== null && { key: say(w.checkDueBy), value: formatDate(handover.checkDue) },
        handover.checked !== null && { key: say(w.checkNote), value: handover.checked.note === "" ? "–" : handover.checked.note },
        {
          key: say(w.rulesNote),
          value: rules.unconfirmed ? `${say(rules.names)} (${say(w.unconfirmed)})` : `${say(rules.names)}, ${rules.source}`,
        },
      ]}
    />
  );
}

export function HandoverPage(props: HandoverProps): VNode {
  const { shell, handover } = props;
  const { say, pack } = shell;
  const post = postName(pack, say, handover);
  return (
    <Frame
      shell={shell}
      title={`${post}, ${handover.organisationName}`}
      caption={say(w.handover)}
      lead={say(w.handoverLead, {
        outgoing: handover.outgoingName,
        incoming: handover.incomingName ?? say(w.nobody),
        reason: reasonName(shell, handover.reason),
        day: formatDate(handover.eventDay),
      })}
      current="/people"
      breadcrumbs={[{ text: say(w.handovers), href: paths.handovers() }, { text: post }]}
      notice={(props.justMoved || handover.incomingName === null) && <MovedNotice shell={shell} handover={handover} />}
      errors={props.errors}
      actions={<Next props={props} />}
      aside={{
        label: say(w.stepsTitle),
        content: (
          <Section id="steps" title={say(w.stepsTitle)}>
            <Steps {...props} />
            <Facts props={props} />
          </Section>
        ),
      }}
    >
      {handover.outcome === "refused" && handover.state === "compiled" && handover.reservations !== null && (
        <Notice tone="watch">{say(w.sentBack, { because: handover.reservations })}</Notice>
      )}
      {handover.compiled !== null && (
        <MoreLinks>
          <Link href={paths.handoverPrint(handover.id)}>{say(w.printPack)}</Link>
          <Link href={paths.post(handover.post)}>{post}</Link>
        </MoreLinks>
      )}
      {!props.justMoved && handover.moved !== null && handover.incomingName !== null && (
        <Section id="moved" title={say(w.movedTitle)}>
          <p>
            {say(replacing.movedNotice, {
              tasks: handover.moved.tasks,
              signatures: handover.moved.signatures,
              person: handover.incomingName,
              acting: handover.incomingActing ? "yes" : "no",
            })}
          </p>
        </Section>
      )}
      <Signatures props={props} meets={props.offers.some((offer) => offer.step === "meet" && offer.refusal === null)} />
      {handover.compiled !== null && <WrittenParts say={say} gaps={handover.gaps} />}
      {handover.compiled !== null && <CompiledParts say={say} pack={pack} file={handover.compiled} />}
    </Frame>
  );
}
