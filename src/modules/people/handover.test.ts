/** A mayor is replaced: everything moves with the post the same day, the file is written, signed, accepted and checked; two replacements at once cannot both win. */
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { actorFor } from "#kernel/access/session.ts";
import { perform } from "#kernel/access/act.ts";
import { addDays } from "#kernel/calendar/day.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { openSheet } from "#kernel/signature/sheet.ts";
import { newId } from "#platform/db/ids.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { replaceHolder, type Successor } from "./handover-begin.ts";
import { configurePeople } from "./sources.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

/** What the mayor owes in other modules, as the composition root would tell. */
const taskTitle = { en: "Task {n}", fr: "Tâche {n}", rw: "Umurimo {n}" };
beforeAll(() => {
  configurePeople({
    recordsOf: () => ({
      ...module.records,
      plan: {
        title: { en: "Plans", fr: "Plans", rw: "Igenamigambi" },
        href: (id) => `/plan/${id}`,
        titles: () => Promise.resolve(new Map()),
        visible: () => Promise.resolve(new Set()),
      },
    }),
    dutiesOf: async (db, question) => [
      ...question.posts
        .filter((one) => one.postType === "MAY")
        .flatMap((one) =>
          [1, 2, 3].map((n) => ({
            key: `plan:${n}`,
            post: one.post,
            title: { text: taskTitle, values: { n } },
            record: { kind: "plan", id: newId() },
            href: `/plan/${n}`,
            due: addDays(question.today, n * 10),
          })),
        ),
      ...(await module.duties(db, question)),
    ],
    pack: world.pack,
  });
});

interface Seat {
  post: string;
  assignment: string;
  person: string;
}

async function seat(name: Parameters<typeof world.actor>[0]): Promise<Seat> {
  const actor = await world.actor(name);
  return { post: actor.post ?? "", assignment: actor.assignment ?? "", person: actor.person };
}

const byPath = (location: string | null): string => (location ?? "").replace(/\?.*/, "");

