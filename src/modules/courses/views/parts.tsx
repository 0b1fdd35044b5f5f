/** The pages of a draft's modules and materials, which are lists with a form of their own. */
import type { VNode } from "preact";
import { OWN_NAMES } from "#platform/i18n/own-names.ts";
import { Frame } from "#kernel/access/frame.tsx";
import { LANGUAGES } from "#platform/i18n/text.ts";
import { formatNumber } from "#platform/ui/format.ts";
import { ActionForm, Button, ButtonGroup, FileUpload, Form, Input, Select } from "#platform/ui/forms.tsx";
import { Link } from "#platform/ui/link.tsx";
import { DataTable } from "#platform/ui/lists.tsx";
import { EmptyState, Section } from "#platform/ui/parts.tsx";
import type { FieldProblem } from "#platform/problems/problem.ts";
import { paths } from "../paths.ts";
import { practicalShare, type CourseMaterial, type CourseModule, type CourseVersion } from "../schema.ts";
import { w } from "../words-form.ts";
import { w as words } from "../words.ts";
import { nameOf, optionsOf } from "#kernel/pack/shown.ts";
import { wrongOf } from "#platform/ui/wrong.ts";
import { hoursText, titleOf, Worded, type ViewProps } from "./common.tsx";
import { WordingFields, type EditValues } from "./edit.tsx";

interface DraftProps extends ViewProps {
  readonly version: CourseVersion;
}

const frameOf = ({ shell, version }: DraftProps, back: string) => ({
  shell,
  caption: titleOf(shell, version),
  current: paths.courses,
  back: { href: back, text: shell.say(words.back) },
});

/** The modules of a draft in order, with what changes them. */
export function ModulesView(props: DraftProps & { readonly modules: readonly CourseModule[] }): VNode {
  const { shell, version, modules } = props;
  const { say, language, formToken } = shell;
  const share = practicalShare(version);
  const { version: id } = version;
  return (
    <Frame
      {...frameOf(props, paths.version(id))}
      title={say(w.partModules)}
      lead={
        share === null
          ? undefined
          : say(w.modulesDone, { share: formatNumber(share * 100, language, 0), hours: hoursText(language, version.hours) })
      }
      actions={<Button href={paths.newModule(id)}>{say(w.addModule)}</Button>}
    >
      <DataTable
        say={say}
        caption={say(w.partModules)}
        rows={modules}
        empty={<EmptyState action={{ href: paths.newModule(id), text: say(w.addModule) }}>{say(words.noModules)}</EmptyState>}
        columns={[
          {
            key: "module",
            head: say(words.moduleName),
            cell: (module: CourseModule) => (
              <Link href={paths.module(id, module.id)}>
                {module.position}. <Worded of={module.title} language={language} />
              </Link>
            ),
          },
          {
            key: "minutes",
            head: say(words.minutes),
            numeric: true,
            cell: (module: CourseModule) => formatNumber(module.minutes, language),
          },
          {
            key: "practical",
            head: say(words.practicalMinutes),
            numeric: true,
            cell: (module: CourseModule) => formatNumber(module.practicalMinutes, language),
          },
          {
            key: "act",
            head: say(w.act),
            headHidden: true,
            cell: (module: CourseModule) => (
              <ButtonGroup>
                {module.position > 1 && (
                  <ActionForm
                    action={paths.moduleStep(id, module.id, "up")}
                    csrf={formToken}
                    text={say(w.up)}
                    variant="secondary"
                    size="small"
                  />
                )}
                <ActionForm
                  action={paths.moduleStep(id, module.id, "remove")}
                  csrf={formToken}
                  text={say(w.remove)}
                  variant="secondary"
                  size="small"
                />
              </ButtonGroup>
            ),
          },
        ]}
      />
    </Frame>
  );
}

export interface ModuleProps extends DraftProps {
  /** Null for a new one. */
  readonly module: string | null;
  readonly values: EditValues;
  readonly problems: readonly FieldProblem[];
}

