/** Addresses of the public portal. */

export const paths = {
  home: "/",
  members: "/members",
  place: (id: string): string => `/members/${id}`,
  map: "/districts.svg",
  feed: "/members.atom",
  needs: "/public-needs",
  needsDrawing: (language: string): string => `/public-needs.svg?lang=${language}`,
  data: "/data",
  dataset: (name: string, format: string): string => `/data/${name}.${format}`,
  accessibility: "/accessibility",
  privacy: "/privacy",
} as const;
