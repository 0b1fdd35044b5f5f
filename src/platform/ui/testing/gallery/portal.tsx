/** Gallery: the portal's home page with doors, a funnel, a tile map and a table of promises. */
import type { VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import { Funnel } from "#platform/ui/charts/funnel.tsx";
import { TileMap } from "#platform/ui/charts/tile-map.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Columns, Doors, Section, SurenessCard } from "#platform/ui/parts.tsx";
import { tilesOf } from "./data.ts";
import { type GalleryProps, type Pick, pickFor, Portal } from "./shell.tsx";

function Course({ lang, t }: { readonly lang: "en" | "rw" | "fr"; readonly t: Pick }): VNode {
  const title = t("From a seat in a course to a change at work", "Kuva ku ntebe y’amahugurwa kugera ku mpinduka ku kazi");
  return (
    <Section id="course" title={title}>
      <Funnel
        say={speak(lang)}
        lang={lang}
        heading="none"
        about={{
          title,
          unit: t(
            "118 sessions, fiscal year 2025/2026 so far. Counted by enrolment.",
            "Amahugurwa 118, umwaka w’ingengo y’imari 2025/2026. Habarwa abiyandikishije.",
          ),
          source: "Inteko",
          date: "17/11/2025",
          label: title,
          tableHref: "/funnel",
          svgHref: "/funnel.svg",
        }}
        steps={[
          { value: 4320, word: t("enrolled", "biyandikishije"), of: "verified", note: t("1,685 women, 39%", "abagore 1,685, 39%") },
          {
            value: 4018,
            word: t("attended", "bitabiriye"),
            of: "verified",
            shareText: (share) => t(`${share} of those enrolled`, `${share} by’abiyandikishije`),
          },
          {
            value: 3375,
            word: t("reached the standard", "bageze ku rugero rusabwa"),
            of: "verified",
            shareText: (share) => t(`${share} of those who came`, `${share} by’abitabiriye`),
          },
          {
            value: 1384,
            word: t("use it at work after 90 days", "babikoresha ku kazi nyuma y’iminsi 90"),
            of: "claimed",
            shareText: (share) => t(`${share} of those who reached it`, `${share} by’abakigezeho`),
          },
        ]}
      />
    </Section>
  );
}

function Places({ lang, t }: { readonly lang: "en" | "rw" | "fr"; readonly t: Pick }): VNode {
  const title = t("Find your place", "Shaka aho ubarizwa");
  return (
    <Section id="places" title={title}>
      <TileMap
        say={speak(lang)}
        heading="none"
        about={{
          title,
          unit: t("Sessions held there since 01/07/2025", "Amahugurwa yahabereye kuva ku wa 01/07/2025"),
          source: "Inteko",
          date: "17/11/2025",
          label: title,
          tableHref: "/places",
          svgHref: "/places.svg",
        }}
        tiles={tilesOf(8, 1)}
        breaks={[1, 3, 5, 7]}
        steps={["0", "1–2", "3–4", "5–6", t("7 or more", "7 n’irenga")]}
        keyTitle={t("Sessions", "Amahugurwa")}
        keyAt={{ column: 5, row: 5 }}
        outlineNote={t("Black outline: three tiles, one member.", "Umurongo wirabura: utuzu dutatu, umunyamuryango umwe.")}
        format={String}
        heads={[t("Place", "Ahantu"), t("Sessions", "Amahugurwa")]}
      />
    </Section>
  );
}

function Promises({ lang, t }: { readonly lang: "en" | "rw" | "fr"; readonly t: Pick }): VNode {
  const done = { tone: "good" as const, now: t("Done", "Byarangiye") };
  const rows = [
    {
      promise: t("One complaint register in every office", "Igitabo kimwe cy’ibibazo muri buri biro"),
      who: t("Executive secretaries", "Abanyamabanga Nshingwabikorwa"),
      ...done,
    },
    {
      promise: t("Exam dates published 15 working days before", "Amatariki y’ibizamini atangazwa iminsi 15 y’akazi mbere"),
      who: t("Recruitment", "Ishami rishinzwe gushaka abakozi"),
      ...done,
    },
    {
      promise: t("Shared list of checked trainers", "Urutonde rusangiwe rw’abahugura bagenzuwe"),
      who: t("Capacity building", "Ishami ryo kongera ubushobozi"),
      tone: "info" as const,
      now: t("Doing", "Birakorwa"),
    },
    {
      promise: t("Office hours on every notice board", "Amasaha y’akazi kuri buri gihumurizamatangazo"),
      who: t("Economic officers", "Abakozi bashinzwe ubukungu"),
      tone: "watch" as const,
      now: t("Due 28/11/2025", "Bitarenze 28/11/2025"),
    },
  ];
  const title = t("Promises, and where they stand", "Imihigo n’aho igeze");
  return (
    <Section id="promises" title={title} note={t("Forum of 14/05/2025: four promises", "Ihuriro ryo ku wa 14/05/2025: imihigo ine")}>
      <DataTable
        say={speak(lang)}
        caption={title}
        columns={[
          { key: "promise", head: t("Promise", "Umuhigo"), cell: (row) => row.promise },
          { key: "who", head: t("Who", "Ubishinzwe"), cell: (row) => row.who },
          { key: "now", head: t("Now", "Ubu"), cell: (row) => <StatusTag tone={row.tone}>{row.now}</StatusTag> },
        ]}
        rows={rows}
      />
    </Section>
  );
}

export function PortalPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  return (
    <Portal
      lang={lang}
      assets={assets}
      title={t("What your office needed, what was done, what changed", "Ibyo ibiro byanyu byari bikeneye, ibyakozwe, ibyahindutse")}
      lead={t("Every figure here leads back to the record behind it.", "Buri mubare uri hano ukugeza ku nyandiko wavuyemo.")}
      hero={{
        search: {
          action: "/find",
          name: "q",
          label: t("Find a place, a course or a promise", "Shaka ahantu, amahugurwa cyangwa umuhigo"),
          placeholder: t("Place, course or promise", "Ahantu, amahugurwa…"),
          button: t("Find", "Shaka"),
        },
      }}
    >
      <Doors
        doors={[
          {
            href: "#",
            title: t("Check a certificate", "Genzura impamyabumenyi"),
            text: t("Name, course and date. Nothing else.", "Izina, amahugurwa n’itariki. Nta kindi."),
          },
          {
            href: "#",
            title: t("See coming events", "Reba ibiteganyijwe"),
            text: t("37 sessions and forums until 30/06/2026", "Amahugurwa n’amahuriro 37 kugeza ku wa 30/06/2026"),
          },
          {
            href: "#",
            title: t("Follow an examination", "Kurikirana ikizamini"),
            text: t("Dates, places, results by code, appeals", "Amatariki, ahantu, amanota kuri kode, ubujurire"),
          },
          {
            href: "#",
            title: t("Ask for information", "Saba amakuru"),
            text: t("68 of 73 requests answered within 3 working days", "68 muri 73 byasubijwe mu minsi 3 y’akazi"),
          },
        ]}
      />
      <Course lang={lang} t={t} />
      <Columns>
        <Places lang={lang} t={t} />
        <Promises lang={lang} t={t} />
      </Columns>
      <Section id="sure" title={t("How sure is a number?", "Umubare wizewe ute?")} card>
        <p>
          {t(
            "The fuller the lozenge, the surer the number. You will see these three marks beside every figure.",
            "Uko akamenyetso kuzura ni ko umubare wizewe. Ibi bimenyetso bitatu uzabibona iruhande rwa buri mubare.",
          )}
        </p>
        <Columns kind="thirds">
          <SurenessCard of="claimed" title={t("Claimed", "Byavuzwe")}>
            {t("Said by the person responsible. Nobody else has looked yet.", "Byavuzwe n’ubishinzwe. Nta wundi urabireba.")}
          </SurenessCard>
          <SurenessCard of="imported" title={t("Imported", "Byavanywe ahandi")}>
            {t("Taken from another system, with its name and date.", "Byavanywe mu yindi sisitemu, hamwe n’izina n’itariki byayo.")}
          </SurenessCard>
          <SurenessCard of="verified" title={t("Verified", "Byagenzuwe")}>
            {t("Checked by a second person in another post.", "Byagenzuwe n’undi muntu uri ku wundi mwanya.")}
          </SurenessCard>
        </Columns>
      </Section>
    </Portal>
  );
}
