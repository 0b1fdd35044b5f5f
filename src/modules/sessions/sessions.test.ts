/** Sessions from the first name to what came of them, as the people concerned meet them. */
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { understand } from "#kernel/conversation/replies.ts";
import { speak } from "#platform/i18n/text.ts";
import { Problem } from "#platform/problems/problem.ts";
import { useWorld } from "#test/support/world.ts";
import { decideNames, nominate, replaceName } from "./actions-names.ts";
import { answerInvitation, INVITATION, inviteApproved } from "./invite.ts";
import { paths } from "./paths.ts";
import { enrolmentsOf, sessionsByIds } from "./public.ts";
import { assignmentOf, MODULES, newHolder, ORIGIN, sceneOf, tick, type Scene } from "./sessions.fixture.ts";
import { takeStep } from "./steps.ts";

const world = useWorld(MODULES);

afterEach(() => {
  world.now = NAMED;
});

/** What somebody is told when she is refused, in English. */
async function refusalOf(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => null,
    (refused: unknown) => refused,
  );
  if (error === null) return "(not refused)";
  if (!(error instanceof Problem)) throw error;
  return speak("en")(error.kind.text, error.values);
}

const NAMED = new Date("2025-11-17T08:00:00Z");

/** Béata named by Jean-Bosco, approved by Vestine, invited by Solange; returns her enrolment. */
async function invited(scene: Scene): Promise<{ id: string; token: string; person: string }> {
  const beata = await assignmentOf(world, "beata");
  await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [beata.assignment]));
  const row = (await enrolmentsOf(world.db, [scene.session])).find((one) => one.person === beata.person);
  await world.act("vestine", (act) => decideNames(act, scene.session, [row?.id ?? ""], { approve: true }));
  await world.act("solange", (act) => inviteApproved(act, scene.session, ORIGIN));
  const kept = await world.db
    .selectFrom("sessions.enrolment")
    .select(["id", "token", "person"])
    .where("id", "=", row?.id ?? "")
    .executeTakeFirstOrThrow();
  return kept as { id: string; token: string; person: string };
}

const stateOf = async (id: string): Promise<string> =>
  (await world.db.selectFrom("sessions.enrolment").select("state").where("id", "=", id).executeTakeFirstOrThrow()).state as string;

describe("names", () => {
  it("Jean-Bosco names Béata within the seats of Huye, and whoever is named beyond them waits", async () => {
    const scene = await sceneOf(world);
    const beata = await assignmentOf(world, "beata");
    const second = await newHolder(world, "Josiane Mukeshimana", "SES", scene.huye);
    const third = await newHolder(world, "Denise Uwamahoro", "SES", scene.huye);
    const browser = await world.browser("jeanbosco");
    const page = await browser.get(paths.nominate(scene.session, scene.huye));
    expect(page.status).toBe(200);
    expect(page.text).toContain("Béata Kamikazi");
    expect(page.text).toContain("Suggested:");
    expect(page.text).toContain("You decide.");
    const sent = await browser.post(paths.nominate(scene.session, scene.huye), {
      assignment: [beata.assignment, second.assignment, third.assignment],
    });
    expect(sent.status).toBe(303);
    expect(sent.location).toContain("named=3&waiting=1");
    const again = await browser.post(paths.nominate(scene.session, scene.huye), { assignment: beata.assignment });
    expect(again.text).toContain("is on the list already");
  });

  it("Jean-Bosco names nobody and is told to choose; the page keeps standing", async () => {
    const scene = await sceneOf(world);
    const answer = await (await world.browser("jeanbosco")).post(paths.nominate(scene.session, scene.huye));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Choose at least one person.");
  });

  it("The mayor of Huye cannot be named for a session of sector executive secretaries", async () => {
    const scene = await sceneOf(world);
    const mayor = await assignmentOf(world, "innocent");
    expect(await refusalOf(world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [mayor.assignment])))).toMatch(
      /target groups/,
    );
  });

  it("Whoever named a person does not approve her, nor does who runs the session; Vestine does", async () => {
    const scene = await sceneOf(world);
    const beata = await assignmentOf(world, "beata");
    await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [beata.assignment]));
    const [row] = await enrolmentsOf(world.db, [scene.session]);
    const id = row?.id ?? "";
    expect(await refusalOf(world.act("jeanbosco", (act) => decideNames(act, scene.session, [id], { approve: true })))).toMatch(
      /somebody else of your organisation/,
    );
    expect(await refusalOf(world.act("solange", (act) => decideNames(act, scene.session, [id], { approve: true })))).toMatch(
      /cannot do this/,
    );
    expect(await refusalOf(world.act("chantal", (act) => decideNames(act, scene.session, [id], { approve: true })))).toMatch(
      /no such record/,
    );
    await world.act("vestine", (act) => decideNames(act, scene.session, [id], { approve: true }));
    expect(await stateOf(id)).toBe("approved");
  });

  it("Vestine, when she teaches the session herself, does not approve names for it", async () => {
    const scene = await sceneOf(world);
    const [beata, vestine] = [await assignmentOf(world, "beata"), await assignmentOf(world, "vestine")];
    await world.db
      .insertInto("sessions.trainer")
      .values({
        id: crypto.randomUUID(),
        session: scene.session,
        person: vestine.person,
        post: vestine.post,
        state: "confirmed",
        token: "vestine-teaches",
      })
      .execute();
    await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [beata.assignment]));
    const [row] = await enrolmentsOf(world.db, [scene.session]);
    expect(await refusalOf(world.act("vestine", (act) => decideNames(act, scene.session, [row?.id ?? ""], { approve: true })))).toMatch(
      /runs or teaches/,
    );
  });

  it("On the day after nominations close the clock says so, and Jean-Bosco is refused", async () => {
    const scene = await sceneOf(world);
    const beata = await assignmentOf(world, "beata");
    world.now = new Date("2025-12-29T08:00:00Z");
    await tick(world);
    const row = await world.db
      .selectFrom("sessions.session")
      .select(["nominations_close", "nominations_closed_at"])
      .where("id", "=", scene.session)
      .executeTakeFirstOrThrow();
    expect(row.nominations_close).toBe("2025-12-24");
    expect(row.nominations_closed_at).not.toBeNull();
    expect(await refusalOf(world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [beata.assignment])))).toMatch(
      /closed on 24\/12\/2025/,
    );
  });
});

