/** One version of a course: for whom, what one can do afterwards, what is taught, how it is passed; for those who keep it, its state and steps. */
import type { VNode } from "preact";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import { Frame } from "#kernel/access/frame.tsx";
import { dayOf } from "#kernel/calendar/day.ts";
import { InsetText } from "#platform/ui/content.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, SummaryList, type SummaryRow } from "#platform/ui/lists.tsx";
import { Bar, EmptyState, MoreLinks, Section, Timeline, type TimelineEntry } from "#platform/ui/parts.tsx";
import { PrintHead } from "#platform/ui/print.tsx";
import { paths } from "../paths.ts";
import {
  isWritten,
  practicalShare,
  wordingIn,
  type CourseMaterial,
  type CourseModule,
  type CourseVersion,
  type Review,
} from "../schema.ts";
import { w } from "../words.ts";
import { groupName, nameOf } from "#kernel/pack/shown.ts";
import { lengthText, titleOf, Worded, CourseTag, type ViewProps } from "./common.tsx";
import { CourseWork, type WorkProps } from "./course-work.tsx";

export interface CourseProps extends ViewProps {
  readonly version: CourseVersion;
  readonly modules: readonly CourseModule[];
  readonly materials: readonly CourseMaterial[];
  /** Percents that hold, and whether the association's rule or the course sets them. */
  readonly rule: { readonly attendance: number; readonly pass: number; readonly source: string };
  readonly questionnaires: Readonly<Record<"preTest" | "postTest" | "evaluation", string | null>>;
  /** Open needs in the course's fields; null for those who may not read needs. */
  readonly needs: readonly { readonly domain: string; readonly count: number; readonly organisations: number }[] | null;
  /** Present for those who keep courses. */
  readonly work: WorkProps | null;
  readonly reviews: readonly Review[];
  readonly versions: readonly CourseVersion[];
  readonly history: readonly TimelineEntry[];
}

const row = (key: string, value: SummaryRow["value"]): SummaryRow => ({ key, value });

function Facts({ shell, version }: CourseProps): VNode {
  const { say, pack, language } = shell;
  const share = practicalShare(version);
  const groups = version.groups.map((group) => groupName(say, pack, group)).join(", ");
  return (
    <SummaryList
      rows={[
        row(say(w.forWhom), groups === "" ? say(w.everyone) : groups),
        row(
          say(w.length),
          <>
            {lengthText(shell, version)}
            {share !== null && <Bar share={share} />}
          </>,
        ),
        row(say(w.modality), nameOf(say, pack, "modality", version.modality)),
        row(say(w.languages), version.languages.map((one) => OWN_NAMES[one]).join(", ") || say(w.everyone)),
        row(say(w.fields), [version.domain, ...version.otherDomains].map((code) => nameOf(say, pack, "capacity_domain", code)).join(", ")),
        row(
          say(w.prerequisites),
          isWritten(version.prerequisites) ? <Worded of={version.prerequisites} language={language} /> : say(w.none),
        ),
        version.programme !== null && row(say(w.programme), version.programme),
      ]}
    />
  );
}

