/** What this module adds to the page of a session and of a person. */
import type { VNode } from "preact";
import type { Visit } from "#kernel/access/asked.ts";
import type { Panel } from "#kernel/access/module.ts";
import { SESSION } from "#modules/sessions";
import { formatPercent } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { Problem } from "#platform/problems/problem.ts";
import { lacksOf, sceneOf, type Scene } from "./ask.ts";
import { gainFrom } from "./figures.ts";
import { evaluationOf } from "./opinions.ts";
import { isOpen, ownTests } from "./own.ts";
import { paths } from "./paths.ts";
import { GainPicture, gainPicture } from "./views/pictures.tsx";
import { KIND_NAMES, OwnResults } from "./views/mine.tsx";
import { leadOf } from "./views/session.tsx";
import { w } from "./words.ts";
import { w as asked } from "./words-questions.ts";
import { w as own } from "./words-answer.ts";

/** The scene when the reader may see it; null otherwise. */
async function sceneOrNothing(r: Visit, session: string): Promise<Scene | null> {
  try {
    return await sceneOf(r.db, r.actor, session, r.today);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

async function ownPart(r: Visit, session: string): Promise<VNode | null> {
  if (r.actor === null) return null;
  const tests = await ownTests(r.db, r.actor.person, r.today, [session]);
  const open = tests.filter(isOpen).length;
  if (open === 0 && tests.every((one) => one.result === null)) return null;
  return (
    <Section id="my-tests" title={r.say(own.mineTitle)} note={r.say(own.mineLead, { open })}>
      <OwnResults say={r.say} tests={tests} />
      <MoreLinks>
        <Link href={paths.mine}>{r.say(own.mineTitle)}</Link>
      </MoreLinks>
    </Section>
  );
}

async function conductedPart(r: Visit, scene: Scene): Promise<VNode | null> {
  if (scene.tests.length === 0) return null;
  const { say, language } = r;
  const gain = gainFrom(
    scene.results,
    scene.people.map((one) => one.id),
  );
  const picture = gainPicture(r, scene.session, gain, scene.results);
  const evaluation = (await evaluationOf(r.db, [scene.session.id], r.today)).get(scene.session.id);
  const missing = lacksOf(scene, r.today).filter((lack) => lack.open && lack.people.length > 0);
  const values = { answers: evaluation?.answers ?? 0, people: scene.people.length, smallest: evaluation?.smallest ?? 0 };
  const share = evaluation?.satisfaction ?? null;
  return (
    <Section id="tests" title={say(w.module)}>
      <p>{scene.results.length === 0 ? say(w.panelNone) : leadOf(r.shell, scene, gain)}</p>
      {picture && <GainPicture {...picture} heading="none" />}
      {evaluation && evaluation.answers > 0 && (
        <p>
          {share === null
            ? say(asked.evaluationFew, values)
            : say(asked.evaluationLead, { ...values, share: formatPercent(share, language) })}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          {missing
            .map((lack) => say(w.missingCount, { test: say(KIND_NAMES[lack.test.kind]), count: lack.people.length, people: lack.of }))
            .join(" · ")}
        </p>
      )}
      <MoreLinks>
        <Link href={paths.session(scene.session.id)}>{say(w.allResults)}</Link>
      </MoreLinks>
    </Section>
  );
}

async function onSession(r: Visit, id: string): Promise<VNode | null> {
  const scene = await sceneOrNothing(r, id);
  const [mine, conducted] = [await ownPart(r, id), scene === null ? null : await conductedPart(r, scene)];
  return mine === null && conducted === null ? null : (
    <>
      {mine}
      {conducted}
    </>
  );
}

/** A person’s results stand on her own page for herself alone; others find them in the session. */
async function onPerson(r: Visit, id: string): Promise<VNode | null> {
  if (r.actor === null || r.actor.person !== id) return null;
  const tests = await ownTests(r.db, id, r.today);
  if (tests.every((one) => one.result === null)) return null;
  return (
    <Section id="my-results" title={r.say(own.results)}>
      <OwnResults say={r.say} tests={tests} />
      <MoreLinks>
        <Link href={paths.mine}>{r.say(own.mineTitle)}</Link>
      </MoreLinks>
    </Section>
  );
}

export const panels: readonly Panel[] = [
  { on: SESSION, position: 30, show: onSession },
  { on: "person", position: 30, show: onPerson },
];
