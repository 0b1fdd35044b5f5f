/** Addresses of the privacy console and of a person's own data. */
const console = "/privacy-console";
const own = "/account/my-data";

export const paths = {
  console,
  inventory: `${console}/inventory`,
  inventoryFile: `${console}/inventory.csv`,
  requests: `${console}/requests`,
  newRequest: `${console}/requests/new`,
  request: (id: string): string => `${console}/requests/${id}`,
  requestStep: (id: string, step: string): string => `${console}/requests/${id}/${step}`,
  requestData: (id: string): string => `${console}/requests/${id}/data`,
  requestFile: (id: string, ending: "json" | "zip"): string => `${console}/requests/${id}/data.${ending}`,
  erase: (id: string): string => `${console}/requests/${id}/erase`,
  retention: `${console}/retention`,
  retentionRun: (id: string): string => `${console}/retention/${id}`,
  retentionStep: (id: string, step: "start" | "drop"): string => `${console}/retention/${id}/${step}`,
  breaches: `${console}/breaches`,
  breach: (id: string): string => `${console}/breaches/${id}`,
  breachStep: (id: string, step: string): string => `${console}/breaches/${id}/${step}`,
  breachNotice: (id: string, language: string): string => `${console}/breaches/${id}/notice?in=${language}`,
  glass: `${console}/exceptional-access`,
  glassSeen: (id: string): string => `${console}/exceptional-access/${id}/seen`,
  own,
  ownAll: `${own}/everything`,
  ownFile: `${own}/everything.json`,
  ownAsk: `${own}/ask`,
  ownRequest: (id: string): string => `${own}/requests/${id}`,
  ownWithdraw: (id: string): string => `${own}/requests/${id}/withdraw`,
  ownIncident: `${own}/incident`,
} as const;
