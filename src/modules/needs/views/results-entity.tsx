/** One organisation’s result on a sheet: levels, gaps, strengths, causes, its needs in order with the reply beside them, signatures. */
import type { VNode } from "preact";
import type { Text } from "#platform/i18n/text.ts";
import { DataTable } from "#platform/ui/lists.tsx";
import { Notice, Section } from "#platform/ui/parts.tsx";
import { StatusTag, type Tone } from "#platform/ui/marks.tsx";
import { PrintFoot, PrintHead, QrSlot, SignatureBlocks, type PrintHeadProps, type Signatory } from "#platform/ui/print.tsx";
import { Dumbbell } from "#platform/ui/charts/dumbbell.tsx";
import { w } from "../words-results.ts";
import { PictureFiles, ResultsFrame, type ResultsShell } from "./results-frame.tsx";

/** One field of capacity, formatted. `levels` is null when the figures are hidden. */
export interface FieldLine {
  readonly name: string;
  readonly answers: string;
  readonly now: string;
  readonly moderated: string;
  readonly wanted: string;
  readonly gap: string;
  readonly peers: string;
  /** Why no course will do; null when one may. */
  readonly notCourse: string | null;
  readonly levels: { readonly now: number; readonly wanted: number; readonly label: string } | null;
  /** Why the figures are hidden; null when they are shown. */
  readonly hidden: string | null;
  /** The gap in levels, to tell which are widest. */
  readonly width: number;
  /** False where one side of paper has no room for it. */
  readonly printed: boolean;
}

/** One need with what became of it. */
export interface NeedLine {
  readonly place: string;
  readonly title: string;
  readonly detail: string;
  readonly state: { readonly tone: Tone; readonly text: string };
  readonly said: readonly string[];
  /** What is done about it. */
  readonly response: string;
  readonly printed: boolean;
  /** On paper a hand says whether it is accepted. */
  readonly toAnswer: boolean;
}

/** What paper carries besides the content. */
export interface Paper {
  readonly head: Omit<PrintHeadProps, "say">;
  readonly reference: string;
  readonly entry: string | undefined;
  readonly code: { readonly label: string; readonly modules: readonly (readonly boolean[])[] };
  readonly signatories: readonly Signatory[];
}

export interface EntityProps {
  readonly results: ResultsShell;
  readonly organisation: string;
  readonly title: string;
  readonly lead: string;
  readonly own: boolean;
  readonly fields: readonly FieldLine[];
  readonly moderations: readonly string[];
  readonly strengths: readonly string[];
  readonly causes: VNode | null;
  readonly needs: readonly NeedLine[];
  readonly reply: { readonly text: string; readonly when: string } | null;
  /** True when the reply to the single needs was signed. */
  readonly signed: boolean;
  readonly paper: Paper;
}

/** Foot and signatures of a printed result. */
export function PaperEnd({
  results,
  paper,
  titleHidden,
}: {
  readonly results: ResultsShell;
  readonly paper: Paper;
  readonly titleHidden?: boolean;
}): VNode {
  const { say } = results.shell;
  return (
    <>
      <Section id="sign" title={say(w.signHeading)} titleHidden={titleHidden}>
        <SignatureBlocks say={say} signatories={paper.signatories} />
      </Section>
      <PrintFoot
        say={say}
        reference={paper.reference}
        entry={paper.entry}
        code={<QrSlot label={paper.code.label} modules={paper.code.modules} />}
      />
    </>
  );
}

function FieldName({ line }: { readonly line: FieldLine }): VNode {
  return (
    <span class="in-clamp">
      {line.name}
      {line.notCourse !== null && (
        <>
          {" "}
          <br class="in-noprint" />
          <StatusTag tone="watch">{line.notCourse}</StatusTag>
        </>
      )}
    </span>
  );
}

