/** One organisation’s result on a sheet: levels, gaps, strengths, causes, its needs in order with the reply beside them, signatures. */
import type { VNode } from "preact";
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
}

/** One need with what became of it. */
export interface NeedLine {
  readonly place: string;
  readonly title: string;
  readonly detail: string;
  readonly state: { readonly tone: Tone; readonly text: string };
  readonly said: readonly string[];
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
  readonly paper: Paper;
}

/** Foot and signatures of a printed result. */
export function PaperEnd({ results, paper }: { readonly results: ResultsShell; readonly paper: Paper }): VNode {
  const { say } = results.shell;
  return (
    <>
      <Section id="sign" title={say(w.signHeading)}>
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
  if (line.notCourse === null) return <>{line.name}</>;
  return (
    <>
      {line.name}
      <br />
      <StatusTag tone="watch">{line.notCourse}</StatusTag>
    </>
  );
}

function Fields({ results, fields }: Pick<EntityProps, "results" | "fields">): VNode {
  const { say } = results.shell;
  return (
    <DataTable
      say={say}
      caption={say(w.levelsHeading)}
      rows={fields}
      columns={[
        { key: "field", head: say(w.field), cell: (line) => <FieldName line={line} /> },
        { key: "answers", head: say(w.respondents), cell: (line) => line.answers, numeric: true },
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

function Needs({ results, needs }: Pick<EntityProps, "results" | "needs">): VNode {
  const { say } = results.shell;
  if (needs.length === 0) return <p>{say(w.noNeedsHere)}</p>;
  return (
    <DataTable
      say={say}
      caption={say(w.needsHeading)}
      rows={needs}
      columns={[
        {
          key: "need",
          head: say(w.need),
          cell: (line) => (
            <>
              {line.place} {line.title}
            </>
          ),
        },
        { key: "detail", head: say(w.place), cell: (line) => line.detail },
        {
          key: "state",
          head: say(w.stateHead),
          cell: (line) => (
            <>
              <StatusTag tone={line.state.tone}>{line.state.text}</StatusTag>
              {line.said.map((text) => (
                <>
                  <br />
                  {text}
                </>
              ))}
            </>
          ),
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

/** The sheet, on a screen and on A4. */
export function EntityView(props: EntityProps): VNode {
  const { results, organisation, title, lead, own, fields, moderations, strengths, causes, needs, reply, paper } = props;
  const { say } = results.shell;
  return (
    <ResultsFrame results={results} current={own ? "own" : null} title={title} lead={lead} before={<PrintHead say={say} {...paper.head} />}>
      <Section id="levels" title={say(w.levelsHeading)} note={say(w.levelsNote)}>
        <Fields results={results} fields={fields} />
        <PictureFiles results={results} file="entity" choices={{ organisation }} />
      </Section>
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
      <Section id="needs" title={say(w.needsHeading)}>
        <Needs results={results} needs={needs} />
      </Section>
      <Section id="reply" title={say(w.replyHeading)}>
        {reply === null ? (
          <p>{say(w.noReply)}</p>
        ) : (
          <Notice>
            <p>{reply.text}</p>
            <p class="in-small">{reply.when}</p>
          </Notice>
        )}
      </Section>
      <PaperEnd results={results} paper={paper} />
    </ResultsFrame>
  );
}
