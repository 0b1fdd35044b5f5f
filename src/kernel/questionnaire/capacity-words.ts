/** What the author of a workbook is told about the columns that tie questions to capacities. */
import { defineWords } from "#platform/i18n/text.ts";
import type { Text } from "#platform/i18n/text.ts";

/** The cell and its column before a sentence, in each language. */
function placed(text: Text): Text {
  return {
    en: `Cell {cell} (column “{header}”): ${text.en}`,
    fr: `Cellule {cell} (colonne «\u202f{header}\u202f »)\u202f: ${text.fr}`,
    rw: `≈Akazu {cell} (inkingi “{header}”): ${text.rw.replace("≈", "")}`,
  };
}

export const w = defineWords({
  domainUnknown: placed({
    en: "“{given}” is not a field of capacity. Write one of: {codes}.",
    fr: "«\u202f{given}\u202f » n’est pas un domaine de capacité. Écrivez l’un de\u202f: {codes}.",
    rw: "≈“{given}” si urwego rw’ubushobozi. Andika rumwe muri: {codes}.",
  }),
  domainMissing: placed({
    en: "the question has the role “{role}” but no field of capacity. Write a code in capacity_domain, here or on the group.",
    fr: "la question a le rôle «\u202f{role}\u202f » mais aucun domaine de capacité. Écrivez un code dans capacity_domain, ici ou sur le groupe.",
    rw: "≈ikibazo gifite uruhare “{role}” ariko nta rwego rw’ubushobozi. Andika kode muri capacity_domain, hano cyangwa ku itsinda.",
  }),
  itemMissing: placed({
    en: "the question has the role “{role}” but names no capacity. Write a short name in capacity_item, the same for all questions about it.",
    fr: "la question a le rôle «\u202f{role}\u202f » mais ne nomme aucune capacité. Écrivez un nom court dans capacity_item, le même pour toutes ses questions.",
    rw: "≈ikibazo gifite uruhare “{role}” ariko ntikivuga ubushobozi. Andika izina rigufi muri capacity_item, rimwe ku bibazo byose biburebana.",
  }),
  roleUnknown: placed({
    en: "“{given}” is not a role of a question. Write one of: {roles}.",
    fr: "«\u202f{given}\u202f » n’est pas un rôle de question. Écrivez l’un de\u202f: {roles}.",
    rw: "≈“{given}” si uruhare rw’ikibazo. Andika rumwe muri: {roles}.",
  }),
  roleOnGroup: placed({
    en: "a group cannot have a role. Write it on the question; the field and the capacity may stand on the group.",
    fr: "un groupe ne peut pas avoir de rôle. Écrivez-le sur la question\u202f; le domaine et la capacité peuvent rester sur le groupe.",
    rw: "≈itsinda ntirishobora kugira uruhare. Rwandike ku kibazo; urwego n’ubushobozi bishobora kuba ku itsinda.",
  }),
  roleTwice: placed({
    en: "the role “{role}” of “{item}” is asked in row {other} already. Give one of the questions another capacity or role.",
    fr: "le rôle «\u202f{role}\u202f » de «\u202f{item}\u202f » est déjà demandé à la ligne {other}. Donnez à l’une des questions une autre capacité ou un autre rôle.",
    rw: "≈uruhare “{role}” rwa “{item}” rusanzwe rubazwa ku murongo wa {other}. Ha kimwe mu bibazo ubundi bushobozi cyangwa urundi ruhare.",
  }),
  inRepeat: placed({
    en: "a question inside a repeat has several answers and cannot rate a capacity. Move it out of the repeat.",
    fr: "une question dans une répétition a plusieurs réponses et ne peut pas noter une capacité. Sortez-la de la répétition.",
    rw: "≈ikibazo kiri mu bisubirwamo kigira ibisubizo byinshi, ntigishobora gupima ubushobozi. Gikure mu bisubirwamo.",
  }),
  notOneChoice: placed({
    en: "a question with the role “{role}” takes one choice, but its type is “{type}”. Make it select_one.",
    fr: "une question de rôle «\u202f{role}\u202f » attend un seul choix, mais son type est «\u202f{type}\u202f ». Faites-en un select_one.",
    rw: "≈ikibazo gifite uruhare “{role}” gisaba amahitamo amwe, ariko ubwoko bwacyo ni “{type}”. Kigire select_one.",
  }),
  choiceStrange: placed({
    en: "the list “{list}” has the choice “{choice}”, which the role “{role}” does not know. Name its choices: {codes}.",
    fr: "la liste «\u202f{list}\u202f » contient le choix «\u202f{choice}\u202f », inconnu du rôle «\u202f{role}\u202f ». Nommez ses choix\u202f: {codes}.",
    rw: "≈urutonde “{list}” rurimo “{choice}” kandi uruhare “{role}” ntirubizi. Amahitamo yitwe: {codes}.",
  }),
  currentMissing: placed({
    en: "nothing asks for the present level of “{item}”. Give one of its questions the role current.",
    fr: "rien ne demande le niveau actuel de «\u202f{item}\u202f ». Donnez à l’une de ses questions le rôle current.",
    rw: "≈nta kibazo kibaza urwego ruriho rwa “{item}”. Ha kimwe mu bibazo uruhare current.",
  }),
  desiredMissing: placed({
    en: "nothing asks for the wanted level of “{item}”. The round must then set it for everyone.",
    fr: "rien ne demande le niveau souhaité de «\u202f{item}\u202f ». L’évaluation devra alors le fixer pour tous.",
    rw: "≈nta kibazo kibaza urwego rwifuzwa rwa “{item}”. Isuzuma ni ryo rizarugenera bose.",
  }),
});
