/** A blank questionnaire for A4 in black and white. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import type { Language, Say } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Notice } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead, QrSlot } from "#platform/ui/print.tsx";
import type { PaperPart, PaperQuestion } from "../paper.ts";
import { paths } from "../paths.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { w } from "../words-paper.ts";

export interface PaperProps {
  readonly shell: Shell;
  /** Speaks the language of the paper. */
  readonly say: Say;
  readonly language: Language;
  readonly version: Version;
  readonly issuer: string;
  readonly reference: string;
  readonly parts: readonly PaperPart[];
  readonly qr: readonly (readonly boolean[])[];
  readonly today: string;
}

/** Empty boxes for figures, drawn so that they print without background colours. */
function Boxes({ count }: { readonly count: number }): VNode {
  return (
    <svg width={count * 24 + 2} height="30" viewBox={`0 0 ${count * 24 + 2} 30`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <rect x={index * 24 + 1} y="1" width="24" height="28" fill="none" stroke="currentColor" stroke-width="1.2" />
      ))}
    </svg>
  );
}

/** Lines to write on. */
function Lines({ count }: { readonly count: number }): VNode {
  return (
    <svg width="100%" height={count * 32} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <line x1="0" x2="100%" y1={index * 32 + 28} y2={index * 32 + 28} stroke="currentColor" stroke-width="1" />
      ))}
    </svg>
  );
}

/** A circle, a square or a wider box to tick or write in: drawn, because not every printer has the signs. */
function Sign({ of }: { readonly of: "circle" | "square" | "box" }): VNode {
  const wide = of === "box" ? 30 : 18;
  return (
    <svg class="in-mk" width={wide} height="18" viewBox={`0 0 ${wide} 18`} aria-hidden="true">
      {of === "circle" ? (
        <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="1.5" />
      ) : (
        <rect x="2" y="2" width={wide - 4} height="14" fill="none" stroke="currentColor" stroke-width="1.5" />
      )}
    </svg>
  );
}

function Choices({ question, sign }: { readonly question: PaperQuestion; readonly sign: "circle" | "square" | "box" }): VNode {
  return (
    <ul>
      {question.choices.map((choice) => (
        <li>
          <Sign of={sign} /> {choice.mark !== "" && <b>{choice.mark} </b>}
          {choice.label}
        </li>
      ))}
    </ul>
  );
}

function Answer({ question, say }: { readonly question: PaperQuestion; readonly say: Say }): VNode | null {
  switch (question.field) {
    case "circles":
      return question.choices.length === 0 ? <Lines count={1} /> : <Choices question={question} sign="circle" />;
    case "squares":
      return <Choices question={question} sign="square" />;
    case "ranks":
      return (
        <>
          <p class="in-small">{say(w.rank)}</p>
          <Choices question={question} sign="box" />
        </>
      );
    case "figures":
      return <Boxes count={question.boxes} />;
    case "date":
      return <p>____ / ____ / ________</p>;
    case "file":
      return <p class="in-small">{say(w.fileLater)}</p>;
    case "lines":
      return <Lines count={4} />;
    case "line":
      return <Lines count={1} />;
    default:
      return null;
  }
}

function Part({ part, say, level }: { readonly part: PaperPart; readonly say: Say; readonly level: number }): VNode {
  if (part.kind === "question") {
    const words = (
      <>
        {part.skip !== "" && <p class="in-small">{part.skip}</p>}
        <p class={part.field === "none" ? undefined : "govuk-label"}>
          {part.number !== "" && `${part.number}. `}
          {part.label}
        </p>
        {part.hint !== "" && <p class="in-small">{part.hint}</p>}
      </>
    );
    if (part.field === "none") return words;
    return (
      <div class="govuk-form-group">
        <div class="in-two in-chart">
          <div>{words}</div>
          <div>
            <Answer question={part} say={say} />
          </div>
        </div>
      </div>
    );
  }
  const Heading = `h${Math.min(level, 4)}` as "h2";
  const inside = part.parts.map((each) => <Part part={each} say={say} level={part.heading === "" ? level : level + 1} />);
  return (
    <section class={part.heading === "" ? undefined : "in-sec"}>
      {part.heading !== "" && <Heading>{part.heading}</Heading>}
      {part.skip !== "" && <p class="in-small">{part.skip}</p>}
      {part.times > 1 && <p class="in-small">{say(w.repeated, { count: part.times })}</p>}
      {part.times === 1
        ? inside
        : Array.from({ length: part.times }, (_, index) => (
            <div class="in-card">
              <p class="govuk-label">{say(w.nth, { number: index + 1 })}</p>
              {inside}
            </div>
          ))}
    </section>
  );
}

function Respondent({ say }: { readonly say: Say }): VNode {
  const line = (label: string, body: VNode | string): VNode => (
    <p>
      <b>{label}</b> {body}
    </p>
  );
  return (
    <div class="in-card in-sec">
      <p class="govuk-label">{say(w.about)}</p>
      {line(say(w.office), <span class="in-blank" />)}
      {line(say(w.post), <span class="in-blank" />)}
      {line(
        say(w.sex),
        <>
          <Sign of="circle" /> {say(w.female)} <Sign of="circle" /> {say(w.male)}
        </>,
      )}
      {line(say(w.years), <span class="in-blank" />)}
      {line(say(w.answeredOn), "____ / ____ / ________")}
    </div>
  );
}

export function PaperView(props: PaperProps): VNode {
  const { shell, say, language, version, issuer, reference, parts, qr, today } = props;
  return (
    <Frame
      shell={shell}
      title={version.title}
      current={paths.questionnaires}
      back={{ href: paths.version(version.id) }}
      notice={
        <>
          <div class="in-actions">
            <Notice>{shell.say(w.print)}</Notice>
          </div>
          <PrintHead
            say={say}
            issuer={issuer}
            title={`${version.title} (${version.code}, ${version.number})`}
            reference={reference}
            date={formatDate(today)}
            language={ownName(language)}
          />
        </>
      }
    >
      <div lang={language}>
        <p>{say(w.howTo)}</p>
        <p>{say(w.noNames)}</p>
        <Respondent say={say} />
        {parts.map((part) => (
          <Part part={part} say={say} level={2} />
        ))}
        <p class="in-sec">
          <b>{say(w.typedBy)}</b> <span class="in-blank" />
        </p>
        <PrintFoot say={say} reference={reference} code={<QrSlot label={say(w.codeLabel)} modules={qr} />} />
      </div>
    </Frame>
  );
}
