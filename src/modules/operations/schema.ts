/** The tables this module may name. */
import type { RegistryTables } from "#kernel/registry/tables.ts";
import type { RulesTables } from "#kernel/rules/tables.ts";
import type { FilesTables } from "#platform/files/tables.ts";
import type { JournalTables } from "#platform/journal/tables.ts";
import type { SettingTables } from "#platform/setting/tables.ts";
import type { OperationsTables } from "./tables.ts";

export type Tables = OperationsTables & RegistryTables & RulesTables & FilesTables & JournalTables & SettingTables;