function Outcomes({ shell, version }: CourseProps): VNode {
  const { say, language } = shell;
  const { text, language: written } = wordingIn(version.outcomes, language);
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return (
    <Section id="outcomes" title={say(w.outcomes)}>
      {lines.length === 0 ? (
        <EmptyState>{say(w.noOutcomes)}</EmptyState>
      ) : (
        <ul class="govuk-list govuk-list--bullet" lang={written === language ? undefined : written}>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Modules({ shell, version, modules }: CourseProps): VNode {
  const { say, pack, language } = shell;
  return (
    <Section id="modules" title={say(w.modules)} count={modules.length} note={modules.length > 0 ? lengthText(shell, version) : undefined}>
      <DataTable
        say={say}
        caption={say(w.modules)}
        rows={modules}
        empty={<EmptyState>{say(w.noModules)}</EmptyState>}
        columns={[
          {
            key: "module",
            head: say(w.moduleName),
            cell: (module: CourseModule) => (
              <>
                <strong>
                  {module.position}. <Worded of={module.title} language={language} />
                </strong>
                {isWritten(module.objective) && (
                  <p class="in-small">
                    <Worded of={module.objective} language={language} />
                  </p>
                )}
              </>
            ),
          },
          { key: "method", head: say(w.method), cell: (module: CourseModule) => nameOf(say, pack, "training_method", module.method) },
          { key: "minutes", head: say(w.minutes), numeric: true, cell: (module: CourseModule) => formatNumber(module.minutes, language) },
          {
            key: "practical",
            head: say(w.practicalMinutes),
            numeric: true,
            cell: (module: CourseModule) => formatNumber(module.practicalMinutes, language),
          },
        ]}
      />
    </Section>
  );
}

function Passing({ shell, version, rule, questionnaires, work }: CourseProps): VNode {
  const { say, pack } = shell;
  const own = (value: number | null, text: string): string => (value === null ? `${text} (${say(w.fromRule)})` : text);
  const assessment = version.assessment === null ? null : nameOf(say, pack, "course_assessment", version.assessment);
  return (
    <Section id="passing" title={say(w.passing)}>
      <SummaryList
        rows={[
          row(say(w.attendance), own(version.attendanceMinimum, say(w.attendanceValue, { share: rule.attendance }))),
          assessment !== null &&
            row(
              say(w.assessment),
              version.assessment === "test" ? own(version.passMark, say(w.testValue, { name: assessment, share: rule.pass })) : assessment,
            ),
          row(say(w.certificate), say(w.certificateValue)),
          ...(work === null
            ? []
            : (["preTest", "postTest", "evaluation"] as const).map((name) => row(say(w[name]), questionnaires[name] ?? say(w.notChosen)))),
        ]}
      />
    </Section>
  );
}

function Materials({ shell, version, materials }: CourseProps): VNode {
  const { say, pack } = shell;
  return (
    <Section id="materials" title={say(w.materials)} count={materials.length}>
      {materials.length === 0 ? (
        <EmptyState>{say(w.noMaterials)}</EmptyState>
      ) : (
        <ul class="govuk-list">
          {materials.map((material) => (
            <li>
              <Link
                href={paths.material(version.version, material.id)}
                attributes={{ lang: material.language, hreflang: material.language }}
              >
                {material.title}
              </Link>
              <p class="in-small">
                {say(w.materialLine, {
                  language: OWN_NAMES[material.language],
                  size: formatNumber(Math.max(1, Math.round(material.size / 1024)), shell.language),
                  licence: nameOf(say, pack, "material_licence", material.licence),
                })}
                {material.author !== "" && `, ${say(w.by, { author: material.author })}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Needs({ shell, needs }: CourseProps): VNode | null {
  const { say, pack } = shell;
  if (needs === null) return null;
  return (
    <Section id="needs" title={say(w.needs)}>
      <ul class="govuk-list">
        {needs.map(({ domain, count, organisations }) => (
          <li>
            {count === 0 ? (
              say(w.needsValue, { count, domain: nameOf(say, pack, "capacity_domain", domain) })
            ) : (
              <Link href={`/needs?domain=${domain}&state=waiting`}>
                {say(w.needsValue, { count, domain: nameOf(say, pack, "capacity_domain", domain) })}
              </Link>
            )}
            {count > 0 && <span class="in-small"> {say(w.needsWhere, { count: organisations })}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What stands above everything when this is not what is taught now. */
function Standing({ shell, version, versions, work }: CourseProps): VNode | null {
  const { say, pack } = shell;
  const inForce = versions.find((one) => one.state === "published" || one.state === "revision_due");
  const inWork = versions.find((one) => one.state === "draft" || one.state === "reviewed");
  if (version.state === "retired")
    return (
      <InsetText>
        {version.endedAt !== null && version.publishedAt !== null && (
          <p>{say(w.oldVersion, { number: version.number, day: formatDate(dayOf(version.endedAt, pack.timeZone)) })}</p>
        )}
        {version.reason !== null && <p lang={version.reasonLanguage ?? undefined}>{say(w.reasonLine, { reason: version.reason })}</p>}
        {inForce !== undefined && <Link href={paths.course(inForce.course)}>{say(w.currentVersion)}</Link>}
      </InsetText>
    );
  if (work === null || inWork === undefined || inWork.version === version.version) return null;
  return (
    <InsetText>
      <Link href={paths.version(inWork.version)}>{say(w.versionInWork, { number: inWork.number })}</Link>
    </InsetText>
  );
}

export function CourseView(props: CourseProps): VNode {
  const { shell, version, work, history } = props;
  const { say, pack, language } = shell;
  const title = titleOf(shell, version);
  const summary = wordingIn(version.summary, language);
  return (
    <Frame
      shell={shell}
      title={title}
      caption={version.code}
      lead={
        summary.text === "" ? undefined : <span lang={summary.language === language ? undefined : summary.language}>{summary.text}</span>
      }
      current={paths.courses}
      breadcrumbs={[{ text: say(w.module), href: paths.courses }, { text: version.code }]}
      actions={work === null ? undefined : <CourseTag say={say} state={version.state} />}
      aside={
        history.length === 0
          ? undefined
          : {
              label: say(w.history),
              content: (
                <Section id="history" title={say(w.history)}>
                  <Timeline entries={history} />
                </Section>
              ),
            }
      }
    >
      <PrintHead
        say={say}
        issuer={say(pack.association.names)}
        title={say(w.printed)}
        reference={`${version.code} / ${version.number}`}
        date={version.publishedAt === null ? "" : formatDate(dayOf(version.publishedAt, pack.timeZone))}
        language={OWN_NAMES[language]}
      />
      <Standing {...props} />
      {work !== null && <CourseWork shell={shell} {...work} version={version} reviews={props.reviews} versions={props.versions} />}
      <Facts {...props} />
      <Outcomes {...props} />
      <Modules {...props} />
      <Passing {...props} />
      <Materials {...props} />
      <Needs {...props} />
      <MoreLinks>
        <Link href={paths.courses}>{say(w.module)}</Link>
      </MoreLinks>
    </Frame>
  );
}
