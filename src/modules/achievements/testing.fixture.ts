/** Small invented data for the tests of this module: a list of past trainings as bytes, and entries as sessions write them. */
import type { Act } from "#kernel/access/act.ts";
import { keepEntries, type NewEntry } from "#kernel/portfolio/portfolio.ts";
import { newId } from "#platform/db/ids.ts";
import iconv from "iconv-lite";
import { confirmList, keepList, planList, takeList, type ListSummary } from "./past-lists.ts";

/** Lines of a CSV file as its bytes. */
export const csv = (...lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join("\r\n")}\r\n`);

/** Text as the bytes of an old Windows encoding, as lists of earlier years come. */
export const oldBytes = (text: string): Uint8Array => new Uint8Array(iconv.encode(text, "windows-1252"));

export const HEAD = "Name,Sex,Post,District,Phone,Course,From,To,Funder";

/** Brings a list and takes it at once. */
export async function takeFile(act: Act<any>, name: string, bytes: Uint8Array): Promise<ListSummary> {
  const file = { name, bytes };
  const settings = { programme: null, modality: "short_course" };
  const id = await keepList(act, file, settings, await planList(act.tx, act.pack, act.today, file, settings));
  await confirmList(act, id);
  return takeList(act, id);
}

/** Something a person took part in, verified, as the end of a session writes it. */
export async function attended(act: Act<any>, person: string, change: Partial<NewEntry> = {}): Promise<string> {
  const id = newId();
  const entry: NewEntry = {
    id,
    person,
    kind: "sessions.enrolment",
    about: { kind: "sessions.session", id: newId() },
    title: "Public procurement",
    language: "en",
    course: null,
    modality: "short_course",
    domain: null,
    programme: null,
    post: null,
    postType: null,
    organisation: null,
    tier: "DIS",
    ageBand: null,
    from: "2025-09-01",
    to: "2025-09-03",
    minutes: 960,
    outcome: "competent",
    certainty: "verified",
    source: "sessions",
    ...change,
  };
  await keepEntries(act, [entry]);
  await act.journal({ kind: "sessions.outcomes.decided", subject: { kind: "sessions.session", id: entry.about.id }, payload: {} });
  return id;
}
