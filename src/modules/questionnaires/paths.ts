/** Every address of questionnaires. */

/** A place in a questionnaire as a part of an address: `/household[2]/age` → `~household~2~age`. Names never begin with a digit. */
export function slugOf(key: string): string {
  return encodeURIComponent(key.replaceAll("[", "/").replaceAll("]", "").replaceAll("/", "~"));
}

/** The place of a part of an address; empty for a text that is none. */
export function keyOf(slug: string): string {
  if (!slug.startsWith("~")) return "";
  const parts = slug.slice(1).split("~");
  return parts.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `/${part}`)).join("");
}

const answer = (sitting: string): string => `/answer/${sitting}`;
const version = (id: string): string => `/questionnaires/versions/${id}`;

export const paths = {
  questionnaires: "/questionnaires",
  upload: "/questionnaires/new",
  template: "/questionnaires/template.xlsx",
  instrument: (id: string) => `/questionnaires/${id}`,
  addVersion: (id: string) => `/questionnaires/${id}/versions`,
  compare: (id: string, before?: string, after?: string) =>
    `/questionnaires/${id}/compare${before === undefined ? "" : `?before=${before}&after=${after ?? ""}`}`,
  answers: (id: string, format: "csv" | "xlsx" | "json") => `/questionnaires/${id}/answers.${format}`,
  labels: (id: string) => `/questionnaires/${id}/labels.csv`,
  version,
  preview: (id: string, page = 1) => `${version(id)}/preview${page === 1 ? "" : `?page=${page}`}`,
  workbook: (id: string) => `${version(id)}/workbook`,
  problems: (id: string) => `${version(id)}/problems.csv`,
  publish: (id: string) => `${version(id)}/publish`,
  retire: (id: string) => `${version(id)}/retire`,
  table: (id: string) => `${version(id)}/table`,
  paper: (id: string, language?: string) => `${version(id)}/paper${language === undefined ? "" : `?language=${language}`}`,
  typeIn: (id: string) => `${version(id)}/type-in`,
  mine: "/my-answers",
  start: (kind: string, purpose: string) => `/answer/start/${encodeURIComponent(kind)}/${purpose}`,
  answer,
  page: (sitting: string, key: string) => `${answer(sitting)}/${slugOf(key)}`,
  add: (sitting: string, key: string) => `${answer(sitting)}/${slugOf(key)}/add`,
  remove: (sitting: string, key: string) => `${answer(sitting)}/${slugOf(key)}/remove`,
  check: (sitting: string) => `${answer(sitting)}/check`,
  submit: (sitting: string) => `${answer(sitting)}/submit`,
  withdraw: (sitting: string) => `${answer(sitting)}/withdraw`,
  done: (sitting: string) => `${answer(sitting)}/done`,
  file: (sitting: string, file: string) => `${answer(sitting)}/file/${file}`,
  placeScript: "/answer/place.js",
  offline: "/offline",
  offlineApp: "/offline/app",
  offlineScript: "/offline/app.js",
  serviceWorker: "/offline/worker.js",
  manifest: "/offline/manifest.webmanifest",
  offlineForms: "/offline/forms",
  sync: "/offline/sync",
} as const;
