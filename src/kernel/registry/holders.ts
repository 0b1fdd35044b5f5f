/** Writes about who holds a post: opened, ended and replaced in one transaction, each with its journal entry. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Day } from "#kernel/calendar/day.ts";
import { newId } from "#platform/db/ids.ts";
import { Problem } from "#platform/problems/problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { p } from "./problems.ts";
import type { RegistryTables } from "./tables.ts";

/** A person for a post from a day. `acting` holds it beside or instead of the substantive holder. */
export interface NewHolder {
  readonly post: string;
  readonly person: string;
  readonly acting: boolean;
  readonly from: Day;
  readonly to?: Day | null;
  readonly precision?: "year" | "month" | "day";
}

interface OpenHolding {
  id: string;
  person: string;
  full_name: string;
  from_day: Day;
  acting: boolean;
}

/** Locks a post and returns its organisation. Two changes of one post wait for each other here. */
async function lockPost(act: Act<RegistryTables>, post: string, day: Day): Promise<{ organisation: string; post_type: string }> {
  const row = await act.tx
    .selectFrom("registry.post")
    .select(["organisation", "post_type"])
    .where("id", "=", post)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem(p.noPost, { day: formatDate(day) });
  return row;
}

async function openHolding(act: Act<RegistryTables>, post: string, acting: boolean, day: Day): Promise<OpenHolding | undefined> {
  const { rows } = await sql<OpenHolding>`
    select a.id, a.person, h.full_name, a.from_day, a.acting
    from registry.assignment a join registry.person h on h.id = a.person
    where a.post = ${post} and a.acting = ${acting} and (a.to_day is null or a.to_day > ${day})
    order by a.from_day desc limit 1`.execute(act.tx);
  return rows[0];
}

/** Puts a person in a post from a day. Throws when another holds it in the same way, or the dates are the wrong way round. */
export async function assign(act: Act<RegistryTables>, holder: NewHolder): Promise<string> {
  const { organisation, post_type } = await lockPost(act, holder.post, holder.from);
  const to = holder.to ?? null;
  if (to !== null && to < holder.from) throw new Problem(p.endsBeforeStart, { from: formatDate(holder.from), to: formatDate(to) });
  const current = await openHolding(act, holder.post, holder.acting, holder.from);
  if (current !== undefined && (to === null || to > current.from_day))
    throw new Problem(p.alreadyHeld, { person: current.full_name, since: formatDate(current.from_day) });
  const id = newId();
  await act.tx
    .insertInto("registry.assignment")
    .values({
      id,
      post: holder.post,
      person: holder.person,
      acting: holder.acting,
      from_day: holder.from,
      from_precision: holder.precision ?? "day",
      to_day: to,
    })
    .execute();
  await act.journal({
    kind: "registry.post.assigned",
    subject: { kind: "post", id: holder.post },
    member: organisation,
    payload: { assignment: id, post_type, person: holder.person, acting: holder.acting, from: holder.from, to },
  });
  return id;
}

/** Ends whoever holds a post (substantively or acting) before a day. Throws when nobody does. Access under it ends the same day. */
export async function endHolding(
  act: Act<RegistryTables>,
  ending: { readonly post: string; readonly acting: boolean; readonly on: Day; readonly reason: string },
): Promise<{ readonly assignment: string; readonly person: string; readonly name: string }> {
  const { organisation, post_type } = await lockPost(act, ending.post, ending.on);
  const current = await openHolding(act, ending.post, ending.acting, ending.on);
  if (current === undefined) throw new Problem(p.noHolder, { day: formatDate(ending.on) });
  if (ending.on < current.from_day) throw new Problem(p.endsBeforeStart, { from: formatDate(current.from_day), to: formatDate(ending.on) });
  await act.tx
    .updateTable("registry.assignment")
    .set({ to_day: ending.on, reason_left: ending.reason })
    .where("id", "=", current.id)
    .execute();
  await act.journal({
    kind: "registry.post.vacated",
    subject: { kind: "post", id: ending.post },
    member: organisation,
    payload: { assignment: current.id, post_type, person: current.person, acting: ending.acting, on: ending.on, reason: ending.reason },
  });
  return { assignment: current.id, person: current.person, name: current.full_name };
}

/** Opens one more seat of a type of post at an organisation and returns the post. */
export async function openPost(
  act: Act<RegistryTables>,
  seat: { readonly organisation: string; readonly postType: string; readonly from: Day; readonly funded?: boolean },
): Promise<string> {
  await act.tx.selectFrom("registry.organisation").select("id").where("id", "=", seat.organisation).forUpdate().executeTakeFirstOrThrow();
  const { last } = await act.tx
    .selectFrom("registry.post")
    .select((post) => post.fn.coalesce(post.fn.max("seat"), sql<number>`0`).as("last"))
    .where("organisation", "=", seat.organisation)
    .where("post_type", "=", seat.postType)
    .executeTakeFirstOrThrow();
  const id = newId();
  await act.tx
    .insertInto("registry.post")
    .values({
      id,
      organisation: seat.organisation,
      post_type: seat.postType,
      seat: last + 1,
      funded: seat.funded ?? true,
      from_day: seat.from,
    })
    .execute();
  await act.journal({
    kind: "registry.post.opened",
    subject: { kind: "post", id },
    member: seat.organisation,
    payload: { post_type: seat.postType, seat: last + 1, from: seat.from, funded: seat.funded ?? true },
  });
  return id;
}
