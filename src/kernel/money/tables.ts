/** The tables of the schema "money", written from the database by tools/tables.ts; edit the migrations instead. */


export interface EntryTable {
  id: string;
  line: string;
  kind: string;
  amount: number;
  day: string;
  reference: string;
  certainty: string;
  source: string;
  file: string | null;
  post: string | null;
  recorded_at: Date;
}

export interface LineTable {
  id: string;
  about_kind: string;
  about: string;
  side: string;
  item: string;
  note: string | null;
  party: string | null;
  amount: number;
  currency: string;
  fiscal_year_start: string;
  recorded_at: Date;
}

/** The tables of "money" by their qualified names. */
export interface MoneyTables {
  "money.entry": EntryTable;
  "money.line": LineTable;
}
