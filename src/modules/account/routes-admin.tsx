/** Administering accounts: the list and its files, inviting, and one act a page. */
import type { Actor } from "#kernel/access/actor.ts";
import { codeFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { act, page, type Asked, type Writing } from "#kernel/access/route.ts";
import { p as http } from "#platform/http/problems.ts";
import { go, show, type Reply } from "#platform/http/reply.ts";
import type { Text } from "#platform/i18n/text.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { Problem } from "#platform/problems/problem.ts";
import { closeAccount, giveLink, openAccount, reopenAccount, resetCode } from "./actions-admin.ts";
import { linkIdentity } from "./identities.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import {
  ACCOUNT_SORTS,
  ACCOUNT_STATES,
  administeredAccount,
  countAccounts,
  countAllAccounts,
  listAccounts,
  peopleToInvite,
  type AccountSort,
  type AdministeredAccount,
  type ListedAccount,
} from "./queries-admin.ts";
import { verbs } from "./rules.ts";
import { loginOf, type AccountTables } from "./schema.ts";
import { accountSettings } from "./settings.ts";
import { stepOf } from "./steps.ts";
import { AdminAccountView, AdminActView, LinkShownView } from "./views/admin-account.tsx";
import { FindPersonView, InviteView } from "./views/admin-invite.tsx";
import { AccountsView, postText } from "./views/admin-list.tsx";
import { w } from "./words-admin.ts";

type Reading = Asked<AccountTables, Actor>;

const FILTERS = {
  q: wordsFilter({ label: w.search }),
  state: codeFilter(ACCOUNT_STATES, { label: w.state, any: w.all, text: (state, r) => r.say(w[state]) }),
  code: codeFilter(["on", "off"], { label: w.code, any: w.all, text: (code, r) => r.say(w[code]) }),
};

const LIST: List<Reading, typeof FILTERS, ListedAccount, AccountSort> = {
  name: "accounts",
  sheet: w.accounts,
  path: () => paths.accounts,
  file: () => paths.accountsFile,
  filters: FILTERS,
  sorts: ACCOUNT_SORTS,
  first: () => ({ sort: "name", descending: false }),
  rows: async (r, { filter, ...order }, part) => {
    const ask = { ...filter, ...order };
    return { rows: await listAccounts(r.db, ask, r.today, part), total: await countAccounts(r.db, ask, r.today) };
  },
  result: async (r, shown) =>
    r.say(w.result, { shown: formatNumber(shown, r.language), all: formatNumber(await countAllAccounts(r.db), r.language) }),
  columns: (r) => [
    { name: "person", head: w.person, cell: (row) => row.name },
    { name: "post", head: w.post, cell: (row) => postText(r.shell, row) },
    { name: "login", head: w.login, cell: (row) => row.login },
    { name: "state", head: w.state, cell: (row) => r.say(w[row.state]) },
    { name: "code", head: w.code, cell: (row) => r.say(row.codeOn ? w.on : w.off) },
    { name: "signed_in", head: w.seen, kind: { kind: "date" }, cell: (row) => row.signedInAt },
    { name: "created", head: w.made, kind: { kind: "date" }, cell: (row) => row.createdAt },
  ],
};

/** The account of the address, or "not found". */
async function accountOf(r: Reading): Promise<AdministeredAccount> {
  const account = await administeredAccount(r.db, r.params["id"] ?? "", accountSettings().oidc?.issuer ?? null, r.today, r.now);
  if (account === undefined) throw new Problem(http.notFound);
  return account;
}

async function invite(r: Writing<AccountTables, Actor>): Promise<Reply> {
  const [person] = await peopleToInvite(r.act.tx, { person: r.params["personId"] ?? "" }, r.today);
  if (person === undefined) throw new Problem(http.notFound);
  const login = loginOf(r.form.text("login"));
  const again = (text: Text): Reply =>
    show(<InviteView shell={r.shell} person={person} login={r.form.text("login")} problems={[{ field: "login", text }]} />, 422);
  if (!/^[\p{Ll}\p{Nd}][\p{Ll}\p{Nd}._@-]{2,79}$/u.test(login)) return again(w.loginShape);
  const id = await openAccount(r.act, accountSettings().keyring, person.person, login);
  return id === null ? again(w.loginTaken) : go(paths.adminLink(id));
}

/** The fresh link when there is one, else the page that offers to make one. */
async function linkPage(r: Reading): Promise<Reply> {
  const { aside, keyring } = accountSettings();
  const account = await accountOf(r);
  const step = await stepOf(aside, keyring, "link_shown", account.id, r.now);
  if (step !== null) {
    const { token, until } = step.content;
    return show(<LinkShownView shell={r.shell} account={account} link={r.origin + paths.setPassword(token)} until={new Date(until)} />);
  }
  const props = {
    shell: r.shell,
    account,
    action: paths.adminLink(account.id),
    title: r.say(w.newLink),
    lead: r.say(w.newLinkLead, { name: account.name }),
  };
  return show(<AdminActView {...props} />);
}

