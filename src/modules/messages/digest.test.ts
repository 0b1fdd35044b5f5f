/** The daily digest as people read it, and the ladder's steps as a table. */
import { expect, test } from "vitest";
import { plain } from "#kernel/calendar/plain.fixture.ts";
import { countSms, smsOf } from "#kernel/conversation/sms-parts.ts";
import { speak } from "#platform/i18n/text.ts";
import { composeDigest, type DigestLine } from "./digest.ts";
import { stepsFor } from "./ladder.ts";

const around = { name: "Vestine", today: "2025-11-17", association: "RALGA", link: "https://inteko.example/today" };
const line = (change: Partial<DigestLine>): DigestLine => ({
  title: "Validate the training plan",
  why: null,
  due: "2025-11-18",
  lateBy: 0,
  href: "https://inteko.example/plans/1",
  of: null,
  call: null,
  ...change,
});

test("Vestine reads what is late first, then what comes, then what others owe, each with its day, its link and whom to ask", () => {
  const own = [
    line({}),
    line({
      title: "Close the audit finding",
      why: "The auditor waits for evidence.",
      due: "2025-11-14",
      lateBy: 1,
      href: "https://inteko.example/findings/7",
      call: { name: "Solange Uwera, Training coordinator", phone: "+250788000143" },
    }),
    line({ title: "Sign the handover", due: "2025-11-17", href: "https://inteko.example/handovers/3" }),
  ];
  const team = [
    line({
      title: "Answer the questionnaire",
      due: "2025-11-12",
      lateBy: 3,
      href: "https://inteko.example/rounds/2",
      of: "Director of HR, Huye",
      call: { name: "Jean-Bosco, Director of HR", phone: "+250788000144" },
    }),
  ];
  const digest = composeDigest(own, team, around, speak("en"));
  expect(digest.title).toBe("4 things to do, one is late");
  expect(digest.body).toBe(`Good morning Vestine,

LATE

- Close the audit finding
  The auditor waits for evidence.
  Was due on 14/11/2025, one working day ago
  https://inteko.example/findings/7
  To ask: Solange Uwera, Training coordinator, +250788000143

COMING UP

- Sign the handover
  Due today
  https://inteko.example/handovers/3

- Validate the training plan
  Due on 18/11/2025
  https://inteko.example/plans/1

FROM THOSE WHO REPORT TO YOU (told to you because the day has passed; a call may help)

- Answer the questionnaire (Director of HR, Huye)
  Was due on 12/11/2025, 3 working days ago
  https://inteko.example/rounds/2
  To ask: Jean-Bosco, Director of HR, +250788000144

Everything in one place: https://inteko.example/today`);
  expect(digest.sms).toBe(
    "RALGA: 4 things to do, first Close the audit finding. Was due on 14/11/2025, one working day ago. https://inteko.example/today",
  );
});

test.each(["en", "fr", "rw"] as const)("the short form fits one part in %s, with a long title as with a short one", (language) => {
  for (const title of ["Sign", "Send the consolidated needs of all sectors with the proof of the consultation ".repeat(3)]) {
    const { sms } = composeDigest([line({ title })], [line({ of: "Director of HR, Huye" })], around, speak(language));
    expect(countSms(smsOf(sms).text).parts).toBe(1);
    expect(sms).toContain("https://inteko.example/today");
  }
});

test("what a shared telephone shows names neither the work nor the person", () => {
  const { shared } = composeDigest([line({ title: "Answer the complaint of Béata" })], [], around, speak("en"));
  expect(shared).not.toMatch(/Béata|complaint|Vestine|https/);
});

const LADDER = [
  { afterWorkingDays: -5, to: "owner" },
  { afterWorkingDays: -1, to: "owner" },
  { afterWorkingDays: 1, to: "owner" },
  { afterWorkingDays: 3, to: "supervisor" },
  { afterWorkingDays: 10, to: "head" },
];

// Due on Friday 21/11/2025; weeks of five working days without holidays.
test.each([
  ["2025-11-13", []],
  ["2025-11-14", [["owner", -5]]],
  ["2025-11-19", [["owner", -5]]],
  ["2025-11-20", [["owner", -1]]],
  ["2025-11-21", [["owner", -1]]],
  ["2025-11-24", [["owner", 1]]],
  [
    "2025-11-26",
    [
      ["owner", 1],
      ["supervisor", 3],
    ],
  ],
  [
    "2025-12-05",
    [
      ["owner", 1],
      ["supervisor", 3],
      ["head", 10],
    ],
  ],
] as const)("on %s the furthest step for each is %j", (today, expected) => {
  const steps = stepsFor(LADDER, "2025-11-21", today, plain);
  expect(steps.map((step) => [step.to, step.afterWorkingDays])).toEqual(expected);
});
