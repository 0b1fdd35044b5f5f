/** A plan’s title and summary in three languages, each with how sure its words are and what comes next. */
import type { VNode } from "preact";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import { Frame } from "#kernel/access/frame.tsx";
import type { Offer } from "#kernel/flow/flow.ts";
import type { Language } from "#platform/i18n/text.ts";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { ActionForm, Button, ButtonGroup, Form, Input, RefusedAction, Textarea } from "#platform/ui/forms.tsx";
import { StatusTag } from "#platform/ui/marks.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import { paths } from "../paths.ts";
import type { Plan } from "../schema.ts";
import { wordingFlow, type WordingStep } from "../flow-wording.ts";
import { type Worded } from "../wordings.ts";
import { w as planWords } from "../words-plan.ts";
import { w } from "../words-wording.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { type ViewProps } from "./common.tsx";

/** Languages by their own names. */

export interface WordingsProps extends ViewProps {
  readonly plan: Plan;
  /** The number of the version; null before there is one. */
  readonly number: number | null;
  readonly languages: readonly (Worded & { readonly offers: readonly Offer<WordingStep>[] })[];
  readonly mayWrite: boolean;
  /** The one form that was sent and could not be taken. */
  readonly sent: { readonly language: Language; readonly values: Readonly<Record<string, string>> } | null;
  readonly problems: readonly FieldProblem[];
}

type One = WordingsProps["languages"][number];

function Fields({ shell, plan, one, sent, problems }: WordingsProps & { readonly one: One }): VNode {
  const { say } = shell;
  const { language, now, earlier } = one;
  const here = sent?.language === language;
  const wrong = wrongOf(say, here ? problems : []);
  const words = now ?? earlier?.wording;
  return (
    <Form action={paths.wording(plan.id, language)} csrf={shell.formToken}>
      <Input
        say={say}
        name="title"
        id={`title-${language}`}
        label={say(w.wordTitle)}
        value={here ? (sent.values["title"] ?? "") : (words?.title ?? "")}
        error={wrong.at(`title-${language}`)}
      />
      <Textarea
        say={say}
        name="body"
        id={`body-${language}`}
        label={say(w.summary)}
        rows={4}
        value={here ? (sent.values["body"] ?? "") : (words?.body ?? "")}
        error={wrong.at(`body-${language}`)}
      />
      <ButtonGroup>
        <Button name="do" value="complete">
          {say(w.handIn)}
        </Button>
        <Button name="do" value="draft" variant="secondary">
          {say(w.saveDraft)}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function Steps({ shell, plan, one }: WordingsProps & { readonly one: One }): VNode {
  const { say } = shell;
  return (
    <>
      {one.offers.map((offer) =>
        offer.refusal === null ? (
          <ActionForm action={paths.wordingStep(plan.id, one.language, offer.step)} csrf={shell.formToken} text={say(offer.title)} />
        ) : (
          <RefusedAction
            id={`${offer.step}-${one.language}`}
            text={say(offer.title)}
            reason={say(offer.refusal.text, offer.refusal.values)}
          />
        ),
      )}
    </>
  );
}

function OneLanguage(props: WordingsProps & { readonly one: One }): VNode {
  const { shell, plan, one, mayWrite } = props;
  const { say } = shell;
  const { language, now, earlier } = one;
  const original = language === plan.language;
  const written = !original && mayWrite && now?.status !== "approved";
  return (
    <Section id={`language-${language}`} title={<span lang={language}>{OWN_NAMES[language]}</span>} card>
      <p>
        {now === null ? (
          <StatusTag tone="rest">{say(w.none)}</StatusTag>
        ) : (
          <StatusTag tone={wordingFlow.states[now.status].tone}>{say(wordingFlow.states[now.status].title)}</StatusTag>
        )}
      </p>
      {!original && <Steps {...props} one={one} />}
      {earlier !== null && <p class="in-small">{say(w.earlier, { number: earlier.number })}</p>}
      {written ? (
        <Fields {...props} one={one} />
      ) : (
        now !== null && (
          <div lang={language}>
            <p>
              <b>{now.title}</b>
            </p>
            <p>{now.body}</p>
          </div>
        )
      )}
      {original && <p class="in-small">{say(w.original)}</p>}
    </Section>
  );
}

export function WordingsView(props: WordingsProps): VNode {
  const { shell, plan, number, languages, problems } = props;
  const { say } = shell;
  return (
    <Frame
      shell={shell}
      title={say(w.title)}
      caption={plan.title}
      lead={number === null ? undefined : say(w.lead, { number })}
      current={paths.plans}
      width="reading"
      errors={wrongOf(say, problems).errors}
      back={{ href: paths.plan(plan.id), text: say(planWords.back) }}
    >
      {languages.length === 0 && <EmptyState>{say(w.notYet)}</EmptyState>}
      {languages.map((one) => (
        <OneLanguage {...props} one={one} />
      ))}
    </Frame>
  );
}
