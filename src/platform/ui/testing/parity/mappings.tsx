/** Each component of ours rendered from the options of a govuk-frontend fixture. */
import type { VNode } from "preact";
import {
  BackLink,
  Breadcrumbs,
  Details,
  InsetText,
  NotificationBanner,
  Panel,
  SkipLink,
  Tabs,
  WarningText,
} from "#platform/ui/content.tsx";
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorMessage,
  ErrorSummary,
  Fieldset,
  FileUpload,
  Hint,
  Input,
  Label,
  PasswordInput,
  Radios,
  Select,
  Textarea,
} from "#platform/ui/forms.tsx";
import { Table } from "#platform/ui/lists.tsx";
import { Tag } from "#platform/ui/marks.tsx";
import { contentOf, fieldOf, groupOf, type Options, raw, say } from "./options.ts";
import { cellOf, choicesOf, dateInput, pagination, summaryList, taskList } from "./nested.tsx";

/** Props of a component by its govuk-frontend name. */
export const MAPPINGS: Readonly<Record<string, (o: Options) => VNode | null>> = {
  "back-link": (o) => (
    <BackLink say={say} href={o.href ?? "#"} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </BackLink>
  ),
  breadcrumbs: (o) => (
    <Breadcrumbs
      say={say}
      label={o.labelText ?? "Breadcrumb"}
      class={o.classes}
      attributes={o.attributes}
      items={o.items.map((item: Options) => ({ text: contentOf(item), href: item.href, attributes: item.attributes }))}
    />
  ),
  button: (o) => (
    <Button
      href={o.href}
      name={o.name}
      value={o.value}
      type={o.type}
      disabled={o.disabled}
      id={o.id}
      class={o.classes}
      attributes={o.attributes}
    >
      {contentOf(o)}
    </Button>
  ),
  "character-count": (o) => (
    <CharacterCount
      {...fieldOf(o)}
      value={o.value}
      rows={o.rows}
      spellcheck={o.spellcheck}
      maxlength={o.maxlength}
      maxwords={o.maxwords ?? (o.countType === "words" ? o.maxlength : undefined)}
      limitText={(o.maxwords ?? o.maxlength) && o.textareaDescriptionText?.replace("%{count}", o.maxwords ?? o.maxlength)}
      limitClass={o.countMessage?.classes}
    />
  ),
  checkboxes: (o) => <Checkboxes {...groupOf(o)} choices={choicesOf(o)} values={o.values} />,
  "date-input": dateInput,
  details: (o) => (
    <Details summary={contentOf(o, "summaryText", "summaryHtml")} id={o.id} open={o.open} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </Details>
  ),
  "error-message": (o) => (
    <ErrorMessage
      say={say}
      id={o.id}
      class={o.classes}
      attributes={o.attributes}
      prefix={o.visuallyHiddenText === undefined ? undefined : o.visuallyHiddenText && `${o.visuallyHiddenText}:`}
    >
      {contentOf(o)}
    </ErrorMessage>
  ),
  "error-summary": (o) => (
    <ErrorSummary
      say={say}
      title={contentOf(o, "titleText", "titleHtml")}
      description={contentOf(o, "descriptionText", "descriptionHtml")}
      errors={(o.errorList ?? []).map((error: Options) => ({ text: contentOf(error), href: error.href, attributes: error.attributes }))}
      keepFocus={o.disableAutoFocus}
      class={o.classes}
      attributes={o.attributes}
    />
  ),
  fieldset: (o) => (
    <Fieldset
      legend={contentOf(o.legend)}
      legendClass={o.legend?.classes}
      heading={o.legend?.isPageHeading}
      describedBy={o.describedBy}
      role={o.role}
      class={o.classes}
      attributes={o.attributes}
    >
      {o.html && raw(o.html)}
    </Fieldset>
  ),
  "file-upload": (o) => <FileUpload {...fieldOf(o)} multiple={o.multiple} />,
  hint: (o) => (
    <Hint id={o.id} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </Hint>
  ),
  input: (o) => (
    <Input
      {...fieldOf(o)}
      type={o.type}
      value={o.value}
      inputmode={o.inputmode}
      autocomplete={o.autocomplete}
      autocapitalize={o.autocapitalize}
      pattern={o.pattern}
      spellcheck={o.spellcheck}
      prefix={o.prefix && { text: contentOf(o.prefix), class: o.prefix.classes, attributes: o.prefix.attributes }}
      suffix={o.suffix && { text: contentOf(o.suffix), class: o.suffix.classes, attributes: o.suffix.attributes }}
      wrapperClass={o.inputWrapper?.classes}
      wrapperAttributes={o.inputWrapper?.attributes}
    />
  ),
  "inset-text": (o) => (
    <InsetText id={o.id} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </InsetText>
  ),
  label: (o) => (
    <Label for={o.for} heading={o.isPageHeading} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </Label>
  ),
  "notification-banner": (o) => (
    <NotificationBanner
      say={say}
      success={o.type === "success"}
      title={contentOf(o, "titleText", "titleHtml")}
      titleId={o.titleId}
      headingLevel={o.titleHeadingLevel}
      role={o.role}
      class={o.classes}
      attributes={o.attributes}
    >
      {contentOf(o)}
    </NotificationBanner>
  ),
  pagination,
  panel: (o) => (
    <Panel
      title={contentOf(o, "titleText", "titleHtml")}
      headingLevel={o.headingLevel}
      interruption={/--interruption/.test(o.classes ?? "")}
      class={o.classes?.replace("govuk-panel--interruption", "").trim()}
      attributes={o.attributes}
      actions={o.actions?.items?.map((item: Options) => ({
        children: contentOf(item),
        href: item.href,
        type: item.type ?? (item.href === undefined ? "button" : undefined),
        name: item.name,
        value: item.value,
        class: item.classes,
        attributes: item.attributes,
      }))}
    >
      {contentOf(o)}
    </Panel>
  ),
  "password-input": (o) => <PasswordInput {...fieldOf(o)} value={o.value} autocomplete={o.autocomplete} />,
  radios: (o) => <Radios {...groupOf(o)} choices={choicesOf(o)} value={o.value} />,
  select: (o) => (
    <Select
      {...fieldOf(o)}
      value={o.value}
      options={(o.items ?? []).filter(Boolean).map((item: Options) => ({
        value: item.value,
        text: item.text,
        selected: item.selected,
        disabled: item.disabled,
        attributes: item.attributes,
      }))}
    />
  ),
  "skip-link": (o) => (
    <SkipLink href={o.href ?? "#content"} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </SkipLink>
  ),
  "summary-list": summaryList,
  table: (o) => (
    <Table
      caption={o.caption}
      captionClass={o.captionClasses}
      head={o.head?.map(cellOf)}
      rows={o.rows.map((row: Options[] | null) => row && row.map(cellOf))}
      firstCellIsHeader={o.firstCellIsHeader}
      class={o.classes}
      attributes={o.attributes}
    />
  ),
  tabs: (o) => (
    <Tabs
      say={say}
      id={o.id}
      idPrefix={o.idPrefix}
      title={o.title}
      class={o.classes}
      attributes={o.attributes}
      tabs={(o.items ?? []).map(
        (item: Options | null) =>
          item && {
            id: item.id,
            label: item.label,
            attributes: item.attributes,
            panelAttributes: item.panel.attributes,
            content: contentOf(item.panel),
          },
      )}
    />
  ),
  tag: (o) => (
    <Tag class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </Tag>
  ),
  "task-list": taskList,
  textarea: (o) => <Textarea {...fieldOf(o)} value={o.value} rows={o.rows} autocomplete={o.autocomplete} spellcheck={o.spellcheck} />,
  "warning-text": (o) => (
    <WarningText say={say} prefix={o.iconFallbackText} class={o.classes} attributes={o.attributes}>
      {contentOf(o)}
    </WarningText>
  ),
};
