/** Starts the one PostgreSQL that all tests share, and makes the template their databases are copied from. */
import type { TestProject } from "vitest/node";
import { testCluster } from "#platform/db/embedded/test-cluster.ts";
import { openPool } from "#platform/db/pool.ts";
import { buildTemplate } from "./template.ts";

/** Where the tests' databases are. */
export interface TestServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    server: TestServer;
    template: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env["INTEKO_TEST_SOCKET"];
  const cluster = running === undefined ? await testCluster() : null;
  const server: TestServer = cluster?.connection ?? { host: running ?? "", port: 5432, user: "inteko" };
  const admin = openPool({ ...server, database: "postgres" }, 2);
  const template = await buildTemplate(server, admin.pool);
  await admin.close();
  project.provide("server", server);
  project.provide("template", template);
  return async () => {
    await cluster?.stop();
  };
}
