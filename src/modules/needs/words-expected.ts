/** Words of what is expected of whom about an organisation in a round. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "What is expected now", fr: "Ce qui est attendu maintenant", rw: "≈Igitegerejwe ubu" },
  nothingTitle: { en: "Where it stands", fr: "Où cela en est", rw: "≈Aho bigeze" },
  opens: {
    en: "Answers open on {day}. Until then nothing is asked of anybody.",
    fr: "Les réponses s’ouvrent le {day}. D’ici là, rien n’est demandé à personne.",
    rw: "≈Gusubiza bitangira ku wa {day}. Mbere yaho nta we ubazwa ikintu.",
  },
  answer: {
    en: "{count, plural, one {One post} other {# posts}} can still answer until {day}",
    fr: "{count, plural, one {Un poste peut} other {# postes peuvent}} encore répondre jusqu’au {day}",
    rw: "≈Imyanya {count} ishobora gusubiza kugeza ku wa {day}",
  },
  allAnswered: {
    en: "Every post has answered. Answers close on {day}.",
    fr: "Tous les postes ont répondu. Clôture le {day}.",
    rw: "≈Imyanya yose yasubije. Bisozwa ku wa {day}.",
  },
  validate: { en: "Confirm who answered", fr: "Confirmer qui a répondu", rw: "≈Kwemeza abasubije" },
  moderate: {
    en: "Look at what the sources say, and finish moderation",
    fr: "Examiner ce que disent les sources et terminer la modération",
    rw: "≈Gusuzuma ibyo inkomoko zivuga no kurangiza kunoza",
  },
  share: {
    en: "Share the result with the organisation",
    fr: "Communiquer le résultat à l’organisation",
    rw: "≈Kumenyesha urwego ibyavuyemo",
  },
  reply: {
    en: "{count, plural, =0 {Sign that the result has been seen} one {Accept or contest the need} other {Accept or contest each of # needs}}",
    fr: "{count, plural, =0 {Signer que le résultat a été vu} one {Accepter ou contester le besoin} other {Accepter ou contester chacun des # besoins}}",
    rw: "≈{count, plural, =0 {Gusinya ko ibyavuyemo byabonywe} one {Kwemera cyangwa kwanga igikenewe} other {Kwemera cyangwa kwanga buri kimwe mu bikenewe #}}",
  },
  replyAnyhow: { en: "Accept or contest the result", fr: "Accepter ou contester le résultat", rw: "≈Kwemera cyangwa kwanga ibyavuyemo" },
  replied: {
    en: "What is planned for {organisation} is seen by {organisation} itself.",
    fr: "Ce qui est prévu pour {organisation} n’est vu que par elle.",
    rw: "≈Ibiteganyirijwe {organisation} bibonwa na yo ubwayo.",
  },
  othersReply: {
    en: "{organisation} has replied. Responses are planned once all organisations have replied, or after {day}.",
    fr: "{organisation} a répondu. Les réponses se préparent quand toutes les organisations ont répondu, ou après le {day}.",
    rw: "≈{organisation} yasubije. Ibisubizo bitegurwa iyo inzego zose zasubije, cyangwa nyuma ya {day}.",
  },
  answerContest: {
    en: "{count, plural, one {Answer the objection} other {Answer # objections}}",
    fr: "{count, plural, one {Répondre à la contestation} other {Répondre à # contestations}}",
    rw: "≈{count, plural, one {Gusubiza ku mpaka} other {Gusubiza ku mpaka #}}",
  },
  respond: {
    en: "{count, plural, one {Plan a response to one need} other {Plan responses to # needs}}, or state why there is none",
    fr: "{count, plural, one {Prévoir une réponse à un besoin} other {Prévoir des réponses à # besoins}}, ou dire pourquoi il n’y en a pas",
    rw: "≈Guteganya ibisubizo ku bikenewe {count}, cyangwa kuvuga impamvu bidahari",
  },
  everyNeedAnswered: {
    en: "Every need has a response or a stated reason why there is none.",
    fr: "Chaque besoin a une réponse, ou le motif pour lequel il n’y en a pas.",
    rw: "≈Buri gikenewe gifite igisubizo cyangwa impamvu ntacyo.",
  },
  closedGoing: {
    en: "The round is closed. {count, plural, one {One response goes on} other {# responses go on}}; the next is due on {day}.",
    fr: "Le cycle est clos. {count, plural, one {Une réponse se poursuit} other {# réponses se poursuivent}} ; la prochaine échéance est le {day}.",
    rw: "≈Isuzuma ryarangiye. Ibisubizo bikomeje: {count}; icya hafi gitegerejwe bitarenze ku wa {day}.",
  },
  closedDone: {
    en: "The round is closed, and nothing more is owed here.",
    fr: "Le cycle est clos, et plus rien n’est dû ici.",
    rw: "≈Isuzuma ryarangiye, nta kindi gitegerejwe hano.",
  },
  cancelled: {
    en: "The round was cancelled. Nothing is expected.",
    fr: "Le cycle a été annulé. Rien n’est attendu.",
    rw: "≈Isuzuma ryahagaritswe. Nta kitegerejwe.",
  },
  vacant: { en: "The post is vacant.", fr: "Le poste est vacant.", rw: "≈Uyu mwanya nta muntu urimo." },
  yours: { en: "This waits for you.", fr: "Cela vous attend.", rw: "≈Ni wowe bitegereje." },
  by: { en: "By {day}", fr: "Avant le {day}", rw: "≈Bitarenze ku wa {day}" },
  since: { en: "Was due on {day}", fr: "Était attendu le {day}", rw: "≈Byari bitegerejwe ku wa {day}" },
});
