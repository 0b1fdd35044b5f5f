/** Invented surroundings of the gallery's pages: who acts, which menus, which languages. */
import type { VNode } from "preact";
import type { Language } from "#platform/i18n/text.ts";
import { Page, type PageProps } from "#platform/ui/page.tsx";

/** One of two wordings, for the two languages in which the gallery is shown. */
export type Pick = (en: string, rw: string) => string;

export const pickFor =
  (lang: Language): Pick =>
  (en, rw) =>
    lang === "rw" ? rw : en;

const LANGUAGE_NAMES = { rw: "Kinyarwanda", en: "English", fr: "Français" } as const;

export interface GalleryProps {
  readonly lang: Language;
  readonly assets: PageProps["assets"];
}

export function Workspace({ current, ...props }: GalleryProps & { readonly current: number } & Omit<PageProps, "area">): VNode {
  const t = pickFor(props.lang);
  const items = [
    t("Today", "Uyu munsi"),
    t("Needs", "Ibikenewe"),
    t("Plan", "Igenamigambi"),
    t("Sessions", "Amahugurwa"),
    t("Forums", "Amahuriro"),
    t("People", "Abantu"),
    t("Reports", "Raporo"),
  ];
  return (
    <Page
      area="workspace"
      ribbon={t("Demonstration data: invented people, figures", "Amakuru y’igerageza, si ukuri")}
      nav={items.map((text, index) => ({ text, href: `/${index}`, current: index === current }))}
      actingAs={{
        post: t("Capacity-building manager", "Umunyamabanga Nshingwabikorwa w’Akagari"),
        entity: t("Association", "Akagari A"),
        action: "/acting",
        csrf: "token",
        choices: [
          {
            name: "post",
            value: "1",
            label: t("Capacity-building manager", "Umunyamabanga Nshingwabikorwa w’Akagari"),
            entity: t("Association", "Akagari A"),
            detail: t("since 03/02/2024", "kuva ku wa 03/02/2024"),
            current: true,
          },
          {
            name: "post",
            value: "2",
            label: t("Secretary, Technical forums", "Umunyamabanga w’amahuriro"),
            detail: t("acting until 30/11/2025", "by’agateganyo kugeza ku wa 30/11/2025"),
          },
          {
            name: "post",
            value: "self",
            label: "Claudine Mukamana",
            detail: t("my own learning and certificates", "amahugurwa n’impamyabumenyi zanjye"),
          },
        ],
        signOut: { action: "/out", text: t("Sign out", "Sohoka") },
      }}
      languages={(["rw", "en", "fr"] as const).map((lang) => ({
        lang,
        text: LANGUAGE_NAMES[lang],
        href: `?lang=${lang}`,
        current: lang === props.lang,
      }))}
      footer={footer(t)}
      {...props}
    />
  );
}

export function footer(t: Pick): PageProps["footer"] {
  return {
    links: [
      t("Accessibility", "Uburyo bworohereza bose"),
      t("Privacy", "Ibanga ry’amakuru"),
      t("How numbers are checked", "Uko imibare igenzurwa"),
      t("Data and feeds", "Amakuru afunguye"),
      t("Contact", "Twandikire"),
    ].map((text) => ({ text, href: "#" })),
    note: (
      <>
        {t("Record sealed 17/11/2025 06:00 at entry 184,302.", "Inyandiko zafunzwe ku wa 17/11/2025 06:00, ku ya 184,302.")}{" "}
        <a href="/verify">{t("Check it yourself", "Bigenzure nawe")}</a>
      </>
    ),
  };
}

export function Portal(props: GalleryProps & Omit<PageProps, "area">): VNode {
  const t = pickFor(props.lang);
  return (
    <Page
      area="portal"
      strapline={t("An association’s members, on\u00a0the\u00a0record", "Abanyamuryango, ku\u00a0mugaragaro")}
      ribbon={t("Demonstration data: invented people, figures", "Amakuru y’igerageza, si ukuri")}
      nav={[
        t("Members", "Abanyamuryango"),
        t("Learning", "Amahugurwa"),
        t("Promises", "Imihigo"),
        t("Recruitment", "Gushaka abakozi"),
        t("Open data", "Amakuru afunguye"),
      ].map((text) => ({ text, href: "#" }))}
      languages={(["rw", "en", "fr"] as const).map((lang) => ({
        lang,
        text: LANGUAGE_NAMES[lang],
        href: `?lang=${lang}`,
        current: lang === props.lang,
      }))}
      footer={footer(t)}
      {...props}
    />
  );
}
