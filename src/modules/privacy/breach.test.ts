/** A phone gets lost, and somebody opens what is closed: the clock of the notice, and who reads the reasons. */
import { beforeAll, describe, expect, it } from "vitest";
import { Problem } from "#platform/problems/problem.ts";
import { breakGlass, glassBroken, module } from "#modules/privacy";
import { useWorld, type Browser } from "#test/support/world.ts";
import { breachFlow, hoursLeft } from "./rules.ts";

const world = useWorld([module]);
let dative: Browser;
let claudine: Browser;

/** Some days later, when everybody has signed in again; afterwards it is Monday morning as before. */
async function later(moment: string, work: (dative: Browser) => Promise<void>): Promise<void> {
  const before = world.now;
  world.now = new Date(moment);
  try {
    await work(await world.browser("dative"));
  } finally {
    world.now = before;
    // Signing in later ended the sessions of Monday.
    dative = await world.browser("dative");
  }
}

beforeAll(async () => {
  dative = await world.browser("dative");
  claudine = await world.browser("claudine");
});

describe("the register of breaches", () => {
  let id: string;

  it("Jean-Bosco tells of a lost phone, and Dative sees how many of the 48 hours are left", async () => {
    const jeanbosco = await world.browser("jeanbosco");
    const future = await jeanbosco.post("/account/my-data/incident", {
      what: "A phone with the attendance list is lost",
      day: "2025-11-18",
      time: "08:00",
    });
    expect(future.status).toBe(422);
    expect(
      (
        await jeanbosco.post("/account/my-data/incident", {
          what: "A phone with the attendance list is lost",
          day: "2025-11-16",
          time: "20:00",
        })
      ).location,
    ).toContain("told");
    const row = await world.db.selectFrom("privacy.breach").selectAll().executeTakeFirstOrThrow();
    id = row.id;
    expect(row.due_at.toISOString()).toBe("2025-11-18T18:00:00.000Z");
    expect((await dative.get(`/privacy-console/breaches/${id}`)).text).toContain("35 hours left of 48, until 18/11/2025");
    expect((await claudine.get(`/privacy-console/breaches/${id}`)).status).toBe(403);
    expect((await (await world.browser("aimable")).get(`/privacy-console/breaches/${id}`)).status).toBe(200);
  });

  it("is not notified before it is described, and has its notice ready in three languages", async () => {
    expect((await dative.post(`/privacy-console/breaches/${id}/notify`)).status).toBe(409);
    const known = {
      what: "A phone with the attendance list is lost",
      dataKinds: "names, telephone numbers",
      people: "many",
      risk: "high",
      consequences: "unwanted calls",
      measures: "phone locked from afar",
    };
    expect((await dative.post(`/privacy-console/breaches/${id}/assess`, known)).text).toContain("Write the number in figures");
    expect((await dative.post(`/privacy-console/breaches/${id}/assess`, { ...known, people: "34" })).status).toBe(303);
    for (const [language, words] of [
      ["en", "Notice of a breach of personal data"],
      ["fr", "Notification d’une violation de données personnelles"],
      ["rw", "Kumenyesha ko amakuru bwite yinjiriwe"],
    ] as const) {
      const notice = await dative.get(`/privacy-console/breaches/${id}/notice?in=${language}`);
      expect(notice.text).toContain(words);
      expect(notice.text).toContain("Dative Ingabire");
    }
  });

  it("asks for the reason when the notice is late, and for the people to be told when the risk is high", async () => {
    await later("2025-11-18T19:30:00Z", async (tuesday) => {
      expect((await tuesday.get(`/privacy-console/breaches/${id}`)).text).toContain("Late by 2 hours");
      expect((await tuesday.post(`/privacy-console/breaches/${id}/notify`, { late: "" })).status).toBe(422);
      expect((await tuesday.post(`/privacy-console/breaches/${id}/notify`, { late: "The officer was told late" })).status).toBe(303);
      const early = await tuesday.post(`/privacy-console/breaches/${id}/closeBreach`, { closing: "Phones are now encrypted" });
      expect(early.status).toBe(409);
      expect(early.text).toContain("the people concerned must be told first");
      await tuesday.post(`/privacy-console/breaches/${id}/tellPeople`, { how: "SMS to 34 people in Kinyarwanda" });
      expect((await tuesday.post(`/privacy-console/breaches/${id}/closeBreach`, { closing: "Phones are now encrypted" })).status).toBe(303);
    });
  });

  it.each([
    ["2025-11-18T18:00:00Z", "2025-11-18T17:59:00Z", 0],
    ["2025-11-18T18:00:00Z", "2025-11-18T16:00:00Z", 2],
    ["2025-11-18T18:00:00Z", "2025-11-18T18:01:00Z", -1],
    ["2025-11-18T18:00:00Z", "2025-11-18T20:00:00Z", -2],
  ])("due %s, seen at %s: %i hours", (due, now, hours) => {
    expect(hoursLeft(new Date(due), new Date(now)) + 0).toBe(hours);
  });

  it.each([
    [{ risk: "unknown", notified: true, peopleTold: true }, false],
    [{ risk: "low", notified: false, peopleTold: false }, true],
    [{ risk: "high", notified: false, peopleTold: true }, false],
    [{ risk: "high", notified: true, peopleTold: false }, false],
    [{ risk: "high", notified: true, peopleTold: true }, true],
  ] as const)("with %j may be closed: %s", (facts, allowed) => {
    expect(breachFlow.steps.closeBreach.check?.({ ...facts, dataKinds: "x", measures: "y" }) === null).toBe(allowed);
  });
});