describe("Innocent, mayor of Huye, leaves on a Monday", () => {
  let handover = "";

  it("Jean-Bosco says why and from which day, then sees who could take over and what waits on the post", async () => {
    const { post, assignment } = await seat("innocent");
    const browser = await world.browser("jeanbosco");
    const first = await browser.get(`/people/posts/${post}/replace`);
    expect(first.text).toContain("Why does Innocent Rugamba leave this post?");
    const wrong = await browser.get(`/people/posts/${post}/replace?step=2&reason=&day=31/02/2025&assignment=${assignment}`);
    expect([
      wrong.status,
      wrong.text.includes("Choose why the person leaves"),
      wrong.text.includes("Write the day with day, month and year"),
    ]).toEqual([422, true, true]);
    const second = await browser.get(`/people/posts/${post}/replace?step=2&reason=resignation&day=17/11/2025&assignment=${assignment}`);
    expect(second.text).toContain("Espérance Nyiraneza");
    expect(second.text).toContain("3 tasks wait on this post");
  });

  it("one button ends his holding, names Espérance interim, and the page says what moved", async () => {
    const { post, assignment } = await seat("innocent");
    const esperance = await seat("esperance");
    await world.act(null, (act) =>
      openSheet(act, { subject: { kind: "handover", id: newId() }, content: { a: 1 }, places: [{ part: "witness", post }] }),
    );
    const browser = await world.browser("jeanbosco");
    const done = await browser.post(`/people/posts/${post}/replace`, {
      reason: "resignation",
      day: "17/11/2025",
      assignment,
      person: esperance.person,
      how: "acting",
    });
    expect(done.status).toBe(303);
    handover = byPath(done.location);
    const page = await browser.get(done.location ?? "");
    expect(page.text).toContain("3 tasks and one signature moved to Espérance Nyiraneza, acting.");
    const [row] = await postsOn(world.db, { posts: [post], on: TODAY });
    expect([row?.personName, row?.acting]).toEqual(["Espérance Nyiraneza", true]);
    const [before] = await postsOn(world.db, { posts: [post], on: addDays(TODAY, -1) });
    expect([before?.personName, before?.acting]).toEqual(["Innocent Rugamba", false]);
  });

  it("his rights under the post ended the same day, hers began", async () => {
    const { rows } = await sql<{ person: string }>`select person from access.account where login = 'innocent'`.execute(world.db);
    const innocent = await actorFor(world.db, world.pack, rows[0]?.person ?? "", TODAY);
    expect([innocent.post, innocent.roles]).toEqual([null, []]);
    const esperance = await world.actor("esperance");
    const { rows: posts } = await sql<{
      post_type: string;
    }>`select p.post_type from registry.assignment a join registry.post p on p.id = a.post where a.person = ${esperance.person} and a.to_day is null order by 1`.execute(
      world.db,
    );
    expect(posts.map((one) => one.post_type)).toEqual(["MAY", "VMS"]);
  });

  it("the file holds what the post owes, its calendar and its people; Gilbert and Olivier do not find it", async () => {
    const page = await (await world.browser("jeanbosco")).get(handover);
    for (const words of ["Task 1", "Calendar of the next 90 days", "Vestine Mukandayisenga", "File complete by"])
      expect(page.text).toContain(words);
    expect(page.text).toContain("by 24/11/2025");
    expect((await (await world.browser("gilbert")).get(handover)).status).toBe(404);
    expect((await (await world.browser("olivier")).get(handover)).status).toBe(404);
    expect((await (await world.browser("claudine")).get(handover)).status).toBe(404);
  });

  it("Innocent has five working days; when they are over and he did not write, Jean-Bosco writes and says why", async () => {
    const browser = await world.browser("jeanbosco");
    const early = await browser.post(`${handover}/gaps`, {
      five_1: "The council meets on Friday",
      risks: "none",
      promises: "none",
      because: "He left",
    });
    expect(early.status).toBe(409);
    expect(early.text).toContain("The outgoing person has until 24/11/2025");
    world.now = new Date("2025-11-25T07:00:00Z");
    const late = await world.browser("jeanbosco");
    expect((await late.post(`${handover}/complete`)).text).toContain("Write at least one thing the successor must know");
    const unsaid = await late.post(`${handover}/gaps`, {
      five_1: "The council meets on Friday",
      risks: "none",
      promises: "a road",
      because: "",
    });
    expect([unsaid.status, unsaid.text.includes("Say why you write"), unsaid.text.includes("The council meets on Friday")]).toEqual([
      422,
      true,
      true,
    ]);
    expect(
      (
        await late.post(`${handover}/gaps`, {
          five_1: "The council meets on Friday",
          risks: "none",
          promises: "a road",
          because: "He left the district",
        })
      ).status,
    ).toBe(303);
    expect((await late.post(`${handover}/complete`)).status).toBe(303);
  });

  it("the meeting is set; Innocent’s paper is kept as a scan, the others sign as their posts; nobody signs on another’s line", async () => {
    const browser = await world.browser("jeanbosco");
    expect((await browser.post(`${handover}/meeting`, { meeting_day: "26/11/2025", meeting_place: "District hall" })).status).toBe(303);
    expect((await browser.post(`${handover}/sign`, { position: "2", by: "oneself" })).status).toBe(403);
    const bad = await browser.post(`${handover}/sign`, { position: "1", by: "paper", scan: new Blob(["hello"]) });
    expect([bad.status, bad.text.includes("Bring a PDF, JPEG or PNG file")]).toEqual([422, true]);
    expect(
      (await browser.post(`${handover}/sign`, { position: "1", by: "paper", scan: new File(["%PDF-1.4 scan"], "signed.pdf") })).status,
    ).toBe(303);
    expect((await (await world.browser("esperance")).post(`${handover}/sign`, { position: "2", by: "oneself" })).status).toBe(303);
    expect((await browser.post(`${handover}/sign`, { position: "3", by: "oneself" })).status).toBe(303);
    expect((await browser.get(handover)).text).toContain("Signed, to be accepted");
    expect((await browser.post(`${handover}/sign`, { position: "3", by: "oneself" })).status).toBe(409);
  });

  it("only Espérance accepts, with a reservation that stays on the record", async () => {
    expect((await (await world.browser("jeanbosco")).post(`${handover}/accept`, { reservations: "" })).status).toBe(409);
    expect((await (await world.browser("esperance")).post(`${handover}/accept`, { reservations: "One key is missing" })).status).toBe(303);
    const page = await (await world.browser("esperance")).get(handover);
    for (const words of ["With reservations", "One key is missing", "Accepted, check to come"]) expect(page.text).toContain(words);
  });

  it("the check waits thirty days, then Jean-Bosco records it and the handover is closed", async () => {
    const early = await (await world.browser("jeanbosco")).post(`${handover}/check`, { tasks: "yes", reservations: "yes", note: "" });
    expect([early.status, early.text.includes("The check can be recorded from 25/12/2025")]).toEqual([409, true]);
    world.now = new Date("2025-12-29T07:00:00Z");
    const browser = await world.browser("jeanbosco");
    const open = await browser.post(`${handover}/check`, { tasks: "yes", reservations: "", note: "" });
    expect(open.status).toBe(422);
    expect((await browser.post(`${handover}/check`, { tasks: "yes", reservations: "partly", note: "The key" })).status).toBe(303);
    expect((await browser.get(handover)).text).toContain("Closed");
    world.now = new Date("2025-11-17T07:00:00Z");
  });

  it("the pack prints in the three languages with three blocks to sign", async () => {
    const browser = await world.browser("jeanbosco");
    for (const [language, word] of [
      ["en", "Taking over"],
      ["fr", "Entrant"],
      ["rw", "Uwakira"],
    ]) {
      const page = await browser.get(`${handover}/print?lang=${language}`);
      expect(page.text).toContain(word);
      expect(page.text.split("in-sign__block")).toHaveLength(4);
    }
  });

  it("the story can be read in the journal, post by post", async () => {
    const { rows } = await sql<{
      kind: string;
    }>`select kind from journal.entry where subject = ${handover.split("/").at(-1)} order by entry`.execute(world.db);
    expect(rows.map((row) => row.kind.replace(/^(people\.handover|signature\.\w+)\./, ""))).toEqual([
      "begun",
      "named",
      "written",
      "opened",
      "completed",
      "meeting_set",
      "signed",
      "signed",
      "signed",
      "accepted",
      "closed",
    ]);
  });
});

