/** Gallery: the morning page of a post, with late, due and coming work, two figures and recent events. */
import type { VNode } from "preact";
import { speak } from "#platform/i18n/text.ts";
import { Certainty } from "#platform/ui/marks.tsx";
import { Card, Figure, MoreLinks, MorningGroup, Progress, Section, Timeline } from "#platform/ui/parts.tsx";
import { type GalleryProps, type Pick, pickFor, Workspace } from "./shell.tsx";

function Groups({ t }: { readonly t: Pick }): VNode {
  return (
    <>
      <MorningGroup
        id="late"
        title={t("Late", "Byakererewe")}
        rows={[
          {
            tone: "late",
            href: "#",
            title: t("Trainer not yet confirmed: Contract management, Hindiro", "Uhugura ntaremezwa: Gucunga amasezerano, Hindiro"),
            why: t(
              "The session starts on 24/11/2025. 27 people hold an invitation.",
              "Amahugurwa atangira ku wa 24/11/2025. Abantu 27 baratumiwe.",
            ),
            when: t("Late by 2 working days", "Byakererewe iminsi 2 y’akazi"),
            action: { href: "#", text: t("Ask another trainer", "Saba undi uhugura") },
            call: { name: t("Emmanuel H., trainer", "Emmanuel H., uhugura"), phone: "+250788000143" },
          },
          {
            tone: "late",
            href: "#",
            title: t("Six needs have waited 90 days for a response", "Ibikenewe bitandatu bimaze iminsi 90 bitarasubizwa"),
            why: t(
              "Four are not about skill: they ask for staff or tools, so a course will not help.",
              "Bine si iby’ubumenyi: birasaba abakozi cyangwa ibikoresho, amahugurwa ntiyabikemura.",
            ),
            when: t("Late by 1 working day", "Byakererewe umunsi 1 w’akazi"),
            action: { href: "#", text: t("Choose responses", "Hitamo ibisubizo") },
          },
        ]}
      />
      <MorningGroup
        id="today"
        title={t("Due today", "Ibyo gukora uyu munsi")}
        rows={[
          {
            tone: "watch",
            href: "#",
            title: t(
              "11 of 30 seats nominated: Complaint handling, Rusigari",
              "Imyanya 11 muri 30 ni yo yatanzweho amazina: Gukemura ibibazo, Rusigari",
            ),
            why: t(
              "Nominations close at 17:00. Last year this group filled in the final two days.",
              "Gutanga amazina birangira saa 17:00. Umwaka ushize byuzuye mu minsi ibiri ya nyuma.",
            ),
            when: t("Today, 17:00", "Uyu munsi, 17:00"),
            action: { href: "#", text: t("Send a reminder", "Ohereza urwibutso") },
            call: { name: t("Jean-Bosco N., HR director", "Jean-Bosco N., ushinzwe abakozi"), phone: "+250788000177" },
          },
          {
            tone: "watch",
            href: "#",
            title: t("Attendance to close: Induction cohort 2", "Ubwitabire bwo gusoza: Icyiciro cya 2 cy’abinjira mu kazi"),
            why: t(
              "206 of 210 present. Four names need a decision before certificates print.",
              "206 muri 210 baraje. Amazina ane akeneye icyemezo mbere yo gusohora impamyabumenyi.",
            ),
            when: t("Today", "Uyu munsi"),
            action: { href: "#", text: t("Decide four names", "Fata icyemezo ku mazina ane") },
            call: { name: t("Solange U., coordinator", "Solange U., umuhuzabikorwa"), phone: "+250788000121" },
          },
        ]}
      />
      <MorningGroup
        id="week"
        title={t("This week", "Iki cyumweru")}
        rows={[
          {
            tone: "info",
            href: "#",
            title: t("43 follow-ups reach their 90 days", "Ikurikirana 43 rigejeje ku minsi 90"),
            why: t("12 supervisors have answered without being asked.", "Abayobozi 12 basubije batabajijwe."),
            when: t("By Thursday 20/11/2025", "Bitarenze ku wa Kane 20/11/2025"),
            action: { href: "#", text: t("See who to ask", "Reba uwo wabaza") },
          },
          {
            tone: "info",
            href: "#",
            title: t("Forum: 28 of 31 have said yes", "Ihuriro: 28 muri 31 bemeye kuza"),
            why: t("Last time’s promises: 4 done, 1 doing, 1 due.", "Imihigo iheruka: 4 yarangiye, 1 irakorwa, 1 iracyategerejwe."),
            when: t("By Wednesday 19/11/2025", "Bitarenze ku wa Gatatu 19/11/2025"),
            call: { name: t("Dean of the forum", "Umukuru w’ihuriro"), phone: "+250788000109" },
          },
          {
            tone: "info",
            href: "#",
            title: t("15 of 63 provider files are over a year old", "Amadosiye 15 muri 63 y’abatanga serivisi amaze umwaka"),
            why: t("Three of them teach next month.", "Batatu muri bo bazigisha ukwezi gutaha."),
            when: t("By Friday 21/11/2025", "Bitarenze ku wa Gatanu 21/11/2025"),
          },
        ]}
      />
      <MorningGroup id="none" title="Empty" rows={[]} />
    </>
  );
}

