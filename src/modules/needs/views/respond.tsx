/** The forms about a need: a response, the page that refuses a course, a stated refusal, and the answer to an objection. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { codesOf } from "#kernel/pack/lookup.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatPercent } from "#platform/ui/format.ts";
import { Button, DateInput, Form, Input, Radios, Select, Textarea, type DateParts, type Option } from "#platform/ui/forms.tsx";
import { Doors, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { isTrainable, needsSkillCause } from "../rules.ts";
import type { Need } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-needs.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";
import { needTitle } from "./needs.tsx";

interface NeedFormProps extends ViewProps {
  readonly need: Need;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

export interface RespondProps extends NeedFormProps {
  readonly owners: readonly Option[];
  readonly due: DateParts;
}

export function RespondView({ shell, need, values, problems, owners, due }: RespondProps): VNode {
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const skill = isTrainable(pack, need.cause);
  const types = codesOf(pack, "response_type").map((code) => ({
    value: code.code,
    text: say(code.names),
    ...(needsSkillCause(pack, code.code) && !skill && { hint: say(w.courseOnly) }),
  }));
  return (
    <Frame
      shell={shell}
      title={say(w.respondTitle)}
      lead={say(w.respondLead, { need: `${needTitle(shell, need)}, ${need.organisationName}` })}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.need(need.id), text: say(common.back) }}
    >
      <Form action={paths.respond(need.id)} csrf={shell.formToken}>
        <Radios say={say} name="type" legend={say(w.type)} choices={types} value={values["type"] ?? ""} error={wrong.at("type")} />
        <Textarea say={say} name="what" label={say(w.respondWhat)} value={values["what"] ?? ""} error={wrong.at("what")} rows={3} />
        <Input
          say={say}
          name="addressee"
          label={say(w.respondAddressee)}
          hint={say(w.respondAddresseeHint)}
          value={values["addressee"] ?? ""}
          error={wrong.at("addressee")}
        />
        <Input
          say={say}
          name="estimate"
          label={say(w.respondEstimate, { currency: pack.currency.code })}
          width={20}
          inputmode="numeric"
          value={values["estimate"] ?? ""}
          error={wrong.at("estimate")}
        />
        <Select
          say={say}
          name="owner"
          label={say(w.respondOwner)}
          options={[{ value: "", text: "–" }, ...owners]}
          value={values["owner"] ?? ""}
          error={wrong.at("owner")}
        />
        <DateInput say={say} id="due" namePrefix="due" legend={say(w.respondDue)} values={due} error={wrong.at("due-day")} />
        <Button>{say(w.respondTitle)}</Button>
      </Form>
    </Frame>
  );
}

/** Says why a course is refused for this need, and offers what can help: the other responses, advocacy first. */
export function NotACourseView({ shell, need }: ViewProps & { readonly need: Need }): VNode {
  const { say, pack, language } = shell;
  const share = need.causeShare === null ? "" : say(w.notCourseShare, { share: formatPercent(need.causeShare, language) });
  const others = codesOf(pack, "response_type").filter((code) => !needsSkillCause(pack, code.code) && code.code !== "advocacy");
  const open = (type: string): string => `${paths.respond(need.id)}?type=${type}`;
  return (
    <Frame
      shell={shell}
      title={say(w.notCourseTitle)}
      caption={`${needTitle(shell, need)}, ${need.organisationName}`}
      lead={say(w.notCourseLead, { cause: need.cause === null ? "" : nameOf(say, pack, "gap_cause", need.cause), share })}
      current={paths.needs}
      back={{ href: paths.need(need.id), text: say(common.back) }}
    >
      <Section id="instead" title={say(w.notCourseInstead)}>
        <Doors
          doors={[
            { href: open("advocacy"), title: nameOf(say, pack, "response_type", "advocacy"), text: say(w.notCourseAdvocacy) },
            ...others.map((code) => ({ href: open(code.code), title: say(code.names) })),
          ]}
        />
      </Section>
    </Frame>
  );
}

export function RefuseView({ shell, need, values, problems }: NeedFormProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.refuseTitle)}
      caption={`${needTitle(shell, need)}, ${need.organisationName}`}
      lead={say(w.refuseLead)}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.need(need.id), text: say(common.back) }}
    >
      <Form action={paths.refuse(need.id)} csrf={shell.formToken}>
        <Textarea say={say} name="reason" label={say(w.reason)} value={values["reason"] ?? ""} error={wrong.at("reason")} rows={4} />
        <Button>{say(w.refuseButton)}</Button>
      </Form>
    </Frame>
  );
}

export function AnswerContestView({ shell, need, values, problems }: NeedFormProps): VNode {
  const { say } = shell;
  const wrong = wrongOf(say, problems);
  return (
    <Frame
      shell={shell}
      title={say(w.contestTitle)}
      caption={`${needTitle(shell, need)}, ${need.organisationName}`}
      lead={say(w.contestLead, { contest: need.contest ?? "" })}
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.need(need.id), text: say(common.back) }}
    >
      <Form action={paths.answerContest(need.id)} csrf={shell.formToken}>
        <Radios
          say={say}
          name="outcome"
          legend={say(w.contestChoice)}
          value={values["outcome"] ?? ""}
          error={wrong.at("outcome")}
          choices={[
            { value: "withdraw", text: say(w.contestWithdraw) },
            { value: "keep", text: say(w.contestKeep) },
          ]}
        />
        <Textarea
          say={say}
          name="answer"
          label={say(w.contestAnswerText)}
          value={values["answer"] ?? ""}
          error={wrong.at("answer")}
          rows={4}
        />
        <Button>{say(w.contestButton)}</Button>
      </Form>
    </Frame>
  );
}
