/** Fetches names while there is signal, and sends what was noted: in batches, each row until it is acknowledged. */
import type { Outcome, Owner } from "#kernel/offline/shell.ts";
import { paths } from "../paths.ts";
import { countWaiting, keep, put, rosters, update, waitingOf } from "./store.ts";
import type { KeptPart, KeptPerson, KeptRow, Roster } from "./state.ts";

/** A list that could be taken along. */
export interface Offered {
  readonly id: string;
  readonly title: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly place: string | null;
}

/** Rows of one message. */
const BATCH = 250;

/** What may be taken along; empty without signal. */
export async function offered(): Promise<readonly Offered[]> {
  try {
    const response = await fetch(paths.rosters, { redirect: "manual", cache: "no-store" });
    if (!response.ok) return [];
    return ((await response.json()) as { gatherings: Offered[] }).gatherings;
  } catch {
    return [];
  }
}

/** Takes a list along, or renews it. False when that was not possible now. */
export async function takeAlong(owner: Owner, id: string): Promise<boolean> {
  try {
    const response = await fetch(paths.roster(id), { redirect: "manual", cache: "no-store" });
    if (!response.ok) return false;
    const { gathering, parts, people, rows } = (await response.json()) as {
      gathering: { id: string; title: string; reference: string; place: string | null };
      parts: KeptPart[];
      people: KeptPerson[];
      rows: Pick<KeptRow, "id" | "part" | "participant" | "kind" | "at" | "until">[];
    };
    const { title, reference, place } = gathering;
    const none = { gathering: id, method: "", voids: null, reason: null, device: null, waiting: 0, refused: "" } as const;
    await keep(
      { id, person: owner.person, title, reference, place, parts, people, refusal: "" },
      rows.map((row) => ({ ...none, ...row })),
    );
    return true;
  } catch {
    return false;
  }
}

interface Answer {
  readonly taken: readonly string[];
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

async function sendBatch(owner: Owner, roster: Roster, rows: readonly KeptRow[]): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(paths.roster(roster.id), {
      method: "POST",
      headers: { "content-type": "application/json", "x-form-token": owner.token },
      body: JSON.stringify({
        rows: rows.map(({ id, part, participant, kind, method, at, voids, reason, device }) => ({
          id,
          part,
          participant,
          kind,
          method,
          at,
          voids,
          reason,
          device,
        })),
      }),
      redirect: "manual",
    });
  } catch {
    return "offline";
  }
  if (response.status >= 500) return "offline";
  if (response.status === 401 || response.status === 403 || response.type === "opaqueredirect") return "signed-out";
  if (!response.ok) {
    const { message = String(response.status) } = (await response.json().catch(() => ({}))) as { message?: string };
    await update({ ...roster, refusal: message });
    return "refused";
  }
  const answer = (await response.json()) as Answer;
  const taken = new Set(answer.taken);
  const why = new Map(answer.refused.map((each) => [each.id, each.why]));
  await put(
    rows.filter((row) => taken.has(row.id) || why.has(row.id)).map((row) => ({ ...row, waiting: 0, refused: why.get(row.id) ?? "" })),
  );
  if (roster.refusal !== "") await update({ ...roster, refusal: "" });
  return why.size > 0 ? "refused" : "sent";
}

/** Sends everything that waits, list by list; stops when the signal or the session is gone, or a list takes nothing. */
export async function exchangeAll(owner: Owner): Promise<Outcome> {
  let outcome: Outcome = "nothing";
  for (const roster of await rosters(owner.person)) {
    for (let rows = await waitingOf(roster.id, BATCH); rows.length > 0; rows = await waitingOf(roster.id, BATCH)) {
      const own = await sendBatch(owner, roster, rows);
      if (own === "offline" || own === "signed-out") return own;
      if (outcome !== "refused") outcome = own;
      // A closed list refuses the whole message; its rows wait for somebody to open it.
      if (own === "refused" && (await countWaiting(roster.id)) >= rows.length && (await waitingOf(roster.id, 1))[0]?.id === rows[0]?.id)
        break;
    }
  }
  return outcome;
}