describe("invitations", () => {
  it("Béata opens her link without an account, says that she comes and needs sign language", async () => {
    const scene = await sceneOf(world);
    const beata = await invited(scene);
    const visitor = await world.browser(null);
    const page = await visitor.get(paths.invitation(beata.token));
    expect(page.text).toContain("Béata Kamikazi, you have a place in this session.");
    expect((await visitor.post(paths.invitation(beata.token))).status).toBe(422);
    const sent = await visitor.post(paths.invitation(beata.token), { comes: "yes", needs: "sign_language", transport: "10_50" });
    expect(sent.status).toBe(303);
    expect(await stateOf(beata.id)).toBe("confirmed");
    const solange = await (await world.browser("solange")).get(paths.session(scene.session));
    expect(solange.text).toContain("Sign language: 1");
    const event = await visitor.get(paths.invitationEvent(beata.token));
    expect(event.text).toContain("BEGIN:VEVENT");
  });

  it("Béata answers NO by text message; her seat goes to who waits first", async () => {
    const scene = await sceneOf(world);
    const beata = await invited(scene);
    const second = await newHolder(world, "Odette Nyirahabimana", "SES", scene.huye);
    const third = await newHolder(world, "Alice Mukantwari", "SES", scene.huye);
    await world.act("jeanbosco", (act) => nominate(act, scene.session, scene.huye, [second.assignment, third.assignment]));
    const handler = understand(INVITATION);
    expect(handler?.parse("Oya", {} as never)).toBe(false);
    const asked = {
      id: "",
      template: "",
      subject: { kind: "sessions.session", id: scene.session },
      person: beata.person,
      code: "123",
      askedAt: NAMED,
      answeredBefore: false,
    };
    await world.act(
      null,
      (act) => handler!.handle(act, { id: "", asked, answer: false, text: "Oya", shared: false }, beata.person) as Promise<void>,
    );
    expect(await stateOf(beata.id)).toBe("declined");
    const waiting = await world.db
      .selectFrom("sessions.enrolment")
      .select("id")
      .where("session", "=", scene.session)
      .where("waiting", "=", true)
      .execute();
    expect(waiting).toEqual([]);
    expect(await refusalOf(world.act(null, (act) => answerInvitation(act, beata.id, { comes: true, details: null })))).toMatch(
      /gone to somebody else/,
    );
  });

  it("A replacement from another target group is refused, one from the same is taken", async () => {
    const scene = await sceneOf(world, { groups: ["sector_executive_secretaries", "mayors"] });
    const beata = await invited(scene);
    await world.act(null, (act) => answerInvitation(act, beata.id, { comes: false, reason: "An audit", language: "en" }));
    const mayor = await assignmentOf(world, "innocent");
    expect(await refusalOf(world.act("jeanbosco", (act) => replaceName(act, beata.id, mayor.assignment)))).toMatch(
      /stays in its target group/,
    );
    const other = await newHolder(world, "Claire Ingabire", "SES", scene.huye);
    const id = await world.act("jeanbosco", (act) => replaceName(act, beata.id, other.assignment));
    expect(await stateOf(beata.id)).toBe("replaced");
    expect(await stateOf(id)).toBe("nominated");
  });
});

