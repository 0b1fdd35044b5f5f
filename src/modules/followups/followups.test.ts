/** Tasks at work: written on a phone, asked about after three months, answered by whoever sees the work then. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { readingsOf } from "#kernel/commitment/readings.ts";
import { standingOf } from "#kernel/commitment/standing.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { assign, endHolding } from "#kernel/registry/holders.ts";
import { enrolmentsByIds } from "#modules/sessions";
import { packWith } from "#test/support/pack-with.ts";
import { useWorld } from "#test/support/world.ts";
import { NOW } from "#test/support/fixed.ts";
import { writeTask } from "./actions.ts";
import { askDue } from "./ask-work.ts";
import { dutiesOf, ownDutiesOf } from "./duties.ts";
import { jobs, JOBS } from "./jobs.ts";
import { paths } from "./paths.ts";
import { applicationOf, tasksWhere } from "./queries.ts";
import { jobContext, linksTo, messagesAbout, MODULES, workScene, type WorkScene } from "./work.fixture.ts";

const world = useWorld(MODULES);
const WHAT = "I answer every complaint within five working days.";

/** Béata’s task, written as soon as the session ended; returns its id. */
async function written(scene: WorkScene, who: "beata" | "pacifique" = "beata"): Promise<string> {
  const enrolment = (await enrolmentsByIds(world.db, [scene.enrolments[who]])).get(scene.enrolments[who]);
  if (enrolment === undefined) throw new Error("not enrolled");
  return world.act(who, (act) =>
    writeTask(act, enrolment, { what: WHAT, success: null, due: "2026-02-01", verifier: scene.supervisor, language: "en" }),
  );
}

const taskNow = async (id: string) => (await tasksWhere(world.db, "2026-12-31", { ids: [id] }))[0];
const AFTER_90 = new Date("2026-02-11T08:00:00Z");

async function at<R>(moment: Date, work: () => Promise<R>): Promise<R> {
  world.now = moment;
  try {
    return await work();
  } finally {
    world.now = NOW;
  }
}

describe("a learner’s task", () => {
  it("is asked for by the clock, and Béata writes it page by page from her own link without an account", async () => {
    const scene = await workScene(world);
    await jobs[JOBS.daily]?.(jobContext(world), {});
    const [link] = await linksTo(world, "beata", "followups.ask");
    const phone = await world.browser(null);
    expect((await phone.get(link ?? "")).text).toContain("What will you do differently at work?");
    const empty = await phone.post(link ?? "", { page: "what", what: "" });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain("Write what you will do");
    const typed = { what: WHAT, success: "The register", when: "60", verifier: scene.supervisor };
    expect((await phone.post(link ?? "", { page: "what", ...typed })).text).toContain("How will one see that it is done?");
    expect((await phone.post(link ?? "", { page: "verifier", ...typed })).text).toContain("Is this right?");
    expect((await phone.post(link ?? "", { page: "check", ...typed })).status).toBe(303);
    expect((await phone.get(link ?? "")).text).toContain("Your task is sent");
    const [task] = await tasksWhere(world.db, "2025-11-17", { enrolments: [scene.enrolments.beata] });
    expect(task).toMatchObject({ what: WHAT, due: "2026-01-16", verifier: scene.supervisor, standing: "waiting", firstDue: "2026-02-10" });
    expect(await messagesAbout(world, "followups.told", task?.id ?? "")).toBe(1);
  });

  it("is not lost when Béata changes the language halfway: what she typed comes back in French, unchecked and unkept", async () => {
    const scene = await workScene(world);
    await jobs[JOBS.daily]?.(jobContext(world), {});
    const [link] = await linksTo(world, "beata", "followups.ask");
    const phone = await world.browser(null);
    const typed = { success: "The register", when: "day", "due-day": "31", "due-month": "2", "due-year": "2026", what: "Answer" };
    const page = await phone.post(`${link}?lang=fr`, { page: "due", other_language: "fr", ...typed });
    expect(page.status).toBe(200);
    expect(page.text).toContain('<html lang="fr"');
    for (const value of ["The register", 'value="31"', 'value="2026"', 'value="Answer"']) expect(page.text).toContain(value);
    expect(page.text).toContain('formaction="/task/');
    expect(page.text).not.toContain('href="/courses"');
    expect(await tasksWhere(world.db, "2025-11-17", { enrolments: [scene.enrolments.beata], written: true })).toEqual([]);
  });

  it("cannot be written twice, nor by somebody else, and a wrong link says where to find the right one", async () => {
    const scene = await workScene(world);
    await written(scene);
    await expect(written(scene)).rejects.toThrow(/written/u);
    expect((await (await world.browser("pacifique")).get(paths.mineWrite(scene.enrolments.beata))).status).toBe(404);
    expect((await (await world.browser(null)).get(paths.write("none"))).text).toContain("newest message");
  });

  it("is typed from paper by Olivier, who taught, and by nobody else of Musanze", async () => {
    const scene = await workScene(world);
    const form = paths.type(scene.session, scene.enrolments.pacifique);
    expect((await (await world.browser("chantal")).get(form)).status).toBe(404);
    const olivier = await world.browser("olivier");
    expect((await olivier.post(form, { what: WHAT, when: "90", verifier: "none" })).status).toBe(303);
    const [task] = await tasksWhere(world.db, "2025-11-17", { enrolments: [scene.enrolments.pacifique] });
    expect(task?.what).toBe(WHAT);
  });
});

