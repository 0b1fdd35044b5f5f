/** What those who keep a course see above it: what to do now, the task list of a draft, its reviews and its versions. */
import type { VNode } from "preact";
import type { Offer } from "#kernel/flow/flow.ts";
import { dayOf } from "#kernel/calendar/day.ts";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import { ActionForm, Button, RefusedAction } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable, TaskList } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Section } from "#platform/ui/parts.tsx";
import type { Text } from "#platform/i18n/text.ts";
import { PLAIN_STEPS, type CourseStep } from "../flows.ts";
import { paths } from "../paths.ts";
import { ASPECTS, COURSE_PARTS, isComplete, type CoursePart, type CourseVersion, type Review } from "../schema.ts";
import { w as form } from "../words-form.ts";
import { w } from "../words.ts";
import { CourseTag, hoursText, type ViewProps } from "./common.tsx";

export const PART_TITLES: Readonly<Record<CoursePart, Text>> = {
  title: form.partTitle,
  people: form.partPeople,
  outcomes: form.partOutcomes,
  modules: form.partModules,
  pass: form.partPass,
  tests: form.partTests,
  materials: form.partMaterials,
};

/** What the acting post may do, and whether the parts may be written. */
export interface WorkProps {
  readonly offers: readonly Offer<CourseStep>[];
  readonly mayEdit: boolean;
  readonly moduleCount: number;
  readonly materialCount: number;
}

type Props = ViewProps &
  WorkProps & { readonly version: CourseVersion; readonly reviews: readonly Review[]; readonly versions: readonly CourseVersion[] };

/** Where a step leads that has a page of its own. */
function pageOf(version: string, step: CourseStep): string {
  if (step === "reviewContent") return paths.review(version, "content");
  if (step === "reviewLegal") return paths.review(version, "legal");
  return paths.end(version, step);
}

function Steps({ shell, version, offers }: Props): VNode | null {
  const { say, formToken } = shell;
  if (offers.length === 0) return null;
  const usable = offers.filter((offer) => offer.refusal === null);
  const first = usable.find(
    (offer) => offer.step !== "drop" && offer.step !== "retire" && offer.step !== "takeBack" && offer.step !== "reopen",
  );
  return (
    <Section id="next" title={say(form.nextStep)}>
      {offers.map((offer) => {
        const title = say(offer.title);
        if (offer.refusal !== null)
          return <RefusedAction id={`step-${offer.step}`} text={title} reason={say(offer.refusal.text, offer.refusal.values)} />;
        const variant = offer === first ? undefined : ("secondary" as const);
        return PLAIN_STEPS.includes(offer.step) ? (
          <ActionForm action={paths.step(version.version, offer.step)} csrf={formToken} text={title} variant={variant} />
        ) : (
          <p class="in-act">
            <Button href={pageOf(version.version, offer.step)} variant={variant}>
              {title}
            </Button>
          </p>
        );
      })}
    </Section>
  );
}

function Tasks({ shell, version, moduleCount, materialCount }: Props): VNode {
  const { say } = shell;
  const status = (part: CoursePart): VNode => {
    if (part === "materials" && materialCount === 0) return <StatusTag tone="rest">{say(form.optional)}</StatusTag>;
    return isComplete({ version, modules: moduleCount }, part) ? (
      <StatusTag tone="good">{say(form.ready)}</StatusTag>
    ) : (
      <StatusTag tone="watch">{say(form.toDo)}</StatusTag>
    );
  };
  return (
    <Section id="parts" title={say(form.parts)}>
      <TaskList
        tasks={COURSE_PARTS.map((part) => ({
          title: say(PART_TITLES[part]),
          href: paths.part(version.version, part),
          status: status(part),
        }))}
      />
    </Section>
  );
}

function Reviews({ shell, version, reviews }: Props): VNode | null {
  const { say, pack } = shell;
  if (reviews.length === 0 && version.askedAt === null) return null;
  const round = 1 + reviews.filter((review) => review.decision === "returned").length;
  const waiting =
    version.askedAt === null ? [] : ASPECTS.filter((aspect) => !reviews.some((one) => one.aspect === aspect && one.round === round));
  const word = (aspect: Review["aspect"]): string => say(aspect === "content" ? w.content : w.legal);
  return (
    <Section id="reviews" title={say(w.reviews)}>
      <ul class="govuk-list">
        {waiting.map((aspect) => (
          <li>
            <StatusTag tone="watch">{say(w.waiting)}</StatusTag> {word(aspect)}
          </li>
        ))}
        {reviews.map((review) => (
          <li>
            <StatusTag tone={review.decision === "approved" ? "good" : "late"}>
              {say(review.decision === "approved" ? w.approved : w.returned)}
            </StatusTag>{" "}
            {word(review.aspect)}, {formatDate(dayOf(review.at, pack.timeZone))}
            {review.note !== "" && (
              <p class="in-small" lang={review.language === shell.language ? undefined : review.language}>
                {review.note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Versions({ shell, versions }: Props): VNode | null {
  const { say, pack, language } = shell;
  if (versions.length < 2) return null;
  const day = (at: Date | null): string => (at === null ? "–" : formatDate(dayOf(at, pack.timeZone)));
  return (
    <Section id="versions" title={say(w.versions)} count={versions.length}>
      <DataTable
        say={say}
        caption={say(w.versions)}
        rows={versions}
        columns={[
          {
            key: "version",
            head: say(w.version),
            cell: (one: CourseVersion) => <Link href={paths.version(one.version)}>{say(w.versionNumber, { number: one.number })}</Link>,
          },
          { key: "state", head: say(w.state), cell: (one: CourseVersion) => <CourseTag say={say} state={one.state} /> },
          { key: "published", head: say(w.published), cell: (one: CourseVersion) => day(one.publishedAt) },
          {
            key: "revision",
            head: say(w.revisionOn),
            cell: (one: CourseVersion) => (one.revisionOn === null ? "–" : formatDate(one.revisionOn)),
          },
          { key: "hours", head: say(w.hours), numeric: true, cell: (one: CourseVersion) => hoursText(language, one.hours) },
        ]}
      />
    </Section>
  );
}

export function CourseWork(props: Props): VNode {
  const { version, mayEdit, moduleCount, shell } = props;
  const writable = mayEdit && version.state === "draft" && version.askedAt === null;
  // A reason to mend stands before what there is to mend.
  const isReturned = writable && props.reviews.some((review) => review.decision === "returned");
  return (
    <>
      {isReturned && <Reviews {...props} />}
      <Steps {...props} />
      {writable && <Tasks {...props} />}
      {writable && moduleCount > 0 && version.minutes > 0 && (
        <p class="in-small">
          {shell.say(form.modulesDone, {
            share: formatNumber((100 * version.practicalMinutes) / version.minutes, shell.language, 0),
            hours: hoursText(shell.language, version.hours),
          })}
        </p>
      )}
      {!isReturned && <Reviews {...props} />}
      <Versions {...props} />
    </>
  );
}
