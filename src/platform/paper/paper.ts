/** A paper as plain data (a report, a certificate), and the two files made of it: PDF and Word. The same paper gives the same bytes. */
export { toDocx } from "./docx.ts";
export { toPdf } from "./pdf.ts";

/** A stretch of text in one weight. */
export interface Span {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Text as it stands, or in stretches. */
export type Wording = string | readonly Span[];

export type Align = "start" | "centre" | "end";

export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly align?: Align;
}

export interface Paragraph {
  readonly kind: "text";
  readonly text: Wording;
  /** `lead` and `display` are larger (a name on a certificate is `display`), `small` is for notes. */
  readonly size?: "display" | "lead" | "body" | "small";
  readonly align?: Align;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Wording[];
  readonly ordered?: boolean;
}

/** Figures that stand out: value, what it is, and a line about it. */
export interface Figures {
  readonly kind: "figures";
  readonly figures: readonly { readonly value: string; readonly label: string; readonly note?: string }[];
}

/** Terms and what they are, in two columns. */
export interface Facts {
  readonly kind: "facts";
  readonly facts: readonly { readonly term: string; readonly text: Wording }[];
}

export interface Table {
  readonly kind: "table";
  readonly caption: string;
  readonly head: readonly string[];
  /** As many cells as heads in every row; formatted. */
  readonly rows: readonly (readonly string[])[];
  /** Columns set to the right, from 0. */
  readonly numeric?: readonly number[];
  /** Shares of the width by column; equal when absent. */
  readonly widths?: readonly number[];
  /** Formatted like the rows, set apart. */
  readonly total?: readonly string[];
  readonly note?: string;
}

/** A picture of amounts without a drawing: one bar a row, its parts from the left, the target as a dashed line. */
export interface Bars {
  readonly kind: "bars";
  readonly caption: string;
  readonly bars: readonly {
    readonly label: string;
    /** Formatted, beside the bar. */
    readonly text: string;
    readonly parts: readonly { readonly value: number; readonly tone: "strong" | "soft" | "hollow" }[];
    readonly target?: number;
  }[];
  /** The value as long as the widest bar; the largest of the bars and targets when absent. */
  readonly most?: number;
  /** What the tones and the dashed line stand for. */
  readonly key?: readonly { readonly tone: "strong" | "soft" | "hollow" | "target"; readonly text: string }[];
  readonly note?: string;
}

/** Places to sign; a scan of a signature is a PNG. */
export interface Signatures {
  readonly kind: "signatures";
  readonly labels: { readonly name: string; readonly date: string; readonly signature: string; readonly stamp: string };
  readonly signatories: readonly {
    readonly post: string;
    readonly name?: string;
    readonly date?: string;
    readonly scan?: Uint8Array;
    /** Under the line, e.g. how it was signed electronically. */
    readonly note?: string;
  }[];
}

/** A QR code with words for people without a camera. */
export interface Code {
  readonly kind: "code";
  readonly content: string;
  readonly text: string;
  readonly align?: Align;
}

/** An image (PNG or JPEG) with its words; `width` in millimetres. */
export interface Picture {
  readonly kind: "image";
  readonly bytes: Uint8Array;
  readonly words: string;
  readonly width: number;
  readonly align?: Align;
}

/** Empty height in millimetres. */
export interface Gap {
  readonly kind: "gap";
  readonly height: number;
}

/** What follows begins on a new page. */
export interface Break {
  readonly kind: "break";
}

export type Block = Heading | Paragraph | List | Figures | Facts | Table | Bars | Signatures | Code | Picture | Gap | Break;

/** One paper on A4. */
export interface Paper {
  /** Language of the texts, e.g. `en`, as the readers of screen readers hear it. */
  readonly language: string;
  /** Stands at the top and in the file's properties. `titleHidden` keeps it to the properties. */
  readonly title: string;
  readonly titleHidden?: boolean;
  /** Who issues it, over the title. */
  readonly issuer: string;
  /** The first sentences, larger. */
  readonly lead?: string;
  readonly orientation?: "portrait" | "landscape";
  /** A line around the page, for certificates. */
  readonly framed?: boolean;
  /** The moment in the file's properties: of the release or issue, never “now” for something frozen. */
  readonly at: Date;
  readonly blocks: readonly Block[];
  readonly foot: {
    readonly reference: string;
    /** A sentence with `{page}` and `{pages}` in it. */
    readonly page: string;
    /** Printed in the foot, e.g. where to check the paper. */
    readonly note?: string;
    /** What the QR code in the foot of the first page holds; no code when absent. */
    readonly code?: string;
  };
}
