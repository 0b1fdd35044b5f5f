/** Takes a list of people into the registry: persons, contacts, qualifications, and the posts they hold. */
import { sql } from "kysely";
import type { Act } from "#kernel/access/act.ts";
import type { Organisations } from "#kernel/access/verb.ts";
import { holds } from "#kernel/access/verb.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import { assign, openPost } from "#kernel/registry/holders.ts";
import { addPerson, sortNameOf } from "#kernel/registry/people.ts";
import type { Db } from "#platform/db/handle.ts";
import { newId } from "#platform/db/ids.ts";
import type { Columns } from "#platform/tabular/headers.ts";
import { readTable } from "#platform/tabular/table.ts";
import type { TableProblem } from "#platform/tabular/table-problem.ts";
import { formatDate } from "#platform/ui/format.ts";
import { fileFinding, unknownFinding, type Finding } from "./findings.ts";
import { indexOrganisations, judgePerson, type GoodPerson, type KnownOrganisation } from "./people-check.ts";
import { w } from "./words-import.ts";

/** The columns of a list of people. */
export const PEOPLE_COLUMNS = {
  name: { name: w.colName, aliases: ["name", "nom", "izina", "names", "amazina"], required: true, filled: true },
  sex: { name: w.colSex, aliases: ["gender", "genre"] },
  birthYear: { name: w.colBirthYear, aliases: ["year of birth", "born", "né en"] },
  phone: { name: w.colPhone, aliases: ["phone", "mobile", "tel"] },
  email: { name: w.colEmail, aliases: ["email", "mail"] },
  organisation: { name: w.colOrganisation, aliases: ["organization", "entity", "district", "akarere"], required: true, filled: true },
  post: { name: w.colPost, aliases: ["post type", "position", "fonction", "function"], required: true, filled: true },
  seat: { name: w.colSeat },
  acting: { name: w.colActing, aliases: ["interim"] },
  from: { name: w.colFrom, aliases: ["from date", "since", "start date", "date"] },
  qualification: { name: w.colQualification, aliases: ["degree", "diplôme"] },
  field: { name: w.colField, aliases: ["field", "domaine"] },
} as const satisfies Columns<string>;

/** A row with the post it goes to. `post` is null when a further seat must be opened. */
export interface PlacedPerson {
  readonly good: GoodPerson;
  readonly post: string | null;
}

/** What an import of people would do, before anything is written. */
export interface PeoplePlan {
  readonly headers: readonly string[];
  readonly placed: readonly PlacedPerson[];
  readonly unchanged: number;
  readonly findings: readonly Finding[];
  readonly problems: readonly TableProblem[];
}

/** Every organisation of a day with the names above it, for rows that name a place. One query. */
export async function knownOrganisations(db: Db<any>, on: Day): Promise<KnownOrganisation[]> {
  const { rows } = await sql<Omit<KnownOrganisation, "above"> & { territory: string | null; parent: string | null }>`
    select o.id, o.code, o.name, o.tier, v.code as "territoryCode", v.territory, v.parent
    from registry.organisation o
    left join registry.governs g on g.organisation = o.id and g.from_day <= ${on} and (g.to_day is null or g.to_day > ${on})
    left join registry.territory_version v on v.territory = g.territory and v.from_day <= ${on} and (v.to_day is null or v.to_day > ${on})
    where o.from_day <= ${on} and (o.to_day is null or o.to_day > ${on})`.execute(db);
  const byTerritory = new Map(rows.map((row) => [row.territory, row]));
  const above = (parent: string | null, depth: number): string[] => {
    const row = parent === null ? undefined : byTerritory.get(parent);
    return row === undefined || depth > 8 ? [] : [row.name, ...above(row.parent, depth + 1)];
  };
  return rows.map(({ id, code, name, tier, territoryCode, parent }) => ({ id, code, name, tier, territoryCode, above: above(parent, 0) }));
}

interface SeatRow {
  id: string;
  organisation: string;
  post_type: string;
  seat: number;
  holder: string | null;
  sort_name: string | null;
  acting_holder: string | null;
  acting_sort: string | null;
  since: Day | null;
}

async function seatsOf(db: Db<any>, organisations: readonly string[], on: Day): Promise<Map<string, SeatRow[]>> {
  const { rows } = await sql<SeatRow>`
    select p.id, p.organisation, p.post_type, p.seat, h.full_name as holder, h.sort_name, c.full_name as acting_holder, c.sort_name as acting_sort, coalesce(a.from_day, b.from_day) as since
    from registry.post p
    left join registry.assignment a on a.post = p.id and not a.acting and (a.to_day is null or a.to_day > ${on})
    left join registry.person h on h.id = a.person
    left join registry.assignment b on b.post = p.id and b.acting and (b.to_day is null or b.to_day > ${on})
    left join registry.person c on c.id = b.person
    where p.organisation = any(${[...organisations]}::uuid[]) and (p.to_day is null or p.to_day > ${on})
    order by p.organisation, p.post_type, p.seat`.execute(db);
  return Map.groupBy(rows, (row) => `${row.organisation} ${row.post_type}`);
}