function Beside({ lang, t }: { readonly lang: "en" | "rw" | "fr"; readonly t: Pick }): VNode {
  const say = speak(lang);
  return (
    <>
      <Section id="two" title={t("The two numbers", "Imibare ibiri")}>
        <Card>
          <Figure
            value="3,906"
            label={t("different people trained, of 28,000 by 2030", "abantu batandukanye bahuguwe, muri 28,000 kugeza mu 2030")}
            share={3906 / 28000}
            markAt={0.2}
            note={t(
              "Black mark: 5,600, where this year’s plan ends",
              "Akamenyetso kirabura: 5,600, aho igenamigambi ry’uyu mwaka rigarukira",
            )}
          >
            <Certainty say={say} of="verified" /> <a href="#by">{t("By sex, tier, place", "Ku gitsina, urwego, ahantu")}</a>
          </Figure>
          <Figure
            value="91%"
            label={t(
              "of new staff inducted within six months; the aim is 100%",
              "by’abakozi bashya binjijwe mu kazi mu mezi atandatu; intego ni 100%",
            )}
            share={0.91}
            note={t("19 people to go; all have a date", "Hasigaye abantu 19; bose bafite itariki")}
          >
            <Certainty say={say} of="imported" from={{ source: "IPPIS", date: "14/11/2025" }} />{" "}
            <a href="#19">{t("The 19 people", "Abo bantu 19")}</a>
          </Figure>
        </Card>
      </Section>
      <Section id="running" title={t("Work running", "Ibirimo gukorwa")} card>
        <p>
          <b>{t("Training lists 2019–2024", "Intonde z’amahugurwa 2019–2024")}</b>
        </p>
        <Progress
          done={7412}
          of={11860}
          text={t(
            "7,412 of 11,860 rows read. You can close this page.",
            "Imirongo 7,412 muri 11,860 yarasomwe. Ushobora gufunga uru rupapuro.",
          )}
        />
        <MoreLinks>
          <a href="#rows">{t("38 rows to look at", "Imirongo 38 yo kureba")}</a>
        </MoreLinks>
      </Section>
      <Section id="since" title={t("Since Friday", "Kuva ku wa Gatanu")}>
        <Timeline
          entries={[
            {
              date: t("Sunday 18:40", "Ku cyumweru 18:40"),
              text: t("An office in Shara confirmed 5 changes at work", "Ibiro by’i Shara byemeje impinduka 5 ku kazi"),
            },
            {
              date: t("Saturday 11:05", "Ku wa Gatandatu 11:05"),
              text: t(
                "Attendance sheet for Vunga arrived from a phone without signal",
                "Urutonde rw’ubwitabire rwa Vunga rwavuye kuri telefoni itari ifite umuyoboro",
              ),
            },
            {
              date: t("Friday 16:20", "Ku wa Gatanu 16:20"),
              text: t(
                "New HR director took post; her 3 tasks moved with it",
                "Ushinzwe abakozi mushya yatangiye; inshingano 3 zajyanye n’umwanya",
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}

export function MorningPage({ lang, assets }: GalleryProps): VNode {
  const t = pickFor(lang);
  return (
    <Workspace
      lang={lang}
      assets={assets}
      current={0}
      title={t("Today", "Uyu munsi")}
      heading={
        <>
          <span lang="rw">Mwaramutse</span>, Claudine
        </>
      }
      lead={t(
        "Monday 17/11/2025. Two things are late, two are due today, and four people are worth a call.",
        "Ku wa Mbere 17/11/2025. Ibintu bibiri byakererewe, bibiri birangira uyu munsi, kandi abantu bane bakwiye guhamagarwa.",
      )}
      aside={{ label: t("Targets and work in progress", "Intego n’ibirimo gukorwa"), content: <Beside lang={lang} t={t} /> }}
    >
      <Groups t={t} />
    </Workspace>
  );
}
