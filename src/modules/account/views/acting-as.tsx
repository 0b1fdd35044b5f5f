/** Asked after signing in of those who hold more than one post: as which of them they act today. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, Form, Radios } from "#platform/ui/forms.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-sign-in.ts";
import { errorOf, summaryOf } from "./errors.ts";

/** The page of `/acting-as`. */
export function ActingAsView({
  shell,
  next,
  problems = [],
}: {
  readonly shell: Shell;
  readonly next: string;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { say, pack, holdings, actor } = shell;
  const posts = holdings.map((holding) => ({
    value: holding.assignment,
    text: `${say(postTypeOf(pack, holding.postType).names)}, ${holding.organisationName}`,
  }));
  return (
    <Frame shell={shell} title={say(w.whoToday)} heading={false} width="reading" errors={summaryOf(say, problems)}>
      <Form action={`${paths.actingAs()}?back=${encodeURIComponent(next)}`} csrf={shell.formToken}>
        <Radios
          say={say}
          name="assignment"
          legend={say(w.whoToday)}
          legendSize="xl"
          heading
          hint={say(w.whoTodayHint)}
          error={errorOf(say, problems, "assignment")}
          value={actor?.assignment ?? undefined}
          choices={[...posts, { value: "self", text: say(w.myself) }]}
        />
        <Button>{say(w.continue)}</Button>
      </Form>
    </Frame>
  );
}
