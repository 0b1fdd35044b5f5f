/** Key achievements for everybody: what the newest release says, and all releases. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Link } from "#platform/ui/link.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Copy } from "../reports.ts";
import { w } from "../words-report.ts";
import { ReportBody, type BodyProps } from "./report-body.tsx";
import { FileLinks, StateTag } from "./reports.tsx";

export interface PublicProps {
  readonly shell: Shell;
  readonly newest: {
    readonly copy: Copy;
    readonly lead: string;
    readonly body: Omit<BodyProps, "shell" | "content" | "reason" | "definitions">;
  } | null;
  readonly releases: readonly Copy[];
}

export function PublicView({ shell, newest, releases }: PublicProps): VNode {
  const { say, language } = shell;
  return (
    <Frame shell={shell} area="portal" title={say(w.publicTitle)} lead={newest?.lead ?? say(w.publicLead)} current={paths.published}>
      {newest === null ? (
        <EmptyState action={{ href: "/public-needs", text: say(w.publicNoneAction) }}>{say(w.publicNone)}</EmptyState>
      ) : (
        <>
          <ReportBody
            shell={shell}
            content={newest.copy.content}
            definitions={newest.copy.definitions}
            reason={newest.copy.reason}
            {...newest.body}
          />
          <FileLinks shell={shell} fileHref={(file) => paths.publishedFile(newest.copy.id, file)} />
        </>
      )}
      {releases.length > 0 && (
        <Section id="releases" title={say(w.allCopies)} note={newest === null ? undefined : say(w.publicLead)}>
          <ul class="govuk-list">
            {releases.map((copy) => (
              <li>
                <Link href={paths.publishedCopy(copy.id)}>{copy.title[language]}</Link>{" "}
                <span class="in-small">
                  {copy.content.reference}/{copy.number}
                </span>{" "}
                {copy.state !== "released" && <StateTag shell={shell} state={copy.state} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Frame>
  );
}
