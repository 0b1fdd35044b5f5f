/** The second step of signing in, from the owner's side: turning it on, its recovery codes, turning it off. */
import type { VNode } from "preact";
import qrcode from "qrcode";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { ActionForm, Button, Form, Input } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { w } from "../words-ways.ts";
import { errorOf, summaryOf } from "./errors.ts";
import { VERBATIM } from "./verbatim.ts";

/** Quiet zone around a QR drawing, in modules (ISO/IEC 18004). */
const QUIET = 4;

/** A QR drawing of a text as one path; black on white whatever the page's colours are. */
export function QrDrawing({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: "M" }).modules;
  const dark: string[] = [];
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) if (data[row * size + column]) dark.push(`M${column + QUIET} ${row + QUIET}h1v1h-1z`);
  const side = size + 2 * QUIET;
  return (
    <svg viewBox={`0 0 ${side} ${side}`} width="240" height="240" role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}

/** The page of `/account/code` while it is off. */
export function CodeSetupView(props: {
  readonly shell: Shell;
  readonly address: string;
  readonly secret: string;
  readonly problems?: readonly FieldProblem[];
}): VNode {
  const { shell, address, secret, problems = [] } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.codeTitle)}
      lead={say(w.codeLead)}
      width="reading"
      back={{ href: paths.account }}
      errors={summaryOf(say, problems)}
    >
      <ol class="govuk-list govuk-list--number">
        <li>{say(w.step1)}</li>
        <li>{say(w.step2)}</li>
        <li>{say(w.step3)}</li>
      </ol>
      <p>
        <QrDrawing text={address} label={say(w.drawing)} />
      </p>
      <p>
        {say(w.key)}: <b {...VERBATIM}>{secret.match(/.{1,4}/g)?.join(" ")}</b>
      </p>
      <Form action={paths.code} csrf={shell.formToken}>
        <Input
          say={say}
          name="code"
          label={say(w.code)}
          error={errorOf(say, problems, "code")}
          inputmode="numeric"
          autocomplete="one-time-code"
          width={10}
        />
        <Button>{say(w.turnOn)}</Button>
      </Form>
    </Frame>
  );
}

/** The page of `/account/code` while it is on. */
export function CodeOnView({ shell, left }: { readonly shell: Shell; readonly left: number }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.codeTitle)} lead={say(w.isOn)} width="reading" back={{ href: paths.account }}>
      <p>{say(w.codesLeft, { left })}</p>
      <ActionForm
        action={paths.recoveryCodes}
        csrf={shell.formToken}
        text={say(w.newCodes)}
        variant="secondary"
        note={say(w.newCodesNote)}
      />
      <MoreLinks>
        <Link href={paths.codeOff}>{say(w.turnOff)}</Link>
      </MoreLinks>
    </Frame>
  );
}

/** The page of `/account/code/off`. */
export function CodeOffView({ shell }: { readonly shell: Shell }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.turnOffTitle)} lead={say(w.turnOffLead)} width="reading" back={{ href: paths.code }}>
      <ActionForm action={paths.codeOff} csrf={shell.formToken} text={say(w.turnOff)} variant="secondary" />
    </Frame>
  );
}

/** The page of `/account/recovery-codes`, until the owner says that she has kept them. */
export function RecoveryCodesView({ shell, codes }: { readonly shell: Shell; readonly codes: readonly string[] }): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.recoveryTitle)} lead={say(w.recoveryLead)} width="reading">
      <ul class="govuk-list" {...VERBATIM}>
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <p>{say(w.recoveryAdvice)}</p>
      <ActionForm action={paths.recoveryCodesKept} csrf={shell.formToken} text={say(w.keptThem)} />
    </Frame>
  );
}
