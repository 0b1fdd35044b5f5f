/** Gallery: a record's chain with a trend, records one by one, its history, bars and facts. */
import type { VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import { Bars } from "#platform/ui/charts/bars.tsx";
import { Chain } from "#platform/ui/charts/chain.tsx";
import { Trend } from "#platform/ui/charts/trend.tsx";
import { UnitRow } from "#platform/ui/charts/unit-row.tsx";
import { Button } from "#platform/ui/forms.tsx";
import { Section, Timeline } from "#platform/ui/parts.tsx";
import { type GalleryProps, type Pick, pickFor, Workspace } from "./shell.tsx";

type Inside = { readonly lang: "en" | "rw" | "fr"; readonly t: Pick };

export function chainOf({ t }: Inside): Parameters<typeof Chain>[0] {
  return {
    label: t("The chain", "Uruhererekane"),
    steps: [
      {
        kind: t("Need", "Igikenewe"),
        title: t("Complaints wait too long for a first answer", "Ibibazo bitinda kubona igisubizo cya mbere"),
        href: "#",
        value: t("2.1 levels", "Intera 2.1"),
        detail: t("short of what people want", "munsi y’icyifuzwa"),
        of: "verified",
        proved: true,
        tag: { tone: "good", text: t("Accepted", "Byemejwe") },
      },
      {
        kind: t("Plan line", "Umurongo w’igenamigambi"),
        title: t("Line 17: Complaint handling", "Umurongo wa 17: Gukemura ibibazo"),
        href: "#",
        value: "RWF 18.4 m",
        detail: t("28 seats", "imyanya 28"),
        of: "verified",
        proved: true,
        tag: { tone: "good", text: t("Adopted", "Byemejwe") },
      },
      {
        kind: t("Session", "Amahugurwa"),
        title: t("Three days in July 2025", "Iminsi itatu muri Nyakanga 2025"),
        href: "#",
        value: t("26 of 28", "26 muri 28"),
        detail: t("came; 22 reached the standard", "baraje; 22 bageze ku rugero"),
        of: "verified",
        proved: true,
        tag: { tone: "good", text: t("Closed", "Byasojwe") },
      },
      {
        kind: t("At work", "Ku kazi"),
        title: t("Answer within 5 working days", "Gusubiza mu minsi 5 y’akazi"),
        href: "#",
        value: t("13 of 22", "13 muri 22"),
        detail: t("seen by a supervisor", "byabonywe n’umuyobozi"),
        of: "verified",
        proved: false,
        tag: { tone: "watch", text: t("4 to answer", "4 bategerejwe") },
      },
      {
        kind: t("Result", "Umusaruro"),
        title: t("Days to a first answer", "Iminsi yo kubona igisubizo"),
        href: "#",
        value: "21 → 9",
        detail: t("since April; target 7", "kuva muri Mata; intego 7"),
        of: "claimed",
        proved: false,
        tag: { tone: "info", text: t("Claimed", "Byavuzwe"), mark: "claimed" },
      },
      {
        kind: t("Told back", "Byasubijwe abaturage"),
        title: "Inteko y’Abaturage",
        href: "#",
        value: "28/11/2025",
        detail: t("planned, not yet held", "biteganyijwe, ntibirakorwa"),
        of: "nothing",
        proved: false,
        tag: { tone: "rest", text: t("Planned", "Biteganyijwe") },
      },
    ],
  };
}

export function trendOf({ lang, t }: Inside): Parameters<typeof Trend>[0] {
  const values = [21, 22, 20, 21, 17, 13, 10, 9];
  const names = t("Apr May Jun Jul Aug Sep Oct Nov", "Mata Gic Kam Nyak Kan Nze Ukw Ugu").split(" ");
  return {
    say: speak(lang),
    about: {
      title: t("Median working days to a first answer", "Iminsi y’akazi yo hagati yo kubona igisubizo cya mbere"),
      unit: t("All offices of one member, 2025", "Ibiro byose by’umunyamuryango umwe, 2025"),
      source: "Inteko",
      date: "14/11/2025",
      label: t(
        "Median days to a first answer fell from 21 in April to 9 in November 2025; target 7",
        "Iminsi yavuye kuri 21 muri Mata igera kuri 9 mu Gushyingo 2025; intego ni 7",
      ),
      svgHref: "/trend.svg",
    },
    points: values.map((value, index) => ({
      at: index,
      name: names[index] ?? "",
      value,
      of: index === 7 ? ("claimed" as const) : ("verified" as const),
    })),
    target: { value: 7, label: t("Target 7", "Intego 7") },
    events: [{ at: 3.75, label: t("Session, July", "Amahugurwa, Nyakanga") }],
    band: {
      label: t("12 alike", "12 bisa"),
      key: t("middle half of 12 of the same kind", "igice cyo hagati cy’ibisa 12"),
      points: [
        { at: 0, low: 17, high: 24 },
        { at: 7, low: 16, high: 23 },
      ],
    },
    format: (value) => String(Math.round(value)),
    heads: [t("Month", "Ukwezi"), t("Days", "Iminsi")],
    children: (
      <p>
        {t(
          "The course contributed. A new register also arrived in May, so we do not say it caused the whole change.",
          "Amahugurwa yabigizemo uruhare. Igitabo gishya na cyo cyaje muri Gicurasi.",
        )}
      </p>
    ),
  };
}

export function unitsOf({ lang, t }: Inside): Parameters<typeof UnitRow>[0] {
  return {
    say: speak(lang),
    heading: "none",
    about: {
      title: t("Seen at work", "Byabonywe ku kazi"),
      unit: t(
        "22 people said what they would do differently. Their supervisors were asked after 90 days.",
        "Abantu 22 bavuze icyo bazahindura. Abayobozi babo babajijwe nyuma y’iminsi 90.",
      ),
      source: "Inteko",
      date: "14/11/2025",
      label: t("13 of 22 verified, 5 claimed, 4 without an answer", "13 muri 22 byagenzuwe"),
      tableHref: "/units",
      svgHref: "/units.svg",
    },
    counts: [
      { of: "verified", count: 13, words: t("13 verified by a supervisor", "13 byagenzuwe n’umuyobozi") },
      { of: "claimed", count: 5, words: t("5 claimed", "5 byavuzwe") },
      { of: "nothing", count: 4, words: t("4 no answer yet", "4 nta gisubizo") },
    ],
  };
}

export function barsOf({ lang, t }: Inside): Parameters<typeof Bars>[0] {
  return {
    say: speak(lang),
    about: {
      title: t("Answers by way in", "Ibisubizo uko byaje"),
      unit: t("Number of answers", "Umubare w’ibisubizo"),
      source: "Inteko",
      date: "14/11/2025",
      label: t("Most answers came by phone", "Ibyinshi byaje kuri telefoni"),
      svgHref: "/bars.svg",
    },
    rows: [
      { label: t("Phone without signal", "Telefoni itari ifite umuyoboro"), value: 412, of: "verified", href: "#" },
      { label: t("Paper, typed in later", "Impapuro, zandukuwe nyuma"), value: 230, of: "claimed", target: 300 },
      { label: "SMS", value: 112, of: "imported" },
    ],
    format: String,
    heads: [t("Way in", "Inzira"), t("Answers", "Ibisubizo")],
  };
}

function History({ t }: Inside): VNode {
  return (
    <Section id="history" title={t("What happened", "Ibyabaye")}>
      <Timeline
        entries={[
          {
            date: "14/11/2025",
            datetime: "2025-11-14",
            text: t("The member reported 9 days for November", "Umunyamuryango yatangaje iminsi 9 mu Gushyingo"),
            by: t("Executive Secretary", "Umunyamabanga Nshingwabikorwa"),
          },
          {
            date: "22/10/2025",
            datetime: "2025-10-22",
            text: t("Supervisors confirmed 13 changes at work", "Abayobozi bemeje impinduka 13 ku kazi"),
            by: t("Head’s office", "Ibiro by’umuyobozi"),
          },
          {
            date: "12/10/2024",
            datetime: "2024-10-12",
            text: t("Need recorded from 14 answers and a document check", "Igikenewe cyanditswe hashingiwe ku bisubizo 14"),
            by: t("Capacity-building department", "Ishami ryo kongera ubushobozi"),
          },
        ]}
      >
        <a href="#all">{t("All 23 entries", "Byose uko ari 23")}</a>
        <a href="#print">{t("Print", "Andika ku rupapuro")}</a>
      </Timeline>
    </Section>
  );
}

export function ChainPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  const inside = { lang, t };
  return (
    <Workspace
      lang={lang}
      assets={assets}
      current={1}
      title={t("Faster first answers to complaints", "Gusubiza vuba ibibazo by’abaturage")}
      lead={t(
        "Every step opens the record behind it; the dotted part is still to be proved.",
        "Buri ntambwe ifungura inyandiko yayo; ahari utudomo haracyakeneye ibimenyetso.",
      )}
      breadcrumbs={[{ text: t("Needs", "Ibikenewe"), href: "#" }, { text: "Alo", href: "#" }, { text: "CNA-2024-0412" }]}
    >
      <Section id="chain" title={t("The chain", "Uruhererekane")} titleHidden card>
        <Chain {...chainOf(inside)} />
      </Section>
      <div class="in-two in-two--aside">
        <div>
          <Section id="changed" title={t("What changed", "Ibyahindutse")}>
            <Trend {...trendOf(inside)} />
          </Section>
          <Section id="seen" title={t("Seen at work", "Byabonywe ku kazi")} card>
            <UnitRow {...unitsOf(inside)} />
            <Button size="small">{t("Ask the four supervisors", "Baza abo bayobozi bane")}</Button>
          </Section>
          <Section id="ways" title={t("Ways in", "Inzira")}>
            <Bars {...barsOf(inside)} />
          </Section>
        </div>
        <History {...inside} />
      </div>
    </Workspace>
  );
}
