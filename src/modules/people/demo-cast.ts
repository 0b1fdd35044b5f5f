/** The demonstration people who can sign in: invented, each in a post that shows another side of the product. */

/** A demonstration sign-in: who, as what, where; `under` tells organisations of one name apart. */
export interface DemoSignIn {
  readonly login: string;
  readonly name: string;
  readonly sex: "F" | "M";
  readonly postType: string;
  readonly organisation: string;
  readonly under?: string;
  readonly since: string;
  readonly language: "rw" | "en" | "fr";
}

/** Everyone who can sign in to a demonstration. Entries whose body or type of post a country pack does not have are left out. */
export const DEMO_SIGN_INS: readonly DemoSignIn[] = [
  { login: "claudine", name: "Claudine Mukamana", sex: "F", postType: "CBM", organisation: "RALGA", since: "2024-02-03", language: "en" },
  { login: "aimable", name: "Aimable Nshuti", sex: "M", postType: "SGE", organisation: "RALGA", since: "2022-09-01", language: "en" },
  { login: "solange", name: "Solange Uwera", sex: "F", postType: "TRC", organisation: "RALGA", since: "2023-05-15", language: "rw" },
  {
    login: "immaculee",
    name: "Immaculée Mukeshimana",
    sex: "F",
    postType: "MEO",
    organisation: "RALGA",
    since: "2023-02-01",
    language: "fr",
  },
  { login: "gilbert", name: "Gilbert Habimana", sex: "M", postType: "SYS", organisation: "RALGA", since: "2021-03-01", language: "en" },
  { login: "dative", name: "Dative Ingabire", sex: "F", postType: "DPO", organisation: "RALGA", since: "2023-10-02", language: "en" },
  {
    login: "jeanbosco",
    name: "Jean-Bosco Nkurunziza",
    sex: "M",
    postType: "DHR",
    organisation: "Huye",
    since: "2020-08-17",
    language: "en",
  },
  {
    login: "vestine",
    name: "Vestine Mukandayisenga",
    sex: "F",
    postType: "DES",
    organisation: "Huye",
    since: "2022-01-10",
    language: "en",
  },
  { login: "innocent", name: "Innocent Rugamba", sex: "M", postType: "MAY", organisation: "Huye", since: "2021-11-20", language: "rw" },
  { login: "esperance", name: "Espérance Nyiraneza", sex: "F", postType: "VMS", organisation: "Huye", since: "2021-11-20", language: "rw" },
  { login: "pacifique", name: "Pacifique Tuyisenge", sex: "M", postType: "PRO", organisation: "Huye", since: "2023-04-03", language: "en" },
  {
    login: "beata",
    name: "Béata Kamikazi",
    sex: "F",
    postType: "SES",
    organisation: "Ngoma",
    under: "Huye",
    since: "2022-06-20",
    language: "rw",
  },
  {
    login: "emmanuel",
    name: "Emmanuel Bizumuremyi",
    sex: "M",
    postType: "CES",
    organisation: "Matyazo",
    under: "Ngoma",
    since: "2023-02-06",
    language: "rw",
  },
  { login: "olivier", name: "Olivier Ndayisaba", sex: "M", postType: "DHR", organisation: "Musanze", since: "2021-07-05", language: "en" },
  { login: "chantal", name: "Chantal Uwimana", sex: "F", postType: "DES", organisation: "Musanze", since: "2023-01-09", language: "fr" },
];

/** Cells under one sector, so that a demonstration without an import of units reaches below the sector too: official codes and names. */
export const DEMO_CELLS = {
  tier: "CEL",
  parentTier: "SEC",
  parent: "2409",
  cells: [
    { code: "240901", name: "Butare" },
    { code: "240902", name: "Kaburemera" },
    { code: "240903", name: "Matyazo" },
    { code: "240904", name: "Ngoma" },
  ],
} as const;

/** The member that most of the cast works for, by the registry’s code: it is shown in depth. */
export const DEMO_HOME = "DIS-24";
