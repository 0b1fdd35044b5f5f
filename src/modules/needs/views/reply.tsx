/** The reply of an organisation to its result: accepted or contested need by need, and signed with the post’s name on the button. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Button, Form, Radios, Textarea } from "#platform/ui/forms.tsx";
import { Dumbbell } from "#platform/ui/charts/dumbbell.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { gap } from "#methods/needs/gap.ts";
import { paths } from "../paths.ts";
import type { Need, Participation, Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-evidence.ts";
import { nameOf } from "#kernel/pack/shown.ts";
import { wrongOf, type Wrong } from "#platform/ui/wrong.ts";
import { levelText, postName, type ViewProps } from "./common.tsx";

export interface ReplyProps extends ViewProps {
  readonly round: Round;
  readonly part: Participation;
  readonly needs: readonly Need[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/** What is found about one field, and whether the organisation accepts it. */
export function OneNeed({
  shell,
  need,
  values,
  wrong,
}: ViewProps & { readonly need: Need; readonly values: ReplyProps["values"]; readonly wrong: Wrong }): VNode {
  const { say, pack, language } = shell;
  const domain = nameOf(say, pack, "capacity_domain", need.domain);
  const current = need.current ?? 1;
  const desired = need.desired ?? 1;
  const line = say(w.needLine, {
    current: levelText(language, current),
    desired: levelText(language, desired),
    gap: levelText(language, gap({ current, desired })),
  });
  return (
    <Section id={`need-${need.id}`} title={domain} note={line} card>
      <Dumbbell now={current} wanted={desired} domain={[1, 5]} label={line} />
      <Radios
        say={say}
        name={`reply-${need.id}`}
        legend={<span class="govuk-visually-hidden">{domain}</span>}
        value={values[`reply-${need.id}`] ?? ""}
        error={wrong.at(`reply-${need.id}`)}
        choices={[
          { value: "accept", text: say(w.accept) },
          {
            value: "contest",
            text: say(w.contest),
            conditional: (
              <Textarea
                say={say}
                name={`contest-${need.id}`}
                label={say(w.contestText, { domain })}
                value={values[`contest-${need.id}`] ?? ""}
                error={wrong.at(`contest-${need.id}`)}
                rows={3}
              />
            ),
          },
        ]}
      />
    </Section>
  );
}

export function ReplyView({ shell, round, part, needs, values, problems }: ReplyProps): VNode {
  const { say, pack, actor } = shell;
  const wrong = wrongOf(say, problems);
  const day = round.replyBy === null ? "" : formatDate(round.replyBy);
  const post = actor?.postType == null ? "" : postName(say, pack, actor.postType);
  return (
    <Frame
      shell={shell}
      title={say(w.replyTitle)}
      caption={round.title}
      lead={
        needs.length === 0
          ? say(w.replyNone, { organisation: part.name })
          : say(w.replyLead, { count: needs.length, organisation: part.name, day })
      }
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.organisation(round.id, part.organisation), text: say(common.back) }}
    >
      <Form action={paths.reply(round.id, part.organisation)} csrf={shell.formToken}>
        {needs.map((need) => (
          <OneNeed shell={shell} need={need} values={values} wrong={wrong} />
        ))}
        <Textarea say={say} name="comment" label={say(w.comment)} value={values["comment"] ?? ""} error={wrong.at("comment")} rows={3} />
        <Button>{say(w.signAs, { post })}</Button>
      </Form>
    </Frame>
  );
}
