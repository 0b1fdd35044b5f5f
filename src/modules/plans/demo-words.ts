/** What was said about the demonstration’s plans: comments with their answers, reasons of a revision, a closing word; all invented. */

export const COMMENTS = [
  {
    text: "The weeks before our budget session are full. Could the course for sector staff move by two weeks?",
    answer: "Moved to the weeks after the session.",
  },
  {
    text: "We ask for more places for cell executive secretaries; half of ours came to the post this year.",
    answer: "Places follow the number of posts; ten were added for districts with many new holders.",
  },
  { text: "Please hold one session in our province and not only in the capital.", answer: "It is held in every province now." },
] as const;

export const REVISION = {
  drop: "The partner changed its programme; the activity moves to next year.",
  move: "The venue was needed for another event in that week.",
  needs: "The assessment of needs names these offices; their people come first.",
  add: "The assessment of needs showed a wide gap that the first plan did not know of.",
} as const;

export const CLOSING =
  "Most lines were delivered in their quarter. What was not held was moved or dropped by the mid-year revision, with its reason beside the line.";
