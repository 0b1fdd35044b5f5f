/** Stories: the list, one story with its consent, and the form. */
import { ownName } from "#platform/i18n/own-names.ts";
import type { VNode } from "preact";
import { Frame } from "#kernel/access/frame.tsx";
import type { Shell } from "#kernel/access/shell.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { formatDate } from "#platform/ui/format.ts";
import { ActionForm, Button, FileUpload, Form, Input, Radios, Select, Textarea } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { Pages } from "#platform/ui/lists.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { Card, EmptyState, MoreLinks, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { PrintedStory, Story } from "../stories.ts";
import { w } from "../words-story.ts";

/** A story as it may be printed: her words, and who says them as far as she agreed. */
export function StoryText({ shell, story }: { readonly shell: Shell; readonly story: Story }): VNode {
  const { language } = shell;
  return (
    <blockquote class="in-quote">
      <p lang={story.language === language ? undefined : story.language}>{story.changed}</p>
      <p class="in-small">
        {story.name !== null && (
          <>
            <b>{story.name}</b>,{" "}
          </>
        )}
        <span lang={story.language === language ? undefined : story.language}>{story.place}</span> · {formatDate(story.day)}
      </p>
    </blockquote>
  );
}

/** A story of a released copy; a withdrawn one leaves only the sentence that it was. */
export function Printed({ shell, one }: { readonly shell: Shell; readonly one: PrintedStory }): VNode {
  const { say } = shell;
  if (one.story !== null) return <StoryText shell={shell} story={one.story} />;
  return <p class="in-small">{one.withdrawnOn === null ? say(w.erased) : say(w.withdrawnOn, { day: formatDate(one.withdrawnOn) })}</p>;
}

function ConsentTag({ shell, story }: { readonly shell: Shell; readonly story: Story }): VNode {
  const { say } = shell;
  const tone = story.consent === "withdrawn" ? "rest" : "good";
  const day = story.withdrawnOn ?? story.consentDay;
  return <StatusTag tone={tone}>{say(w.since, { consent: say(w[story.consent]), day: formatDate(day) })}</StatusTag>;
}

export interface StoriesProps {
  readonly shell: Shell;
  readonly rows: readonly Story[];
  readonly current: number;
  readonly last: number;
  readonly mayTell: boolean;
}

export function StoriesView({ shell, rows, current, last, mayTell }: StoriesProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.title)} lead={say(w.lead)} current="/achievements">
      {mayTell && <Button href={paths.newStory}>{say(w.newTitle)}</Button>}
      {rows.length === 0 && <EmptyState>{say(w.none)}</EmptyState>}
      {rows.map((story) => (
        <Card>
          <StoryText shell={shell} story={story} />
          <p>
            <ConsentTag shell={shell} story={story} /> <Link href={paths.story(story.id)}>{say(w.consent)}</Link>
          </p>
        </Card>
      ))}
      <Pages say={say} current={current} last={last} href={(page) => `${paths.stories}?page=${page}`} />
    </Frame>
  );
}

export interface StoryProps {
  readonly shell: Shell;
  readonly story: Story;
  readonly printedIn: readonly { readonly href: string; readonly title: string }[];
  readonly mayWithdraw: boolean;
}

export function StoryView({ shell, story, printedIn, mayWithdraw }: StoryProps): VNode {
  const { say } = shell;
  return (
    <Frame shell={shell} title={say(w.recordTitle, { day: formatDate(story.day) })} current="/achievements">
      <Card>
        <StoryText shell={shell} story={story} />
        <ConsentTag shell={shell} story={story} />
      </Card>
      <p>{say(story.consentWay === "scan" ? w.scan : w.tick)}</p>
      {story.file !== null && (
        <MoreLinks>
          <Link href={paths.storyScan(story.id)}>{say(w.seeScan)}</Link>
        </MoreLinks>
      )}
      {printedIn.length > 0 && (
        <Section id="printed" title={say(w.printedIn)}>
          <ul class="govuk-list">
            {printedIn.map((one) => (
              <li>
                <Link href={one.href}>{one.title}</Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {mayWithdraw && story.consent !== "withdrawn" && (
        <Section id="withdraw" title={say(w.withdrawTitle)} card>
          <p>{say(w.withdrawText)}</p>
          <ActionForm action={paths.storyConsent(story.id)} csrf={shell.formToken} text={say(w.withdrawTitle)} />
        </Section>
      )}
    </Frame>
  );
}

export interface NewStoryProps {
  readonly shell: Shell;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
  readonly today: string;
}

export function NewStoryView({ shell, person, values, problems, today }: NewStoryProps): VNode {
  const { say, language } = shell;
  const error = (field: string): string | undefined => {
    const found = problems.find((one) => one.field === field);
    return found === undefined ? undefined : say(found.text, found.values);
  };
  const text = (name: string, fallback = ""): string => values[name] ?? fallback;
  return (
    <Frame
      shell={shell}
      title={say(w.newTitle)}
      lead={say(w.newLead)}
      current="/achievements"
      errors={problems.map((one) => ({ href: `#${one.field}`, text: say(one.text, one.values) }))}
    >
      <Form action={paths.newStory} csrf={shell.formToken} multipart>
        {person !== null && (
          <p>
            {say(w.who)}: <b>{person.name}</b>
            <input type="hidden" name="person" value={person.id} />
          </p>
        )}
        <Input
          say={say}
          id="place"
          name="place"
          label={say(w.place)}
          hint={say(w.placeHint)}
          value={text("place")}
          error={error("place")}
        />
        <Textarea
          say={say}
          id="changed"
          name="changed"
          label={say(w.changed)}
          hint={say(w.changedHint)}
          rows={6}
          value={text("changed")}
          error={error("changed")}
        />
        <Select
          say={say}
          id="language"
          name="language"
          label={say(w.language)}
          value={text("language", language)}
          options={LANGUAGES.map((one) => ({ value: one, text: ownName(one) }))}
        />
        <Input say={say} id="day" name="day" type="date" label={say(w.day)} value={text("day", today)} error={error("day")} />
        <Input say={say} id="programme" name="programme" label={say(w.programme)} value={text("programme")} />
        <Radios
          say={say}
          name="consent"
          legend={say(w.consent)}
          value={text("consent")}
          error={error("consent")}
          choices={[
            { value: "named", text: say(w.named), hint: person === null ? say(w.nameNeedsPerson) : undefined },
            { value: "anonymous", text: say(w.anonymous) },
          ]}
        />
        <Radios
          say={say}
          name="way"
          legend={say(w.consentWay)}
          value={text("way")}
          error={error("way")}
          choices={[
            { value: "tick", text: say(w.tick) },
            { value: "scan", text: say(w.scan) },
          ]}
        />
        <FileUpload say={say} id="scan" name="scan" label={say(w.scanFile)} error={error("scan")} />
        <Input
          say={say}
          id="consentDay"
          name="consentDay"
          type="date"
          label={say(w.consentDay)}
          value={text("consentDay", today)}
          error={error("consentDay")}
        />
        <Button>{say(w.save)}</Button>
      </Form>
    </Frame>
  );
}
