/** Gallery: a page of figures with filters, heat-map, ranked list, tile map, strips and intervals. */
import type { VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import { HeatMap, type HeatCell } from "#platform/ui/charts/heat-map.tsx";
import { IntervalPlot } from "#platform/ui/charts/interval.tsx";
import { Ranked } from "#platform/ui/charts/ranked.tsx";
import { Strip } from "#platform/ui/charts/strip.tsx";
import { TileMap } from "#platform/ui/charts/tile-map.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import { Filters } from "#platform/ui/lists.tsx";
import { Columns, Section } from "#platform/ui/parts.tsx";
import { levelsOf, randomOf, tilesOf } from "./data.ts";
import { type GalleryProps, type Pick, pickFor, Workspace } from "./shell.tsx";

type Inside = { readonly lang: "en" | "rw" | "fr"; readonly t: Pick };

const one = (value: number): string => formatNumber(value, "en", 1);

function cellsOf(count: number, seed: number): HeatCell[] {
  const random = randomOf(seed);
  random();
  return Array.from({ length: count }, () => {
    const draw = random();
    if (draw < 0.12) return { kind: "absent" };
    if (draw < 0.22) return { kind: "suppressed" };
    return { kind: "value", value: random() * 2.6, href: "/answers", corner: random() < 0.15 };
  });
}

export function heatOf({ lang, t }: Inside): Parameters<typeof HeatMap>[0] {
  const subjects = [
    t("Procurement and contracts", "Amasoko n’amasezerano"),
    t("Complaints and mediation", "Ibibazo n’ubuhuza"),
    t("Digital, data and records", "Ikoranabuhanga, amakuru n’inyandiko"),
    t("Accounting, controls, audit", "Icungamutungo, igenzura n’igenzurwa"),
    t("Planning", "Igenamigambi n’ikurikiranabikorwa"),
    t("Participation and inclusion", "Uruhare rwa bose no kudaheza"),
    t("Human resources", "Imicungire y’abakozi"),
  ];
  const heads = [
    [t("Executive secretary", "Umunyamabanga Nshingwabikorwa"), t("ES", "UN"), "212"],
    [t("Economic officer", "Ushinzwe ubukungu n’imibereho"), t("Econ", "Ubuk"), "188"],
    [t("Planning", "Igenamigambi"), t("Plan", "Igen"), "96"],
    [t("Finance", "Imari"), t("Fin", "Imari"), "31"],
    [t("Procurement", "Amasoko"), t("Proc", "Amas"), "30"],
    [t("Human resources", "Abakozi"), t("HR", "Abak"), "28"],
    [t("Records", "Ishyinguranyandiko"), t("Rec", "Inya"), "29"],
    [t("Members", "Abajyanama"), t("Memb", "Abaj"), "140"],
  ] as const;
  const title = t("Gap by subject and post", "Icyuho ku isomo no ku mwanya");
  return {
    say: speak(lang),
    heading: "none",
    about: {
      title,
      unit: t(
        "Median gap in levels, wanted minus now, scale 1 to 5",
        "Icyuho cyo hagati mu ntera, icyifuzwa ukuyemo ikiriho, kuva kuri 1 kugeza kuri 5",
      ),
      source: t("754 answers", "ibisubizo 754"),
      date: "31/10/2025",
      label: title,
      svgHref: "/heat.svg",
    },
    rowsHead: t("Subject", "Isomo"),
    columns: heads.map(([head, short, note]) => ({ head, short, note })),
    rows: subjects.map((head, index) => ({ head, cells: cellsOf(8, index * 991 + 7) })),
    breaks: [0.5, 1, 1.5, 2],
    steps: [t("under 0.5", "munsi ya 0.5"), "0.5–0.9", "1.0–1.4", "1.5–1.9", t("2.0 or more", "2.0 n’irenga")],
    corner: t("mostly not a skill gap: a course will not close it", "ahanini si icyuho cy’ubumenyi: amahugurwa ntiyagikemura"),
    floor: 5,
    format: one,
  };
}

export function rankedOf({ lang, t }: Inside): Parameters<typeof Ranked>[0] {
  const title = t("Ranked needs", "Ibikenewe bikurikiranye");
  const item = (en: string, rw: string, detail: string, now: number, wanted: number, tone: "good" | "watch" | "info", tag: string) => ({
    title: t(en, rw),
    href: "#",
    detail,
    now,
    wanted,
    label: t(`Level now ${now}, level wanted ${wanted}`, `Intera y’ubu ${now}, icyifuzwa ${wanted}`),
    tag: { tone, text: tag },
  });
  return {
    say: speak(lang),
    heading: "none",
    about: {
      title,
      unit: t(
        "Gap × importance × people reached ÷ cost. “Place 2 to 5” is how far a need moves when the weights change.",
        "Icyuho × akamaro × abo bigeraho ÷ ikiguzi.",
      ),
      source: t("754 answers", "ibisubizo 754"),
      date: "31/10/2025",
      label: title,
      tableHref: "/ranked",
      svgHref: "/ranked.svg",
    },
    domain: [1, 5],
    nowWord: t("level now", "intera y’ubu"),
    wantedWord: t("level wanted", "intera yifuzwa"),
    items: [
      item(
        "Handling complaints to a first answer",
        "Gukemura ibibazo kugera ku gisubizo cya mbere",
        t("Executive secretaries. 96 answers. Place 1 to 2", "Abanyamabanga Nshingwabikorwa. Ibisubizo 96. Umwanya 1 kugeza 2"),
        1.9,
        4,
        "good",
        t("Course: line 17 of the plan", "Amahugurwa: umurongo wa 17 w’igenamigambi"),
      ),
      item(
        "Managing a contract after signature",
        "Gucunga amasezerano nyuma yo kuyasinya",
        t("Procurement officers. 28 answers. Place 1 to 3", "Abashinzwe amasoko. Ibisubizo 28. Umwanya 1 kugeza 3"),
        1.6,
        4,
        "good",
        t("Course and mentor", "Amahugurwa n’umutoza"),
      ),
      item(
        "Keeping records others can use",
        "Kubika inyandiko abandi bakoresha",
        t("400 answers. Place 2 to 5", "Ibisubizo 400. Umwanya 2 kugeza 5"),
        1.7,
        3.9,
        "watch",
        t("Not a course: 61% say tools are missing", "Si amahugurwa: 61% bavuga ko ibikoresho bibura"),
      ),
      item(
        "Reading an audit report",
        "Gusoma raporo y’igenzura",
        t("140 answers. Place 3 to 6", "Ibisubizo 140. Umwanya 3 kugeza 6"),
        2.1,
        4,
        "info",
        t("No response yet, day 41", "Nta gisubizo kiraboneka, umunsi wa 41"),
      ),
    ],
  };
}

export function stripOf({ lang, t }: Inside): Parameters<typeof Strip>[0] {
  const title = t("How far apart the answers are", "Uko ibisubizo bitandukanye");
  return {
    say: speak(lang),
    heading: "none",
    about: {
      title,
      unit: t(
        "Level now. One stroke is one place’s median; no place is named.",
        "Intera y’ubu. Akarongo kamwe ni ahantu hamwe; nta hantu havugwa izina.",
      ),
      source: t("754 answers", "ibisubizo 754"),
      date: "31/10/2025",
      label: title,
      svgHref: "/strip.svg",
    },
    rows: [
      { label: t("Executive secretaries", "Abanyamabanga Nshingwabikorwa"), values: levelsOf(1.9, 11) },
      { label: t("Economic officers", "Abashinzwe ubukungu"), values: levelsOf(2.2, 12) },
      {
        label: t("Human resources", "Abashinzwe abakozi"),
        values: levelsOf(3.1, 13),
        own: { value: 3.4, label: t("your office: 3.4", "ibiro byanyu: 3.4") },
      },
    ],
    domain: [1, 5],
    scale: [t("1 absent", "1 nta na kimwe"), "3", t("5 teaches", "5 yigisha abandi")],
    format: one,
    words: { median: t("middle place", "ahantu ho hagati"), half: t("middle half", "igice cyo hagati") },
    rowLabel: (row) =>
      t(
        `${row.label}: median ${row.median}, middle half ${row.low} to ${row.high}.`,
        `${row.label}: hagati ${row.median}, kuva kuri ${row.low} kugeza kuri ${row.high}.`,
      ),
  };
}

export function intervalOf({ lang, t }: Inside): Parameters<typeof IntervalPlot>[0] {
  const title = t("Which offices differ from their like?", "Ni ibihe biro bitandukanye n’ibisa na byo?");
  return {
    say: speak(lang),
    heading: "none",
    about: {
      title,
      unit: t("Share answered in time, shrunken to the group, 95% interval", "Igipimo cy’ibisubijwe ku gihe, hamwe n’intera ya 95%"),
      source: "Inteko",
      date: "31/10/2025",
      label: title,
      svgHref: "/interval.svg",
    },
    domain: [0, 100],
    format: (value) => `${Math.round(value)}%`,
    words: {
      value: t("estimate", "ikigereranyo"),
      interval: t("95% interval", "intera ya 95%"),
      reference: t("middle of the group", "hagati mu itsinda"),
    },
    groups: [
      {
        title: t("Mostly towns", "Ahanini imijyi"),
        reference: 72,
        rows: [
          { label: "Isano", href: "#", value: 81, low: 74, high: 87, note: t("240 records", "inyandiko 240") },
          { label: "Nyarukenge", href: "#", value: 70, low: 61, high: 78 },
        ],
      },
      {
        title: t("Far from a paved road", "Kure y’umuhanda wa kaburimbo"),
        reference: 58,
        rows: [
          { label: "Tumbakata", href: "#", value: 55, low: 40, high: 69, note: t("31 records", "inyandiko 31") },
          { label: "Vunga", href: "#", value: 44, low: 35, high: 53 },
        ],
      },
    ],
    children: (
      <p>
        {t(
          "A filled point differs from the middle of its group. The others may only differ by chance.",
          "Akadomo kuzuye gatandukanye n’ibisa na ko.",
        )}
      </p>
    ),
  };
}

export function askedOf({ lang, t }: Inside): Parameters<typeof TileMap>[0] {
  const title = t("Who asks for contract management", "Abasaba gucunga amasezerano");
  return {
    say: speak(lang),
    heading: "none",
    about: {
      title,
      unit: t(
        "People in post who named it. A count of requests, not a score.",
        "Abari mu myanya babivuze. Ni umubare w’ababisabye, si amanota.",
      ),
      source: t("754 answers", "ibisubizo 754"),
      date: "31/10/2025",
      label: title,
      svgHref: "/tiles.svg",
    },
    tiles: tilesOf(21, 5).map((tile) => (tile.value !== null && tile.value < 3 ? { ...tile, value: null, text: "<5" } : tile)),
    breaks: [5, 10, 15, 19],
    steps: ["0–4", "5–9", "10–14", "15–18", t("19 or more", "19 n’irenga")],
    keyTitle: t("People", "Abantu"),
    keyAt: { column: 5, row: 5 },
    outlineNote: t("Black outline: three tiles, one member.", "Umurongo wirabura: utuzu dutatu, umunyamuryango umwe."),
    format: String,
    heads: [t("Place", "Ahantu"), t("People", "Abantu")],
  };
}

export function NeedsPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  const inside = { lang, t };
  const any = (en: string, rw: string) => [{ value: "", text: t(en, rw) }];
  return (
    <Workspace
      lang={lang}
      assets={assets}
      current={1}
      title={t("Where the gaps are", "Aho icyuho kiri")}
      lead={t(
        "754 answers from 30 places, September to October 2025. Darker means further from the level people want to reach.",
        "Ibisubizo 754 by’ahantu 30, Nzeri–Ukwakira 2025. Ahijimye cyane ni ho hari icyuho kinini.",
      )}
    >
      <Filters
        say={speak(lang)}
        action="/needs"
        fields={[
          { name: "year", label: t("Fiscal year", "Umwaka w’ingengo y’imari"), options: [{ value: "2025", text: "2025/2026" }] },
          { name: "area", label: t("Area", "Ahantu"), options: any("All places", "Ahantu hose") },
          { name: "source", label: t("Source", "Inkomoko"), options: any("All sources", "Inkomoko zose") },
          { name: "response", label: t("Response", "Igisubizo"), options: any("Any", "Icyo ari cyo cyose") },
        ]}
        more={[{ name: "q", label: t("Words", "Amagambo"), type: "search" }]}
        result={t("754 of 1,102, fiscal year 2025/2026", "754 muri 1,102, umwaka wa 2025/2026")}
        clearHref="/needs"
      />
      <Section id="gap" title={t("Gap by subject and post", "Icyuho ku isomo no ku mwanya")}>
        <HeatMap {...heatOf(inside)} />
      </Section>
      <Section id="ranked" title={t("Ranked needs", "Ibikenewe bikurikiranye")}>
        <Ranked {...rankedOf(inside)} />
      </Section>
      <Columns>
        <Section id="asked" title={t("Who asks for contract management", "Abasaba gucunga amasezerano")}>
          <TileMap {...askedOf(inside)} />
        </Section>
        <Section id="apart" title={t("How far apart the answers are", "Uko ibisubizo bitandukanye")}>
          <Strip {...stripOf(inside)} />
        </Section>
      </Columns>
      <Section id="differ" title={t("Which offices differ from their like?", "Ni ibihe biro bitandukanye n’ibisa na byo?")}>
        <IntervalPlot {...intervalOf(inside)} />
      </Section>
    </Workspace>
  );
}
