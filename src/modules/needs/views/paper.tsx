/** The form for a reply that an organisation signed on paper: its scan, the day that stands on it, and what it says of each need. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Button, DateInput, FileUpload, Form, Textarea, type DateParts } from "#platform/ui/forms.tsx";
import { InsetText } from "#platform/ui/content.tsx";
import { Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w as common } from "../words-common.ts";
import { w } from "../words-paper.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { postName } from "./common.tsx";
import { OneNeed, type ReplyProps } from "./reply.tsx";

export interface PaperProps extends ReplyProps {
  readonly signedOn: DateParts;
}

export function PaperView({ shell, round, part, needs, values, signedOn, problems }: PaperProps): VNode {
  const { say, pack, actor } = shell;
  const wrong = wrongOf(say, problems);
  const post = actor?.postType == null ? "" : postName(say, pack, actor.postType);
  const late = round.state === "planning" && round.replyBy !== null;
  const hint = problems.length > 0 && wrong.at("scan") === undefined ? w.scanAgain : w.scanHint;
  return (
    <Frame
      shell={shell}
      title={say(w.title)}
      caption={`${part.name}, ${round.title}`}
      lead={
        late ? say(w.leadLate, { organisation: part.name, day: formatDate(round.replyBy ?? "") }) : say(w.lead, { organisation: part.name })
      }
      current={paths.needs}
      width="reading"
      errors={wrong.errors}
      back={{ href: paths.organisation(round.id, part.organisation), text: say(common.back) }}
    >
      <Form action={paths.paper(round.id, part.organisation)} csrf={shell.formToken} multipart>
        <FileUpload
          say={say}
          name="scan"
          label={say(w.scan)}
          hint={say(hint)}
          accept=".pdf,.jpg,.jpeg,.png"
          capture="environment"
          error={wrong.at("scan")}
        />
        <DateInput
          say={say}
          id="signed"
          namePrefix="signed"
          legend={say(w.signedOn)}
          hint={say(w.signedOnHint)}
          values={signedOn}
          error={wrong.at("signed-day")}
        />
        {needs.length > 0 && (
          <Section id="on-paper" title={say(w.onPaper)} titleHidden>
            {needs.map((need) => (
              <OneNeed shell={shell} need={need} values={values} wrong={wrong} />
            ))}
          </Section>
        )}
        <Textarea say={say} name="comment" label={say(w.comment)} value={values["comment"] ?? ""} error={wrong.at("comment")} rows={3} />
        <InsetText>{say(w.typedAs, { post, organisation: part.name })}</InsetText>
        <Button>{say(w.keep)}</Button>
      </Form>
    </Frame>
  );
}
