/** Outcomes decided and certificates issued, withdrawn and checked by anybody. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { entriesOf } from "#kernel/portfolio/portfolio.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { setClosed } from "#kernel/gathering/gatherings.ts";
import { enrolmentsOf } from "#modules/sessions";
import { NOW } from "#test/support/fixed.ts";
import { packWith } from "#test/support/pack-with.ts";
import { useWorld } from "#test/support/world.ts";
import { certificatesPdf } from "./certificate-pdf.ts";
import { classScene, MODULES, type ClassScene } from "./class.fixture.ts";
import { dutiesOf } from "./duties.ts";
import { outcomesOf, seenHash } from "./outcomes.ts";
import { paths } from "./paths.ts";
import { certificatesOf, exceptionsOf } from "./queries.ts";
import { WRONG_NUMBERS } from "./verify.ts";

const world = useWorld(MODULES);

const seen = async (scene: ClassScene): Promise<string> => {
  const outcomes = (await outcomesOf(world.db, [scene.session])).get(scene.session);
  if (outcomes === undefined) throw new Error("no outcomes");
  return seenHash(outcomes);
};

async function confirm(scene: ClassScene) {
  return (await world.browser("solange")).post(paths.decide(scene.session), { seen: await seen(scene) });
}

const outcomesBy = async (scene: ClassScene) =>
  new Map((await enrolmentsOf(world.db, [scene.session])).map((one) => [one.id, one.outcome]));

describe("outcomes", () => {
  it("Solange sees why the rule suggests each, confirms all in one step, and two people have certificates and portfolio entries", async () => {
    const scene = await classScene(world);
    const page = (await (await world.browser("solange")).get(paths.session(scene.session))).text;
    expect(page).toContain("attendance was 75");
    expect(page).toContain("Confirm 4 outcomes and issue 2 certificates");
    expect((await confirm(scene)).status).toBe(303);
    const outcomes = await outcomesBy(scene);
    expect(outcomes.get(scene.enrolments.beata)).toBe("competent");
    expect(outcomes.get(scene.enrolments.pacifique)).toBe("competent");
    expect(outcomes.get(scene.enrolments.esperance)).toBe("attended_only");
    expect(outcomes.get(scene.enrolments.jeanbosco)).toBe("absent");
    const issued = await certificatesOf(world.db, { sessions: [scene.session] });
    expect(issued.map((one) => one.content.name).sort()).toEqual(["Béata Kamikazi", "Pacifique Tuyisenge"]);
    expect(issued[0]?.content.signatory.name).toBe("Aimable Nshuti");
    expect(issued[0]?.number).toMatch(/^2025-RALGA-[A-Z2-9]{3}-[A-Z2-9]{4}$/u);
    const beata = await world.actor("beata");
    expect((await entriesOf(world.db, [beata.person])).some((one) => one.about.id === scene.session && one.outcome === "competent")).toBe(
      true,
    );
    expect((await confirm(scene)).status).toBe(409);
  });

  it("nothing is decided while the list is open, and nothing that was not seen", async () => {
    const scene = await classScene(world, true);
    expect((await confirm(scene)).text).toContain("attendance list is not closed");
    await world.act("solange", async (act) => {
      await setClosed(act as never, scene.gathering, act.now);
      await act.journal({ kind: "test.closed", subject: { kind: "sessions.session", id: scene.session }, payload: {} });
    });
    const stale = await (await world.browser("solange")).post(paths.decide(scene.session), { seen: "0000000000000000" });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("changed while you were looking");
    expect(await certificatesOf(world.db, { sessions: [scene.session] })).toEqual([]);
  });

  it("Béata, who decides nothing, is refused; Olivier of Musanze finds no such session’s outcomes of Huye", async () => {
    const scene = await classScene(world);
    expect((await (await world.browser("beata")).post(paths.decide(scene.session), { seen: "" })).status).toBe(403);
    expect((await (await world.browser("beata")).get(paths.certificates())).status).toBe(403);
    expect((await (await world.browser("chantal")).get(paths.session(scene.session))).status).toBe(404);
  });
});

describe("the duty to decide outcomes", () => {
  it("falls due five working days after the last day, or as many as the rule set says on that day", async () => {
    const scene = await classScene(world);
    const { post } = await world.actor("solange");
    const dueWith = async (pack: Pack): Promise<string | undefined> => {
      const posts = [{ post: post ?? "", postType: "", organisation: world.association, roles: ["training_coordinator" as const] }];
      const duties = await dutiesOf(world.db, { posts, today: "2025-11-17", pack, association: world.association });
      return duties.find((duty) => duty.key === `certificates.outcomes:${scene.session}`)?.due;
    };
    expect(await dueWith(world.pack)).toBe("2025-11-19");
    expect(await dueWith(packWith(world.pack, "outcomes_within", { value: 8, from: "2025-11-12" }))).toBe("2025-11-24");
    expect(await dueWith(packWith(world.pack, "outcomes_within", { value: 8, from: "2025-11-13" }))).toBe("2025-11-19");
  });
});

describe("an exception", () => {
  it("is asked for by Claudine with a reason; Solange at the door may not grant it, Aimable does, and the next confirming issues it", async () => {
    const scene = await classScene(world);
    await confirm(scene);
    const claudine = await world.browser("claudine");
    const form = paths.except(scene.session, scene.enrolments.esperance);
    expect((await claudine.post(form, { reason: "" })).status).toBe(422);
    expect((await claudine.post(form, { reason: "Called to a landslide; made it up in the evening." })).status).toBe(303);
    expect((await claudine.post(form, { reason: "Again" })).status).toBe(409);
    const [asked] = await exceptionsOf(world.db, [scene.session]);
    const path = paths.exception(asked?.id ?? "");
    const own = await claudine.post(path, { step: "grant", answer: "Yes" });
    expect(own.text).toContain("You asked for this exception");
    expect((await (await world.browser("solange")).post(path, { step: "grant", answer: "Yes" })).status).toBe(403);
    expect((await (await world.browser("aimable")).post(path, { step: "grant", answer: "A landslide is no absence." })).status).toBe(303);
    expect((await outcomesBy(scene)).get(scene.enrolments.esperance)).toBe("attended_only");
    expect((await confirm(scene)).status).toBe(303);
    expect((await outcomesBy(scene)).get(scene.enrolments.esperance)).toBe("competent");
    expect((await certificatesOf(world.db, { sessions: [scene.session] })).length).toBe(3);
  });
});

describe("a certificate", () => {
  it("is checked by anybody by number, by code and as data, and shows name, course and date and nothing else", async () => {
    const scene = await classScene(world);
    await confirm(scene);
    const beata = await world.actor("beata");
    const [one] = await certificatesOf(world.db, { persons: [beata.person], sessions: [scene.session] });
    if (one === undefined) throw new Error("no certificate");
    const visitor = await world.browser(null);
    const found = await visitor.get(`${paths.verify}?number=${one.number.toLowerCase().replaceAll("-", "+")}`);
    expect(found.location).toBe(paths.verifyCode(one.code));
    const page = (await visitor.get(paths.verifyCode(one.code))).text;
    expect(page).toContain("This certificate is valid");
    expect(page).toContain("Béata Kamikazi");
    expect(page).not.toContain("Ngoma");
    expect(page).not.toContain(one.enrolment);
    const data = JSON.parse((await visitor.get(paths.verifyData(one.code))).text) as Record<string, unknown>;
    expect(Object.keys(data).sort()).toEqual(
      ["course", "from", "issued_on", "issuer", "name", "number", "page", "replaced_by", "state", "to", "withdrawn_on"].sort(),
    );
    expect((await visitor.get(`${paths.verify}?number=Kamikazi`)).status).toBe(404);
  });

  it("cannot be found by trying: after forty wrong numbers an address waits, in every process, and the database keeps no address", async () => {
    const scene = await classScene(world);
    await confirm(scene);
    const [one] = await certificatesOf(world.db, { sessions: [scene.session] });
    world.now = new Date("2025-11-18T07:01:00Z");
    const [visitor, other] = [await world.browser(null), await world.browser(null)];
    for (let right = 0; right < 45; right++) expect((await visitor.get(paths.verifyCode(one?.code ?? ""))).status).toBe(200);
    const wrong = Array.from({ length: 40 }, (_, nth) => (nth % 2 === 0 ? visitor : other).get(paths.verifyData(`WRONG-${nth}`)));
    expect((await Promise.all(wrong)).map((answer) => answer.status)).toEqual(Array.from({ length: 40 }, () => 404));
    const stopped = await other.get(paths.verifyCode(one?.code ?? ""));
    expect(stopped.status).toBe(429);
    expect(stopped.text).toContain("14 minutes");
    const { rows } = await sql<{ subject: string }>`select subject from access.attempt where scope = ${WRONG_NUMBERS.scope}`.execute(
      world.db,
    );
    expect([...new Set(rows.map((row) => row.subject))]).toEqual([expect.stringMatching(/^[\w-]{43}$/u)]);
    world.now = new Date("2025-11-18T07:15:00Z");
    expect((await visitor.get(paths.verifyCode(one?.code ?? ""))).status).toBe(200);
    world.now = NOW;
  });

  it("with a wrong name is withdrawn; a new number takes its place and the old one says where", async () => {
    const scene = await classScene(world);
    await confirm(scene);
    const pacifique = await world.actor("pacifique");
    const [old] = await certificatesOf(world.db, { persons: [pacifique.person], sessions: [scene.session] });
    const solange = await world.browser("solange");
    expect((await solange.post(paths.withdraw(old?.id ?? ""), { why: "" })).status).toBe(422);
    expect((await (await world.browser("pacifique")).post(paths.withdraw(old?.id ?? ""), { why: "wrong_name" })).status).toBe(403);
    expect((await solange.post(paths.withdraw(old?.id ?? ""), { why: "wrong_name", note: "Two letters" })).status).toBe(303);
    const both = await certificatesOf(world.db, { persons: [pacifique.person], sessions: [scene.session] });
    const next = both.find((one) => one.state === "valid");
    expect(next?.replaces).toBe(old?.id);
    const page = (await (await world.browser(null)).get(paths.verifyCode(old?.code ?? ""))).text;
    expect(page).toContain("was withdrawn on 17/11/2025");
    expect(page).toContain(next?.number ?? "none");
  });

  it("is a PDF of one page in three languages, the same bytes each time, for its holder and not for another district", async () => {
    const scene = await classScene(world);
    await confirm(scene);
    const [one] = await certificatesOf(world.db, { sessions: [scene.session] });
    if (one === undefined) throw new Error("no certificate");
    const first = await certificatesPdf([one], "https://inteko.example");
    expect(Buffer.from(first).equals(Buffer.from(await certificatesPdf([one], "https://inteko.example")))).toBe(true);
    expect(
      Buffer.from(first)
        .toString("latin1")
        .match(/\/Type \/Page\b/gu)?.length,
    ).toBe(1);
    const both = Buffer.from(
      await certificatesPdf(await certificatesOf(world.db, { sessions: [scene.session] }), "https://inteko.example"),
    );
    expect(both.toString("latin1").match(/\/Type \/Page\b/gu)?.length).toBe(2);
    expect(
      (
        await (
          await world.browser("beata")
        ).get(paths.pdf((await certificatesOf(world.db, { persons: [(await world.actor("beata")).person] }))[0]?.id ?? ""))
      ).status,
    ).toBe(200);
    expect((await (await world.browser("chantal")).get(paths.pdf(one.id))).status).toBe(404);
  });

  it("puts Solange’s undecided session on her morning page, and no longer once it is decided", async () => {
    const scene = await classScene(world);
    const solange = await world.actor("solange");
    const owed = async () => {
      const duties = await MODULES.at(-1)?.duties(world.db, {
        posts: [{ post: solange.post ?? "", postType: "TRC", organisation: world.association, roles: solange.roles }],
        today: "2025-11-17",
        pack: world.pack,
        association: world.association,
      });
      return duties?.some((duty) => duty.key === `certificates.outcomes:${scene.session}`);
    };
    expect(await owed()).toBe(true);
    await confirm(scene);
    expect(await owed()).toBe(false);
  });
});
