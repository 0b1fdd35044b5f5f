/** Who is asking: a visitor, or a person acting as one of her posts. */
import type { Role } from "#kernel/pack/roles.ts";
import type { Author } from "#platform/journal/append.ts";

/** How far a role reaches: the whole association, its own organisation and those below, or its own records. */
export type Reach = "all" | "below" | "own";

/** A signed-in person. Without an assignment she acts as herself: her own learning and answers. */
export interface Actor {
  readonly account: string;
  readonly person: string;
  readonly name: string;
  readonly assignment: string | null;
  readonly post: string | null;
  readonly postType: string | null;
  readonly organisation: string | null;
  readonly organisationName: string | null;
  readonly roles: readonly Role[];
}

/** The author of journal entries that an actor causes. */
export function authorOf(actor: Actor): Author {
  return { post: actor.post, person: actor.person };
}
