/** Every address of this module. */
import { chainPath } from "#kernel/trace/chain-view.tsx";

export const paths = {
  chain: chainPath,
  page: "/chain/:kind/:id",
  picture: "/chain/:kind/:id/picture",
  data: "/chain/:kind/:id/data",
} as const;
