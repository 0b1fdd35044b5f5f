/** What a record needs on paper: head, foot, signature blocks and a code to find it again. */
import type { VNode } from "preact";
import type { Say } from "#platform/i18n/text.ts";
import type { Content } from "./markup.ts";
import { Wordmark } from "./shell.tsx";
import { w } from "./words.ts";

export interface PrintHeadProps {
  readonly say: Say;
  /** The body that issues the paper. */
  readonly issuer: string;
  readonly title: string;
  readonly reference: string;
  /** Formatted. */
  readonly date: string;
  /** The paper's language, in its own name. */
  readonly language: string;
}

/** The head of a printed record; hidden on screens. */
export function PrintHead({ say, issuer, title, reference, date, language }: PrintHeadProps): VNode {
  return (
    <div class="in-printhead">
      <Wordmark />
      <div>
        <p>{issuer}</p>
        <p>
          <b>{title}</b>
        </p>
        <p>
          {say(w.reference)} {reference} · {date} · {language}
        </p>
      </div>
    </div>
  );
}

export interface PrintFootProps {
  readonly say: Say;
  readonly reference: string;
  /** Number of the journal entry that the paper states. */
  readonly entry?: string;
  /** From `QrSlot`. */
  readonly code?: Content;
}

/** The foot of a printed record: reference in words and as a code, journal entry. The page numbers come from the stylesheet. */
export function PrintFoot({ say, reference, entry, code }: PrintFootProps): VNode {
  return (
    <div class="in-printfoot">
      {code}
      <p>
        {say(w.reference)} {reference}
        {entry !== undefined && (
          <>
            <br />
            {say(w.journalEntry, { number: entry })}
          </>
        )}
      </p>
    </div>
  );
}

export interface QrSlotProps {
  /** What the code says, in words, for people without a camera. */
  readonly label: string;
  /** The dark modules, row by row, as a QR encoder gives them. */
  readonly modules: readonly (readonly boolean[])[];
}

/** A QR code of 22 mm with its quiet zone of four modules. */
export function QrSlot({ label, modules }: QrSlotProps): VNode {
  const size = modules.length + 8;
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join("");
  return (
    <svg class="in-qr" viewBox={`0 0 ${size} ${size}`} width="83" height="83" role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

export interface Signatory {
  /** The post, printed. */
  readonly post: string;
  /** Printed when known; else a line to write on. */
  readonly name?: string;
  /** Formatted, when signed already. */
  readonly date?: string;
  /** The beginning of the hash of what was signed on a screen; printed in place of the line to sign on. */
  readonly hash?: string;
}

/** Blocks to sign, two or three side by side, never alone on a page, each with a square for the stamp. */
export function SignatureBlocks({ say, signatories }: { readonly say: Say; readonly signatories: readonly Signatory[] }): VNode {
  return (
    <div class="in-sign">
      {signatories.map(({ post, name, date, hash }) => (
        <div class="in-sign__block">
          <div>
            <p>
              <b>{post}</b>
            </p>
            <p>
              {say(w.name)}: {name ?? <span class="in-blank" />}
            </p>
            <p>
              {say(w.date)}: {date ?? "____/____/________"}
            </p>
            <p>
              {say(w.signature)}: {hash === undefined ? <span class="in-blank" /> : say(w.signedOnScreen, { hash })}
            </p>
          </div>
          <div class="in-stamp">Stamp / Cachet / Kashe</div>
        </div>
      ))}
    </div>
  );
}
