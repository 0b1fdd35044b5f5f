/** One message that says everything a person has to do: what, until when, where, and whom to call. Pure. */
import { countSms, smsOf } from "#kernel/conversation/sms-parts.ts";
import type { Day } from "#kernel/calendar/day.ts";
import type { Say } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { w } from "./words-digest.ts";

/** One thing due, in the reader's language. */
export interface DigestLine {
  readonly title: string;
  readonly why: string | null;
  readonly due: Day;
  /** Working days since the due day; 0 when it is not late, or only since a day of rest. */
  readonly lateBy: number;
  /** A whole address. */
  readonly href: string;
  /** Whose it is, when it is not the reader's own: "Director of HR, Huye". */
  readonly of: string | null;
  readonly call: { readonly name: string; readonly phone: string } | null;
}

/** Around the lines: the reader's name, the day, the association and the address of the morning page. */
export interface DigestAround {
  readonly name: string;
  readonly today: Day;
  readonly association: string;
  readonly link: string;
}

/** The digest in its three forms. `shared` names no work and no person. */
export interface Digest {
  readonly title: string;
  readonly body: string;
  readonly sms: string;
  readonly shared: string;
}

function whenOf(line: DigestLine, today: Day, say: Say): string {
  const day = formatDate(line.due);
  if (line.due === today) return say(w.dueToday);
  if (line.due > today) return say(w.dueOn, { day });
  return line.lateBy === 0 ? say(w.wasDue, { day }) : say(w.lateBy, { day, days: line.lateBy });
}

function lineText(line: DigestLine, today: Day, say: Say): string {
  const call = line.call === null ? null : say(w.call, { name: line.call.name, phone: line.call.phone });
  const head = line.of === null ? line.title : say(w.of, { title: line.title, of: line.of });
  const below = [line.why, whenOf(line, today, say), line.href, call].filter((text) => text !== null && text !== "");
  return [`- ${head}`, ...below.map((text) => `  ${text}`)].join("\n");
}

function section(title: string, lines: readonly DigestLine[], today: Day, say: Say): string[] {
  return lines.length === 0 ? [] : [[title, ...lines.map((line) => lineText(line, today, say))].join("\n\n")];
}

const byDue = (a: DigestLine, b: DigestLine): number => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.title < b.title ? -1 : 1);

/** The short form: with the most pressing thing when it then still fits one part, else how many there are. */
function shortText(lines: readonly DigestLine[], around: DigestAround, say: Say): string {
  const { association, link, today } = around;
  const [first] = lines;
  if (first === undefined) return say(w.smsCount, { association, n: 0, link });
  const full = say(w.smsFirst, { association, n: lines.length, title: first.title, when: whenOf(first, today, say), link });
  return countSms(smsOf(full).text).parts === 1 ? full : say(w.smsCount, { association, n: lines.length, link });
}

/**
 * Puts a person's duties into one message: late ones first, then what comes, then what others owe and she is told of because its
 * day has passed. `own` and `team` need no order. A message with no line at all is not worth sending: ask before.
 */
export function composeDigest(own: readonly DigestLine[], team: readonly DigestLine[], around: DigestAround, say: Say): Digest {
  const { today, association } = around;
  const sorted = [...own].sort(byDue);
  const late = sorted.filter((line) => line.due < today);
  const coming = sorted.filter((line) => line.due >= today);
  const others = [...team].sort(byDue);
  const n = own.length + team.length;
  const parts = [
    say(w.greeting, { name: around.name }),
    ...section(say(w.late), late, today, say),
    ...section(say(w.coming), coming, today, say),
    ...section(say(w.team), others, today, say),
    say(w.all, { link: around.link }),
  ];
  return {
    title: say(w.title, { n, late: late.length }),
    body: parts.join("\n\n"),
    sms: shortText([...late, ...coming, ...others], around, say),
    shared: say(w.shared, { association }),
  };
}