export function ModuleView(props: ModuleProps): VNode {
  const { shell, version, module, values, problems } = props;
  const { say, pack } = shell;
  const wrong = wrongOf(say, problems);
  const title = say(module === null ? w.addModule : w.changeModule);
  const list = paths.part(version.version, "modules");
  const minutes = (name: "minutes" | "practicalMinutes"): VNode => (
    <Input say={say} name={name} label={say(w[name])} value={values.text[name]} error={wrong.at(name)} width={4} inputmode="numeric" />
  );
  return (
    <Frame {...frameOf(props, list)} title={title} width="reading" errors={wrong.errors}>
      <Form action={module === null ? paths.newModule(version.version) : paths.module(version.version, module)} csrf={shell.formToken}>
        <WordingFields shell={shell} values={values} wrong={wrong} name="title" label={w.titleIn} />
        <WordingFields shell={shell} values={values} wrong={wrong} name="objective" label={w.objectiveIn} long={2} />
        {minutes("minutes")}
        {minutes("practicalMinutes")}
        <Select
          say={say}
          name="method"
          label={say(w.method)}
          options={[{ value: "", text: say(w.choose) }, ...optionsOf(say, pack, "training_method")]}
          value={values.text["method"]}
          error={wrong.at("method")}
        />
        <ButtonGroup>
          <Button>{title}</Button>
          <Link href={list}>{say(words.back)}</Link>
        </ButtonGroup>
      </Form>
    </Frame>
  );
}

export interface MaterialsProps extends DraftProps {
  readonly materials: readonly CourseMaterial[];
  readonly values: EditValues;
  readonly problems: readonly FieldProblem[];
}

/** The materials of a draft, and the form that adds one. */
export function MaterialsView(props: MaterialsProps): VNode {
  const { shell, version, materials, values, problems } = props;
  const { say, pack, formToken } = shell;
  const wrong = wrongOf(say, problems);
  const { version: id } = version;
  return (
    <Frame {...frameOf(props, paths.version(id))} title={say(w.partMaterials)} width="reading" errors={wrong.errors}>
      <DataTable
        say={say}
        caption={say(w.partMaterials)}
        rows={materials}
        empty={<EmptyState>{say(words.noMaterials)}</EmptyState>}
        columns={[
          {
            key: "title",
            head: say(w.material),
            cell: (material: CourseMaterial) => <Link href={paths.material(id, material.id)}>{material.title}</Link>,
          },
          { key: "language", head: say(words.language), cell: (material: CourseMaterial) => OWN_NAMES[material.language] },
          {
            key: "licence",
            head: say(w.licence),
            cell: (material: CourseMaterial) => nameOf(say, pack, "material_licence", material.licence),
          },
          {
            key: "act",
            head: say(w.act),
            headHidden: true,
            cell: (material: CourseMaterial) => (
              <ActionForm
                action={paths.removeMaterial(id, material.id)}
                csrf={formToken}
                text={say(w.remove)}
                variant="secondary"
                size="small"
              />
            ),
          },
        ]}
      />
      <Section id="add" title={say(w.addMaterial)}>
        <Form action={paths.materials(id)} csrf={formToken} multipart>
          <Input say={say} name="title" label={say(w.materialTitle)} value={values.text["title"]} error={wrong.at("title")} />
          <Select
            say={say}
            name="language"
            label={say(w.materialLanguage)}
            options={LANGUAGES.map((one) => ({ value: one, text: OWN_NAMES[one] }))}
            value={values.text["language"]}
            error={wrong.at("language")}
          />
          <Select
            say={say}
            name="licence"
            label={say(w.licence)}
            options={[{ value: "", text: say(w.choose) }, ...optionsOf(say, pack, "material_licence")]}
            value={values.text["licence"]}
            error={wrong.at("licence")}
          />
          <Input say={say} name="author" label={say(w.author)} value={values.text["author"]} error={wrong.at("author")} />
          <FileUpload say={say} name="file" label={say(w.file)} hint={say(w.fileHint)} error={wrong.at("file")} />
          <Button>{say(w.addMaterial)}</Button>
        </Form>
      </Section>
    </Frame>
  );
}
