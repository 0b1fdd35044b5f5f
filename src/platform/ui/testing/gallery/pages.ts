/** The gallery's pages by name. */
import type { VNode } from "preact";
import { ChainPage } from "./chain.tsx";
import { MorningPage } from "./morning.tsx";
import { NeedsPage } from "./needs.tsx";
import { PortalPage } from "./portal.tsx";
import { RecordPage } from "./record.tsx";
import { FieldsPage, QuestionsPage } from "./questions.tsx";
import type { GalleryProps } from "./shell.tsx";

export const GALLERY: Readonly<Record<string, (props: GalleryProps) => VNode>> = {
  portal: PortalPage,
  morning: MorningPage,
  needs: NeedsPage,
  questions: QuestionsPage,
  chain: ChainPage,
  fields: FieldsPage,
  record: RecordPage,
};
