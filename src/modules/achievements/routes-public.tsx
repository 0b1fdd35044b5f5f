/** Key achievements for everybody: released copies alone, with their files; no account needed. */
import type { Actor } from "#kernel/access/actor.ts";
import { page, type Asked } from "#kernel/access/route.ts";
import { publicReleases } from "#kernel/publication/releases.ts";
import { show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import type { ReportContent } from "./content.ts";
import { p } from "./problems.ts";
import { paths } from "./paths.ts";
import { copyMap, MAP_FILE, mapFile } from "./copy-map.tsx";
import { copyFile } from "./report-files.ts";
import { leadOf } from "./report-paper.ts";
import { COPY, copyById, type Copy } from "./reports.ts";
import { voiceOf } from "./routes-reports.tsx";
import { printedStories } from "./stories.ts";
import { PublicView } from "./views/public.tsx";
import { CopyView } from "./views/reports.tsx";
import { w } from "./words-report.ts";

type Visit = Asked<any, Actor | null>;

/** Releases listed on the public page. */
const MOST = 30;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

async function home(r: Visit): Promise<Reply> {
  const releases = await publicReleases<ReportContent>(r.db, COPY, MOST);
  const copy = releases.find((one) => one.state === "released" && one.content.view === "association");
  const newest =
    copy === undefined
      ? null
      : {
          copy,
          lead: leadOf(voiceOf(r), copy.content),
          body: {
            stories: await printedStories(r.db, copy.content.stories),
            map: await copyMap(r, copy.content, paths.publishedFile(copy.id, MAP_FILE)),
          },
        };
  return show(<PublicView shell={r.shell} newest={newest} releases={releases} />);
}

/** A copy that was once released; a corrected one is still what it was. */
async function released(r: Visit): Promise<Copy> {
  const id = r.params["id"] ?? "";
  const copy = UUID.test(id) ? await copyById(r.db, id) : null;
  if (copy === null || copy.kind !== COPY || copy.releasedAt === null) throw new Problem(p.noReport);
  return copy;
}

async function one(r: Visit): Promise<Reply> {
  const copy = await released(r);
  return show(
    <CopyView
      shell={r.shell}
      copy={copy}
      content={copy.content}
      definitions={copy.definitions}
      reason={copy.reason}
      stories={await printedStories(r.db, copy.content.stories)}
      map={await copyMap(r, copy.content, paths.publishedFile(copy.id, MAP_FILE))}
      lead={leadOf(voiceOf(r), copy.content)}
      comparison={null}
      fileHref={(file) => paths.publishedFile(copy.id, file)}
      area="portal"
      back={{ href: paths.published, text: r.say(w.publicTitle) }}
    />,
  );
}

async function file(r: Visit): Promise<Reply> {
  const copy = await released(r);
  if (copy.state === "withdrawn") throw new Problem(p.noReport);
  if (r.params["file"] === MAP_FILE) return mapFile(r, copy.content);
  const stories = await printedStories(r.db, copy.content.stories);
  const answer = await copyFile(copy, stories, r.pack, r.params["file"] ?? "", `${r.origin}${paths.publishedCopy(copy.id)}`);
  if (answer === null) throw new Problem(p.noReport);
  return answer;
}

export const publicRoutes = [
  page(paths.published, "public", home),
  page(paths.publishedCopy(":id"), "public", one),
  page(paths.publishedFile(":id", ":file"), "public", file),
];
