/** Closing: the names that nothing is noted about, then the list is closed; or, once closed, opened again with a reason. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import { Details } from "#platform/ui/content.tsx";
import { formatDateTime } from "#platform/ui/format.ts";
import { ActionForm, Button, ButtonGroup, Form, Input, RefusedAction } from "#platform/ui/forms.tsx";
import { Notice, Section } from "#platform/ui/parts.tsx";
import { DataTable } from "#platform/ui/tables.tsx";
import { paths } from "../paths.ts";
import { p } from "../problems.ts";
import type { OpenList } from "../schema.ts";
import { w as a } from "../words.ts";
import { w } from "../words-paper.ts";
import { ListFrame, partLabel } from "./common.tsx";

export interface ClosingProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly open: readonly { readonly who: Participant; readonly parts: readonly Part[] }[];
  readonly due: Date;
  readonly over: boolean;
  readonly mayReopen: boolean;
  readonly error?: string;
}

function Closed({ props }: { readonly props: ClosingProps }): VNode {
  const { shell, list, mayReopen, error } = props;
  const { say, pack } = shell;
  const { id, closedAt } = list.gathering;
  return (
    <>
      <Notice tone="good">{say(w.closedOn, { at: closedAt === null ? "" : formatDateTime(closedAt, pack.timeZone) })}</Notice>
      {mayReopen && (
        <Form action={paths.reopen(id)} csrf={shell.formToken}>
          <Input say={say} name="reason" label={say(w.reopenWhy)} error={error} />
          <Button variant="secondary">{say(w.reopen)}</Button>
        </Form>
      )}
    </>
  );
}

type Undecided = ClosingProps["open"][number];

function Names({ props }: { readonly props: ClosingProps }): VNode {
  const { shell, list, open } = props;
  const { say, language } = shell;
  return (
    <Form action={paths.decide(list.gathering.id)} csrf={shell.formToken}>
      <DataTable
        say={say}
        caption={say(a.undecided)}
        columns={[
          {
            key: "name",
            head: say(a.person),
            cell: ({ who }: Undecided) => (
              <>
                {who.name} <span class="in-small">{who.code}</span>
              </>
            ),
          },
          {
            key: "is",
            head: say(a.halfDay),
            close: "line",
            cell: ({ who, parts }: Undecided) =>
              parts.map((part) => (
                <p>
                  <label class="in-small" for={`is-${who.id}-${part.id}`}>
                    <span class="govuk-visually-hidden">{who.name}, </span>
                    {partLabel(say, language, part)}
                  </label>
                  <br />
                  <select class="govuk-select" id={`is-${who.id}-${part.id}`} name={`is-${who.id}-${part.id}`}>
                    <option value="">{say(w.later)}</option>
                    <option value="here">{say(w.wasHere)}</option>
                    <option value="absent">{say(w.wasAbsent)}</option>
                  </select>
                </p>
              )),
          },
        ]}
        close
        rows={open}
      />
      <ButtonGroup>
        <Button>{say(w.saveDecisions)}</Button>
        <Button variant="secondary" name="rest" value="absent">
          {say(w.allAbsent)}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

export function ClosingView(props: ClosingProps): VNode {
  const { shell, list, open, due, over, error } = props;
  const { say, pack } = shell;
  const { id, closedAt } = list.gathering;
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(w.closingTitle)}
      lead={closedAt === null ? say(w.closingLead, { count: open.length }).trim() : undefined}
      width="reading"
      errors={error === undefined ? [] : [{ text: error, href: "#reason" }]}
    >
      {closedAt !== null ? (
        <Closed props={props} />
      ) : (
        <>
          {open.length > 0 && over && <Names props={props} />}
          {open.length > 0 && !over && (
            <Details summary={say(w.decideEarly, { count: open.length })}>
              <Names props={props} />
            </Details>
          )}
          <Section id="close" title={say(w.close)} titleHidden>
            <p>{say(w.closeNote, { by: formatDateTime(due, pack.timeZone) })}</p>
            <ButtonGroup>
              {open.length > 0 ? (
                <RefusedAction id="close-it" reason={say(p.undecided.text, { count: open.length })} text={say(w.close)} />
              ) : over ? (
                <ActionForm action={paths.closing(id)} csrf={shell.formToken} text={say(w.close)} />
              ) : (
                <RefusedAction id="close-it" reason={say(p.notYetOver.text)} text={say(w.close)} />
              )}
            </ButtonGroup>
          </Section>
        </>
      )}
    </ListFrame>
  );
}
