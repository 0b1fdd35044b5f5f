/** The doors of the administration. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Doors, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words.ts";

/** The page of `/admin`. */
export function AdminView({
  shell,
  accounts,
  exports,
}: {
  readonly shell: Shell;
  readonly accounts: boolean;
  readonly exports: boolean;
}): VNode {
  const { say } = shell;
  const door = (href: string, title: keyof typeof w, text: keyof typeof w) => ({ href, title: say(w[title]), text: say(w[text]) });
  return (
    <Frame shell={shell} title={say(w.module)} lead={say(w.lead)} current={paths.admin}>
      <Section id="doors" title={say(w.module)} titleHidden>
        <Doors
          doors={[
            door(paths.codeLists, "codeLists", "codeListsText"),
            door(paths.rules, "rules", "rulesText"),
            door(paths.installation, "installation", "installationText"),
            door(paths.jobs, "jobs", "jobsText"),
            door(paths.review, "review", "reviewText"),
            ...(exports ? [door(paths.exports, "exports", "exportsText")] : []),
            ...(accounts ? [door(paths.accounts, "accounts", "accountsText")] : []),
          ]}
        />
      </Section>
    </Frame>
  );
}
