/** Sends what waits on the phone and takes what other devices sent: per sitting, again and again until each answer is acknowledged. */
import type { Outcome, Owner } from "#kernel/offline/shell.ts";
import type { AnswerEvent } from "#kernel/questionnaire/merge.ts";
import { paths } from "../paths.ts";
import type { KeptSitting, PhoneStore, TakenSitting } from "./phone-store.ts";

/** What the server says about one sitting. */
export interface SyncAnswer {
  readonly known: readonly string[];
  readonly refused: readonly { readonly event: string; readonly code: string }[];
  readonly events: readonly AnswerEvent[];
  readonly state: "open" | "submitted" | "withdrawn" | "closed";
  readonly reason: string;
  /** How many answers are missing or wrong, when sending in was asked for and not possible. */
  readonly failures: number;
}

/** A questionnaire that could be taken along. */
export interface Offered {
  readonly id: string;
  readonly title: string;
  readonly closes: string | null;
}

/** What may be taken along, and who is asking; null without signal, `signed-out` without a session. */
export async function offered(
  store: PhoneStore,
): Promise<{ readonly owner: Owner; readonly list: readonly Offered[] } | "offline" | "signed-out"> {
  let response: Response;
  try {
    response = await fetch(paths.offlineForms, { headers: { accept: "application/json" }, redirect: "manual", cache: "no-store" });
  } catch {
    return "offline";
  }
  // A visitor is sent to the sign-in page, which a fetch sees as an opaque redirect.
  if (response.type === "opaqueredirect" || response.status === 401) return "signed-out";
  if (!response.ok) return "offline";
  const { person, token, sittings } = (await response.json()) as { person: string; token: string; sittings: Offered[] };
  const owner = { person, token };
  await store.setOwner(owner);
  return { owner, list: sittings };
}

/** Takes one questionnaire along with the answers so far. False when that was not possible now. */
export async function takeAlong(store: PhoneStore, owner: Owner, id: string): Promise<boolean> {
  try {
    const response = await fetch(`${paths.offlineForms}/${id}`, { redirect: "manual", cache: "no-store" });
    if (!response.ok) return false;
    const { sitting, events } = (await response.json()) as { sitting: TakenSitting; events: AnswerEvent[] };
    const before = (await store.sittings(owner.person)).find((each) => each.id === id);
    // A phone that has the questionnaire already keeps the questions it has.
    await store.keep(before ?? { ...sitting, person: owner.person, submitAt: null, sent: false, refusal: "" }, events);
    return true;
  } catch {
    return false;
  }
}

async function post(owner: Owner, body: unknown): Promise<Response | null> {
  try {
    return await fetch(paths.sync, {
      method: "POST",
      headers: { "content-type": "application/json", "x-form-token": owner.token },
      body: JSON.stringify(body),
      redirect: "manual",
    });
  } catch {
    return null;
  }
}

/** Exchanges one sitting. An answer that was lost on the way back is sent again and acknowledged as known. */
export async function exchange(store: PhoneStore, owner: Owner, sitting: KeptSitting): Promise<Outcome> {
  const waiting = (await store.events(sitting.id)).filter((event) => event.waiting === 1);
  if (waiting.length === 0 && sitting.submitAt === null) return "nothing";
  const events = waiting.map(({ event, path, value, answeredAt, device }) => ({ event, path, value, answeredAt, device }));
  const response = await post(owner, { sitting: sitting.id, events, submitAt: sitting.submitAt });
  if (response === null || response.status >= 500) return "offline";
  if (response.status === 401 || response.status === 403 || response.type === "opaqueredirect") return "signed-out";
  if (!response.ok) {
    const { message = "" } = (await response.json().catch(() => ({}))) as { message?: string };
    await store.update({ ...sitting, refusal: message });
    return "refused";
  }
  const answer = (await response.json()) as SyncAnswer;
  await store.acknowledge(sitting.id, new Set(answer.known), answer.events);
  // She may have asked to send it in while the message was under way.
  const now = (await store.sittings(owner.person)).find((each) => each.id === sitting.id) ?? sitting;
  if (answer.state === "closed" || answer.refused.length > 0) {
    await store.update({ ...now, refusal: answer.reason });
    return "refused";
  }
  const sent = answer.state === "submitted";
  const again = answer.failures > 0;
  await store.update({ ...now, sent, submitAt: sent || again ? null : now.submitAt, refusal: again ? "again" : "" });
  return "sent";
}

/** Exchanges everything of one person; stops at the first sign that there is no signal or no session. */
export async function exchangeAll(store: PhoneStore, owner: Owner): Promise<Outcome> {
  let outcome: Outcome = "nothing";
  for (const sitting of await store.sittings(owner.person)) {
    if (sitting.sent) continue;
    const own = await exchange(store, owner, sitting);
    if (own === "offline" || own === "signed-out") return own;
    if (own !== "nothing") outcome = own;
  }
  return outcome;
}
