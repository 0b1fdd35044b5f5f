/** Responses as pages show them: with the post that answers for each and the steps that the reader may take. */
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { within, type Request } from "#kernel/access/asked.ts";
import { RESPONSE_STEPS, responseFlow } from "./flows.ts";
import { verbs } from "./rules.ts";
import type { Response } from "./schema.ts";
import type { ShownResponse } from "./views/need.tsx";

/** Responses with the post that answers for each, who holds it, and the steps that the reader may take. */
export async function shownResponses(r: Request, responses: readonly Response[]): Promise<ShownResponse[]> {
  const owners = new Map((await postsOn(r.db, { posts: responses.map((one) => one.owner), on: r.today })).map((post) => [post.post, post]));
  const all = (await within(r, verbs.progress)) === "all";
  return responses.map((response) => {
    const owner = owners.get(response.owner);
    const mine = all || r.actor.post === response.owner;
    return {
      ...response,
      ownerName: owner === undefined ? "" : `${r.say(postTypeOf(r.pack, owner.postType).names)}, ${owner.organisationName}`,
      ownerPerson: owner?.personName ?? null,
      ownerPhone: owner?.phone ?? null,
      steps: mine ? RESPONSE_STEPS.filter((step) => responseFlow.steps[step].from.includes(response.state)) : [],
    };
  });
}
