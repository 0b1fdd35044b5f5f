/** One place: its public offices and what lies within it. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { formatDate } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";
import { OfficerList, type Officer } from "./officers.tsx";

export interface PlaceProps {
  readonly shell: Shell;
  readonly name: string;
  readonly lead: string;
  readonly day: string;
  readonly officers: readonly Officer[];
  readonly parts: readonly { readonly id: string; readonly name: string }[];
}

export function PlaceView({ shell, name, lead, day, officers, parts }: PlaceProps): VNode {
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      area="portal"
      title={name}
      lead={lead}
      current={paths.members}
      breadcrumbs={[{ href: paths.members, text: say(w.members) }, { text: name }]}
    >
      <Section id="offices" title={say(w.officers)} note={say(w.officersNote, { day: formatDate(day) })}>
        <OfficerList shell={shell} officers={officers} />
      </Section>
      <Section id="parts" title={say(w.parts)} count={parts.length === 0 ? undefined : parts.length}>
        {parts.length === 0 ? (
          <EmptyState>{say(w.partsEmpty)}</EmptyState>
        ) : (
          <ul class="in-linklist">
            {parts.map((part) => (
              <li>
                <Link href={paths.place(part.id)}>{part.name}</Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Frame>
  );
}
