/** The page of a refusal: what happened in one sentence, and a way on. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { w } from "#kernel/access/words.ts";
import { Link } from "#platform/ui/link.tsx";

/** A refusal with its sentence. */
export function problemPage(shell: Shell, status: number, sentence: string): VNode {
  const title = status === 404 ? w.notHere : status === 403 ? w.notForThisPost : w.wentWrong;
  return (
    <Frame shell={shell} title={shell.say(title)} lead={sentence} width="reading">
      <p>
        <Link href={shell.actor === null ? "/" : "/today"}>{shell.say(w.firstPage)}</Link>
      </p>
    </Frame>
  );
}
