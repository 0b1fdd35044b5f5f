/** Addresses of the administration pages. */
const encode = (text: string): string => (text.startsWith(":") ? text : encodeURIComponent(text));

export const paths = {
  admin: "/admin",
  codeLists: "/admin/codes",
  codes: (list: string): string => `/admin/codes/${encode(list)}`,
  codesFile: (list: string): string => `/admin/codes/${encode(list)}/file`,
  newCode: (list: string): string => `/admin/codes/${encode(list)}/new`,
  code: (list: string, code: string): string => `/admin/codes/${encode(list)}/code/${encode(code)}`,
  endCode: (list: string, code: string): string => `/admin/codes/${encode(list)}/code/${encode(code)}/end`,
  rules: "/admin/rules",
  rule: (code: string): string => `/admin/rules/${encode(code)}`,
  proposeRule: (code: string): string => `/admin/rules/${encode(code)}/propose`,
  change: (id: string): string => `/admin/rule-changes/${id}`,
  changeStep: (id: string, step: string): string => `/admin/rule-changes/${id}/${step}`,
  installation: "/admin/installation",
  backUp: "/admin/installation/backup",
  jobs: "/admin/jobs",
  retryJob: (job: string): string => `/admin/jobs/${job}/retry`,
  review: "/admin/review",
  reviewFile: "/admin/review/file",
  factsFile: "/admin/review/facts",
  exports: "/admin/export",
  exportStep: (id: string, step: string): string => `/admin/export/${id}/${step}`,
  exportFile: (id: string): string => `/admin/export/${id}/file`,
  accounts: "/admin/accounts",
} as const;
