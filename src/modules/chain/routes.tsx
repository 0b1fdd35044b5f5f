/** The chain through any record: as a page, as a drawing, as data. */
import type { Actor } from "#kernel/access/actor.ts";
import { page, type Asked, type Route } from "#kernel/access/route.ts";
import { chainFor, chainSvg, type ShownChain } from "#kernel/trace/chain-view.tsx";
import { chainData } from "#kernel/trace/drawn.ts";
import { data, download, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { isId } from "#platform/db/ids.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { ChainView } from "./views/chain.tsx";

type Visit = Asked<any, Actor | null>;

/** The record the chain begins at, when the reader may see it. */
async function startOf(
  r: Visit,
): Promise<{ readonly kind: string; readonly id: string; readonly title: string; readonly href: string | null }> {
  const { kind = "", id = "" } = r.params;
  const known = r.house.records.has(kind) && isId(id);
  const named = known ? (await r.house.name(r.db, r.actor, [{ kind, id }], r.language, r.today)).get(id) : undefined;
  if (named === undefined) throw new Problem(p.noRecord);
  return named;
}

async function shownFor(r: Visit): Promise<ShownChain> {
  const { kind, id } = await startOf(r);
  return chainFor(r, kind, id);
}

async function chain(r: Visit): Promise<Reply> {
  const start = await startOf(r);
  return show(<ChainView shell={r.shell} start={start} shown={await chainFor(r, start.kind, start.id)} />);
}

async function picture(r: Visit): Promise<Reply> {
  return download("chain.svg", "image/svg+xml", chainSvg(r.say, await shownFor(r)));
}

async function asData(r: Visit): Promise<Reply> {
  return data(chainData((await shownFor(r)).chain));
}

export const routes: readonly Route[] = [
  page(paths.page, "public", chain),
  page(paths.picture, "public", picture),
  page(paths.data, "public", asData),
];
