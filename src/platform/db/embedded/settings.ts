/** How the embedded PostgreSQL is set: for a small server (2 cores, 4 to 24 GiB), or for a test that may lose everything. */
import type { Major } from "./binaries.ts";

/** Settings by name, as in `postgresql.conf`. */
export type Settings = Readonly<Record<string, string>>;

/** The one port number of all our clusters: it only names the file in the socket folder. */
export const PORT = 5432;

const COMMON: Settings = {
  listen_addresses: "",
  port: String(PORT),
  unix_socket_permissions: "0700",
  max_connections: "100",
  jit: "off",
  random_page_cost: "1.1",
  work_mem: "16MB",
  max_locks_per_transaction: "256",
  idle_in_transaction_session_timeout: "5min",
  timezone: "UTC",
  log_timezone: "UTC",
  datestyle: "ISO, DMY",
  default_text_search_config: "pg_catalog.simple",
};

/** A log of the last seven days, each file overwritten a week later, never above about 10 MB a file. */
const LOGGING: Settings = {
  logging_collector: "on",
  log_filename: "postgres-%a.log",
  log_file_mode: "0600",
  log_rotation_age: "1d",
  log_rotation_size: "10MB",
  log_truncate_on_rotation: "on",
  log_line_prefix: "%m [%p] %q%a ",
  log_min_duration_statement: "1s",
  log_lock_waits: "on",
};

const DURABLE: Settings = {
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  wal_compression: "on",
  shared_buffers: "256MB",
  effective_cache_size: "2GB",
  maintenance_work_mem: "128MB",
  max_wal_size: "1GB",
  max_parallel_workers_per_gather: "1",
};

const FLEETING: Settings = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  shared_buffers: "128MB",
  log_min_duration_statement: "-1",
};

/** What a cluster is for: `durable` never loses an acknowledged row; `fleeting` is for tests and is fast. */
export type Purpose = "durable" | "fleeting";

/** All settings of a cluster. They are given on the command line, so that no file of the database has to be rewritten by root. */
export function settingsFor(purpose: Purpose, socketFolder: string, logs: string): Settings {
  return {
    ...COMMON,
    ...LOGGING,
    ...(purpose === "durable" ? DURABLE : FLEETING),
    // A list: a folder with a comma in its name needs the quotes.
    unix_socket_directories: `"${socketFolder.replaceAll('"', '""')}"`,
    log_directory: logs,
  };
}

/**
 * The arguments of `initdb`. Locale C sorts the same on every machine (human sorts name an ICU collation). Nobody but the owner
 * of the socket's folder can reach the socket, so it asks for no password; connections by network are refused.
 */
export function initArguments(purpose: Purpose, major: Major, pgdata: string): string[] {
  const args = ["-D", pgdata, "-U", "postgres", "--locale=C", "--encoding=UTF8", "--no-instructions"];
  args.push("--auth-local=trust", "--auth-host=reject");
  if (purpose === "fleeting") args.push("--no-sync");
  else if (major < 18) args.push("--data-checksums");
  return args;
}