describe("the session itself", () => {
  it("Solange must state a mandate when no line of a plan is behind the session", async () => {
    const answer = await (
      await world.browser("solange")
    ).post(paths.newSession, { title: "Ethics", "from-day": "2", "from-month": "3", "from-year": "2026" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("state the mandate");
  });

  it("It is not ready before a trainer confirms and everybody approved is invited; cancelled, it tells why to who was invited", async () => {
    const scene = await sceneOf(world);
    const beata = await invited(scene);
    await world.act("solange", (act) => takeStep(act, scene.session, "confirm", { origin: ORIGIN }));
    expect(await refusalOf(world.act("solange", (act) => takeStep(act, scene.session, "makeReady", { origin: ORIGIN })))).toMatch(
      /No trainer has confirmed/,
    );
    const browser = await world.browser("solange");
    expect((await browser.post(paths.step(scene.session, "cancel"))).status).toBe(422);
    expect((await browser.post(paths.step(scene.session, "cancel"), { reason: "The hall is flooded." })).status).toBe(303);
    expect(await stateOf(beata.id)).toBe("withdrawn");
    const { rows } = await sql<{
      template: string;
    }>`select template from conversation.message where person = ${beata.person} and template = 'sessions.cancelled' and subject = ${scene.session}`.execute(
      world.db,
    );
    expect(rows).toHaveLength(1);
    expect((await sessionsByIds(world.db, [scene.session])).get(scene.session)?.state).toBe("cancelled");
  });

  it("Pages stand for those concerned and are closed to the others", async () => {
    const scene = await sceneOf(world);
    await invited(scene);
    const solange = await world.browser("solange");
    for (const path of [
      paths.sessions,
      paths.calendar,
      paths.feed,
      paths.drawing,
      paths.newSession,
      paths.session(scene.session),
      paths.people(scene.session),
      paths.trainers(scene.session),
      paths.edit(scene.session, "title"),
      paths.edit(scene.session, "dates"),
      paths.edit(scene.session, "venue"),
      paths.edit(scene.session, "people"),
      paths.event(scene.session),
      paths.step(scene.session, "confirm"),
      `${paths.files}?format=json`,
    ])
      expect([path, (await solange.get(path)).status]).toEqual([path, 200]);
    const vestine = await world.browser("vestine");
    expect((await vestine.get(paths.approve(scene.session, scene.huye))).status).toBe(200);
    expect((await vestine.get(paths.approve(scene.session, scene.musanze))).status).toBe(404);
    expect((await vestine.get(paths.newSession)).status).toBe(403);
    expect((await vestine.get(paths.step(scene.session, "confirm"))).status).toBe(403);
    expect((await vestine.post(paths.step(scene.session, "confirm"))).status).toBe(403);
    expect((await vestine.post(paths.invite(scene.session))).status).toBe(403);
    const olivier = await world.browser("olivier");
    expect((await olivier.get(paths.nominate(scene.session, scene.huye))).status).toBe(404);
    expect((await olivier.get(paths.session(scene.session))).text).not.toContain("Béata");
    const pacifique = await world.browser("pacifique");
    expect((await pacifique.get(paths.sessions)).status).toBe(403);
    expect((await pacifique.get(paths.session(scene.session))).status).toBe(404);
    expect((await pacifique.get(paths.mine)).status).toBe(200);
    const visitor = await world.browser(null);
    const open = await visitor.get(paths.public);
    expect(open.text).toContain("Minutes that hold in an appeal");
    expect(open.text).not.toContain("Béata");
    expect((await visitor.get(paths.publicFeed)).text).toContain("BEGIN:VCALENDAR");
    expect((await visitor.get(paths.invitation("nobody"))).status).toBe(404);
  });
});
