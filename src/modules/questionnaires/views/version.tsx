/** One version: what the check found, what it asks, and what may be done with it. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import { codeOf, hasCode } from "#kernel/pack/lookup.ts";
import type { CapacityItem } from "#kernel/questionnaire/capacity.ts";
import { inLanguage, languageCode } from "#kernel/questionnaire/model.ts";
import type { Model } from "#kernel/questionnaire/model.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import { modelLanguage } from "#kernel/questionnaire/state.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { ActionForm, Button, FileUpload, Form, RefusedAction } from "#platform/ui/forms.tsx";
import { dayOf, formatDate, formatNumber } from "#platform/ui/format.ts";
import { SummaryList } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { stateOf } from "../state-words.ts";
import { w } from "../words.ts";

export interface VersionProps {
  readonly shell: Shell;
  readonly version: Version;
  readonly model: Model | null;
  readonly items: readonly CapacityItem[];
  readonly mayKeep: boolean;
  readonly mayTypeIn: boolean;
  readonly fieldProblems?: readonly FieldProblem[];
}

/** Most problems printed on the page; the file has them all. */
const SHOWN_PROBLEMS = 200;

function Problems({ shell, version }: VersionProps): VNode {
  const { say } = shell;
  const { problems } = version.report;
  const errors = problems.filter((problem) => problem.severity === "error").length;
  const tone = errors > 0 ? ("watch" as const) : ("good" as const);
  return (
    <Section id="problems" title={say(w.problems)} count={problems.length}>
      <Notice tone={tone}>
        {problems.length === 0 ? say(w.noProblems) : say(w.problemsLead, { errors, warnings: problems.length - errors })}
      </Notice>
      {problems.length > 0 && (
        <>
          <SummaryList
            rows={problems.slice(0, SHOWN_PROBLEMS).map((row) => ({
              key: (
                <>
                  {`${row.sheet === "" ? "" : `${row.sheet} `}${row.column}${row.row || ""}` || "–"}{" "}
                  <StatusTag tone={row.severity === "error" ? "watch" : "rest"}>
                    {say(row.severity === "error" ? w.error : w.warning)}
                  </StatusTag>
                </>
              ),
              value: say(row.text, row.values),
            }))}
          />
          <MoreLinks>
            <Link href={paths.problems(version.id)}>{say(w.problemsFile)}</Link>
          </MoreLinks>
        </>
      )}
    </Section>
  );
}

function Steps({ shell, version, mayKeep }: VersionProps): VNode | null {
  const { say } = shell;
  if (!mayKeep) return null;
  const publish = say(w.publish, { number: version.number });
  if (version.state === "draft" && !version.report.ok) return <RefusedAction id="publish" text={publish} reason={say(w.publishRefused)} />;
  if (version.state === "draft")
    return <ActionForm action={paths.publish(version.id)} csrf={shell.formToken} text={publish} note={say(w.publishNote)} />;
  if (version.state === "published")
    return (
      <ActionForm
        action={paths.retire(version.id)}
        csrf={shell.formToken}
        text={say(w.retire)}
        variant="secondary"
        note={say(w.retireNote)}
      />
    );
  return null;
}

function Capacities({ shell, items, model }: VersionProps & { readonly model: Model }): VNode {
  const { say, pack, language } = shell;
  const domain = (code: string): string =>
    hasCode(pack, "capacity_domain", code) ? say(codeOf(pack, "capacity_domain", code).names) : code;
  return (
    <Section id="capacities" title={say(w.capacities)} count={items.length}>
      {items.length === 0 ? (
        <p>{say(w.noCapacities)}</p>
      ) : (
        <SummaryList
          rows={items.map((item) => ({
            key: domain(item.domain),
            value: inLanguage(item.label, modelLanguage(model, language), model.defaultLanguage),
          }))}
        />
      )}
    </Section>
  );
}

function Tables({ shell, version, model, mayKeep, fieldProblems = [] }: VersionProps & { readonly model: Model }): VNode {
  const { say } = shell;
  return (
    <Section id="tables" title={say(w.tables)} count={model.tables.length}>
      {model.tables.map((name) => {
        const attached = version.tableNames.includes(name);
        const problem = fieldProblems.find((each) => each.field === `table-${name}`);
        return (
          <>
            <p>
              {name}.csv <StatusTag tone={attached ? "good" : "watch"}>{say(attached ? w.attached : w.missing)}</StatusTag>
            </p>
            {mayKeep && version.state === "draft" && (
              <Form action={paths.table(version.id)} csrf={shell.formToken} multipart hidden={{ name }}>
                <FileUpload
                  say={say}
                  id={`table-${name}`}
                  name="file"
                  label={say(w.attach, { name })}
                  accept=".csv,text/csv"
                  error={problem && say(problem.text)}
                />
                <div class="govuk-button-group">
                  <Button variant="secondary" size="small">
                    {say(w.attach, { name })}
                  </Button>
                </div>
              </Form>
            )}
          </>
        );
      })}
    </Section>
  );
}

function Counts({ shell, version }: VersionProps): VNode {
  const { language } = shell;
  return (
    <SummaryList
      rows={Object.entries(version.report.questions).map(([type, number]) => ({ key: type, value: formatNumber(number, language) }))}
    />
  );
}

export function VersionView(props: VersionProps): VNode {
  const { shell, version, model, mayTypeIn, fieldProblems = [] } = props;
  const { say, pack } = shell;
  const { tone, text } = stateOf(version);
  const number = say(w.version, { number: version.number });
  const codes = [...new Set(version.report.languages.map((each) => languageCode(each) || version.language))];
  return (
    <Frame
      shell={shell}
      title={`${version.title}, ${number}`}
      caption={<StatusTag tone={tone}>{say(text)}</StatusTag>}
      lead={`${say(w.uploadedOn)} ${formatDate(dayOf(version.uploadedAt, pack.timeZone))}. ${codes.map(ownName).join(", ")}`}
      breadcrumbs={[
        { text: say(w.module), href: paths.questionnaires },
        { text: version.title, href: paths.instrument(version.instrument) },
        { text: number },
      ]}
      current={paths.questionnaires}
      errors={fieldProblems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` }))}
      aside={{
        label: say(w.counts),
        content: (
          <Section id="counts" title={say(w.counts)}>
            <Counts {...props} />
            <MoreLinks>
              <Link href={paths.workbook(version.id)}>{say(w.original)}</Link>
              {model !== null &&
                codes.map((code) => <Link href={paths.paper(version.id, code)}>{say(w.paper, { language: ownName(code) })}</Link>)}
              {mayTypeIn && version.state !== "draft" && <Link href={paths.typeIn(version.id)}>{say(w.typeIn)}</Link>}
            </MoreLinks>
          </Section>
        ),
      }}
    >
      {model !== null && (
        <p>
          <Button href={paths.preview(version.id)} variant="secondary">
            {say(w.preview)}
          </Button>
        </p>
      )}
      <div class="in-sec">
        <Steps {...props} />
      </div>
      <Problems {...props} />
      {model !== null && model.tables.length > 0 && <Tables {...props} model={model} />}
      {model !== null && <Capacities {...props} model={model} />}
    </Frame>
  );
}
