/** Attendance files of calls, as Zoom, Teams and Meet write them; names and times are invented. */
import { expect, test } from "vitest";
import { durationOf, readCallLog, type CallTimes, type LogLine } from "./call-log.ts";
import { matchLine, type Known } from "./match.ts";

const TIMES: CallTimes = {
  days: ["2025-11-17", "2025-11-18"],
  day: "2025-11-17",
  begins: new Date("2025-11-17T08:30:00+02:00"),
  timeZone: "Africa/Kigali",
};

const utf16 = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const clock = (at: Date | null): string => (at === null ? "…" : at.toISOString().slice(8, 16).replace("T", " "));
const short = (line: LogLine): string => `${line.name}|${line.email}|${clock(line.from)}|${clock(line.to)}`;

async function read(bytes: Uint8Array, name = "call.csv"): Promise<readonly LogLine[]> {
  const log = await readCallLog(bytes, name, TIMES);
  if (!log.ok) throw new Error(log.problems.map((problem) => problem.code).join());
  return log.lines;
}

const TEAMS = [
  "1. Summary",
  "Meeting title\tGucunga imari",
  "Attended participants\t2",
  "",
  "2. Participants",
  "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
  "Aline Uwase\t11/17/25, 8:25:12 AM\t11/17/25, 12:31:00 PM\t3h 50m 2s\taline@huye.example\taline@huye.example\tPresenter",
  "",
  "3. In-Meeting Activities",
  "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
  "Aline Uwase\t11/17/25, 8:25:12 AM\t11/17/25, 10:00:00 AM\t1h 34m 48s\taline@huye.example\tPresenter",
  "Aline Uwase\t11/17/25, 10:15:00 AM\t11/17/25, 12:31:00 PM\t2h 16m\taline@huye.example\tPresenter",
].join("\n");

const CASES: readonly [what: string, bytes: Uint8Array, lines: readonly string[]][] = [
  [
    "Zoom with meeting data above the table, months first",
    utf8(
      "Meeting ID,Topic,Start Time,End Time\n812 3456,Gucunga imari,11/17/2025 08:00:00 AM,11/17/2025 01:00:00 PM\n\nName (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\nAline Uwase,ALINE@huye.example,11/17/2025 08:25:12 AM,11/17/2025 12:30:00 PM,245,No\n",
    ),
    ["Aline Uwase|aline@huye.example|17 06:25|17 10:30"],
  ],
  [
    "Teams: the table with every coming and going, UTF-16 with tabs",
    utf16(TEAMS),
    ["Aline Uwase|aline@huye.example|17 06:25|17 08:00", "Aline Uwase|aline@huye.example|17 08:15|17 10:31"],
  ],
  [
    "older Teams: a line for each joining and each leaving",
    utf16(
      "Full Name\tUser Action\tTimestamp\nAline Uwase\tJoined\t11/17/2025, 8:30:00 AM\nBosco H\tJoined\t11/17/2025, 9:00:00 AM\nAline Uwase\tLeft\t11/17/2025, 10:00:00 AM\n",
    ),
    ["Aline Uwase||17 06:30|17 08:00", "Bosco H||17 07:00|…"],
  ],
  [
    "Google Meet: first and last name, times without a day, a narrow space before AM",
    utf8(
      "First name,Last name,Email,Duration,Time joined,Time exited\nAline,Uwase,aline@huye.example,1 hr 2 min,9:01\u202fAM,10:03\u202fAM\n",
    ),
    ["Aline Uwase|aline@huye.example|17 07:01|17 08:03"],
  ],
  [
    "French export: semicolons, days first, 24 hours, Windows letters",
    new Uint8Array(
      Buffer.from(
        "Nom complet;Adresse e-mail;Heure d'arriv\u00e9e;Heure de d\u00e9part\n\u00c9milienne;e@huye.example;18/11/2025 08:31;18/11/2025 12:00\n",
        "latin1",
      ),
    ),
    ["Émilienne|e@huye.example|18 06:31|18 10:00"],
  ],
  ["only how long: from the beginning of the first half-day", utf8("Name,Duration\nAline Uwase,120\n"), ["Aline Uwase||17 06:30|17 08:30"]],
  [
    "a moment with its zone",
    utf8("Name,Join time,Leave time\nAline,2025-11-17T06:40:00Z,2025-11-17 10:00:00+02:00\n"),
    ["Aline||17 06:40|17 08:00"],
  ],
];

test.each(CASES)("%s", async (_, bytes, lines) => {
  expect((await read(bytes)).map(short)).toEqual(lines);
});

test("each line that cannot be used says why, and stands under its own number", async () => {
  const lines = await read(
    utf8(
      "Name,Join time,Leave time\n,2025-11-17 08:30,\nAline,yesterday,\nBosco,2025-11-17 10:00,2025-11-17 09:00\nChantal,,\nDamien,2025-12-24 08:30,\nÉmilienne,2025-11-17 08:30,\n",
    ),
  );
  expect(lines.map((line) => [line.number, line.problem?.text.en.slice(0, 24) ?? null])).toEqual([
    [2, "The line has neither a n"],
    [3, "The time “{value}” canno"],
    [4, "The time of leaving lies"],
    [5, "The line says neither wh"],
    [6, "The time “{value}” canno"],
    [7, null],
  ]);
});

test("a file without a table of names is refused as a whole", async () => {
  expect((await readCallLog(utf8("nothing here\n"), "x.csv", TIMES)).ok).toBe(false);
  expect((await readCallLog(new Uint8Array(), "x.csv", TIMES)).ok).toBe(false);
});

test.each([
  ["181", 181],
  ["3h 1m 22s", 181],
  ["1 hr 2 min", 62],
  ["01:02:33", 62],
  ["45 min", 45],
  ["2 heures", 120],
  ["a while", null],
  ["", null],
])("“%s” lasts %s minutes", (text, minutes) => {
  const found = durationOf(text);
  expect(found === null ? null : Math.floor(found / 60_000)).toBe(minutes);
});

const PEOPLE: readonly Known[] = [
  { id: "1", name: "Aline Uwase", code: "K7PQ", email: "aline@huye.example", phone: "+250788110001" },
  { id: "2", name: "Jean Bosco Habineza", code: "M3RT", email: null, phone: null },
  { id: "3", name: "Bosco Habineza Jean", code: "W8XY", email: null, phone: null },
  { id: "4", name: "Consolée Mutesi", code: "D4FG", email: null, phone: "0788110004" },
];

test.each([
  ["her code before her name", { name: "K7PQ Somebody", email: "", phone: "" }, "1", "code"],
  ["her e-mail", { name: "iPhone", email: "aline@huye.example", phone: "" }, "1", "email"],
  ["her number, written at home", { name: "", email: "", phone: "0788 110 001" }, "1", "phone"],
  ["her name the other way round", { name: "UWASE aline", email: "", phone: "" }, "1", "name"],
  ["her name without its accent, a letter off", { name: "Consolee Mutezi", email: "", phone: "" }, "4", "name"],
  ["a name that two people have", { name: "Jean Bosco Habineza", email: "", phone: "" }, null, null],
  ["one word", { name: "Bosco", email: "", phone: "" }, null, null],
  ["nobody’s", { name: "Galaxy A12", email: "x@y.z", phone: "123" }, null, null],
])("a line is matched by %s", (_, line, id, by) => {
  const found = matchLine(line, PEOPLE);
  expect([found?.id ?? null, found?.by ?? null]).toEqual([id, by]);
});