function Fields({ results, fields }: Pick<EntityProps, "results" | "fields">): VNode {
  const { say } = results.shell;
  return (
    <DataTable
      say={say}
      caption={say(w.levelsHeading)}
      rows={fields}
      notPrinted={(line) => !line.printed}
      columns={[
        { key: "field", head: say(w.field), cell: (line) => <FieldName line={line} /> },
        {
          key: "answers",
          head: say(w.respondents),
          cell: (line) =>
            line.hidden === null ? (
              line.answers
            ) : (
              <>
                <span aria-hidden="true">{line.answers}</span>
                <span class="govuk-visually-hidden">{line.hidden}</span>
              </>
            ),
          numeric: true,
        },
        { key: "now", head: say(w.levelNow), cell: (line) => line.now, numeric: true },
        { key: "moderated", head: say(w.moderatedHead), cell: (line) => line.moderated, numeric: true },
        { key: "wanted", head: say(w.levelWanted), cell: (line) => line.wanted, numeric: true },
        { key: "gap", head: say(w.gap), cell: (line) => line.gap, numeric: true },
        { key: "peers", head: say(w.peersHead), cell: (line) => line.peers, numeric: true },
        {
          key: "drawn",
          head: say(w.gap),
          headHidden: true,
          cell: (line) => (line.levels === null ? "" : <Dumbbell {...line.levels} domain={[1, 5]} />),
        },
      ]}
    />
  );
}

/** Two boxes to tick: drawn, because not every printer has the sign. */
function Boxes({ results, accept, contest }: Pick<EntityProps, "results"> & { readonly accept: Text; readonly contest: Text }): VNode {
  const box = (
    <svg class="in-mk" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <rect x="1" y="1" width="10" height="10" fill="none" stroke="currentColor" stroke-width="1.2" />
    </svg>
  );
  const { say } = results.shell;
  return (
    <>
      {box} {say(accept)} {box} {say(contest)}
    </>
  );
}

/** How a need stands; on paper that is still to be answered, boxes instead. */
function State({ results, line }: Pick<EntityProps, "results"> & { readonly line: NeedLine }): VNode {
  const tag = <StatusTag tone={line.state.tone}>{line.state.text}</StatusTag>;
  if (!line.toAnswer) return tag;
  return (
    <>
      <span class="in-noprint">{tag}</span>
      <span class="in-printonly">
        <Boxes results={results} accept={w.boxAccept} contest={w.boxContest} />
      </span>
    </>
  );
}

function Needs({ results, needs }: Pick<EntityProps, "results" | "needs">): VNode {
  const { say } = results.shell;
  if (needs.length === 0) return <p>{say(w.noNeedsHere)}</p>;
  return (
    <DataTable
      say={say}
      caption={say(w.needsHeading)}
      rows={needs}
      notPrinted={(line) => !line.printed}
      columns={[
        {
          key: "need",
          head: say(w.need),
          cell: (line) => (
            <span class="in-clamp">
              {line.place} {line.title}
            </span>
          ),
        },
        { key: "detail", head: say(w.place), cell: (line) => line.detail },
        {
          key: "state",
          head: say(w.stateHead),
          cell: (line) => (
            <>
              <State results={results} line={line} />
              {line.said.map((text) => (
                <span class="in-said in-clamp">{text}</span>
              ))}
            </>
          ),
        },
        {
          key: "response",
          head: say(w.responses),
          cell: (line) => <span class="in-clamp">{line.response === "" ? "–" : line.response}</span>,
        },
      ]}
    />
  );
}

