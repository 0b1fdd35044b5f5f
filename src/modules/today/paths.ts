/** Addresses of the morning page and of search. */

export const paths = {
  today: "/today",
  search: "/search",
} as const;
