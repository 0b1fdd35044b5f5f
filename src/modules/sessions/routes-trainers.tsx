/** Naming, asking and taking off the trainers of a session. */
import { containing } from "#platform/db/like.ts";
import { sql } from "kysely";
import { act, page, type Route } from "#kernel/access/route.ts";
import { sortNameOf } from "#kernel/registry/people.ts";
import { holdingsOf } from "#kernel/registry/posts.ts";
import { isId } from "#platform/db/ids.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { asked, param, type Request, type Write } from "#kernel/access/asked.ts";
import { readSession, writeSession } from "./ask.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { trainersIn } from "./queries-trainers.ts";
import { verbs } from "./rules.ts";
import { addTrainer, askTrainer, removeTrainer } from "./trainers.ts";
import { TrainersView } from "./views/trainers.tsx";

interface Found {
  person: string;
  name: string;
}

async function findPeople(
  r: Request,
  words: string,
): Promise<readonly { person: string; name: string; post: string | null; postType: string | null; organisationName: string | null }[]> {
  const parts = sortNameOf(words)
    .split(" ")
    .filter((part) => part.length > 1);
  if (parts.length === 0) return [];
  const { rows } = await sql<Found>`
    select h.id as person, h.full_name as name from registry.person h
    where h.merged_into is null and ${sql.join(
      parts.map((part) => sql`h.sort_name like ${containing(part)}`),
      sql` and `,
    )} order by h.sort_name, h.id limit 12`.execute(r.db);
  return Promise.all(
    rows.map(async (row) => {
      const [held] = await holdingsOf(r.db, row.person, r.today);
      return { ...row, post: held?.post ?? null, postType: held?.postType ?? null, organisationName: held?.organisationName ?? null };
    }),
  );
}

async function trainers(r: Request): Promise<Reply> {
  const session = await readSession(r);
  const words = asked(r, "words") ?? "";
  return show(
    <TrainersView
      shell={r.shell}
      session={session}
      trainers={await trainersIn(r.db, session.id)}
      words={words}
      found={await findPeople(r, words)}
    />,
  );
}

async function addOne(r: Write): Promise<Reply> {
  const session = await writeSession(r);
  const person = r.form.text("person");
  const post = r.form.text("post");
  if (!isId(person)) throw new Problem(p.noSession);
  await addTrainer(r.act, session, { person, post: isId(post) ? post : null });
  return go(paths.trainers(session.id));
}

async function trainerStep(r: Write): Promise<Reply> {
  const session = await writeSession(r);
  const trainer = (await trainersIn(r.act.tx as never, session.id)).find((one) => one.id === param(r, "trainer"));
  if (trainer === undefined) throw new Problem(p.noSession);
  if (param(r, "step") === "ask") await askTrainer(r.act, session, trainer, r.origin);
  else await removeTrainer(r.act, session, trainer.id);
  return go(paths.trainers(session.id));
}

export const trainerRoutes: readonly Route[] = [
  page(paths.trainers(":id"), verbs.run, trainers),
  act(paths.trainers(":id"), verbs.run, addOne),
  act(paths.trainerStep(":id", ":trainer", ":step"), verbs.run, trainerStep),
];
