/** The browser's part of passkeys: asks the device, puts its answer into the form, and sends the form. */
// oxlint-disable-next-line unicorn/require-module-specifiers -- makes this file a module of its own
export {};

type Purpose = "get" | "create";

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.codePointAt(0) ?? 0);
const textOf = (bytes: ArrayBuffer | null): string | undefined =>
  bytes === null
    ? undefined
    : btoa(String.fromCodePoint(...new Uint8Array(bytes)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");

interface Listed {
  readonly id: string;
}

const listed = (list: readonly Listed[] = []): PublicKeyCredentialDescriptor[] =>
  list.map((one) => ({ ...one, type: "public-key", id: bytesOf(one.id) }));

// The options come as JSON with base64url texts; older phones cannot read that form by themselves.
async function ask(purpose: Purpose, options: any): Promise<PublicKeyCredential | null> {
  const challenge = bytesOf(options.challenge);
  const credential =
    purpose === "get"
      ? await navigator.credentials.get({ publicKey: { ...options, challenge, allowCredentials: listed(options.allowCredentials) } })
      : await navigator.credentials.create({
          publicKey: {
            ...options,
            challenge,
            user: { ...options.user, id: bytesOf(options.user.id) },
            excludeCredentials: listed(options.excludeCredentials),
          },
        });
  return credential as PublicKeyCredential | null;
}

function answerOf(credential: PublicKeyCredential): string {
  const { id, rawId, type, response } = credential;
  const made = response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse;
  return JSON.stringify({
    id,
    rawId: textOf(rawId),
    type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: {
      clientDataJSON: textOf(made.clientDataJSON),
      attestationObject: made.attestationObject && textOf(made.attestationObject),
      transports: made.getTransports?.(),
      authenticatorData: made.authenticatorData && textOf(made.authenticatorData),
      signature: made.signature && textOf(made.signature),
      userHandle: made.userHandle ? textOf(made.userHandle) : undefined,
    },
  });
}

async function fill(form: HTMLFormElement, place: HTMLElement): Promise<void> {
  const reply = await fetch(place.dataset["challenge"] ?? "", {
    credentials: "same-origin",
    cache: "no-store",
    headers: { accept: "application/json" },
  });
  const credential = reply.ok ? await ask(place.dataset["passkey"] as Purpose, await reply.json()) : null;
  const field = form.elements.namedItem("answer") as HTMLInputElement;
  field.value = credential === null ? "" : answerOf(credential);
}

for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
  const form = place.closest("form");
  if (form === null || !("PublicKeyCredential" in globalThis)) continue;
  place.hidden = false;
  for (const without of form.querySelectorAll<HTMLElement>("[data-passkey-without]")) without.hidden = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    // A device that refuses leaves the answer empty: the server says what to do, in the reader's language.
    void fill(form, place)
      .catch(() => undefined)
      .then(() => form.submit());
  });
}
