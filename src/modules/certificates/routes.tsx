/** The pages of certificates: the list, one certificate and its paper, withdrawing it, and the public check. */
import { act, page, type Route } from "#kernel/access/route.ts";
import { peopleByIds } from "#kernel/registry/people.ts";
import { addressOf } from "#platform/http/address.ts";
import type { ListColumn } from "#platform/http/list-file.ts";
import { data, download, go, show, type Reply } from "#platform/http/reply.ts";
import { Problem } from "#platform/problems/problem.ts";
import { limitedLook } from "#modules/account";
import { enrolmentsByIds } from "#modules/sessions";
import { withdrawCertificate } from "./actions.ts";
import { may, param, within, type Request, type Visit, type Write } from "#kernel/access/asked.ts";
import { codeFilter, dayFilter, listed, listedFile, wordsFilter, type List } from "#kernel/access/list.ts";
import { readableCertificates, theCertificate } from "./ask.ts";
import { certificatesPdf } from "./certificate-pdf.ts";
import { paths } from "./paths.ts";
import { p } from "./problems.ts";
import { certificateOnPaper, certificatesByIds, listCertificates, SORTS } from "./queries.ts";
import { outcomeRoutes } from "./routes-outcomes.tsx";
import { verbs } from "./rules.ts";
import { WITHDRAWN_WHY, type Certificate } from "./schema.ts";
import { shownOf, typedNumber, WRONG_NUMBERS, type Shown } from "./verify.ts";
import { CertificatesView, CertificateView, WithdrawView } from "./views/certificates.tsx";
import { VerifiedView, VerifyFormView } from "./views/verify.tsx";
import { w } from "./words.ts";
import { w as more } from "./words-more.ts";
import { w as states } from "./words-verbs.ts";

const COLUMNS: readonly ListColumn<Certificate>[] = [
  { name: "number", head: w.number, cell: (one) => one.number },
  { name: "name", head: w.person, cell: (one) => one.content.name },
  { name: "course", head: w.course, cell: (one) => one.content.course.code },
  { name: "session", cell: (one) => one.content.session },
  { name: "from", kind: { kind: "date" }, cell: (one) => one.content.from },
  { name: "to", kind: { kind: "date" }, cell: (one) => one.content.to },
  { name: "hours", head: w.hours, kind: { kind: "decimal", places: 1 }, cell: (one) => one.content.hours },
  { name: "issued_on", head: w.issuedOn, kind: { kind: "date" }, cell: (one) => one.issuedOn },
  { name: "state", head: w.state, cell: (one) => one.state },
  { name: "check", head: w.checkPage, cell: (one) => paths.verifyCode(one.code) },
];

const FILTERS = {
  words: wordsFilter({ label: w.search }),
  from: dayFilter({ label: w.from }),
  state: codeFilter(["valid", "withdrawn"], { label: w.state, any: w.anyState, text: (state, r) => r.say(states[state]) }),
};

const LIST: List<Request, typeof FILTERS, Certificate, (typeof SORTS)[number]> = {
  name: "certificates",
  path: () => paths.certificates(),
  file: () => paths.file,
  filters: FILTERS,
  sorts: SORTS,
  first: () => ({ sort: "issued", descending: true }),
  rows: async (r, { filter, ...order }, part) =>
    listCertificates(r.db, { ...filter, ...order, ...part, within: await within(r, verbs.read) }),
  result: (r, total) => r.say(w.result, { total }),
  columns: () => COLUMNS,
  sheet: w.listTitle,
};

async function readable(r: Request): Promise<Certificate> {
  const certificate = await theCertificate(r);
  const [seen] = await readableCertificates(r.db, r.actor, [certificate], r.today, (ids) => enrolmentsByIds(r.db, ids));
  if (seen === undefined) throw new Problem(p.noCertificate);
  return seen;
}

async function certificatePage(r: Request): Promise<Reply> {
  const certificate = await readable(r);
  const near = [certificate.replaces, certificate.replacedBy].filter((id) => id !== null);
  return show(
    <CertificateView
      shell={r.shell}
      certificate={certificate}
      others={await certificatesByIds(r.db, near)}
      origin={r.origin}
      outcomesHref={may(r, verbs.read) ? paths.session(certificate.session) : null}
      mayWithdraw={may(r, verbs.withdraw) && certificate.person !== r.actor.person}
    />,
  );
}

