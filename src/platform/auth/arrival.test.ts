/** What is read from a request: where to go on to, which device, from which address. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceOf } from "./device.ts";
import { localPath } from "./local-path.ts";
import { PEER_HEADER, peerOf } from "./peer.ts";

describe("going on to a page of this site", () => {
  it.each([
    ["/needs", "/needs"],
    ["/needs?gap=3&to=//x#top", "/needs?gap=3&to=//x#top"],
    ["/a/../b", "/b"],
    ["", "/today"],
    [null, "/today"],
    ["needs", "/today"],
    ["//evil.example", "/today"],
    ["/\\evil.example", "/today"],
    ["\\\\evil.example", "/today"],
    ["https://evil.example", "/today"],
    ["/\t/evil.example", "/today"],
    ["/\n/evil.example", "/today"],
    ["/./ /evil.example", "/today"],
    ["/.//evil.example", "/today"],
    ["/a/..//evil.example", "/today"],
    ["javascript:alert(1)", "/today"],
    [`/${"a".repeat(2000)}`, "/today"],
  ])("%j leads to %s", (wish, lands) => {
    expect(localPath(wish, "/today")).toBe(lands);
  });

  it("no text whatever leads a browser to another site", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", "//", "evil.example", "https:", "@", "\t", "%2f", "?", "#", "a");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom("", "/"), (parts, start) => {
        const landed = localPath(start + parts.join(""), "/today");
        expect(new URL(landed, "https://inteko.example").origin).toBe("https://inteko.example");
        expect(landed.startsWith("//")).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the device in two words", () => {
  it.each([
    [
      "Mozilla/5.0 (Linux; Android 13; TECNO KI5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
      "Chrome, Android",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
      "Safari, iOS",
    ],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0", "Firefox, Windows"],
    ["Opera/9.80 (Android; Opera Mini/36.2) Presto/2.12.423 Version/12.16", "Opera, Android"],
    ["Mozilla/5.0 (Mobile; Nokia 8110; rv:48.0) Gecko/48.0 Firefox/48.0 KAIOS/2.5", "Firefox, KaiOS"],
    ["curl/8.0", null],
    [null, null],
  ])("%s is %s", (agent, named) => {
    expect(deviceOf(agent)).toBe(named);
  });
});

describe("the sender’s address", () => {
  it("is what the server wrote; without it all senders share one name", () => {
    expect(peerOf(new Headers({ [PEER_HEADER]: "10.0.0.7" }))).toBe("10.0.0.7");
    expect(peerOf(new Headers())).toBe("unknown");
  });
});
