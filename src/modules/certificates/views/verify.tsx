/** The public check of a certificate: the form for its number, and what it proves. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { Button, ButtonGroup } from "#platform/ui/buttons.tsx";
import { Input } from "#platform/ui/forms.tsx";
import { formatDate, formatDays } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { Lozenge } from "#platform/ui/marks.tsx";
import { MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { SummaryList } from "#platform/ui/summaries.tsx";
import { paths } from "../paths.ts";
import type { Shown } from "../verify.ts";
import { w as plain } from "../words.ts";
import { w } from "../words-more.ts";

/** The form; `unknown` is a number that nothing was found for. */
export function VerifyFormView({
  shell,
  example,
  unknown,
}: {
  readonly shell: Shell;
  readonly example: string;
  readonly unknown: string | null;
}): VNode {
  const { say } = shell;
  const error = unknown === null ? undefined : say(w.unknown);
  return (
    <Frame
      shell={shell}
      bare
      title={say(w.verifyTitle)}
      lead={say(w.verifyLead)}
      errors={error === undefined ? [] : [{ text: error, href: "#number" }]}
      width="reading"
    >
      <form method="get" action={paths.verify}>
        <Input
          say={say}
          name="number"
          label={say(w.verifyNumber)}
          hint={say(w.verifyHint, { example })}
          value={unknown ?? ""}
          error={error}
          autocapitalize="characters"
          spellcheck={false}
          autocomplete="off"
          width={30}
        />
        <ButtonGroup>
          <Button>{say(w.check)}</Button>
        </ButtonGroup>
      </form>
    </Frame>
  );
}

/** What a number or code stands for, and what that proves. */
export function VerifiedView({ shell, shown }: { readonly shell: Shell; readonly shown: Shown }): VNode {
  const { say } = shell;
  const valid = shown.state === "valid";
  const head = valid ? say(w.isValid) : say(w.isWithdrawn, { day: formatDate(shown.withdrawnOn ?? shown.issuedOn) });
  const dates = formatDays(shown.from, shown.to);
  return (
    <Frame shell={shell} bare title={head} caption={shown.number} width="reading">
      {valid ? (
        <p>
          <Lozenge of="verified" size="big" />
        </p>
      ) : (
        shown.newNumber !== null && (
          <Notice tone="watch">
            {say(w.newOne, { number: shown.newNumber })} <Link href={paths.verifyCode(shown.newCode ?? "")}>{say(w.check)}</Link>
          </Notice>
        )
      )}
      <SummaryList
        rows={[
          { key: say(w.name), value: shown.name },
          { key: say(plain.course), value: say(shown.course) },
          { key: say(w.date), value: dates },
          { key: say(w.issuer), value: `${shown.issuer}, ${formatDate(shown.issuedOn)}` },
        ]}
      />
      <Section id="proves" title={say(w.proves)}>
        <p>{say(valid ? w.provesText : w.provesNothing, { issuer: shown.issuer })}</p>
      </Section>
      <MoreLinks>
        <Link href={paths.verify}>{say(w.checkAnother)}</Link>
        <Link href={paths.verifyData(shown.code)}>{say(w.asData)}</Link>
      </MoreLinks>
    </Frame>
  );
}
