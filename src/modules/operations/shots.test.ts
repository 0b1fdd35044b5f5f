/** Pictures of the pages, for looking at. */
import { serve } from "@hono/node-server";
import { mkdirSync } from "node:fs";
import { sql } from "kysely";
import { it } from "vitest";
import { launchChromium } from "#platform/ui/testing/browser.ts";
import { module as account } from "#modules/account";
import { module as privacy, breakGlass } from "#modules/privacy";
import { configureOperations, module } from "#modules/operations";
import { openSession, SESSION_COOKIE } from "#kernel/access/session.ts";
import { houseOf } from "#kernel/access/house.ts";
import { perform } from "#kernel/access/act.ts";
import { newId } from "#platform/db/ids.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { ROOT } from "#test/support/fixed.ts";
import { useWorld } from "#test/support/world.ts";
import { writeExport } from "./exports.ts";

const OUT = "/tmp/shots";
const modules = [account, privacy, module];
const world = useWorld(modules);
const house = houseOf(modules);
it("shots", async () => {
  mkdirSync(OUT, { recursive: true });
  configureOperations({ root: ROOT, dataFolder: "/tmp/shots", pool: world.pool });
  const job = {
    db: world.db,
    pack: world.pack,
    now: world.now,
    origin: "",
    association: world.association,
    house,
    act: (work: never) => perform(world.db, { actor: null, now: world.now, pack: world.pack }, work),
  } as never;
  const b = async (n: never) => world.browser(n);
  const gilbert = await b("gilbert" as never),
    aimable = await b("aimable" as never),
    dative = await b("dative" as never),
    beata = await b("beata" as never);
  const empty: [string, string, string][] = [
    ["dative", "/privacy-console", "console-empty"],
    ["dative", "/privacy-console/requests", "requests-empty"],
    ["gilbert", "/admin/jobs", "jobs-empty"],
  ];
  const server = serve({
    fetch: (q: Request) => world.app.fetch(new Request(q.url.replace(/localhost:\d+/, "localhost:8080"), q as never)),
    port: 0,
  });
  await new Promise((r) => server.once("listening", r));
  const port = (server.address() as { port: number }).port;
  const browser = await launchChromium();
  const shoot = async (who: string, path: string, name: string, langs: string[], widths = [360, 1280]) => {
    const actor = await world.actor(who as never);
    const token = await world.db.transaction().execute((tx) => openSession(tx as never, actor.account, actor.assignment, world.now, true));
    for (const lang of langs)
      for (const width of widths) {
        const ctx = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
        await ctx.addCookies([
          { name: SESSION_COOKIE, value: token, url: `http://localhost:${port}` },
          { name: "inteko_lang", value: lang, url: `http://localhost:${port}` },
        ]);
        const page = await ctx.newPage();
        await page.goto(`http://localhost:${port}${path}`);
        if (width === 360) {
          await page.addScriptTag({ path: "node_modules/axe-core/axe.min.js" }).catch(() => undefined);
          const v = (await page.evaluate(
            "window.axe ? window.axe.run().then(r => r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 140)).join(' | '))) : ['noaxe']",
          )) as string[];
          if (v.length) console.log(path, lang, v);
        }
        await page.screenshot({ path: `${OUT}/${name}-${lang}-${width}.png`, fullPage: true });
        await ctx.close();
      }
  };
  for (const [who, path, name] of empty) await shoot(who, path, name, ["rw"], [360]);
  // data
  await beata.post("/account/my-data/ask", { kind: "rectification", wish: "My telephone number is the one of my sister." });
  const acc = await beata.post("/account/my-data/ask", { kind: "erasure", wish: "Forget my old account." });
  const rid = acc.location?.split("/").at(-1) ?? "";
  await beata.post("/account/my-data/incident", {
    what: "A phone with the attendance list of the June training was lost on the bus to Nyanza.",
    day: "2025-11-16",
    time: "20:00",
  });
  const bid = (await sql<{ id: string }>`select id from privacy.breach`.execute(world.db)).rows[0]?.id ?? "";
  await dative.post(`/privacy-console/breaches/${bid}/assess`, {
    what: "A phone with the attendance list of the June training was lost on the bus to Nyanza.",
    dataKinds: "names, telephone numbers, posts",
    people: "34",
    risk: "high",
    consequences: "unwanted calls",
    measures: "phone locked from afar",
  });
  await world.act("vestine", (act) =>
    breakGlass(act, { kind: "complaint.case", id: newId() }, "The complainant is in danger tonight and the handler is ill"),
  );
  await dative.post("/privacy-console/retention");
  const run = (await sql<{ id: string }>`select id from privacy.retention_run`.execute(world.db)).rows[0]?.id ?? "";
  const sent = await gilbert.post("/admin/rules/data_protection/propose", {
    p_breach_notice_within: "72",
    p_subject_request_within: "20",
    from: "2026-01-01",
    source: "Order of 01/12/2025",
    article: "Article 7",
    reason: "The new order gives twenty days.",
    confirmed: "yes",
  });
  const change = sent.location ?? "";
  await aimable.post("/admin/export", { purpose: "Moving to our own server in Kigali" });
  const eid = (await sql<{ id: string }>`select id from operations.export`.execute(world.db)).rows[0]?.id ?? "";
  await writeExport(job, { export: eid });
  await aimable.post("/admin/export", { purpose: "Handing over to the archive by law", personal: "yes" });
  await module.jobs["operations.backup"]?.(job, {});
  await sql`delete from graphile_worker._private_jobs`.execute(world.db);
  await world.act(null, async (act) => {
    await enqueue(act.tx, "messages.send", {});
    await act.journal({ kind: "test.x", subject: { kind: "x", id: newId() }, payload: {} });
  });
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'The mail server smtp.example does not answer: connect ETIMEDOUT'`.execute(
    world.db,
  );
  const both = ["rw", "en"];
  await shoot("dative", "/privacy-console", "console", both);
  await shoot("dative", "/privacy-console/inventory", "inventory", ["en"]);
  await shoot("dative", `/privacy-console/requests/${rid}`, "request", both);
  await shoot("dative", `/privacy-console/requests/${rid}/erase`, "erase", ["en"], [360]);
  await shoot("dative", "/privacy-console/requests", "requests", ["en"]);
  await shoot("dative", `/privacy-console/breaches/${bid}`, "breach", both);
  await shoot("dative", `/privacy-console/breaches/${bid}/notice?in=fr`, "notice", ["en"]);
  await shoot("dative", "/privacy-console/exceptional-access", "glass", ["en"]);
  await shoot("dative", `/privacy-console/retention/${run}`, "run", ["en"], [360]);
  await shoot("beata", "/account/my-data", "own", both);
  await shoot("beata", "/account/my-data/ask", "ask", ["rw"], [360]);
  await shoot("beata", "/account/my-data/everything", "everything", ["en"], [360]);
  await shoot("gilbert", "/admin", "admin", both);
  await shoot("gilbert", "/admin/codes/modality", "codes", both);
  await shoot("gilbert", "/admin/rules", "rules", ["en"]);
  await shoot("gilbert", "/admin/rules/needs_round", "rule", ["en"]);
  await shoot("gilbert", "/admin/rules/complaint/propose", "propose", ["rw"], [360]);
  await shoot("aimable", change, "change", both);
  await shoot("gilbert", "/admin/installation", "installation", both);
  await shoot("gilbert", "/admin/jobs", "jobs", ["en"]);
  await shoot("gilbert", "/admin/review", "review", ["en"]);
  await shoot("aimable", "/admin/export", "export", both);
  await browser.close();
  server.close();
}, 600_000);
