/** The page before a launch: exactly which posts will be invited, by organisation and by type of post. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Refusal } from "#kernel/flow/flow.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { ActionForm, RefusedAction } from "#platform/ui/forms.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { InvitedCount } from "../invitations.ts";
import { paths } from "../paths.ts";
import type { Round } from "../schema.ts";
import { w as common } from "../words-common.ts";
import { w as flows } from "../words-flows.ts";
import { w as verbs } from "../words-verbs.ts";
import { w } from "../words-rounds.ts";
import { postName, type ViewProps } from "./common.tsx";

export interface LaunchProps extends ViewProps {
  readonly round: Round;
  readonly counts: readonly InvitedCount[];
  readonly refusal: Refusal | null;
}

interface Line {
  readonly key: string;
  readonly name: string;
  readonly posts: number;
  readonly held: number;
}

function linesBy(counts: readonly InvitedCount[], key: (count: InvitedCount) => string, name: (count: InvitedCount) => string): Line[] {
  return [...Map.groupBy(counts, key)].map(([of, list]) => ({
    key: of,
    name: list[0] === undefined ? of : name(list[0]),
    posts: list.reduce((sum, count) => sum + count.posts, 0),
    held: list.reduce((sum, count) => sum + count.held, 0),
  }));
}

export function LaunchView({ shell, round, counts, refusal }: LaunchProps): VNode {
  const { say, pack, language } = shell;
  const organisations = linesBy(
    counts,
    (count) => count.organisation,
    (count) => count.name,
  );
  const types = linesBy(
    counts,
    (count) => count.postType,
    (count) => postName(say, pack, count.postType),
  );
  const posts = organisations.reduce((sum, line) => sum + line.posts, 0);
  const held = organisations.reduce((sum, line) => sum + line.held, 0);
  const columns = (head: string) => [
    { key: "name", head, cell: (line: Line) => line.name },
    { key: "posts", head: say(w.posts), numeric: true, cell: (line: Line) => formatNumber(line.posts, language) },
    { key: "held", head: say(w.held), numeric: true, cell: (line: Line) => formatNumber(line.held, language) },
  ];
  const opens = round.opens === null ? "" : formatDate(round.opens);
  const closes = round.closes === null ? "" : formatDate(round.closes);
  return (
    <Frame
      shell={shell}
      title={say(w.launchTitle)}
      caption={round.title}
      lead={posts === 0 ? undefined : say(w.launchLead, { posts, held, organisations: organisations.length })}
      current={paths.needs}
      back={{ href: paths.round(round.id), text: say(common.back) }}
    >
      {refusal !== null ? (
        <RefusedAction id="launch" text={say(verbs.launch)} reason={say(refusal.text, refusal.values)} />
      ) : (
        <ActionForm
          action={paths.launch(round.id)}
          csrf={shell.formToken}
          text={say(w.launchButton, { posts })}
          note={say(w.launchOpens, { opens, closes })}
        />
      )}
      {posts === 0 ? (
        <EmptyState action={{ href: paths.design(round.id, "people"), text: say(w.partPeople) }}>{say(flows.nobodyInvited)}</EmptyState>
      ) : (
        <>
          <Section id="types" title={say(w.byGroup)}>
            <DataTable say={say} caption={say(w.byGroup)} columns={columns(say(w.post))} rows={types} />
          </Section>
          <Section id="organisations" title={say(w.byOrganisation)}>
            <DataTable say={say} caption={say(w.byOrganisation)} columns={columns(say(w.organisation))} rows={organisations} />
          </Section>
        </>
      )}
    </Frame>
  );
}
