/** A meeting of its own kind for tests of attendance: two half-days in Huye, with people of the cast and invented ones. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import { createGathering, type GatheringMode } from "#kernel/gathering/gatherings.ts";
import { registerGathering, type GatheringFacts } from "#kernel/gathering/kinds.ts";
import { expectParticipants } from "#kernel/gathering/participants.ts";
import { addPerson } from "#kernel/registry/people.ts";
import { newId } from "#platform/db/ids.ts";

/** Trainers by meeting: persons who may take its attendance. */
const meetings = new Map<string, { trainer: string; owner: string; held: boolean; minimum: number | null; closed: number }>();

registerGathering({
  kind: "test.meeting",
  title: { en: "Meeting", fr: "Réunion", rw: "≈Inama" },
  href: () => "/attendance",
  describe: (_db, abouts) =>
    Promise.resolve(
      new Map(
        abouts.flatMap((about): [string, GatheringFacts][] => {
          const known = meetings.get(about);
          if (known === undefined) return [];
          const { owner, held, minimum } = known;
          return [[about, { title: "Gucunga imari y’akarere", language: "rw", reference: "MTG-1", minimum, owners: [owner], held }]];
        }),
      ),
    ),
  mayRecord: (_db, actor, abouts) =>
    Promise.resolve(
      new Set(abouts.filter((about) => meetings.get(about)?.trainer === actor.person || actor.roles.includes("training_coordinator"))),
    ),
  mayRead: (_db, actor, abouts) =>
    Promise.resolve(new Set(abouts.filter(() => actor.roles.includes("monitoring_officer") || actor.roles.includes("capacity_manager")))),
  closed: (_act, about) => {
    const known = meetings.get(about);
    if (known !== undefined) known.closed += 1;
    return Promise.resolve();
  },
});

/** What a test meeting is like when it matters. */
export interface TestMeeting {
  readonly id: string;
  readonly about: string;
  readonly people: readonly {
    readonly id: string;
    readonly person: string;
    readonly name: string;
    readonly token: string;
    readonly code: string;
  }[];
  /** How often its list was closed. */
  readonly closings: () => number;
  readonly hold: (held: boolean) => void;
}

/** Opens a meeting on a day with a morning (08:30–12:30) and an afternoon (14:00–17:00) in Kigali time. */
export async function openMeeting(
  act: Act,
  of: {
    readonly organisation: string;
    readonly trainer: string;
    readonly owner: string;
    readonly day: string;
    readonly names: readonly string[];
    readonly mode?: GatheringMode;
    readonly online?: number;
  },
): Promise<TestMeeting> {
  const about = newId();
  meetings.set(about, { trainer: of.trainer, owner: of.owner, held: true, minimum: null, closed: 0 });
  const at = (clock: string): Date => new Date(`${of.day}T${clock}:00+02:00`);
  const id = await createGathering(act, {
    kind: "test.meeting",
    about,
    organisation: of.organisation,
    mode: of.mode ?? "hybrid",
    place: "Huye",
    territory: null,
    link: "https://call.example/huye",
    parts: [
      { day: of.day, half: "morning", startsAt: at("08:30"), endsAt: at("12:30") },
      { day: of.day, half: "afternoon", startsAt: at("14:00"), endsAt: at("17:00") },
    ],
  });
  const persons: { id: string; person: string; name: string }[] = [];
  for (const [index, name] of of.names.entries()) {
    const person = await addPerson(
      act,
      { fullName: name, email: `person${index}@huye.example`, phone: `+25078811${String(index).padStart(4, "0")}` },
      "test",
    );
    persons.push({ id: newId(), person, name });
  }
  const codes = await expectParticipants(
    act,
    id,
    persons.map(({ id: participant, person }, index) => ({
      id: participant,
      person,
      post: null,
      organisation: of.organisation,
      mode: index < (of.online ?? 0) ? "online" : "physical",
    })),
  );
  return {
    id,
    about,
    people: persons.map((each) => ({ ...each, token: codes.get(each.id)?.token ?? "", code: codes.get(each.id)?.code ?? "" })),
    closings: () => meetings.get(about)?.closed ?? 0,
    hold: (held) => {
      const known = meetings.get(about);
      if (known !== undefined) known.held = held;
    },
  };
}

/** Many invented people at once, for lists of a thousand names. */
export async function crowd(act: Act, gathering: string, organisation: string, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    full_name: `Umuntu wa ${index + 1}`,
    sort_name: `umuntu wa ${String(index + 1).padStart(5, "0")}`,
  }));
  await sql`insert into registry.person (id, full_name, sort_name)
    select id, full_name, sort_name from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p(id uuid, full_name text, sort_name text)`.execute(
    act.tx,
  );
  await expectParticipants(
    act,
    gathering,
    people.map(({ id }) => ({ id: newId(), person: id, post: null, organisation, mode: "physical" as const })),
  );
}
