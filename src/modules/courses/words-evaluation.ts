/** Words of the evaluation that learners fill in at the end of a course. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  title: { en: "Evaluation of the course", fr: "Évaluation du cours", rw: "≈Isuzuma ry’amahugurwa" },
  relevance: {
    en: "How well did the course fit your work?",
    fr: "Dans quelle mesure le cours correspond-il à votre travail ?",
    rw: "≈Amahugurwa yahuye ate n’akazi kawe?",
  },
  delivery: { en: "How well was it taught?", fr: "Comment a-t-il été enseigné ?", rw: "≈Yatanzwe ate?" },
  logistics: {
    en: "How well did room, times, meals and travel work?",
    fr: "Comment ont fonctionné la salle, les horaires, les repas et le transport ?",
    rw: "≈Icyumba, igihe, amafunguro n’ingendo byagenze bite?",
  },
  usefulness: {
    en: "How much of it will you use at work within three months?",
    fr: "Quelle part en utiliserez-vous au travail dans les trois mois ?",
    rw: "≈Ibyo wize uzabikoresha ku kihe kigero mu mezi atatu?",
  },
  useful_part: { en: "What was most useful?", fr: "Qu’est-ce qui a été le plus utile ?", rw: "≈Ni iki cyagufashije kurusha ibindi?" },
  change: { en: "What should change next time?", fr: "Que faudrait-il changer la prochaine fois ?", rw: "≈Ni iki cyahinduka ubutaha?" },
  missing: {
    en: "Who should have been in the room and was not?",
    fr: "Qui aurait dû être présent et ne l’était pas ?",
    rw: "≈Ni nde wagombaga kuba ahari ariko ntahabe?",
  },
  mark1: { en: "1, not at all", fr: "1, pas du tout", rw: "≈1, nta na gato" },
  mark2: { en: "2, a little", fr: "2, un peu", rw: "≈2, buhoro" },
  mark3: { en: "3, partly", fr: "3, en partie", rw: "≈3, bigereranyije" },
  mark4: { en: "4, well", fr: "4, bien", rw: "≈4, neza" },
  mark5: { en: "5, very well", fr: "5, très bien", rw: "≈5, neza cyane" },
});
