/** Every address of the module. No name, number or e-mail address stands in one. */

export const paths = {
  list: "/messages",
  file: "/messages/file",
  waiting: "/messages?state=not_understood",
  message: (id: string) => `/messages/${id}`,
  answer: (id: string) => `/messages/${id}/answer`,
  close: (id: string) => `/messages/${id}/close`,
  again: (id: string) => `/messages/${id}/again`,
  mail: (id: string) => `/messages/mail/${id}`,
  phone: (person?: string) => (person === undefined ? "/messages/phone" : `/messages/phone?person=${person}`),
  incoming: (channel: string) => `/messages/incoming/${channel}`,
  stop: (token: string) => `/stop/${token}`,
  person: (id: string) => `/people/persons/${id}`,
  today: "/today",
} as const;
