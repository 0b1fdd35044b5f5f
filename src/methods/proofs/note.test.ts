/** Signed notes and checkpoints against the specifications’ examples. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from "./checkpoint.ts";
import { fromBase64, toBase64, utf8 } from "./encoding.ts";
import { hashLeaf } from "./merkle.ts";
import { addSignatures, formatVerifierKey, openNote, parseVerifierKey, signNote, verifierKey, verifierOf } from "./note.ts";

/** The example of the C2SP signed-note specification. */
const specKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const specNote =
  "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
/** The example of the reference implementation's documentation (golang.org/x/mod/sumdb/note). */
const peterKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const peterSeed = fromBase64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").slice(1);
const peterText = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterNote = `${peterText}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`;

const log = { name: "inteko.example/log", seed: new Uint8Array(32).fill(7) };
const witness = { name: "witness.example", seed: new Uint8Array(32).fill(9) };

describe("a signed note", () => {
  test("of the specification opens with the specification’s key", () => {
    expect(openNote(specNote, [parseVerifierKey(specKey)])).toMatchObject({
      ok: true,
      text: "This is an example message.\n",
      unknown: 0,
    });
  });

  test("signed with Peter’s published seed is the published note, byte for byte", () => {
    const peter = { name: "PeterNeumann", seed: peterSeed };
    expect(signNote(peterText, [peter])).toBe(peterNote);
    expect(formatVerifierKey(verifierOf(peter))).toBe(peterKey);
    expect(openNote(peterNote, [parseVerifierKey(peterKey)])).toMatchObject({ ok: true });
  });

  test("may hold empty lines: the last one ends the text", () => {
    const text = "first\n\n\nlast\n";
    expect(openNote(signNote(text, [log]), [verifierOf(log)])).toMatchObject({ ok: true, text });
  });

  test("counts the signatures of keys that Aline does not trust and ignores them", () => {
    const note = addSignatures(signNote("minutes\n", [log]), [witness]);
    const opened = openNote(note, [verifierOf(log)]);
    expect(opened).toMatchObject({ ok: true, unknown: 1 });
    expect(openNote(note, [verifierOf(log), verifierOf(witness)])).toMatchObject({
      verified: [{ name: log.name }, { name: witness.name }],
      unknown: 0,
    });
    expect(openNote(note, [])).toEqual({ ok: false, code: "no-trusted-signature" });
  });

  test("is refused as a whole when a trusted key’s signature does not fit", () => {
    const note = signNote("minutes\n", [log, witness]).replace("minutes", "minuted");
    expect(openNote(note, [verifierOf(log)])).toEqual({ ok: false, code: "bad-signature" });
  });

  test("with any one bit of its text changed is refused", () => {
    const bytes = utf8(specNote);
    const key = parseVerifierKey(specKey);
    const textLength = utf8("This is an example message.\n").length;
    for (let bit = 0; bit < textLength * 8; bit++) {
      const copy = bytes.slice();
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const changed = new TextDecoder().decode(copy);
      expect(openNote(changed, [key]).ok, `bit ${bit}`).toBe(false);
    }
  });

  test.each([
    ["no blank line", "text\n— a AAAAAAA=\n"],
    ["no signature", "text\n\n"],
    ["a hyphen for the dash", peterNote.replace("— ", "- ")],
    ["no space after the dash", peterNote.replace("— ", "—")],
    ["a plus in the name", peterNote.replace("PeterNeumann", "Peter+Neumann")],
    ["spare bits in the base64", peterNote.replace("JnAM=", "JnAN=")],
    ["only an id", "a\n\n— a AAAAAA==\n"],
    ["no last newline", peterNote.slice(0, -1)],
    ["a control character", peterNote.replace("crypto", "crypto\t")],
    ["a carriage return", peterNote.replaceAll("\n", "\r\n")],
    ["101 signatures", `${peterText}\n${"— a AAAAAAA=\n".repeat(101)}`],
  ])("with %s is malformed", (_, note) => {
    expect(openNote(note, [parseVerifierKey(peterKey)])).toEqual({ ok: false, code: "malformed" });
  });

  test("is not made of a text without a last newline, or without a key", () => {
    expect(() => signNote("abc", [log])).toThrow(RangeError);
    expect(() => signNote("abc\n", [])).toThrow(RangeError);
    expect(() => addSignatures("abc\n", [log])).toThrow(RangeError);
    expect(() => signNote("abc\n", [{ name: "a b", seed: log.seed }])).toThrow(RangeError);
    expect(() => signNote("abc\n", [{ name: "a", seed: log.seed.slice(1) }])).toThrow(RangeError);
  });
});

