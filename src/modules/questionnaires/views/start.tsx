/** Before a questionnaire: what it is for, how long, until when; or why the reader is not asked. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { NoOpening, Opening } from "#kernel/questionnaire/purpose.ts";
import { ActionForm } from "#platform/ui/forms.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-answer.ts";

export function StartView({
  shell,
  opening,
  pages,
  action,
}: {
  readonly shell: Shell;
  readonly opening: Opening;
  readonly pages: number;
  readonly action: string;
}): VNode {
  const { say } = shell;
  const closes = opening.closes === null ? "none" : formatDate(opening.closes);
  return (
    <Frame shell={shell} title={opening.title} lead={opening.intro} width="reading" current={paths.mine}>
      <p>{say(w.facts, { pages, closes })}</p>
      <p>{say(w.startLead)}</p>
      <ActionForm action={action} csrf={shell.formToken} text={say(w.start)} />
      <p class="in-small in-sec">{say(w.privacy)}</p>
    </Frame>
  );
}

export function NotAskedView({ shell, refusal }: { readonly shell: Shell; readonly refusal: NoOpening }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.notAllowed)} lead={say(refusal.text, refusal.values)} width="reading" current={paths.mine}>
      <p>
        <Link href={paths.mine}>{say(w.mine)}</Link>
      </p>
    </Frame>
  );
}
