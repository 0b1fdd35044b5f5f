/** Mappings of the fixtures whose options hold lists: choices, rows, pages, boxes of a date, tasks. */
import type { VNode } from "preact";
import { type ChoiceItem, DateInput, type DatePart } from "#platform/ui/forms.tsx";
import { Pagination, SummaryList, type TableCell, TaskList } from "#platform/ui/lists.tsx";
import { contentOf, groupOf, type Options, raw, say } from "./options.ts";

export function choicesOf(o: Options): ChoiceItem[] {
  return (o.items ?? []).map((item: Options | null | false | "") => {
    if (!item || item.divider) return item;
    return {
      value: item.value ?? "",
      text: contentOf(item),
      hint: contentOf(item.hint),
      hintClass: item.hint?.classes,
      hintAttributes: item.hint?.attributes,
      checked: item.checked ?? undefined,
      disabled: item.disabled,
      id: item.id,
      name: item.name,
      exclusive: item.behaviour === "exclusive",
      labelClass: item.label?.classes,
      labelAttributes: item.label?.attributes,
      conditional: item.conditional?.html ? raw(item.conditional.html) : undefined,
      attributes: item.attributes,
    };
  });
}

export const cellOf = (cell: Options): TableCell => ({
  text: contentOf(cell),
  format: cell.format,
  class: cell.classes,
  colspan: cell.colspan,
  rowspan: cell.rowspan,
  attributes: cell.attributes,
});

const actionsOf = (items: readonly (Options | null)[] | undefined) =>
  (items ?? []).flatMap((item) =>
    item
      ? [{ href: item.href, text: contentOf(item), hidden: item.visuallyHiddenText, class: item.classes, attributes: item.attributes }]
      : [],
  );

export function summaryList(o: Options): VNode {
  return (
    <SummaryList
      class={o.classes}
      attributes={o.attributes}
      rows={o.rows.map(
        (row: Options | null) =>
          row && {
            key: contentOf(row.key),
            keyClass: row.key?.classes,
            value: contentOf(row.value),
            valueClass: row.value?.classes,
            class: row.classes,
            actions: actionsOf(row.actions?.items),
            actionsClass: row.actions?.classes,
          },
      )}
      card={
        o.card && {
          title: contentOf(o.card.title),
          titleText: o.card.title?.text ?? o.card.title?.html,
          titleClass: o.card.title?.classes,
          headingLevel: o.card.title?.headingLevel,
          actions: actionsOf(o.card.actions?.items),
          actionsClass: o.card.actions?.classes,
          class: o.card.classes,
          attributes: o.card.attributes,
        }
      }
    />
  );
}

export function pagination(o: Options): VNode {
  const stepOf = (step: Options | undefined) =>
    step?.href ? { href: step.href, text: contentOf(step), labelText: step.labelText, attributes: step.attributes } : undefined;
  const items = o.items
    ?.filter((item: Options | null) => item && Object.keys(item).length > 0)
    .map((item: Options) =>
      item.ellipsis
        ? { gap: true }
        : { number: item.number, href: item.href, current: item.current, label: item.visuallyHiddenText, attributes: item.attributes },
    );
  return (
    <Pagination
      say={say}
      previous={stepOf(o.previous)}
      next={stepOf(o.next)}
      items={items}
      label={o.landmarkLabel}
      class={o.classes}
      attributes={o.attributes}
    />
  );
}

/** What a fixture says of one box of a date, by its own option or in the list of items. */
function boxOf(o: Options, part: DatePart): Options {
  return o.items?.find((item: Options) => item.name === part) ?? o[part] ?? {};
}

/** The value of one box: its own first, then by its name with prefix. */
function boxValue(o: Options, part: DatePart): string | number | undefined {
  const box = boxOf(o, part);
  const name = box.name ?? part;
  return box.value ?? o.values?.[o.namePrefix ? `${o.namePrefix}-${name}` : name] ?? (o[part] ? undefined : o.values?.[part]);
}

/** The boxes in error: those named, or those not excepted. */
function wrongBoxes(o: Options): DatePart[] | undefined {
  const named = ALL_PARTS.filter((part) => boxOf(o, part).error === true || /--error/.test(boxOf(o, part).classes ?? ""));
  if (named.length > 0) return named;
  return ALL_PARTS.some((part) => boxOf(o, part).error === false) ? ALL_PARTS.filter((part) => boxOf(o, part).error !== false) : undefined;
}

const ALL_PARTS: readonly DatePart[] = ["day", "month", "year"];

export function dateInput(o: Options): VNode {
  const listed = (o.items ?? []).length > 0;
  const parts = ALL_PARTS.filter((part) => (listed ? o.items.some((item: Options) => item.name === part) : o[part] !== false));
  const own = (key: string) => Object.fromEntries(ALL_PARTS.flatMap((part) => (o[part]?.[key] ? [[part, o[part][key]]] : [])));
  return (
    <DateInput
      {...groupOf(o)}
      id={o.id}
      namePrefix={o.namePrefix}
      values={Object.fromEntries(ALL_PARTS.map((part) => [part, boxValue(o, part)]))}
      parts={parts}
      wrong={wrongBoxes(o)}
      labels={own("label")}
      names={own("name")}
      autocomplete={boxOf(o, "day").autocomplete === "bday-day" ? "bday" : undefined}
    />
  );
}

export function taskList(o: Options): VNode {
  return (
    <TaskList
      class={o.classes}
      attributes={o.attributes}
      idPrefix={o.idPrefix}
      tasks={o.items.map(
        (item: Options | null) =>
          item && {
            title: contentOf(item.title),
            titleClass: item.title?.classes,
            href: item.href,
            hint: contentOf(item.hint),
            status: item.status?.tag
              ? { tag: { class: item.status.tag.classes, attributes: item.status.tag.attributes, children: contentOf(item.status.tag) } }
              : contentOf(item.status),
            statusClass: item.status?.classes,
            class: item.classes,
          },
      )}
    />
  );
}