describe("the question after three months", () => {
  it("goes to Béata and to Vestine; Vestine’s yes verifies it and the enrolment is applied", async () => {
    const scene = await workScene(world);
    const id = await written(scene);
    await at(AFTER_90, async () => {
      expect(await askDue(jobContext(world))).toBeGreaterThanOrEqual(2);
      const again = await askDue(jobContext(world));
      expect(again).toBe(0);
      const [link] = await linksTo(world, "vestine", "followups.seen", id);
      const phone = await world.browser(null);
      expect((await phone.get(link ?? "")).text).toContain("Have you seen Béata Kamikazi do this?");
      const missing = await phone.post(link ?? "", { answer: "no" });
      expect(missing.status).toBe(422);
      expect(missing.text).toContain("Choose what stood in the way");
      expect((await phone.post(link ?? "", { answer: "yes" })).status).toBe(303);
      expect((await phone.get(link ?? "")).text).toContain("Your answer is noted");
    });
    expect(await taskNow(id)).toMatchObject({ standing: "verified", state: "verified", firstSeen: "yes" });
    expect((await enrolmentsByIds(world.db, [scene.enrolments.beata])).get(scene.enrolments.beata)?.state).toBe("applied");
  });

  it("is answered by text message: her own “1” is claimed, not verified", async () => {
    const scene = await workScene(world);
    const id = await written(scene);
    await at(AFTER_90, async () => {
      await askDue(jobContext(world));
      const { rows } = await sql<{ code: string; address: string; channel: "email" | "sms" }>`
        select m.reply_code as code, m.address, m.channel from conversation.message m join commitment.reading r on r.id = m.subject
        where r.commitment = ${id} and r.side = 'self'`.execute(world.db);
      const [question] = rows;
      await world.act(null, async (act) => {
        await receiveMessage(act, {
          channel: question?.channel ?? "email",
          from: question?.address ?? "",
          text: `${question?.code} 1`,
          providerId: `own-${id}`,
          inReplyTo: null,
        });
        await act.journal({ kind: "test.received", subject: { kind: "followups.task", id }, payload: {} });
      });
    });
    expect(await taskNow(id)).toMatchObject({ standing: "claimed", state: "done" });
    expect((await applicationOf(world.db, [scene.session], "2026-02-12")).get(scene.session)).toMatchObject({
      tasks: 1,
      verified: 0,
      claimed: 1,
      due: 1,
    });
  });
});

describe("a post that changes hands between training and the 90-day check", () => {
  it("sends the question to the new holder of the supervising post, and the predecessor’s link is dead", async () => {
    const scene = await workScene(world);
    const id = await written(scene);
    const innocent = await world.actor("innocent");
    await at(AFTER_90, () => askDue(jobContext(world)));
    const [old] = await linksTo(world, "vestine", "followups.seen", id);
    const next = new Date("2026-02-16T08:00:00Z");
    await at(next, async () => {
      await world.act("gilbert", async (act) => {
        await endHolding(act as never, { post: scene.supervisor, acting: false, on: "2026-02-15", reason: "transfer" });
        await assign(act as never, { post: scene.supervisor, person: innocent.person, acting: false, from: "2026-02-15" });
      });
      expect((await (await world.browser(null)).get(old ?? "")).status).toBe(404);
      await askDue(jobContext(world));
      const [link] = await linksTo(world, "innocent", "followups.seen", id);
      expect(link).not.toBe(old);
      expect((await (await world.browser(null)).post(link ?? "", { answer: "partly", barrier: "no_time" })).status).toBe(303);
    });
    const [, seen] = [...(await readingsOf(world.db, [id]))]
      .filter((one) => one.step === "first")
      .sort((a, b) => (a.side < b.side ? -1 : 1));
    expect(seen).toMatchObject({ answer: "partly", barrier: "no_time", person: innocent.person, post: scene.supervisor });
    expect((await taskNow(id))?.standing).toBe("partly");
    await at(next, () =>
      world.act("gilbert", async (act) => {
        const vestine = await sql<{ person: string }>`select person from access.account where login = 'vestine'`.execute(act.tx);
        await endHolding(act as never, { post: scene.supervisor, acting: false, on: "2026-02-16", reason: "transfer" });
        await assign(act as never, { post: scene.supervisor, person: vestine.rows[0]?.person ?? "", acting: false, from: "2026-02-16" });
      }),
    );
  });

  it("keeps the task with Pacifique who moved: he is asked, his former supervisor about the time until then, and the second question lapses", async () => {
    const scene = await workScene(world);
    const id = await written(scene, "pacifique");
    const pacifique = await world.actor("pacifique");
    await at(AFTER_90, async () => {
      await world.act("gilbert", (act) =>
        endHolding(act as never, { post: pacifique.post ?? "", acting: false, on: "2026-01-20", reason: "transfer" }),
      );
      await askDue(jobContext(world));
      const { rows } = await sql<{ template: string; body: string }>`
        select template, body from conversation.message where template in ('followups.seen', 'followups.self') and subject in
          (select id from commitment.reading where commitment = ${id}) order by template`.execute(world.db);
      expect(rows.map((row) => row.template)).toEqual(["followups.seen", "followups.self"]);
      expect(rows[0]?.body).toContain("until 20/01/2026");
    });
    await at(new Date("2026-05-12T08:00:00Z"), () => askDue(jobContext(world)));
    const second = (await readingsOf(world.db, [id])).filter((one) => one.step === "second");
    expect(second.find((one) => one.side === "verifier")?.lapsedAt).not.toBeNull();
    expect(second.find((one) => one.side === "self")?.askedAt).not.toBeNull();
  });
});