/** An act that needs a reason: its page, and its POST. */
interface ReasonedAct {
  readonly path: string;
  readonly address: (id: string) => string;
  readonly title: Text;
  readonly lead: Text;
  readonly run: typeof closeAccount;
}

const REASONED: readonly ReasonedAct[] = [
  { path: "/admin/accounts/:id/disable", address: paths.adminDisable, title: w.close, lead: w.closeLead, run: closeAccount },
  { path: "/admin/accounts/:id/enable", address: paths.adminEnable, title: w.reopen, lead: w.reopenLead, run: reopenAccount },
  { path: "/admin/accounts/:id/code", address: paths.adminCodeOff, title: w.dropCode, lead: w.dropCodeLead, run: resetCode },
];

const reasonedRoutes = REASONED.flatMap((one) => {
  const propsOf = (r: Reading, account: AdministeredAccount) => ({
    shell: r.shell,
    account,
    action: one.address(account.id),
    title: r.say(one.title),
    lead: r.say(one.lead, { name: account.name }),
    field: "reason" as const,
  });
  return [
    page<AccountTables, typeof verbs.manage>(one.path, verbs.manage, async (r) =>
      show(<AdminActView {...propsOf(r, await accountOf(r))} />),
    ),
    act<AccountTables, typeof verbs.manage>(one.path, verbs.manage, async (r) => {
      const account = await accountOf(r);
      const reason = r.form.text("reason").slice(0, 500);
      if (reason === "")
        return show(<AdminActView {...propsOf(r, account)} problems={[{ field: "reason", text: w.reasonMissing }]} />, 422);
      await one.run(r.act, account.id, reason);
      return go(paths.adminAccount(account.id));
    }),
  ];
});

function identityPage(r: Reading, account: AdministeredAccount, wrong?: { readonly value: string }): Reply {
  const provider = accountSettings().oidc?.name;
  if (provider === undefined) throw new Problem(http.notFound);
  const props = { shell: r.shell, account, action: paths.adminProvider(account.id), field: "identifier" as const, value: wrong?.value };
  const texts = { title: r.say(w.linkIdentity, { provider }), lead: r.say(w.linkIdentityLead, { provider, name: account.name }) };
  return show(
    <AdminActView {...props} {...texts} problems={wrong && [{ field: "identifier", text: w.identifierMissing }]} />,
    wrong === undefined ? 200 : 422,
  );
}

async function linkByAdministrator(r: Writing<AccountTables, Actor>): Promise<Reply> {
  const account = await accountOf(r);
  const { oidc } = accountSettings();
  const subject = r.form.text("identifier");
  if (oidc === null || subject === "" || subject.length > 255 || subject.includes("@")) return identityPage(r, account, { value: subject });
  if (account.id === r.actor.account) throw new Problem(p.notYourself);
  await linkIdentity(r.act, account.id, { issuer: oidc.issuer, subject }, "administrator");
  return go(paths.adminAccount(account.id));
}

export const adminRoutes = [
  page<AccountTables, typeof verbs.manage>("/admin/accounts", verbs.manage, async (r) =>
    show(<AccountsView shell={r.shell} list={await listed(r, LIST)} />),
  ),
  page<AccountTables, typeof verbs.manage>("/admin/accounts/file", verbs.manage, (r) => listedFile(r, LIST)),
  page<AccountTables, typeof verbs.manage>("/admin/accounts/new", verbs.manage, async (r) => {
    const words = (r.query.get("q") ?? "").trim().slice(0, 100);
    const found = words === "" ? null : await peopleToInvite(r.db, { words }, r.today);
    return show(<FindPersonView shell={r.shell} words={words} found={found} />);
  }),
  page<AccountTables, typeof verbs.manage>("/admin/accounts/new/:personId", verbs.manage, async (r) => {
    const [person] = await peopleToInvite(r.db, { person: r.params["personId"] ?? "" }, r.today);
    if (person === undefined) throw new Problem(http.notFound);
    return show(<InviteView shell={r.shell} person={person} />);
  }),
  act<AccountTables, typeof verbs.manage>("/admin/accounts/new/:personId", verbs.manage, invite),
  page<AccountTables, typeof verbs.manage>("/admin/accounts/:id", verbs.manage, async (r) =>
    show(<AdminAccountView shell={r.shell} account={await accountOf(r)} provider={accountSettings().oidc?.name ?? null} />),
  ),
  page<AccountTables, typeof verbs.manage>("/admin/accounts/:id/link", verbs.manage, linkPage),
  act<AccountTables, typeof verbs.manage>("/admin/accounts/:id/link", verbs.manage, async (r) => {
    const account = await accountOf(r);
    if (account.state === "closed") throw new Problem(p.accountClosed);
    await giveLink(r.act, accountSettings().keyring, account.id);
    return go(paths.adminLink(account.id));
  }),
  ...reasonedRoutes,
  page<AccountTables, typeof verbs.manage>("/admin/accounts/:id/provider", verbs.manage, async (r) => identityPage(r, await accountOf(r))),
  act<AccountTables, typeof verbs.manage>("/admin/accounts/:id/provider", verbs.manage, linkByAdministrator),
];
