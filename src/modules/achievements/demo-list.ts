/** Lists of past trainings as an association keeps them in a workbook: known people, new ones, and the slips such lists have. Deterministic. */
import { sql } from "kysely";
import type { DemoContext } from "#kernel/access/module.ts";
import { addDays, type Day } from "#kernel/calendar/day.ts";
import { formatDate } from "#platform/ui/format.ts";

/** Somebody the registry knows, as a list would write her. */
interface Known {
  readonly name: string;
  readonly sex: string;
  readonly phone: string;
  readonly post: string;
  readonly place: string;
}

/** Holders of posts in districts; with a period, those of districts and below who began in it, as an induction would list them. */
async function knownPeople(demo: DemoContext, many: number, began: DemoList["began"]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select distinct on (p.id) p.full_name as name, p.sex, c.value as phone, t.post_type as post, o.name as place
    from registry.person p join registry.contact c on c.person = p.id and c.kind = 'phone' and c.to_day is null and not c.shared
    join registry.assignment a on a.person = p.id and a.to_day is null join registry.post t on t.id = a.post
    join registry.organisation o on o.id = t.organisation
    where p.merged_into is null and p.sex is not null and ${
      began === undefined ? sql`o.tier = 'DIS'` : sql`o.tier in ('DIS', 'SEC') and a.from_day between ${began.from} and ${began.to}`
    } order by p.id limit ${many * 4}`.execute(demo.db);
  if (began !== undefined) return rows.slice(0, many).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return rows
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .filter((_, index) => index % 4 === 0)
    .slice(0, many);
}

/** A newcomer: the given name of one and the family name of another, so that she is nobody. */
function newcomer(known: readonly Known[], index: number): Known | null {
  const one = known[(index * 7 + 3) % known.length];
  const other = known[(index * 11 + 5) % known.length];
  if (one === undefined || other === undefined) return null;
  const given = one.name.split(" ")[0] ?? "";
  const family = other.name.split(" ").at(-1) ?? "";
  const third = known[(index * 13 + 1) % known.length];
  const phone = `0788${String(100_000 + ((index * 7919) % 900_000))}`;
  return { name: `${given} ${family}`, sex: one.sex, phone, post: "", place: third?.place ?? other.place };
}

const quoted = (cell: string): string => (/[",;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** How one of our lists is made. */
export interface DemoList {
  readonly course: string;
  readonly funder: string;
  readonly first: Day;
  readonly known: number;
  /** The known ones began in their posts within these days; absent: whoever holds a post of a district. */
  readonly began?: { readonly from: Day; readonly to: Day };
  readonly fresh: number;
  /** Where the newcomers are counted from; two lists that share some of them share people. */
  readonly from: number;
}

/** The list as the bytes of a CSV file, with a few slips: a row twice, a place that is none, a year alone. Null without known people. */
export async function demoListFile(demo: DemoContext, list: DemoList): Promise<Uint8Array | null> {
  const known = await knownPeople(demo, Math.max(list.known, 40), list.began);
  if (known.length < 10) return null;
  const people = [
    ...known.slice(0, list.known),
    ...Array.from({ length: list.fresh }, (_, index) => newcomer(known, list.from + index)).filter((one) => one !== null),
  ];
  const rows = people.map((one, index) => {
    const day = addDays(list.first, (index % 6) * 7);
    const dates = index % 29 === 13 ? [day.slice(0, 4), ""] : [formatDate(day), formatDate(addDays(day, 1))];
    const place = index % 67 === 40 ? "Kivu-Nord" : one.place;
    return [one.name, one.sex, one.post, place, index % 5 === 4 ? "" : one.phone, list.course, ...dates, list.funder];
  });
  const head = ["Amazina", "Igitsina", "Position", "District", "Telefone", "Training", "Start date", "End date", "Donor"];
  const again = rows.slice(3, 5);
  const text = [head, ...rows, ...again].map((row) => row.map(quoted).join(",")).join("\r\n");
  return new TextEncoder().encode(`${text}\r\n`);
}
