/** Addresses of the morning page and of search. */

export const paths = {
  today: "/today",
  calendar: "/today.ics",
  search: "/search",
} as const;
