/** The results of a session for those who conduct it: what was learned, who lacks a test, person by person. */
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { Gain } from "#methods/learning/gain.ts";
import { Details } from "#platform/ui/content.tsx";
import { ActionForm, Button, Form } from "#platform/ui/forms.tsx";
import { formatDate, formatDays, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, Downloads, type Column } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Card, Doors, EmptyState, Figure, MoreLinks, Notice, Section } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { sessionPaths, type EnrolmentFacts } from "#modules/sessions";
import type { StripProps } from "#platform/ui/charts/strip.tsx";
import type { Lack, Scene } from "../ask.ts";
import { changeOf, type TestResult } from "../figures.ts";
import { paths } from "../paths.ts";
import type { Result } from "../schema.ts";
import { w } from "../words.ts";
import { KIND_NAMES } from "./mine.tsx";
import { GainPicture, percentText } from "./pictures.tsx";

/** One person with her scores, for those who may see her name. */
export interface PersonRow {
  readonly enrolment: EnrolmentFacts;
  readonly score: TestResult | null;
  readonly post: Result | null;
  readonly retake: Result | null;
  /** Papers that can be taken back. */
  readonly papers: readonly Result[];
}

export interface SessionTestsProps {
  readonly shell: Shell;
  readonly scene: Scene;
  readonly gain: Gain;
  readonly picture: StripProps | null;
  readonly passed: { readonly passed: number; readonly sat: number; readonly mark: number } | null;
  readonly lacks: readonly Lack[];
  readonly rows: readonly PersonRow[];
  readonly notice: string | null;
  readonly mayOpen: boolean;
  readonly printed: { readonly reference: string; readonly issuer: string; readonly date: string };
}

/** “26 of 28 sat both tests. They began at 41% …”. */
export function leadOf(shell: Shell, scene: Pick<Scene, "tests" | "people">, gain: Gain): string {
  const { say, language } = shell;
  if (scene.tests.length > 0 && scene.tests.every((test) => test.kind === "evaluation")) return say(w.leadEvaluationOnly);
  if (gain.preMean === null || gain.postMean === null) return say(w.leadNone);
  const values = {
    both: gain.both,
    people: scene.people.length,
    pre: percentText(gain.preMean, language),
    post: percentText(gain.postMean, language),
    gain: percentText(Math.max(0, gain.gain ?? 0) * 100, language),
  };
  return say((gain.gain ?? 0) > 0 ? w.lead : w.leadLost, values);
}

function Learned({ shell, gain, picture, passed }: SessionTestsProps): VNode | null {
  const { say, language } = shell;
  if (picture === null) return null;
  const joined = gain.postOnly === 0 ? "" : say(w.joined, { count: gain.postOnly });
  return (
    <Section id="learned" title={say(w.learned)}>
      {gain.gain !== null && gain.gain > 0 && (
        <Figure value={percentText(gain.gain * 100, language)} label={say(w.gainFigure)} share={gain.gain} />
      )}
      <GainPicture {...picture} />
      <p>
        {say(w.attrition, { count: gain.preOnly })} {joined} {passed !== null && say(w.passedLine, passed)}
      </p>
    </Section>
  );
}

function windowText(shell: Shell, lack: Lack, today: string): string {
  const { say } = shell;
  if (lack.window === null) return say(w.windowOther);
  if (lack.window.opens !== null && lack.window.opens > today) return say(w.windowFrom, { day: formatDate(lack.window.opens) });
  return say(lack.open ? w.windowOpen : w.windowClosed, { day: formatDate(lack.window.closes) });
}

interface LackProps {
  readonly shell: Shell;
  readonly scene: Scene;
  readonly lack: Lack;
  readonly today: string;
}