function Sentences({ lines }: { readonly lines: readonly string[] }): VNode {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

/** What the marks in the place of hidden figures mean. */
function Marks({ fields }: Pick<EntityProps, "fields">): VNode | null {
  const marks = new Map(fields.flatMap((line) => (line.hidden === null ? [] : [[line.answers, line.hidden] as const])));
  if (marks.size === 0) return null;
  return <p class="in-small">{[...marks].map(([mark, words]) => `${mark} ${words}`).join(" · ")}</p>;
}

/** On paper: how much more there is than had room, and where. */
function More({
  text,
  lines,
}: {
  readonly text: (count: number) => string;
  readonly lines: readonly { readonly printed: boolean }[];
}): VNode | null {
  const count = lines.filter((line) => !line.printed).length;
  return count === 0 ? null : <p class="in-printonly">{text(count)}</p>;
}

/** What stands on the screen alone: why moderation changed a level, what goes well, why the gaps are there. */
function ScreenOnly({
  results,
  moderations,
  strengths,
  causes,
}: Pick<EntityProps, "results" | "moderations" | "strengths" | "causes">): VNode {
  const { say } = results.shell;
  return (
    <div class="in-noprint">
      {moderations.length > 0 && (
        <Section id="moderation" title={say(w.moderationHeading)}>
          <Sentences lines={moderations} />
        </Section>
      )}
      <Section id="strengths" title={say(w.strengthsHeading)}>
        {strengths.length === 0 ? <p>{say(w.noStrengths)}</p> : <Sentences lines={strengths} />}
      </Section>
      {causes !== null && (
        <Section id="causes" title={say(w.causesHeading)}>
          {causes}
        </Section>
      )}
    </div>
  );
}

/** On paper: the needs that had no room are answered together, and there are lines for what is contested and why. */
function ToWrite({ results, needs }: Pick<EntityProps, "results" | "needs">): VNode {
  const { say } = results.shell;
  return (
    <div class="in-printonly">
      {needs.some((line) => line.toAnswer && !line.printed) && (
        <p>
          {say(w.boxOthers)} <Boxes results={results} accept={w.boxAcceptAll} contest={w.boxAttached} />
        </p>
      )}
      <p>{say(w.boxWhy)}</p>
      <svg width="100%" height="52" aria-hidden="true">
        {[25, 51].map((y) => (
          <line x1="0" x2="100%" y1={y} y2={y} stroke="currentColor" stroke-width="0.8" />
        ))}
      </svg>
    </div>
  );
}

function ReplyText({ results, needs, reply, signed }: Pick<EntityProps, "results" | "needs" | "reply" | "signed">): VNode {
  const { say } = results.shell;
  if (reply === null && !signed && needs.some((line) => line.toAnswer))
    return (
      <>
        <p class="in-noprint">{say(w.noReply)}</p>
        <ToWrite results={results} needs={needs} />
      </>
    );
  if (reply === null) return <p>{say(signed ? w.replySigned : w.noReply)}</p>;
  return (
    <Notice>
      <p class="in-clamp">{reply.text}</p>
      <p class="in-small">{reply.when}</p>
    </Notice>
  );
}

/** The sheet: a page on a screen, and what matters of it on one side of A4. */
export function EntityView(props: EntityProps): VNode {
  const { results, organisation, title, lead, own, fields, needs, paper } = props;
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current={own ? "own" : null} title={title} lead={lead} before={<PrintHead say={say} {...paper.head} />}>
      <div class="in-onesheet">
        <Section id="levels" title={say(w.levelsHeading)} note={<span class="in-noprint">{say(w.levelsNote)}</span>}>
          <Fields results={results} fields={fields} />
          <Marks fields={fields} />
          <More text={(count) => say(w.moreFields, { count })} lines={fields} />
          <PictureFiles results={results} file="entity" choices={{ organisation }} />
        </Section>
        <ScreenOnly {...props} />
        <Section id="needs" title={say(w.needsHeading)}>
          <Needs results={results} needs={needs} />
          <More text={(count) => say(w.moreNeeds, { count })} lines={needs} />
        </Section>
        <Section id="reply" title={say(w.replyHeading)}>
          <ReplyText {...props} />
          <p class="in-printonly">{say(w.moreOnPage)}</p>
        </Section>
        <PaperEnd results={results} paper={paper} titleHidden />
      </div>
    </ResultsFrame>
  );
}