describe("exceptional access", () => {
  it("opens a confidential record for four hours with a reason that Dative reads", async () => {
    const record = { kind: "complaint.case", id: "6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f10" };
    await expect(world.act("vestine", (act) => breakGlass(act, record, "because"))).rejects.toThrow(Problem);
    const { until } = await world.act("vestine", (act) => breakGlass(act, record, "The complainant is in danger tonight"));
    expect(until.toISOString()).toBe("2025-11-17T11:00:00.000Z");
    const vestine = await world.actor("vestine");
    expect([...(await glassBroken(world.db, vestine, [record.id], world.now))]).toEqual([record.id]);
    expect((await glassBroken(world.db, vestine, [record.id], until)).size).toBe(0);
    expect((await glassBroken(world.db, await world.actor("innocent"), [record.id], world.now)).size).toBe(0);
    const page = await dative.get("/privacy-console/exceptional-access");
    expect(page.text).toContain("The complainant is in danger tonight");
    const access = await world.db.selectFrom("privacy.break_glass").select("id").executeTakeFirstOrThrow();
    expect((await dative.post(`/privacy-console/exceptional-access/${access.id}/seen`, { remark: "justified" })).status).toBe(303);
    expect((await dative.post(`/privacy-console/exceptional-access/${access.id}/seen`)).status).toBe(409);
  });

  it("is not hers to wave through: Dative’s own access waits for somebody else", async () => {
    await world.act("dative", (act) =>
      breakGlass(act, { kind: "complaint.case", id: "6f1a4a52-0a8e-4f43-9d53-8a1f6c1f1f11" }, "Checking a subject request in person"),
    );
    const own = await world.db.selectFrom("privacy.break_glass").select("id").where("seen_at", "is", null).executeTakeFirstOrThrow();
    expect((await dative.get("/privacy-console/exceptional-access")).text).toContain("somebody else reads it");
    expect((await dative.post(`/privacy-console/exceptional-access/${own.id}/seen`)).status).toBe(409);
    expect((await (await world.browser("aimable")).post(`/privacy-console/exceptional-access/${own.id}/seen`)).status).toBe(303);
  });
});
