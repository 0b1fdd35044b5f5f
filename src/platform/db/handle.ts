/** What code needs of the database: a Kysely handle for reading and a transaction for writing, typed by the tables a caller may name. */
import type { Kysely, Transaction } from "kysely";

/** A handle for reads, limited by its type to the tables `T` (keys such as `"needs.round"`). Kernel reads that write their SQL by hand take `Db<any>`: any module, and any transaction, may call them. */
export type Db<T> = Kysely<T>;

/** An open transaction over the tables `T`. Only a write route, a job or a command opens one, and it commits or rolls back there. */
export type Tx<T> = Transaction<T>;