function LackNames({ shell, scene, lack }: LackProps): VNode {
  const { say } = shell;
  return (
    <ul class="govuk-list">
      {lack.people.map((one) => (
        <li>
          {one.personName} <span class="in-small">{one.entityName}</span>
          {lack.test.kind !== "evaluation" && (
            <>
              {" · "}
              <Link href={paths.paper(scene.session.id, lack.test.id, one.id)}>
                {say(w.typeIn)}
                <span class="govuk-visually-hidden"> ({one.personName})</span>
              </Link>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Who lacks one test: names at once while it is open, folded away when it is over. */
function LackBlock(props: LackProps): VNode {
  const { shell, scene, lack, today } = props;
  const { say } = shell;
  const test = say(KIND_NAMES[lack.test.kind]);
  const line = say(w.missingCount, { test, count: lack.people.length, people: lack.of });
  if (!lack.open) {
    if (!scene.reader.conducts || lack.test.kind === "evaluation")
      return (
        <p>
          {line}, {windowText(shell, lack, today)}
        </p>
      );
    return (
      <Details summary={`${line}, ${windowText(shell, lack, today)}`}>
        <LackNames {...props} />
      </Details>
    );
  }
  return (
    <Card>
      <p>
        <b>{line}</b> <span class="in-small">{windowText(shell, lack, today)}</span>
      </p>
      {scene.reader.conducts && <LackNames {...props} />}
      {scene.reader.conducts && (
        <ActionForm
          action={paths.remind(scene.session.id, lack.test.kind)}
          csrf={shell.formToken}
          text={say(w.remind, { count: lack.people.length })}
          variant="secondary"
        />
      )}
    </Card>
  );
}

function columnsOf({ shell, scene }: SessionTestsProps): Column<PersonRow>[] {
  const { say, language } = shell;
  const score = (value: number | null | undefined): string => (value === null || value === undefined ? "–" : percentText(value, language));
  const columns: Column<PersonRow>[] = [
    { key: "person", head: say(w.person), cell: (row) => row.enrolment.personName },
    { key: "organisation", head: say(w.organisation), cell: (row) => row.enrolment.organisationName },
    { key: "pre", head: say(w.before), numeric: true, close: "labelled", cell: (row) => score(row.score?.pre) },
    { key: "post", head: say(w.after), numeric: true, close: "labelled", cell: (row) => score(row.score?.post) },
    {
      key: "change",
      head: say(w.change),
      numeric: true,
      close: "labelled",
      cell: (row) => {
        const change = row.score === null ? null : changeOf(row.score);
        return change === null ? "–" : formatNumber(change, language, 2);
      },
    },
    {
      key: "passed",
      head: say(w.outcome),
      cell: (row) =>
        row.score?.passed == null ? (
          "–"
        ) : (
          <StatusTag tone={row.score.passed ? "good" : "watch"}>{say(row.score.passed ? w.yes : w.no)}</StatusTag>
        ),
    },
  ];
  if (!scene.reader.conducts || scene.results.every((result) => result.source !== "paper")) return columns;
  return [
    ...columns,
    {
      key: "papers",
      head: say(w.takeBack),
      headHidden: true,
      cell: (row) =>
        row.papers.map((paper) => (
          <Form action={paths.takeBack(paper.id)} csrf={shell.formToken}>
            <Button variant="secondary" size="small">
              {say(w.takeBack)}
              <span class="govuk-visually-hidden">
                {" "}
                ({say(KIND_NAMES[paper.kind])}, {row.enrolment.personName})
              </span>
            </Button>
          </Form>
        )),
    },
  ];
}

function People(props: SessionTestsProps): VNode {
  const { shell, scene, rows } = props;
  const { say } = shell;
  if (rows.length === 0) return <EmptyState>{say(w.noNames)}</EmptyState>;
  const file = (format: string): string => `${paths.file(scene.session.id, "results")}?format=${format}`;
  return (
    <Section id="people" title={say(w.people)} count={rows.length} note={say(w.changeNote)}>
      <DataTable say={say} caption={say(w.people)} columns={columnsOf(props)} rows={rows} close />
      <Downloads say={say} files={["csv", "xlsx", "json"].map((format) => ({ href: file(format), format: format.toUpperCase() }))} />
    </Section>
  );
}

/** The page. */
export function SessionTestsView(props: SessionTestsProps & { readonly today: string }): VNode {
  const { shell, scene, lacks, notice, mayOpen, printed, today, gain } = props;
  const { say } = shell;
  const { session } = scene;
  // What is still to do comes first; once every test is over, what was learned does.
  const waiting = lacks.some((lack) => lack.open && lack.people.length > 0);
  const scored = scene.tests.some((test) => test.kind !== "evaluation");
  const doors = [
    ...(scored && (scene.reader.conducts || props.rows.length === scene.people.length)
      ? [{ href: paths.items(session.id), title: say(w.questions) }]
      : []),
    ...(scene.tests.some((test) => test.kind === "evaluation") ? [{ href: paths.evaluation(session.id), title: say(w.evaluation) }] : []),
    { href: sessionPaths.session(session.id), title: say(w.toSession) },
  ];
  return (
    <Frame
      shell={shell}
      title={say(w.title, { session: session.title })}
      caption={formatDays(session.from, session.to)}
      lead={scene.tests.length === 0 ? say(w.notOpened) : leadOf(shell, scene, gain)}
      current={paths.tests}
      notice={
        <>
          <PrintHead
            say={say}
            issuer={printed.issuer}
            title={say(w.title, { session: session.title })}
            reference={printed.reference}
            date={printed.date}
            language={shell.language}
          />
          {notice !== null && (
            <Notice tone="good" live>
              <p>{notice}</p>
            </Notice>
          )}
        </>
      }
    >
      {mayOpen && <ActionForm action={paths.open(session.id)} csrf={shell.formToken} text={say(w.openNow)} />}
      {!waiting && <Learned {...props} />}
      {scene.tests.length > 0 && (
        <Section id="missing" title={say(w.missing)}>
          {lacks.every((lack) => lack.people.length === 0) && <p>{say(w.missingNone)}</p>}
          {lacks
            .filter((lack) => lack.people.length > 0)
            .map((lack) => (
              <LackBlock shell={shell} scene={scene} lack={lack} today={today} />
            ))}
        </Section>
      )}
      {waiting && <Learned {...props} />}
      {scored && <People {...props} />}
      <div class="in-sec">
        <Doors doors={doors} />
      </div>
      <MoreLinks>
        <Link href={paths.tests}>{say(w.module)}</Link>
      </MoreLinks>
    </Frame>
  );
}
