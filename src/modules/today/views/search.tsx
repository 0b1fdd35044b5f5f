/** One search over everything that the reader may see. */
import type { VNode } from "preact";
import type { Found } from "#kernel/access/house.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Button, Input } from "#platform/ui/forms.tsx";
import { CardLink, EmptyState } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

export interface SearchProps {
  readonly shell: Shell;
  readonly words: string;
  readonly found: readonly Found[];
}

export function SearchView({ shell, words, found }: SearchProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.search)} lead={say(w.searchLead)} current={paths.search} width="reading">
      <form action={paths.search} role="search">
        <Input say={say} name="q" type="search" label={say(w.searchLabel)} value={words} />
        <Button>{say(w.search)}</Button>
      </form>
      {words !== "" && <p role="status">{say(w.found, { n: found.length, words })}</p>}
      {words !== "" && found.length === 0 && <EmptyState>{say(w.notFoundHint)}</EmptyState>}
      {found.map((record) => (
        <CardLink href={record.href} title={record.title} text={say(record.kind.title)} />
      ))}
    </Frame>
  );
}
