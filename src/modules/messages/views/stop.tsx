/** Behind the link in a mail: end these messages, or let them begin again. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Channel } from "#kernel/conversation/address.ts";
import { InsetText } from "#platform/ui/content.tsx";
import { ActionForm } from "#platform/ui/forms.tsx";
import { Notice } from "#platform/ui/parts.tsx";
import { w } from "../words-phone.ts";

export interface StopProps {
  readonly shell: Shell;
  readonly action: string;
  readonly channel: Channel;
  /** Masked: who found the link learns no address from it. */
  readonly address: string;
  readonly stopped: boolean;
}

export function StopView({ shell, action, channel, address, stopped }: StopProps): VNode {
  const { say, pack } = shell;
  const title = say(channel === "email" ? w.stopTitle : w.stopTitleSms, { association: pack.association.code });
  return (
    <Frame shell={shell} title={title} lead={say(w.stopLead, { address })}>
      {stopped ? (
        <>
          <Notice tone="good">{say(w.stoppedNow, { address })}</Notice>
          <ActionForm action={action} csrf={shell.formToken} text={say(w.startButton)} variant="secondary" hidden={{ wish: "start" }} />
        </>
      ) : (
        <>
          <InsetText>{say(w.stopWarning)}</InsetText>
          <ActionForm action={action} csrf={shell.formToken} text={say(w.stopButton)} hidden={{ wish: "stop" }} />
        </>
      )}
    </Frame>
  );
}
