/** The page that the offline app lives in: the same for everyone, so that it can be kept on a shared phone. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import { w as kernel } from "#kernel/access/words.ts";
import { Page } from "#platform/ui/page.tsx";
import { Link } from "#platform/ui/link.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-offline.ts";

export function OfflineView({ shell, script }: { readonly shell: Shell; readonly script: string }): VNode {
  const { say, language } = shell;
  return (
    <Page
      lang={language}
      title={say(w.title)}
      heading={false}
      area="portal"
      assets={{ href: shell.asset }}
      home={paths.offlineApp}
      ribbon={shell.demonstration ? say(kernel.demonstration) : undefined}
      width="reading"
      scripts={[script]}
      manifest={paths.manifest}
    >
      <div id="offline-app">
        <h1>{say(w.title)}</h1>
        <p class="in-lead">{say(w.lead)}</p>
        <noscript>
          <p>{say(w.needsScript)}</p>
        </noscript>
        <p>
          <Link href={paths.mine}>{say(w.mine)}</Link>
        </p>
      </div>
    </Page>
  );
}
