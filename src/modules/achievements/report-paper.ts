/** A frozen copy as a paper: the same sentences and figures in PDF and Word, in any of the languages. */
import type { Pack } from "#kernel/pack/pack.ts";
import { formatDate, formatMoney, formatNumber, formatPercent } from "#platform/ui/format.ts";
import { speak, type Language, type Say } from "#platform/i18n/text.ts";
import type { Block, Paper } from "#platform/paper/paper.ts";
import type { ReportContent, Told, ToldRow, ToldShare } from "./content.ts";
import type { Copy } from "./reports.ts";
import type { PrintedStory } from "./stories.ts";
import { w } from "./words-report.ts";
import { w as story } from "./words-story.ts";

/** What saying a figure needs. */
export interface Voice {
  readonly say: Say;
  readonly language: Language;
  readonly pack: Pack;
}

/** A figure as it is printed; a hidden one is a dash. */
export const told = (voice: Voice, value: Told): string => (value === null ? "–" : formatNumber(value, voice.language));

const share = (voice: Voice, part: number, whole: number): string => formatPercent(whole === 0 ? 0 : part / whole, voice.language, 1);

/** The first sentences of a report. */
export function leadOf(voice: Voice, content: ReportContent): string {
  const period = { from: formatDate(content.from), to: formatDate(content.to) };
  if (content.people === null) return voice.say(w.leadHidden, { ...period, floor: content.floor });
  const first = voice.say(w.leadPeople, { ...period, people: content.people, sessions: content.sessions });
  const sex =
    content.women === null || content.men === null
      ? ""
      : ` ${voice.say(w.saySex, { women: told(voice, content.women), men: told(voice, content.men) })}`;
  return first + sex;
}

/** Money as it is printed in full. */
export function amountOf(voice: Voice, paid: ReportContent["paid"][number]): string {
  const exponent = paid.currency === voice.pack.currency.code ? voice.pack.currency.exponent : 2;
  return formatMoney({ ...paid, exponent }, voice.language);
}

/** What was achieved, sentence by sentence; a sentence whose figure is hidden or absent is left out. */
export function sentencesOf(
  voice: Voice,
  content: ReportContent,
): { readonly plan: string[]; readonly done: string[]; readonly came: string[] } {
  const { say } = voice;
  const { plan, applied, gain } = content;
  const { verified, imported } = content.sureness;
  const planSaid: string[] = [];
  if (plan !== null && plan.people !== null)
    planSaid.push(
      say(w.sayPlan, {
        target: told(voice, plan.target),
        by: formatDate(plan.ends),
        people: told(voice, plan.people),
        until: formatDate(plan.until),
        share: share(voice, plan.people, plan.target),
      }),
    );
  const induction = plan?.induction ?? null;
  if (induction !== null && induction.due !== null && induction.due > 0 && induction.verified !== null) {
    const inducted = induction.verified + (induction.imported ?? 0);
    planSaid.push(
      say(w.sayInducted, {
        due: told(voice, induction.due),
        inducted: told(voice, inducted),
        share: share(voice, inducted, induction.due),
        target: formatPercent(induction.target / 100, voice.language),
      }),
    );
  }
  const done =
    verified === null || imported === null ? [] : [say(w.saySure, { verified: told(voice, verified), imported: told(voice, imported) })];
  for (const paid of content.paid) done.push(say(w.sayPaid, { amount: amountOf(voice, paid) }));
  const came: string[] = [];
  if (content.competent !== null && content.assessed !== null && content.assessed > 0)
    came.push(
      say(w.sayCompetent, {
        competent: told(voice, content.competent),
        entries: told(voice, content.assessed),
        share: share(voice, content.competent, content.assessed),
      }),
    );
  if (applied !== null && applied.verified !== null)
    came.push(
      say(w.sayApplied, {
        tasks: told(voice, applied.tasks),
        verified: told(voice, applied.verified),
        share: share(voice, applied.verified, applied.tasks),
      }),
    );
  if (gain !== null && gain.people !== null && gain.tenths !== null)
    came.push(say(w.sayGain, { people: told(voice, gain.people), points: formatNumber(gain.tenths / 10, voice.language, 1) }));
  return { plan: planSaid, done, came };
}

