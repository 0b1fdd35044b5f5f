/** Gallery: a list with filters, sorting, pages and files, and a record's facts, tasks and an empty list. */
import type { VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import { Button } from "#platform/ui/forms.tsx";
import { ListPage, Pages, SummaryList, TaskList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Card, EmptyState, Section } from "#platform/ui/parts.tsx";
import { PrintFoot, PrintHead, QrSlot, SignatureBlocks } from "#platform/ui/print.tsx";
import { type GalleryProps, pickFor, Workspace } from "./shell.tsx";

export function RecordPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  const say = speak(lang);
  const rows = [
    {
      name: t("Complaint handling", "Gukemura ibibazo by’abaturage"),
      where: "Rusigari",
      seats: 28,
      tone: "good" as const,
      status: t("Closed", "Byasojwe"),
    },
    {
      name: t("Contract management", "Gucunga amasezerano"),
      where: "Hindiro",
      seats: 30,
      tone: "info" as const,
      status: t("Open", "Birafunguye"),
    },
  ];
  return (
    <Workspace
      lang={lang}
      assets={assets}
      current={3}
      title={t("Sessions", "Amahugurwa")}
      caption={t("List", "Urutonde")}
      lead={t("Sessions of this fiscal year.", "Amahugurwa y’uyu mwaka w’ingengo y’imari.")}
      actions={<Button href="/new">{t("Plan a session", "Tegura amahugurwa")}</Button>}
    >
      <ListPage
        say={say}
        filters={{
          action: "/sessions",
          fields: [
            { name: "where", label: t("Place", "Ahantu"), options: [{ value: "", text: t("All", "Hose") }] },
            { name: "q", label: t("Words", "Amagambo"), type: "search" },
          ],
          more: [{ name: "from", label: t("From", "Kuva"), type: "date", value: "2025-07-01" }],
          result: t("2 of 118", "2 muri 118"),
          clearHref: "/sessions",
        }}
        table={{
          caption: t("Sessions", "Amahugurwa"),
          columns: [
            { key: "name", head: t("Session", "Amahugurwa"), cell: (row) => <a href="#s">{row.name}</a>, sortable: true },
            { key: "where", head: t("Place", "Ahantu"), cell: (row) => row.where, sortable: true },
            { key: "seats", head: t("Seats", "Imyanya"), cell: (row) => row.seats, numeric: true, sortable: true },
            { key: "status", head: t("Now", "Ubu"), cell: (row) => <StatusTag tone={row.tone}>{row.status}</StatusTag> },
          ],
          rows,
          sort: { key: "seats", descending: true },
          sortHref: (sort) => `?sort=${sort.key}&down=${sort.descending}`,
        }}
        pages={{ current: 3, last: 9, href: (page) => `?page=${page}` }}
        downloads={[
          { href: "/sessions.csv", format: "CSV" },
          { href: "/sessions.xlsx", format: "XLSX" },
        ]}
      />
      <Section id="facts" title={t("Facts", "Ibiriho")}>
        <SummaryList
          rows={[
            {
              key: t("Place", "Ahantu"),
              value: "Rusigari",
              actions: [{ href: "#c", text: t("Change", "Hindura"), hidden: t("place", "ahantu") }],
            },
            { key: t("Seats", "Imyanya"), value: "28" },
          ]}
        />
        <TaskList
          tasks={[
            {
              title: t("Invite people", "Tumira abantu"),
              href: "#i",
              status: <StatusTag tone="good">{t("Done", "Byarangiye")}</StatusTag>,
              hint: t("27 of 28 have answered", "27 muri 28 basubije"),
            },
            { title: t("Close attendance", "Soza ubwitabire"), status: t("Cannot start yet", "Ntibiratangira") },
          ]}
        />
        <Pages say={say} current={1} last={1} href={String} />
      </Section>
      <PrintHead
        say={say}
        issuer={t("Association", "Ihuriro")}
        title={t("Session record", "Inyandiko y’amahugurwa")}
        reference="S-2025-0118"
        date="17/11/2025"
        language={t("English", "Kinyarwanda")}
      />
      <SignatureBlocks
        say={say}
        signatories={[
          { post: t("Executive Secretary", "Umunyamabanga Nshingwabikorwa"), name: "Claudine Mukamana" },
          { post: t("Training coordinator", "Umuhuzabikorwa w’amahugurwa") },
        ]}
      />
      <PrintFoot
        say={say}
        reference="S-2025-0118"
        entry="184,302"
        code={
          <QrSlot
            label="S-2025-0118"
            modules={[
              [true, false, true],
              [false, true, false],
              [true, true, true],
            ]}
          />
        }
      />
      <Section id="empty" title={t("Waiting", "Ibitegerejwe")}>
        <EmptyState action={{ href: "#q", text: t("See the questionnaires", "Reba ibibazo") }}>
          {t(
            "No need without an answer. The next questionnaires close on 31/10/2025.",
            "Nta gikenewe kidafite igisubizo. Ibibazo bikurikira birangira ku wa 31/10/2025.",
          )}
        </EmptyState>
        <Card>{t("A frame.", "Agasanduku.")}</Card>
      </Section>
    </Workspace>
  );
}
