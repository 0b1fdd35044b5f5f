/** What the page of a handover says in words: nobody yet, by when, whom to know, and how to sign for somebody. */
import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { addDays } from "#kernel/calendar/day.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { TODAY } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { completeFile, writeGaps } from "./handover-actions.ts";
import { nameSuccessor, replaceHolder } from "./handover-begin.ts";
import { module } from "./module.ts";

const world = useWorld([module]);

const WRITTEN = { five: ["The council meets on Friday"], risks: "none", promises: "none", assets: "", induction: "" };

describe("Théogène, mayor of Musanze, leaves without a word and nobody is known yet who takes over", () => {
  let handover = "";
  let marie = "";

  /** The post of a type in Musanze, and somebody in it. */
  async function seated(postType: string, fullName: string): Promise<{ post: string; assignment: string; person: string }> {
    const organisation = await world.organisation("Musanze");
    return world.act(null, async (act) => {
      const { rows } = await sql<{ id: string }>`
        select id from registry.post where organisation = ${organisation} and post_type = ${postType} order by seat limit 1`.execute(
        act.tx,
      );
      const post = rows[0]?.id ?? (await openPost(act, { organisation, postType, from: "2006-01-01" }));
      const person = await addPerson(act, { fullName, phone: "0788000777" }, "test");
      return { post, person, assignment: await assign(act, { post, person, acting: false, from: "2024-02-03" }) };
    });
  }

  beforeAll(async () => {
    marie = (await seated("DCP", "Marie Uwamahoro")).person;
    const mayor = await seated("MAY", "Théogène Bizimana");
    handover = await world.act("olivier", (act) =>
      replaceHolder(act, {
        ...mayor,
        reason: "resignation",
        day: TODAY,
        note: "",
        outgoingAbsent: true,
        successor: { kind: "nobody" },
      }),
    );
  });

  it("Olivier reads “nobody yet”, never three dots or an arrow, in each language and on the post’s page", async () => {
    const browser = await world.browser("olivier");
    for (const [language, words] of [
      ["en", "to nobody yet"],
      ["fr", "à personne encore"],
      ["rw", "nta muntu uraboneka"],
    ]) {
      const page = await browser.get(`/people/handovers/${handover}?lang=${language}`);
      expect(page.text).toContain(words);
      expect(page.text).not.toMatch(/→|to …|≈/);
    }
    const titles = await module.records["handover"]?.titles(world.db, [handover], "en");
    expect(titles?.get(handover)).toBe("Mayor, Musanze: from Théogène Bizimana to nobody yet");
    const { rows } = await sql<{ post: string }>`select post from people.handover where id = ${handover}`.execute(world.db);
    const post = await browser.get(`/people/posts/${rows[0]?.post}`);
    expect(post.text).toContain("From Théogène Bizimana to nobody yet, 17/11/2025");
  });

  it("each step that is still to come says by when, and what is over is no longer asked for", async () => {
    const browser = await world.browser("olivier");
    const before = await browser.get(`/people/handovers/${handover}`);
    for (const words of ["by 17/11/2025", "by 24/11/2025", "by 01/12/2025", "To be signed by"]) expect(before.text).toContain(words);
    await world.act("olivier", (act) =>
      nameSuccessor(act, handover, { kind: "new", fullName: "Diane Ishimwe", phone: null, acting: true }),
    );
    const named = await browser.get(`/people/handovers/${handover}`);
    expect(named.text).not.toContain("by 17/11/2025");
    expect(named.text).toContain("by 24/11/2025");
  });

  it("Diane finds the president of the council, who supervises a mayor, first among the people to know", async () => {
    const { rows } = await sql<{ compiled: { contacts: { relation: string; name: string; phone: string | null }[] } }>`
      select compiled from people.handover where id = ${handover}`.execute(world.db);
    expect(rows[0]?.compiled.contacts[0]).toMatchObject({ relation: "supervisor", name: "Marie Uwamahoro" });
    const page = await (await world.browser("olivier")).get(`/people/handovers/${handover}`);
    expect(page.text).toContain("President of the council, Musanze (Supervisor)");
    expect(marie).not.toBe("");
  });

  it("Olivier is offered to sign instead of Théogène in a place of its own, and must say why", async () => {
    await world.act("olivier", (act) => writeGaps(act, handover, WRITTEN, "He cannot be reached"));
    await world.act("olivier", (act) => completeFile(act, handover));
    const browser = await world.browser("olivier");
    const page = await browser.get(`/people/handovers/${handover}`);
    expect(page.text).not.toContain("File complete by");
    const folds = page.text.match(/<summary[^>]*>.*?<\/summary>/gs)?.map((fold) => fold.replaceAll(/<[^>]+>/g, "").trim());
    expect(folds).toContain("Keep the scan");
    expect(folds).toContain("Sign instead of Théogène Bizimana");
    const unsaid = await browser.post(`/people/handovers/${handover}/sign`, { position: "1", by: "instead", because: "" });
    expect([unsaid.status, /<details[^>]* open/.test(unsaid.text)]).toEqual([422, true]);
    const signed = await browser.post(`/people/handovers/${handover}/sign`, {
      position: "1",
      by: "instead",
      because: "He left the country",
    });
    expect(signed.status).toBe(303);
    expect((await browser.get(`/people/handovers/${handover}`)).text).toContain("Olivier Ndayisaba signed instead: He left the country");
  });

  it("when the thirty days have begun, the check is shown from its day on", async () => {
    const { rows } = await sql<{ day: string }>`
      update people.handover set state = 'accepted', check_due = ${addDays(TODAY, 30)} where id = ${handover} returning check_due as day`.execute(
      world.db,
    );
    expect(rows[0]?.day).toBe("2025-12-17");
    const page = await (await world.browser("olivier")).get(`/people/handovers/${handover}`);
    expect(page.text).toContain("from 17/12/2025");
    expect(page.text).not.toContain("To be signed by");
  });
});