/** The value of one of our figures by its code, for a partner’s table; null when the report does not print it. */
export function figureOf(voice: Voice, content: ReportContent, code: string): string | null {
  const { gain, applied, plan } = content;
  const simple: Readonly<Record<string, Told | undefined>> = {
    people: content.people,
    entries: content.entries,
    sessions: content.sessions,
    competent: content.competent,
    applied: applied?.verified,
    inducted: plan?.induction?.verified,
  };
  if (code === "gain") return gain?.tenths == null ? null : formatNumber(gain.tenths / 10, voice.language, 1);
  if (code === "paid") return content.paid.length === 0 ? null : content.paid.map((paid) => amountOf(voice, paid)).join("; ");
  const value = simple[code];
  return value === undefined ? null : told(voice, value);
}

function splitTable(voice: Voice, caption: string, head: string, rows: readonly ToldRow[], content: ReportContent): Block[] {
  if (rows.length === 0) return [];
  const { say, language } = voice;
  const unknown = rows.some((row) => row.unknown !== 0);
  const cells = (row: Pick<ToldRow, "women" | "men" | "unknown" | "people">): string[] => [
    told(voice, row.women),
    told(voice, row.men),
    ...(unknown ? [told(voice, row.unknown)] : []),
    told(voice, row.people),
  ];
  const hidden = rows.some((row) => [row.women, row.men, row.unknown, row.people].includes(null));
  return [
    {
      kind: "table",
      caption,
      head: [head, say(w.women), say(w.men), ...(unknown ? [say(w.unknown)] : []), say(w.people)],
      widths: [3, 1, 1, ...(unknown ? [1] : []), 1],
      numeric: unknown ? [1, 2, 3, 4] : [1, 2, 3],
      rows: rows.map((row) => [row.names[language], ...cells(row)]),
      total: [say(w.all), ...cells(content)],
      note: hidden ? say(w.hidden, { floor: content.floor }) : undefined,
    },
  ];
}

function shareTable(voice: Voice, caption: string, head: string, rows: readonly ToldShare[]): Block[] {
  if (rows.length === 0) return [];
  return [
    {
      kind: "table",
      caption,
      head: [head, voice.say(w.people)],
      widths: [4, 1],
      numeric: [1],
      rows: rows.map((row) => [row.names[voice.language], told(voice, row.people)]),
      note: rows.length > 1 ? voice.say(w.overlapping) : undefined,
    },
  ];
}

const texts = (list: readonly string[]): Block[] => list.map((text) => ({ kind: "text", text }));

function planBlocks(voice: Voice, content: ReportContent, said: readonly string[]): Block[] {
  const { plan } = content;
  if (plan === null) return [];
  const { say } = voice;
  const part = (value: Told): number => value ?? 0;
  return [
    { kind: "heading", level: 1, text: say(w.sectionPlan) },
    ...texts(said),
    {
      kind: "bars",
      caption: say(w.planPeople),
      bars: [
        {
          label: say(w.people),
          text: told(voice, plan.people),
          parts: [
            { value: part(plan.sureness.verified), tone: "strong" },
            { value: part(plan.sureness.claimed), tone: "hollow" },
            { value: part(plan.sureness.imported), tone: "soft" },
          ],
          target: plan.target,
        },
      ],
      key: [
        { tone: "strong", text: `${say(w.verified)} ${told(voice, plan.sureness.verified)}` },
        { tone: "hollow", text: `${say(w.claimed)} ${told(voice, plan.sureness.claimed)}` },
        { tone: "soft", text: `${say(w.imported)} ${told(voice, plan.sureness.imported)}` },
        { tone: "target", text: `${say(w.target)} ${told(voice, plan.target)}` },
      ],
      note: plan.source,
    },
  ];
}