describe("other ways it can go", () => {
  it("a post may be left vacant, and the interim named later; the supervisor and the witness owe it", async () => {
    const { post, assignment } = await seat("pacifique");
    const browser = await world.browser("jeanbosco");
    const done = await browser.post(`/people/posts/${post}/replace`, {
      reason: "dismissal",
      day: "17/11/2025",
      assignment,
      person: "nobody",
    });
    const page = await browser.get(done.location ?? "");
    expect(page.text).toContain("The post is vacant from 17/11/2025");
    const vestine = await seat("vestine");
    const owed = await module.duties(world.db, {
      posts: [{ post: vestine.post, postType: "DES", organisation: "", roles: ["executive_secretary"] }],
      today: TODAY,
      pack: world.pack,
      association: world.association,
    });
    expect(owed.map((duty) => duty.title.text.en)).toEqual(["Name an interim: Procurement officer, {organisation}"]);
    const named = await browser.post(`${byPath(done.location)}/name`, {
      person: "new",
      name: "Aline Uwase",
      phone: "0788 000 555",
      how: "holder",
    });
    expect(named.status).toBe(303);
    expect((await browser.get(named.location ?? "")).text).toContain("moved to Aline Uwase.");
  });

  it("of two replacements at once, one wins and the other is told that the holder changed", async () => {
    const { post, assignment } = await seat("beata");
    const { person } = await seat("vestine");
    const actor = await world.actor("jeanbosco");
    const successor: Successor = { kind: "known", person, acting: true };
    const once = (): Promise<string> =>
      perform(world.db, { actor, now: world.now, pack: world.pack }, (act) =>
        replaceHolder(act, { post, assignment, reason: "transfer", day: TODAY, note: "", outgoingAbsent: false, successor }),
      );
    const results = await Promise.allSettled([once(), once()]);
    expect(results.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((one) => one.status === "rejected");
    expect(String(refused?.reason)).toContain("people.holderChanged");
    const { rows } = await sql`select id from registry.assignment where post = ${post} and to_day is null`.execute(world.db);
    expect(rows).toHaveLength(1);
  });

  it("Solange, who may see posts, cannot replace a holder; Olivier cannot in another district; a visitor signs in first", async () => {
    const { post } = await seat("vestine");
    expect((await (await world.browser("solange")).get(`/people/posts/${post}/replace`)).status).toBe(403);
    expect((await (await world.browser("olivier")).get(`/people/posts/${post}/replace`)).status).toBe(404);
    expect((await (await world.browser("olivier")).post(`/people/posts/${post}/replace`, {})).status).toBe(404);
    expect((await (await world.browser(null)).get("/people/handovers")).status).toBe(303);
  });

  it("the person who leaves cannot be the one who takes over, and a name must be given for somebody new", async () => {
    const { post, assignment, person } = await seat("vestine");
    const browser = await world.browser("jeanbosco");
    const same = await browser.post(`/people/posts/${post}/replace`, { reason: "transfer", day: "17/11/2025", assignment, person });
    expect([same.status, same.text.includes("cannot also take over")]).toEqual([422, true]);
    const nameless = await browser.post(`/people/posts/${post}/replace`, {
      reason: "transfer",
      day: "17/11/2025",
      assignment,
      person: "new",
      name: "",
    });
    expect([nameless.status, nameless.text.includes("Write the full name")]).toEqual([422, true]);
  });
});
