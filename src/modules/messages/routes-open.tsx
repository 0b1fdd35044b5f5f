/** Without sign-in: the way in for gateways, and the page behind the link that ends mail. */
import type { Actor } from "#kernel/access/actor.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { isChannel, maskAddress, type Channel } from "#kernel/conversation/address.ts";
import { messageOfToken } from "#kernel/conversation/opt-out.ts";
import { receiveMessage } from "#kernel/conversation/receive.ts";
import { data, go, show, type Reply } from "#platform/http/reply.ts";
import { isSigned, SIGNATURE_HEADER } from "#platform/mail/signature.ts";
import { Problem } from "#platform/problems/problem.ts";
import { chooseByLink } from "./actions.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { readIncoming, type MessagesTables } from "./schema.ts";
import { messageSettings } from "./settings.ts";
import { StopView } from "./views/stop.tsx";

const MOST_BYTES = 64 * 1024;

/** One message from a gateway. Which one it is, and what became of it, is all it is told. */
async function incoming(r: Writing<MessagesTables, Actor | null>): Promise<Reply> {
  const { incomingSecret } = messageSettings();
  if (incomingSecret === null) throw new Problem(p.incomingOff);
  if (!isSigned(incomingSecret, r.bytes, r.headers.get(SIGNATURE_HEADER))) throw new Problem(p.wrongSignature);
  const channel = r.params["channel"];
  const body = readIncoming(r.bytes);
  if (!isChannel(channel) || body === null) throw new Problem(p.badIncoming);
  const received = await receiveMessage(r.act, {
    channel,
    from: body.from,
    text: body.text,
    providerId: body.id,
    inReplyTo: body.inReplyTo,
  });
  return data({ id: received.id, outcome: received.outcome });
}

interface Linked {
  readonly message: string;
  readonly channel: Channel;
  readonly address: string;
}

/** The address behind a link, or the problem that says where to find a whole one. */
async function linked(r: Asked<MessagesTables, Actor | null>): Promise<Linked> {
  const message = messageOfToken(messageSettings().keyring, r.params["token"] ?? "");
  const row =
    message === null
      ? undefined
      : await r.db.selectFrom("conversation.message").select(["channel", "address"]).where("id", "=", message).executeTakeFirst();
  if (message === null || row?.address == null) throw new Problem(p.badLink);
  return { message, channel: row.channel as Channel, address: row.address };
}

async function stopPage(r: Asked<MessagesTables, Actor | null>): Promise<Reply> {
  const { channel, address } = await linked(r);
  const row = await r.db
    .selectFrom("conversation.opt_out")
    .select("since")
    .where("channel", "=", channel)
    .where("address", "=", address)
    .executeTakeFirst();
  return show(
    <StopView
      shell={r.shell}
      action={paths.stop(r.params["token"] ?? "")}
      channel={channel}
      address={maskAddress(channel, address)}
      stopped={row !== undefined}
    />,
  );
}

/** The button, and the one click of a mail program (RFC 8058), which follows no redirect. */
async function stop(r: Writing<MessagesTables, Actor | null>): Promise<Reply> {
  const { message } = await linked(r);
  await chooseByLink(r.act, message, r.form.text("wish") === "start" ? "start" : "stop");
  return r.form.text("List-Unsubscribe") === "One-Click" ? data({ stopped: true }) : go(paths.stop(r.params["token"] ?? ""));
}

export const openRoutes = [
  act<MessagesTables, "public">("/messages/incoming/:channel", "public", incoming, { machine: true, maxBody: MOST_BYTES }),
  page<MessagesTables, "public">("/stop/:token", "public", stopPage),
  act<MessagesTables, "public">("/stop/:token", "public", stop),
];
