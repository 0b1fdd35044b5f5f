/** The app that answers without signal: its page, its files, what it may take along, and what it sends. */
import { type Request, type Write } from "#kernel/access/asked.ts";
import { act, page } from "#kernel/access/route.ts";
import type { Asked as ReadRequest, Route } from "#kernel/access/route.ts";
import type { Actor } from "#kernel/access/actor.ts";
import { hashOf } from "#kernel/offline/rooms.ts";
import { eventsOf } from "#kernel/questionnaire/events.ts";
import { purposeFacts } from "#kernel/questionnaire/purpose.ts";
import { sittingsOfPerson } from "#kernel/questionnaire/sittings.ts";
import { withoutKey } from "#kernel/questionnaire/score.ts";
import { modelOf, tablesOf } from "#kernel/questionnaire/store.ts";
import { p as http } from "#platform/http/problems.ts";
import { data, download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { paths } from "./paths.ts";
import { messageOf, receive } from "./receive.ts";
import { appText, scriptText } from "./scripts.ts";
import { mayChange, ownSitting, wallClock } from "./sitting-access.ts";
import { OfflineView } from "./views/offline.tsx";
import { w } from "./words-offline.ts";

const SCRIPT = "text/javascript; charset=utf-8";
const YEAR = 31_536_000;

async function appAddress(): Promise<string> {
  return `${paths.offlineScript}?v=${hashOf(await appText())}`;
}

async function appPage(r: ReadRequest<any, Actor | null>): Promise<Reply> {
  return show(<OfflineView shell={r.shell} script={await appAddress()} />);
}

/** The worker with the list of files it keeps. It is asked for anew each time, so that a new build reaches the phones. */
async function worker(r: ReadRequest<any, Actor | null>): Promise<Reply> {
  const files = [
    paths.offlineApp,
    await appAddress(),
    r.shell.asset("styles.css"),
    r.shell.asset("icon.svg"),
    r.shell.asset("imigongo.svg"),
    r.shell.asset("weave.svg"),
    paths.manifest,
  ];
  const text = await scriptText("offline/worker.client.ts");
  const build = `offline-${hashOf(text + JSON.stringify(files))}`;
  return download(null, SCRIPT, `const FILES=${JSON.stringify(files)},BUILD=${JSON.stringify(build)};${text}`, 0);
}

function manifest(r: ReadRequest<any, Actor | null>): Promise<Reply> {
  const value = {
    name: `Inteko: ${r.say(w.title)}`,
    short_name: "Inteko",
    start_url: paths.offlineApp,
    scope: "/offline/",
    display: "standalone",
    lang: r.language,
    background_color: "#f1f5f3",
    theme_color: "#0c3537",
    icons: [{ src: r.shell.asset("icon.svg"), sizes: "any", type: "image/svg+xml" }],
  };
  return Promise.resolve(download(null, "application/manifest+json", JSON.stringify(value), 3600));
}

/** What this person may take along. The token goes with her requests; it is worth nothing without her session. */
async function forms(r: Request): Promise<Reply> {
  const open = (await sittingsOfPerson(r.db, r.actor.person)).filter((sitting) => sitting.state === "open");
  const facts = await purposeFacts(r.db, open, r.today);
  const sittings = open.flatMap((sitting) => {
    const known = facts.get(sitting.purpose);
    return known?.open === true ? [{ id: sitting.id, title: known.title, closes: known.closes }] : [];
  });
  return data({ person: r.actor.person, token: r.shell.formToken, sittings });
}

async function oneForm(r: Request): Promise<Reply> {
  const sitting = await ownSitting(r, r.db, r.params["sittingId"] ?? "");
  if (sitting.person === null || !(await mayChange(r, r.db, sitting))) throw new Problem(http.notFound);
  const model = await modelOf(r.db, sitting.version);
  const facts = (await purposeFacts(r.db, [sitting], r.today)).get(sitting.purpose);
  const taken = {
    id: sitting.id,
    title: facts?.title ?? sitting.title,
    closes: facts?.closes ?? null,
    language: sitting.language,
    // The key of a test stays here: whoever is tested could read it on her phone.
    model: withoutKey(model),
    tables: await tablesOf(r.db, sitting.version, model),
    offset: wallClock(r.now, r.pack.timeZone).slice(-6),
  };
  return data({ sitting: taken, events: await eventsOf(r.db, sitting.id) });
}

async function sync(r: Write): Promise<Reply> {
  if (r.headers.get("x-form-token") !== r.shell.formToken) throw new Problem(http.formTooOld);
  const message = messageOf(r.bytes);
  if (message === null) throw new Problem({ ...http.notFound, code: "questionnaires.unreadable", status: 400 });
  return data(await receive(r, r.act, message));
}

export const offlineRoutes: readonly Route[] = [
  page(paths.offline, "public", () => Promise.resolve(go(paths.offlineApp))),
  page(paths.offlineApp, "public", appPage),
  page(paths.offlineScript, "public", async () => download(null, SCRIPT, await appText(), YEAR)),
  page(paths.serviceWorker, "public", worker),
  page(paths.manifest, "public", manifest),
  page(paths.offlineForms, "signed-in", forms),
  page("/offline/forms/:sittingId", "signed-in", oneForm),
  act(paths.sync, "signed-in", sync, { machine: true, maxBody: 8 * 1024 * 1024 }),
];
