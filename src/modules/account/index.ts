/** Accounts and signing in: what the rest of the house may use. */
export { limitedLook, type Limit } from "./attempts.ts";
export { configureAccount, type AccountSettings, type ProviderSettings } from "./settings.ts";
export { DEMO_PASSWORD } from "./demo-password.ts";
export { openDemoAccount } from "./demo.ts";
export { module } from "./module.ts";