type Placing =
  | { readonly kind: "place"; readonly post: string | null }
  | { readonly kind: "same" }
  | { readonly kind: "no"; readonly finding: Pick<Finding, "kind" | "text" | "values"> };

/** Chooses the seat of a row: the one named, the person’s own, the first free one, or a further one where the pack sets no number. */
function placeRow(good: GoodPerson, seats: readonly SeatRow[], taken: Map<string, number>, say: (text: { en: string }) => string): Placing {
  const name = sortNameOf(good.name);
  const holderOf = (seat: SeatRow): string | null => (good.acting ? seat.acting_sort : seat.sort_name);
  const wanted = good.seat === null ? seats : seats.filter((seat) => seat.seat === good.seat);
  if (wanted.some((seat) => holderOf(seat) === name)) return { kind: "same" };
  const key = (seat: SeatRow): string => `${seat.id} ${good.acting}`;
  const free = wanted.find((seat) => holderOf(seat) === null && !taken.has(key(seat)));
  if (free !== undefined) {
    taken.set(key(free), good.row);
    return { kind: "place", post: free.id };
  }
  const values = { post: say(good.postType.names), organisation: good.organisation.name };
  const [only] = wanted;
  if (only !== undefined && (good.seat !== null || good.postType.seats === 1)) {
    const first = taken.get(key(only));
    if (first !== undefined) return { kind: "no", finding: { kind: "same_row", text: w.same_row, values: { first } } };
    const holder = (good.acting ? only.acting_holder : only.holder) ?? "";
    return {
      kind: "no",
      finding: { kind: "post_held", text: w.post_held, values: { holder, since: only.since === null ? "–" : formatDate(only.since) } },
    };
  }
  if (good.postType.seats !== null) return { kind: "no", finding: { kind: "no_free_seat", text: w.no_free_seat, values } };
  return { kind: "place", post: null };
}

/** Reads and judges a file of people. Writes nothing. Four queries, whatever the file’s length. */
export async function planPeople(
  db: Db<any>,
  pack: Pack,
  within: Organisations,
  today: Day,
  bytes: Uint8Array,
  fileName: string,
): Promise<PeoplePlan> {
  const table = await readTable(bytes, fileName, { columns: PEOPLE_COLUMNS });
  const index = indexOrganisations(await knownOrganisations(db, today));
  const findings: Finding[] = [
    ...table.warnings.map(fileFinding),
    ...table.rejected.map((one) => ({ ...unknownFinding(one), code: one.cells?.["name"] ?? "" })),
  ];
  const good: { good: GoodPerson; source: readonly string[] }[] = [];
  for (const { row, cells, source } of table.rows) {
    const judged = judgePerson(pack, index, (id) => holds(within, id), row, cells, today);
    if ("row" in judged) good.push({ good: judged, source });
    else for (const one of judged) findings.push({ row, code: cells.name, rejected: true, source, ...one });
  }
  const seats = await seatsOf(db, [...new Set(good.map((one) => one.good.organisation.id))], today);
  const taken = new Map<string, number>();
  const placed: PlacedPerson[] = [];
  let unchanged = 0;
  for (const { good: one, source } of good) {
    const where = placeRow(one, seats.get(`${one.organisation.id} ${one.postType.code}`) ?? [], taken, (text) => text.en);
    if (where.kind === "same") unchanged++;
    else if (where.kind === "no") findings.push({ row: one.row, code: one.name, rejected: true, source, ...where.finding });
    else {
      placed.push({ good: one, post: where.post });
      if (one.from === null)
        findings.push({
          row: one.row,
          code: one.name,
          kind: "from_unknown",
          rejected: false,
          text: w.from_unknown,
          values: {},
          source: [],
        });
    }
  }
  return { headers: table.headers, placed, unchanged, findings: findings.toSorted((a, b) => a.row - b.row), problems: table.problems };
}

/** Puts one row’s person into her post. Returns the person. */
export async function takePerson(act: Act<any>, one: PlacedPerson, source: string): Promise<string> {
  const { good } = one;
  const { name, sex, birthYear, phone, email } = good;
  const person = await addPerson(act, { fullName: name, sex, birthYear, phone, email }, source);
  if (good.qualification !== null)
    await act.tx
      .insertInto("registry.qualification")
      .values({ id: newId(), person, level: good.qualification.level, field: good.qualification.field, certainty: "imported", source })
      .execute();
  const post =
    one.post ??
    (await openPost(act, { organisation: good.organisation.id, postType: good.postType.code, from: good.from?.start ?? act.today }));
  await assign(act, { post, person, acting: good.acting, from: good.from?.start ?? act.today, precision: good.from?.precision ?? "day" });
  return person;
}
