/** The shapes in which the demonstration's courses and tests are written down. */
import type { Wording } from "./schema.ts";

/** A module: title, minutes, of them practice, method, objective. */
export type DemoModule = readonly [title: Wording, minutes: number, practical: number, method: string, objective: Wording];

/** One course with its own content. `standing` says which part of a course's life it shows; published when absent. */
export interface DemoCourse {
  readonly code: string;
  readonly modality: string;
  readonly domain: string;
  readonly otherDomains: readonly string[];
  readonly groups: readonly string[];
  readonly languages: readonly ("rw" | "en" | "fr")[];
  readonly assessment: string;
  /** The test before and after, by its code; null where none is passed. */
  readonly test: string | null;
  readonly programme?: string;
  readonly passMark?: number;
  readonly standing?: "second_version" | "revision_due" | "returned" | "asked";
  readonly title: Wording;
  readonly summary: Wording;
  readonly outcomes: readonly Wording[];
  readonly modules: readonly DemoModule[];
}

/** A question and its answers; the first is the right one. */
export type DemoQuestion = readonly [question: Wording, right: Wording, ...wrong: Wording[]];

/** A test of ten questions. */
export interface DemoTest {
  readonly code: string;
  readonly title: Wording;
  readonly questions: readonly DemoQuestion[];
}