async function pdf(r: Request): Promise<Reply> {
  const certificate = await readable(r);
  return download(`${certificate.number}.pdf`, "application/pdf", await certificatesPdf([certificate], r.origin));
}

async function nameNow(r: Request, certificate: Certificate): Promise<string> {
  return (await peopleByIds(r.db, [certificate.person])).get(certificate.person)?.fullName ?? certificate.content.name;
}

async function withdrawPage(r: Request): Promise<Reply> {
  const certificate = await readable(r);
  return show(<WithdrawView shell={r.shell} certificate={certificate} nameNow={await nameNow(r, certificate)} />);
}

async function withdraw(r: Write): Promise<Reply> {
  const certificate = await readable(r);
  const why = WITHDRAWN_WHY.find((one) => one === r.form.text("why"));
  if (why === undefined || why === "outcome_changed") {
    const errors = [{ field: "why", text: w.chooseWhy }];
    const name = await nameNow(r, certificate);
    return show(<WithdrawView shell={r.shell} certificate={certificate} nameNow={name} values={r.form.values()} errors={errors} />, 422);
  }
  const next = await withdrawCertificate(r.act, certificate.id, { why, note: r.form.text("note").slice(0, 1000) || null });
  return go(paths.certificate(next ?? certificate.id));
}

/** What a number or code stands for. A wrong one is counted; a right one costs nothing. */
async function lookUp(r: Visit, typed: string): Promise<Shown | null> {
  const found = await limitedLook(WRONG_NUMBERS, r, async () => (await certificateOnPaper(r.db, typedNumber(typed))) ?? null);
  if (found === null) return null;
  const next = found.replacedBy === null ? undefined : (await certificatesByIds(r.db, [found.replacedBy])).get(found.replacedBy);
  return shownOf(found, next, r.pack.timeZone);
}

async function verifyForm(r: Visit): Promise<Reply> {
  const typed = r.query.get("number")?.trim() ?? "";
  const example = `${r.today.slice(0, 4)}-${r.pack.association.code}-ABC-DEFG`;
  if (typed === "") return show(<VerifyFormView shell={r.shell} example={example} unknown={null} />);
  const shown = await lookUp(r, typed);
  return shown === null
    ? show(<VerifyFormView shell={r.shell} example={example} unknown={typed.slice(0, 60)} />, 404)
    : go(paths.verifyCode(shown.code));
}

async function verifyCode(r: Visit): Promise<Reply> {
  const shown = await lookUp(r, param(r, "code"));
  if (shown !== null) return show(<VerifiedView shell={r.shell} shown={shown} />);
  const example = `${r.today.slice(0, 4)}-${r.pack.association.code}-ABC-DEFG`;
  return show(<VerifyFormView shell={r.shell} example={example} unknown={param(r, "code").slice(0, 60)} />, 404);
}

async function verifyData(r: Visit): Promise<Reply> {
  const shown = await lookUp(r, param(r, "code"));
  if (shown === null) return data({ state: "unknown", sentence: r.say(more.unknown) }, 404);
  return data({
    number: shown.number,
    state: shown.state,
    withdrawn_on: shown.withdrawnOn,
    replaced_by: shown.newNumber,
    name: shown.name,
    course: shown.course,
    from: shown.from,
    to: shown.to,
    issuer: shown.issuer,
    issued_on: shown.issuedOn,
    page: r.origin + addressOf(paths.verifyCode(shown.code), {}),
  });
}

export const routes: readonly Route[] = [
  page(paths.certificates(), verbs.read, async (r) => show(<CertificatesView shell={r.shell} list={await listed(r, LIST)} />)),
  page(paths.file, verbs.read, (r) => listedFile(r, LIST)),
  ...outcomeRoutes,
  page(paths.certificate(":id"), "signed-in", certificatePage),
  page(paths.pdf(":id"), "signed-in", pdf),
  page(paths.withdraw(":id"), verbs.withdraw, withdrawPage),
  act(paths.withdraw(":id"), verbs.withdraw, withdraw),
  page(paths.verify, "public", verifyForm),
  page(paths.verifyCode(":code"), "public", verifyCode),
  page(paths.verifyData(":code"), "public", verifyData),
];