describe("a verifier key", () => {
  test.each([
    ["of another length, its id made to fit", "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=="],
    ["of an unknown algorithm, its id made to fit", "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"],
    ["with another id", peterKey.replace("c74f20a3", "c74f20a4")],
    ["under another name", peterKey.replace("Peter", "Petra")],
    ["without a name", peterKey.replace("PeterNeumann", "")],
  ])("%s is refused", (_, text) => {
    expect(() => parseVerifierKey(text)).toThrow(RangeError);
  });

  test("is refused whichever character is changed or wherever it is cut", () => {
    for (let i = 0; i < peterKey.length; i++) {
      const next = String.fromCharCode(peterKey.charCodeAt(i) + 1);
      const changed = peterKey.slice(0, i) + next + peterKey.slice(i + 1);
      expect(() => parseVerifierKey(changed), changed).toThrow(RangeError);
      expect(() => parseVerifierKey(peterKey.slice(0, i))).toThrow(RangeError);
      if (i > 0) expect(() => parseVerifierKey(peterKey.slice(i))).toThrow(RangeError);
    }
  });

  test("goes there and back for any name and key", () => {
    const name = fc.stringMatching(/^[a-zé/.0-9-]{1,20}$/u);
    fc.assert(
      fc.property(name, fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, bytes) => {
        const key = verifierKey(text, bytes);
        expect(parseVerifierKey(formatVerifierKey(key))).toEqual(key);
      }),
    );
  });
});

describe("a checkpoint", () => {
  const specText = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";
  const checkpoint = { origin: log.name, size: 3, root: hashLeaf(utf8("x")) };

  test("of the specification is read and written back the same", () => {
    const read = parseCheckpoint(specText);
    expect(read).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20852163 });
    expect(read && formatCheckpoint(read)).toBe(specText);
  });

  test("signed by the log opens for whoever trusts the log", () => {
    const note = signCheckpoint(checkpoint, [log, witness]);
    expect(openCheckpoint(note, [verifierOf(log)], log.name)).toMatchObject({
      ok: true,
      checkpoint,
      unknown: 1,
    });
  });

  test("of another log under the same key is refused", () => {
    const note = signCheckpoint({ ...checkpoint, origin: "other.example" }, [log]);
    const opened = openCheckpoint(note, [verifierOf(log)], log.name);
    expect(opened).toEqual({ ok: false, code: "other-origin" });
  });

  test("that is signed text of another kind is refused", () => {
    const opened = openCheckpoint(signNote("hello\n", [log]), [verifierOf(log)], log.name);
    expect(opened).toEqual({ ok: false, code: "not-a-checkpoint" });
    expect(openCheckpoint("hello\n", [verifierOf(log)], log.name)).toMatchObject({ ok: false });
  });

  const root = toBase64(checkpoint.root);
  test.each([
    ["two lines", `a\n1\n`],
    ["a leading zero", `a\n01\n${root}\n`],
    ["a negative size", `a\n-1\n${root}\n`],
    ["a size beyond exact numbers", `a\n9007199254740993\n${root}\n`],
    ["a short root", `a\n1\nAAAA\n`],
    ["a root that is not base64", `a\n1\n${root.slice(0, -1)}*\n`],
    ["an empty origin", `\n1\n${root}\n`],
    ["an empty extension", `a\n1\n${root}\n\n`],
    ["no last newline", `a\n1\n${root}`],
  ])("with %s is none", (_, text) => {
    expect(parseCheckpoint(text)).toBeNull();
  });

  test("keeps its extension lines", () => {
    const extended = { ...checkpoint, extensions: ["time 1753900000"] };
    expect(parseCheckpoint(formatCheckpoint(extended))).toEqual(extended);
    expect(parseCheckpoint(formatCheckpoint({ ...checkpoint, size: 0 }))?.size).toBe(0);
  });

  test("is not written with parts that would break its lines", () => {
    expect(() => formatCheckpoint({ ...checkpoint, origin: "a\nb" })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, origin: "" })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, size: 1.5 })).toThrow(RangeError);
    expect(() => formatCheckpoint({ ...checkpoint, root: new Uint8Array(31) })).toThrow(RangeError);
  });
});
