/** One instrument: its versions, the next one, two compared, its answers. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Version } from "#kernel/questionnaire/store.ts";
import { FORMATS } from "#platform/http/list-file.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { Button, FileUpload, Form } from "#platform/ui/forms.tsx";
import { dayOf, formatDate, formatNumber } from "#platform/ui/format.ts";
import { Filters, DataTable } from "#platform/ui/lists.tsx";
import { Link } from "#platform/ui/link.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Instrument } from "../queries.ts";
import { ownName } from "#platform/i18n/own-names.ts";
import { stateOf } from "../state-words.ts";
import { w } from "../words.ts";
import { languageCode } from "#kernel/questionnaire/model.ts";
import { XLSX } from "./upload.tsx";

export interface InstrumentProps {
  readonly shell: Shell;
  readonly instrument: Instrument;
  readonly versions: readonly Version[];
  readonly answers: ReadonlyMap<string, number>;
  readonly mayKeep: boolean;
  readonly mayExport: boolean;
  readonly problems?: readonly FieldProblem[];
}

function Versions({ shell, versions, answers }: InstrumentProps): VNode {
  const { say, language, pack } = shell;
  return (
    <DataTable
      say={say}
      caption={say(w.versions)}
      rows={versions}
      columns={[
        {
          key: "number",
          head: say(w.versions),
          cell: (row) => <Link href={paths.version(row.id)}>{say(w.version, { number: row.number })}</Link>,
        },
        { key: "state", head: say(w.state), cell: (row) => <StatusTag tone={stateOf(row).tone}>{say(stateOf(row).text)}</StatusTag> },
        { key: "uploaded", head: say(w.uploadedOn), cell: (row) => formatDate(dayOf(row.uploadedAt, pack.timeZone)) },
        {
          key: "languages",
          head: say(w.languages),
          cell: (row) => row.report.languages.map((each) => ownName(languageCode(each) || each)).join(", "),
        },
        { key: "answers", head: say(w.answers), numeric: true, cell: (row) => formatNumber(answers.get(row.id) ?? 0, language) },
      ]}
    />
  );
}

function Compare({ shell, instrument, versions }: InstrumentProps): VNode {
  const { say } = shell;
  const options = versions
    .filter((version) => version.report.ok)
    .map((version) => ({ value: version.id, text: say(w.version, { number: version.number }) }));
  return (
    <Section id="compare" title={say(w.compare)}>
      <Filters
        say={say}
        action={paths.compare(instrument.id)}
        fields={[
          { name: "before", label: say(w.compareBefore), options, value: options[1]?.value },
          { name: "after", label: say(w.compareAfter), options, value: options[0]?.value },
        ]}
      />
    </Section>
  );
}

export function InstrumentView(props: InstrumentProps): VNode {
  const { shell, instrument, versions, answers, mayKeep, mayExport, problems = [] } = props;
  const { say } = shell;
  const lang = instrument.language === shell.language ? undefined : instrument.language;
  return (
    <Frame
      shell={shell}
      title={instrument.title}
      heading={lang && <span lang={lang}>{instrument.title}</span>}
      caption={instrument.code}
      breadcrumbs={[{ text: say(w.module), href: paths.questionnaires }, { text: instrument.title }]}
      current={paths.questionnaires}
      errors={problems.map((problem) => ({ text: say(problem.text, problem.values), href: `#${problem.field}` }))}
    >
      <Section id="versions" title={say(w.versions)} count={versions.length}>
        <Versions {...props} />
      </Section>
      {versions.filter((version) => version.report.ok).length > 1 && <Compare {...props} />}
      {mayKeep && (
        <Section id="next" title={say(w.nextVersion)}>
          <Form action={paths.addVersion(instrument.id)} csrf={shell.formToken} multipart>
            <FileUpload
              say={say}
              name="workbook"
              label={say(w.workbook)}
              accept={XLSX}
              error={problems[0] && say(problems[0].text, problems[0].values)}
            />
            <div class="govuk-button-group">
              <Button variant="secondary">{say(w.upload)}</Button>
            </div>
          </Form>
        </Section>
      )}
      {mayExport && (
        <Section id="answers" title={say(w.exportTitle)} note={say(w.exportLead)}>
          <MoreLinks>
            {[...answers.values()].some((count) => count > 0) &&
              FORMATS.map((format) => <Link href={paths.answers(instrument.id, format)}>{format.toUpperCase()}</Link>)}
            <Link href={paths.labels(instrument.id)}>{say(w.exportLabels)}</Link>
          </MoreLinks>
        </Section>
      )}
    </Frame>
  );
}