describe("the duty to answer", () => {
  it("falls due fourteen days after the question, or as many as the rule set says on that day", async () => {
    const scene = await workScene(world);
    const id = await written(scene);
    const vestine = await world.actor("vestine");
    const beata = await world.actor("beata");
    const posts = [{ post: scene.supervisor, postType: "", organisation: vestine.organisation ?? "", roles: [] }];
    const own = async (pack: Pack) => ownDutiesOf(world.db, { person: beata.person, today: "2026-02-12", pack });
    const dues = async (pack: Pack) => {
      const owed = await dutiesOf(world.db, { posts, today: "2026-02-12", pack, association: world.association });
      return [...owed, ...(await own(pack))].filter((duty) => duty.record.id === id).map((duty) => duty.due);
    };
    expect(await dues(world.pack)).toEqual(["2026-02-24", "2026-02-24"]);
    const quicker = { value: 7, from: "2026-02-10" };
    expect(await dues(packWith(world.pack, "follow_up_answer_within", quicker))).toEqual(["2026-02-17", "2026-02-17"]);
    expect(await dues(packWith(world.pack, "follow_up_answer_within", { ...quicker, from: "2026-02-11" }))).toEqual([
      "2026-02-24",
      "2026-02-24",
    ]);
  });
});

describe("who sees it", () => {
  it("shows Béata and Vestine the task, Solange the session, and neither Chantal of Musanze", async () => {
    const scene = await workScene(world);
    const id = await written(scene);
    for (const name of ["beata", "vestine", "solange"] as const)
      expect((await (await world.browser(name)).get(paths.task(id))).status, name).toBe(200);
    expect((await (await world.browser("chantal")).get(paths.task(id))).status).toBe(404);
    expect((await (await world.browser("chantal")).get(paths.session(scene.session))).status).toBe(404);
    const page = (await (await world.browser("solange")).get(paths.session(scene.session))).text;
    expect(page).toContain(WHAT);
    expect((await (await world.browser("solange")).get(paths.sessionPicture(scene.session))).text).toContain("<svg");
    expect((await (await world.browser("pacifique")).get(paths.followups())).status).toBe(403);
    for (const by of ["session", "course", "trainer", "entity"])
      expect((await (await world.browser("solange")).get(paths.followups({ by }))).status, by).toBe(200);
    const byTrainer = (await (await world.browser("solange")).get(`${paths.file}?by=trainer&format=csv`)).text;
    expect(byTrainer).toContain("Olivier Ndayisaba");
    expect((await (await world.browser("beata")).post(paths.askTasks(scene.session))).status).toBe(403);
  });

  it("lets Béata add what shows it; Pacifique finds no such task", async () => {
    const scene = await workScene(world);
    const id = await written(scene);
    const beata = await world.browser("beata");
    expect((await beata.post(paths.evidence(id), { text: "" })).status).toBe(422);
    expect((await beata.post(paths.evidence(id), { text: "The register of October" })).status).toBe(303);
    expect((await beata.get(paths.task(id))).text).toContain("The register of October");
    expect((await (await world.browser("pacifique")).post(paths.evidence(id), { text: "x" })).status).toBe(404);
  });
});

describe("how a task stands", () => {
  it("is said by the list of tasks as by the rule of commitments, for every pair of answers", async () => {
    const answers = [null, "yes", "partly", "no"] as const;
    for (const said of answers)
      for (const seen of answers) {
        const id = await written(await workScene(world));
        for (const [side, answer] of [["self", said] as const, ["verifier", seen] as const])
          await sql`update commitment.reading set answer = ${answer} where commitment = ${id} and side = ${side} and step = 'first'`.execute(
            world.db,
          );
        expect((await taskNow(id))?.standing, `${said} ${seen}`).toBe(standingOf(await readingsOf(world.db, [id])));
      }
  });
});
