/** Gallery: one page of a questionnaire sent back with two problems, and one page with every kind of field. */
import type { VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import { WarningText } from "#platform/ui/content.tsx";
import {
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  DateInput,
  FileUpload,
  Form,
  Input,
  PasswordInput,
  Radios,
  RefusedAction,
  Select,
} from "#platform/ui/forms.tsx";
import { Notice, StepBar } from "#platform/ui/parts.tsx";
import { type GalleryProps, pickFor, Workspace } from "./shell.tsx";

export function QuestionsPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  const say = speak(lang);
  const errors = {
    level: t("Choose the level your office is at now", "Hitamo urwego akagari kanyu kariho ubu"),
    count: t("Write the number in figures, for example 14", "Andika umubare w’ibibazo mu mibare, urugero: 14"),
  };
  const level = (n: number, text: string) => ({
    value: n,
    text: (
      <>
        <b>{n}</b>
        <span>{text}</span>
      </>
    ),
  });
  return (
    <Workspace
      lang={lang}
      assets={assets}
      current={3}
      width="reading"
      title={t("Complaints in your office", "Ibibazo by’abaturage mu kagari kanyu")}
      errors={[
        { text: errors.level, href: "#q4" },
        { text: errors.count, href: "#q5" },
      ]}
      before={<StepBar say={say} number={4} count={9} name={t("Handling complaints", "Gukemura ibibazo by’abaturage")} />}
    >
      <Form action="/questionnaire" csrf="token">
        <Radios
          say={say}
          name="q4"
          legend={t("How are complaints handled now?", "Ubu ibibazo by’abaturage bikemurwa bite?")}
          legendSize="l"
          hint={t("Choose one answer. No answer is wrong.", "Hitamo igisubizo kimwe. Nta gisubizo kibi kibaho.")}
          error={errors.level}
          choices={[
            level(1, t("They are not", "Ntibikorwa")),
            level(2, t("Now and then, in no fixed way", "Bikorwa rimwe na rimwe, nta buryo buhoraho")),
            level(3, t("There is a way, and it is written down", "Uburyo bwo kubikora burahari kandi bwanditse")),
            level(4, t("The written way is always followed", "Uburyo bwanditse bukurikizwa buri gihe")),
            level(5, t("It is followed, improved, and taught to others", "Burakurikizwa, bukanozwa, tukanabwigisha abandi")),
          ]}
        />
        <Input
          say={say}
          name="q5"
          label={t("How many complaints did you write down last month?", "Mu kwezi gushize mwanditse ibibazo bingahe?")}
          labelSize="l"
          hint={t("Look in the complaint register. Write only the number.", "Reba mu gitabo cy’ibibazo. Andika umubare gusa.")}
          error={errors.count}
          width={10}
          inputmode="numeric"
          value={t("fourteen", "cumi na bine")}
        />
        <ButtonGroup>
          <Button>{t("Confirm and continue", "Emeza, ukomeze")}</Button>
          <a href="/back">{t("Back", "Subira inyuma")}</a>
        </ButtonGroup>
      </Form>
      <Notice mark="good" live>
        {t(
          "Saved on this phone at 09:42. It goes out when the signal returns.",
          "Ibyo wanditse byabitswe kuri iyi telefoni saa 09:42. Bizoherezwa umuyoboro nugaruka.",
        )}
      </Notice>
      <p class="in-small">
        {t(
          "Your answers are not shown under your name. They are shown when 5 people or more have answered.",
          "Ibisubizo byawe ntibigaragazwa ku izina ryawe. Byerekanwa ari uko abasubije ari 5 cyangwa barenga.",
        )}
      </p>
    </Workspace>
  );
}

export function FieldsPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  const say = speak(lang);
  return (
    <Workspace lang={lang} assets={assets} current={3} width="reading" title={t("Every field", "Ibibazwa byose")} back={{ href: "/" }}>
      <Form action="/fields" csrf="token" multipart>
        <Checkboxes
          say={say}
          name="days"
          legend={t("Which days suit you?", "Ni iyihe minsi ibabereye?")}
          hint={t("Tick all that suit.", "Hitamo iyo ari yo yose ikubereye.")}
          values={["tue"]}
          choices={[
            { value: "mon", text: t("Monday", "Ku wa Mbere") },
            { value: "tue", text: t("Tuesday", "Ku wa Kabiri"), hint: t("Market day", "Umunsi w’isoko") },
            { divider: t("or", "cyangwa") },
            { value: "none", text: t("None of these", "Nta n’umwe") },
          ]}
        />
        <Radios
          say={say}
          name="how"
          legend={t("How shall we answer?", "Tugusubize dute?")}
          value="sms"
          choices={[
            {
              value: "sms",
              text: "SMS",
              conditional: (
                <Input say={say} name="phone" label={t("Phone number", "Nimero ya telefoni")} type="tel" width={20} autocomplete="tel" />
              ),
            },
            { value: "letter", text: t("Letter", "Ibaruwa") },
          ]}
        />
        <DateInput
          say={say}
          id="due"
          namePrefix="due"
          legend={t("When did it happen?", "Byabaye ryari?")}
          hint="28 11 2025"
          values={{ day: 28, month: 11, year: 2025 }}
          error={t("Write a date that is past", "Andika itariki yarangiye")}
          wrong={["year"]}
        />
        <Select
          say={say}
          name="place"
          label={t("Place", "Ahantu")}
          value="2"
          options={[
            { value: "1", text: "Alo" },
            { value: "2", text: "Beri" },
          ]}
        />
        <Input
          say={say}
          name="cost"
          label={t("Cost", "Ikiguzi")}
          prefix="RWF"
          inputmode="numeric"
          width={10}
          suffix={t("a day", "ku munsi")}
        />
        <CharacterCount say={say} name="why" label={t("Why?", "Kuki?")} maxlength={400} rows={4} />
        <FileUpload
          say={say}
          name="photo"
          label={t("Photo of the signed list", "Ifoto y’urutonde rwasinywe")}
          accept="image/*"
          capture="environment"
        />
        <PasswordInput say={say} name="password" label={t("Password", "Ijambo ry’ibanga")} />
        <WarningText say={say}>
          {t("Once sealed, an answer cannot be taken back.", "Igisubizo cyafunzwe ntigishobora gusubizwa inyuma.")}
        </WarningText>
        <ButtonGroup>
          <Button>{t("Sign as Executive Secretary", "Sinya nk’Umunyamabanga Nshingwabikorwa")}</Button>
          <Button variant="secondary" name="draft" value="1">
            {t("Keep as a draft", "Bika utararangiza")}
          </Button>
        </ButtonGroup>
      </Form>
      <RefusedAction
        id="close"
        text={t("Close the session", "Soza amahugurwa")}
        reason={t("Closes when four attendance names are decided", "Bisozwa amazina ane y’ubwitabire amaze gufatirwa icyemezo")}
      />
    </Workspace>
  );
}