function storyBlocks(voice: Voice, stories: readonly PrintedStory[]): Block[] {
  if (stories.length === 0) return [];
  const { say } = voice;
  return [
    { kind: "heading", level: 1, text: say(w.sectionStories) },
    ...stories.flatMap(({ story: one, withdrawnOn }): Block[] => {
      if (one === null)
        return [
          {
            kind: "text",
            size: "small",
            text: withdrawnOn === null ? say(story.erased) : say(story.withdrawnOn, { day: formatDate(withdrawnOn) }),
          },
        ];
      const who = [...(one.name === null ? [] : [one.name]), one.place, formatDate(one.day)].join(", ");
      return [
        { kind: "text", text: say(story.quoted, { words: one.changed }) },
        { kind: "text", size: "small", text: who },
      ];
    }),
  ];
}

function partnerBlocks(voice: Voice, content: ReportContent): Block[] {
  const rows = content.aliases.flatMap(({ figure, code, names }) => {
    const value = figureOf(voice, content, figure);
    return value === null ? [] : [[`${code} ${names[voice.language]}`, value]];
  });
  if (rows.length === 0) return [];
  const { say } = voice;
  return [
    {
      kind: "table",
      caption: say(w.sectionPartner),
      head: [say(w.theirName), say(w.value)],
      widths: [4, 1],
      numeric: [1],
      rows,
    },
  ];
}

/** The paper of a copy. `checkAt` is where anybody can see that it is genuine. */
export function reportPaper(copy: Copy, stories: readonly PrintedStory[], pack: Pack, language: Language, checkAt: string): Paper {
  const voice: Voice = { say: speak(language), language, pack };
  const { say } = voice;
  const { content } = copy;
  const said = sentencesOf(voice, content);
  const label = `${content.reference}/${copy.number}`;
  const figures = [
    { value: told(voice, content.people), label: say(w.people) },
    { value: told(voice, content.sessions), label: say(w.sessions) },
    { value: told(voice, content.entries), label: say(w.entries) },
  ];
  return {
    language,
    title: copy.title[language],
    issuer: say(pack.association.names),
    lead: leadOf(voice, content),
    at: copy.releasedAt ?? copy.recordedAt,
    blocks: [
      { kind: "figures", figures },
      ...(copy.reason === null ? [] : texts([say(w.reasonIs, { reason: copy.reason })])),
      ...partnerBlocks(voice, content),
      ...planBlocks(voice, content, said.plan),
      { kind: "heading", level: 1, text: say(w.sectionDone) },
      ...texts(said.done),
      ...shareTable(voice, say(w.byModality), say(w.modality), content.modalities),
      ...shareTable(voice, say(w.byProgramme), say(w.programme), content.programmes),
      ...(content.years.length > 1 ? shareTable(voice, say(w.byYear), say(w.year), content.years) : []),
      ...(said.came.length === 0 ? [] : [{ kind: "heading", level: 1, text: say(w.sectionCame) } as const]),
      ...texts(said.came),
      { kind: "heading", level: 1, text: say(w.sectionWho) },
      ...splitTable(voice, say(w.byTier), say(w.tier), content.tiers, content),
      ...splitTable(voice, say(w.byDistrict), say(w.district), content.districts, content),
      ...storyBlocks(voice, stories),
      { kind: "heading", level: 1, text: say(w.sectionMeaning) },
      { kind: "facts", facts: copy.definitions.map((one) => ({ term: say(one.name), text: say(one.meaning) })) },
      { kind: "text", size: "small", text: say(w.sealText, { hash: copy.hash }) },
    ],
    foot: {
      reference: `${label} · ${say(w.counted, { day: formatDate(content.counted) })}`,
      // The numbers are put in where the pages are known.
      page: say(w.page, { page: "{page}", pages: "{pages}" }),
      note: checkAt,
      code: checkAt,
    },
  };
}
