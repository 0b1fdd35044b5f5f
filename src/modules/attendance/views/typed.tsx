/** Typing a paper list in: one line a name, its true day, its photo. */
import type { VNode } from "preact";
import type { Shell } from "#kernel/access/shell.ts";
import type { Part } from "#kernel/gathering/gatherings.ts";
import type { Participant } from "#kernel/gathering/participants.ts";
import { Button, FileUpload, ErrorMessage, Form, Input } from "#platform/ui/forms.tsx";
import { Options } from "#platform/ui/inputs.tsx";
import { DataTable } from "#platform/ui/tables.tsx";
import { paths } from "../paths.ts";
import type { OpenList } from "../schema.ts";
import { w as a } from "../words.ts";
import { w } from "../words-paper.ts";
import { ListFrame, partLabel, partTimes } from "./common.tsx";

/** One name of the paper. */
export interface PaperLine {
  readonly who: Participant;
  readonly noted: boolean;
}

export interface TypedProps {
  readonly shell: Shell;
  readonly list: OpenList;
  readonly part: Part;
  readonly people: readonly PaperLine[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly field: string; readonly text: string }[];
}

export function TypedView({ shell, list, part, people, values, errors }: TypedProps): VNode {
  const { say, language, pack } = shell;
  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.text;
  return (
    <ListFrame
      shell={shell}
      list={list}
      title={say(w.typeIn)}
      lead={`${partLabel(say, language, part)}, ${partTimes(say, part, pack.timeZone)}`}
      width="reading"
      errors={errors.map((each) => ({ text: each.text, href: `#${each.field}` }))}
    >
      <p>{say(w.typeLead)}</p>
      <Form action={paths.typed(list.gathering.id)} csrf={shell.formToken} hidden={{ part: part.id }} multipart>
        <Input
          say={say}
          name="signedOn"
          type="date"
          label={say(w.signedOn)}
          width={10}
          value={values["signedOn"] ?? part.day}
          error={errorOf("signedOn")}
        />
        <FileUpload
          say={say}
          name="scan"
          label={say(w.scan)}
          hint={say(w.scanHint)}
          accept=".pdf,.jpg,.jpeg,.png"
          capture="environment"
          error={errorOf("scan")}
        />
        <DataTable
          say={say}
          caption={say(a.list)}
          columns={[
            {
              key: "name",
              head: say(a.person),
              cell: ({ who, noted }: PaperLine) => (
                <>
                  {who.name} <span class="in-small">{noted ? `${who.code}, ${say(w.noted)}` : who.code}</span>
                </>
              ),
            },
            {
              key: "is",
              head: say(a.list),
              cell: ({ who }) => (
                <select class="govuk-select" name={`is-${who.id}`} id={`is-${who.id}`} aria-label={`${say(a.list)}, ${who.name}`}>
                  <Options
                    value={values[`is-${who.id}`] ?? ""}
                    options={[
                      { value: "", text: say(w.blank) },
                      { value: "here", text: say(w.wholeHalf) },
                      { value: "absent", text: say(w.absent) },
                    ]}
                  />
                </select>
              ),
            },
            {
              key: "at",
              head: say(w.late),
              cell: ({ who }) => (
                <>
                  <input
                    class="govuk-input govuk-input--width-5"
                    name={`at-${who.id}`}
                    id={`at-${who.id}`}
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label={`${say(w.late)}, ${who.name}`}
                    value={values[`at-${who.id}`]}
                  />
                  {errorOf(`at-${who.id}`) !== undefined && <ErrorMessage say={say}>{errorOf(`at-${who.id}`)}</ErrorMessage>}
                </>
              ),
            },
          ]}
          rows={people}
        />
        <p class="in-small">{say(w.lateHint)}</p>
        <Button>{say(w.save)}</Button>
      </Form>
    </ListFrame>
  );
}
