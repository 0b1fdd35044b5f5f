/** What a session’s page says first to the reader herself: her place and its links, when it begins, and whom she calls. */
import { sql } from "kysely";
import type { Visit } from "#kernel/access/asked.ts";
import { partsOf } from "#kernel/gathering/gatherings.ts";
import { participantsByIds } from "#kernel/gathering/participants.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { postTypeName } from "#kernel/pack/shown.ts";
import type { EnrolmentState } from "./flows.ts";
import type { Session } from "./queries.ts";

/** Her place in a session, with the tokens of her own links. */
export interface OwnPlace {
  readonly id: string;
  readonly state: EnrolmentState;
  readonly waiting: boolean;
  readonly mode: "physical" | "online";
  readonly token: string;
  /** The token of her attendance page, while she is expected. */
  readonly attendance: string | null;
}

/** What the reader needs to take part, whoever she is. */
export interface Practical {
  /** When the first half-day begins; null while none is set. */
  readonly begins: Date | null;
  /** Whom to call; her number when one is known. */
  readonly call: { readonly name: string; readonly phone: string | null } | null;
}

/** The place of a person, her merged doubles included; null when she has none. The newest, when she was named again. Two queries. */
export async function ownPlace(r: Pick<Visit, "db" | "actor">, session: string): Promise<OwnPlace | null> {
  if (r.actor === null) return null;
  const { rows } = await sql<Omit<OwnPlace, "attendance">>`
    select e.id, e.state, e.waiting, e.mode, e.token
    from sessions.enrolment e join registry.person h on h.id = e.person
    where e.session = ${session} and ${r.actor.person}::uuid in (h.id, h.merged_into)
    order by e.state in ('not_approved', 'declined', 'replaced', 'withdrawn'), e.nominated_at desc limit 1`.execute(r.db);
  const [row] = rows;
  if (row === undefined) return null;
  const expected = (await participantsByIds(r.db, [row.id])).get(row.id);
  return { ...row, attendance: expected?.state === "expected" ? expected.token : null };
}

/** When a session begins on the clock, and the post that answers for it. Two queries. */
export async function practicalOf(r: Pick<Visit, "db" | "say" | "pack" | "today" | "language">, session: Session): Promise<Practical> {
  const [first] = await partsOf(r.db, [session.gathering]);
  const [post] = session.runner === null ? [] : await postsOn(r.db, { posts: [session.runner], on: r.today, language: r.language });
  return {
    begins: first?.startsAt ?? null,
    call:
      post?.personName == null ? null : { name: `${post.personName}, ${postTypeName(r.say, r.pack, post.postType)}`, phone: post.phone },
  };
}
