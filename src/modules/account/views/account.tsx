/** A person's own account on one page: who she is, how she signs in, where she is signed in. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { postTypeOf } from "#kernel/pack/lookup.ts";
import { formatDate, dayOf } from "#platform/ui/format.ts";
import { SummaryList, type SummaryRow } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { ActionForm } from "#platform/ui/forms.tsx";
import { paths } from "../paths.ts";
import type { OwnAccount } from "../queries-own.ts";
import { w } from "../words-account.ts";

export interface AccountProps {
  readonly shell: Shell;
  readonly own: OwnAccount;
  readonly provider: string | null;
  /** True just after something was saved. */
  readonly saved: boolean;
}

function Posts({ shell }: { readonly shell: Shell }): VNode {
  const { say, holdings, pack } = shell;
  if (holdings.length === 0) return <>{say(w.noPosts)}</>;
  const texts = holdings.map((held) =>
    say(w.since, { post: say(postTypeOf(pack, held.postType).names), organisation: held.organisationName, day: formatDate(held.from) }),
  );
  return (
    <ul class="govuk-list">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

function waysOf({ shell, own, provider }: AccountProps): (SummaryRow | false)[] {
  const { say, pack } = shell;
  const day = (at: Date): string => formatDate(dayOf(at, pack.timeZone));
  const action = (href: string, text: keyof typeof w, of: string): SummaryRow["actions"] => [{ href, text: say(w[text]), hidden: of }];
  const set = own.passwordSetAt === null ? say(w.passwordThere) : say(w.passwordSince, { day: day(own.passwordSetAt) });
  return [
    { key: say(w.login), value: own.login },
    {
      key: say(w.password),
      value: own.hasPassword ? set : say(w.passwordNone),
      actions: action(paths.password, "change", say(w.password)),
    },
    {
      key: say(w.code),
      value: own.codeOn ? say(w.codeOn, { left: own.recoveryLeft }) : say(w.codeOff),
      actions: action(paths.code, own.codeOn ? "manage" : "turnOn", say(w.code)),
    },
    {
      key: say(w.passkeys),
      value: say(w.passkeyCount, { count: own.passkeys }),
      actions: action(paths.passkeys, "manage", say(w.passkeys)),
    },
    provider !== null && {
      key: provider,
      value: own.linkedAt === null ? say(w.notLinked) : say(w.linked, { day: day(own.linkedAt) }),
      actions: own.linkedAt === null ? action(paths.providerLink, "link", provider) : [],
    },
    {
      key: say(w.sessions),
      value: say(w.sessionCount, { count: own.sessions }),
      actions: action(paths.sessions, "manage", say(w.sessions)),
    },
  ];
}

/** The page of `/account`. */
export function AccountView(props: AccountProps): VNode {
  const { shell, own, provider, saved } = props;
  const { say, actor } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.account)}
      lead={say(w.accountLead)}
      notice={
        saved && (
          <Notice tone="good" live>
            {say(w.done)}
          </Notice>
        )
      }
    >
      <Section id="you" title={say(w.you)}>
        <SummaryList
          rows={[
            { key: say(w.name), value: actor?.name },
            {
              key: say(w.language),
              value: ownName(own.language),
              actions: [{ href: paths.language, text: say(w.change), hidden: say(w.language) }],
            },
            { key: say(w.posts), value: <Posts shell={shell} /> },
          ]}
        />
      </Section>
      <Section id="ways" title={say(w.ways)}>
        <SummaryList rows={waysOf(props)} />
        {provider !== null && own.linkedAt !== null && (
          <ActionForm
            action={paths.providerUnlink}
            csrf={shell.formToken}
            text={say(w.unlink, { provider })}
            variant="secondary"
            size="small"
          />
        )}
      </Section>
      <MoreLinks>
        <Link href={paths.ownData}>{say(w.kept)}</Link>
      </MoreLinks>
    </Frame>
  );
}
