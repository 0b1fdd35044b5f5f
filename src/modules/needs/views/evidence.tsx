/** The forms between closing and moderation: evidence, confirmation by the organisation, and a moderated level. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Checkboxes, DateInput, FileUpload, Form, Input, Radios, Select, Textarea, type DateParts } from "#platform/ui/forms.tsx";
import { Details } from "#platform/ui/content.tsx";
import { Section } from "#platform/ui/parts.tsx";
import type { Comparison } from "../compare.ts";
import { paths } from "../paths.ts";
import type { Participation, Round } from "../schema.ts";
import { WHOLE_ORGANISATION } from "../rules.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-evidence.ts";
import { choicesOf, nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf, type Wrong } from "#platform/ui/wrong.ts";
import { levelText, postName, type ViewProps } from "./common.tsx";

interface PartProps extends ViewProps {
  readonly round: Round;
  readonly part: Participation;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export interface EvidenceFormProps extends PartProps {
  readonly heldOn: DateParts;
  readonly domains: readonly string[];
  readonly postTypes: readonly string[];
}

const LEVELS = ["1", "2", "3", "4", "5"];

function Ratings({ shell, domains, values, wrong }: EvidenceFormProps & { readonly wrong: Wrong }): VNode {
  const { say, pack } = shell;
  const levels = [
    { value: "", text: "–" },
    ...LEVELS.map((level) => ({ value: level, text: `${level} ${nameOf(say, pack, "capacity_level", level)}` })),
  ];
  return (
    <Section id="ratings" title={say(w.ratings)} note={say(w.ratingsHint)}>
      {domains.map((domain) => {
        const given = Boolean(values[`now-${domain}`] || values[`wanted-${domain}`] || wrong.at(`now-${domain}`));
        return (
          <Details summary={nameOf(say, pack, "capacity_domain", domain)} open={given}>
            <Select
              say={say}
              name={`now-${domain}`}
              label={say(w.now)}
              options={levels}
              value={values[`now-${domain}`] ?? ""}
              error={wrong.at(`now-${domain}`)}
            />
            <Select say={say} name={`wanted-${domain}`} label={say(w.wanted)} options={levels} value={values[`wanted-${domain}`] ?? ""} />
            <Select
              say={say}
              name={`cause-${domain}`}
              label={say(w.cause)}
              options={[{ value: "", text: say(w.notSaid) }, ...optionsOf(say, pack, "gap_cause")]}
              value={values[`cause-${domain}`] ?? ""}
            />
          </Details>
        );
      })}
    </Section>
  );
}

export function EvidenceFormView(props: EvidenceFormProps): VNode {
  const { shell, round, part, values, problems, heldOn, postTypes } = props;
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const methods = codesOf(pack, "assessment_method")
    .filter((code) => code.code !== "self_assessment")
    .map((code) => ({ value: code.code, text: say(code.names) }));
  const sources = codesOf(pack, "evidence_source")
    .filter((code) => code.code !== "self")
    .map((code) => ({ value: code.code, text: say(code.names) }));
  const about = [
    { value: WHOLE_ORGANISATION, text: postName(say, pack, WHOLE_ORGANISATION) },
    ...postTypes.map((type) => ({ value: type, text: postName(say, pack, type) })),
  ];
  return (
    <Frame
      shell={shell}
      title={say(w.addEvidence)}
      caption={`${part.name}, ${round.title}`}
      lead={say(w.evidenceLead)}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.organisation(round.id, part.organisation), text: say(common.back) }}
    >
      <Form action={paths.evidence(round.id, part.organisation)} csrf={shell.formToken} multipart>
        <Radios
          say={say}
          name="method"
          legend={say(w.method)}
          choices={methods}
          value={values["method"] ?? ""}
          error={wrong.at("method")}
        />
        <Radios
          say={say}
          name="source"
          legend={say(w.source)}
          choices={sources}
          value={values["source"] ?? ""}
          error={wrong.at("source")}
        />
        <Select say={say} name="about" label={say(w.about)} options={about} value={values["about"] ?? WHOLE_ORGANISATION} />
        <DateInput say={say} id="held" namePrefix="held" legend={say(w.heldOn)} values={heldOn} error={wrong.at("held-day")} />
        <Input
          say={say}
          name="people"
          label={say(w.people)}
          hint={say(w.peopleHint)}
          width={4}
          inputmode="numeric"
          value={values["people"] ?? ""}
          error={wrong.at("people")}
        />
        <Input
          say={say}
          name="women"
          label={say(w.women)}
          width={4}
          inputmode="numeric"
          value={values["women"] ?? ""}
          error={wrong.at("women")}
        />
        <Textarea say={say} name="notes" label={say(w.notes)} value={values["notes"] ?? ""} error={wrong.at("notes")} rows={5} />
        <FileUpload say={say} name="file" label={say(w.file)} hint={say(w.fileHint)} error={wrong.at("file")} />
        <Ratings {...props} wrong={wrong} />
        <Checkboxes
          say={say}
          name="agreed"
          legend={say(w.consent)}
          choices={[{ value: "yes", text: say(w.agreed) }]}
          values={values["agreed"] ? ["yes"] : []}
          error={wrong.at("agreed")}
        />
        <Button>{say(w.record)}</Button>
      </Form>
    </Frame>
  );
}

export function ValidateView({ shell, round, part, values, problems }: PartProps): VNode {
  const { say, pack, actor } = shell;
  const wrong = wrongOf(say, problems);
  const asRound = { value: "", text: say(w.validateConsentRound, { consent: nameOf(say, pack, "consent", round.shareConsent) }) };
  const post = actor?.postType == null ? "" : postName(say, pack, actor.postType);
  return (
    <Frame
      shell={shell}
      title={say(w.validateTitle)}
      caption={round.title}
      lead={say(w.validateLead, { answered: part.answered, invited: part.invited, organisation: part.name })}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.organisation(round.id, part.organisation), text: say(common.back) }}
    >
      <Form action={paths.validate(round.id, part.organisation)} csrf={shell.formToken}>
        <Textarea
          say={say}
          name="note"
          label={say(w.validateNote)}
          hint={say(w.validateNoteHint)}
          value={values["note"] ?? ""}
          error={wrong.at("note")}
          rows={4}
        />
        <Radios
          say={say}
          name="consent"
          legend={say(w.validateConsent)}
          choices={[asRound, ...choicesOf(say, pack, "consent")].map((choice) => ({
            ...choice,
            checked: choice.value === (values["consent"] ?? ""),
          }))}
        />
        <Button>{say(w.validateButton, { post })}</Button>
      </Form>
    </Frame>
  );
}

export interface ModerateProps extends PartProps {
  readonly domain: string;
  readonly line: Comparison;
  readonly fewest: number;
}

export function ModerateView({ shell, round, part, domain, line, fewest, values, problems }: ModerateProps): VNode {
  const { say, pack, language } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.moderateTitle, { domain: nameOf(say, pack, "capacity_domain", domain) })}
      caption={`${part.name}, ${round.title}`}
      lead={say(w.moderateLead)}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.organisation(round.id, part.organisation), text: say(common.back) }}
    >
      <ul>
        {line.cells.map((cell) => (
          <li>
            {nameOf(say, pack, "evidence_source", cell.source)}:{" "}
            {cell.current === null
              ? say(w.hidden, { fewest })
              : say(w.cellValue, { level: levelText(language, cell.current), count: cell.respondents })}
          </li>
        ))}
      </ul>
      <Form action={paths.moderate(round.id, part.organisation, domain)} csrf={shell.formToken}>
        <Input
          say={say}
          name="level"
          label={say(w.moderateLevel)}
          width={4}
          inputmode="decimal"
          value={values["level"] ?? ""}
          error={wrong.at("level")}
        />
        <Textarea
          say={say}
          name="reason"
          label={say(w.moderateReason)}
          value={values["reason"] ?? ""}
          error={wrong.at("reason")}
          rows={4}
        />
        <Button>{say(w.moderateButton)}</Button>
      </Form>
    </Frame>
  );
}
