/** Addresses of the journal's pages. */

export const paths = {
  public: "/journal",
  checkpoint: "/journal/checkpoint",
  key: "/journal/key",
  proof: "/journal/proof",
  entries: "/journal/entries",
} as const;
