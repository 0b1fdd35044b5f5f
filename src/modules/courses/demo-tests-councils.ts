/** Questions of the demonstration’s tests for councillors and new leaders and staff. The first answer of each is the right one; the workbook shuffles them. */
import type { DemoTest } from "./demo-shapes.ts";

export const councilsTests: readonly DemoTest[] = [
  {
    code: "CLR",
    title: { en: "Test on the work of a councillor", fr: "Test sur le travail du conseiller" },
    questions: [
      [
        { en: "Who carries out what the council decides?", fr: "Qui exécute ce que le conseil décide ?" },
        { en: "The executive committee and the staff", fr: "Le comité exécutif et le personnel" },
        { en: "The president of the council alone", fr: "Le président du conseil seul" },
        { en: "The councillors, each in her sector", fr: "Les conseillers, chacun dans son secteur" },
      ],
      [
        {
          en: "A decision reads: “Roads must improve.” What does it lack most?",
          fr: "Une décision dit : « Les routes doivent s’améliorer. » Que lui manque-t-il surtout ?",
        },
        { en: "Who does what by when", fr: "Qui fait quoi et pour quand" },
        { en: "The name of the speaker", fr: "Le nom de l’orateur" },
        { en: "A longer reason", fr: "Une motivation plus longue" },
      ],
      [
        {
          en: "A budget line rises by half without explanation. What does a councillor do first?",
          fr: "Une ligne de budget augmente de moitié sans explication. Que fait d’abord un conseiller ?",
        },
        { en: "Asks for the reason in writing before the vote", fr: "Demande le motif par écrit avant le vote" },
        { en: "Votes against the whole budget", fr: "Rejette tout le budget" },
        { en: "Calls a contractor", fr: "Appelle un entrepreneur" },
      ],
      [
        { en: "Which is oversight, and not running the office?", fr: "Qu’est-ce que contrôler, et non gérer ?" },
        { en: "Asking for a report on late payments", fr: "Demander un rapport sur les retards de paiement" },
        { en: "Signing a payment order", fr: "Signer un ordre de paiement" },
        { en: "Choosing the winner of a tender", fr: "Choisir le gagnant d’un appel d’offres" },
      ],
      [
        {
          en: "A councillor’s brother bids for a contract that is discussed. She",
          fr: "Le frère d’une conseillère soumissionne au marché discuté. Elle",
        },
        { en: "declares it and leaves the discussion", fr: "le déclare et quitte la discussion" },
        { en: "says nothing but does not vote", fr: "se tait mais ne vote pas" },
        { en: "speaks for the best price", fr: "défend le meilleur prix" },
      ],
      [
        { en: "What tells best whether a decision was carried out?", fr: "Qu’est-ce qui dit le mieux si une décision est exécutée ?" },
        { en: "A visit and the record of what was found", fr: "Une visite et le relevé de ce qu’on a trouvé" },
        { en: "The words of the officer in charge", fr: "La parole du responsable" },
        { en: "The minutes of the sitting", fr: "Le procès-verbal de la séance" },
      ],
      [
        {
          en: "Citizens ask at a report-back why a promise was not kept. The best answer",
          fr: "Des citoyens demandent pourquoi une promesse n’est pas tenue. La meilleure réponse",
        },
        { en: "says what happened, what was done and what comes next", fr: "dit ce qui s’est passé, ce qui est fait et la suite" },
        { en: "changes the subject", fr: "change de sujet" },
        { en: "blames the former council", fr: "accuse l’ancien conseil" },
      ],
      [
        {
          en: "When should councillors receive the papers of a sitting?",
          fr: "Quand les conseillers doivent-ils recevoir les documents ?",
        },
        { en: "Early enough to read them", fr: "Assez tôt pour les lire" },
        { en: "At the door", fr: "À l’entrée" },
        { en: "After the vote", fr: "Après le vote" },
      ],
      [
        { en: "What makes a question to the executive strong?", fr: "Qu’est-ce qui rend une question forte ?" },
        { en: "It names a figure, a place and a date", fr: "Elle cite un chiffre, un lieu et une date" },
        { en: "It is long", fr: "Elle est longue" },
        { en: "It names nobody", fr: "Elle ne nomme personne" },
      ],
      [
        {
          en: "Two groups of citizens want opposite things. The councillor",
          fr: "Deux groupes veulent le contraire l’un de l’autre. Le conseiller",
        },
        { en: "hears both and reports both to the council", fr: "entend les deux et rapporte les deux" },
        { en: "promises both the same", fr: "promet la même chose à chacun" },
        { en: "hears the larger group only", fr: "n’écoute que le plus grand" },
      ],
    ],
  },
  {
    code: "IND",
    title: { en: "Test at the end of induction", fr: "Test de fin d’intégration" },
    questions: [
      [
        { en: "Who decides the budget of a district?", fr: "Qui décide le budget d’un district ?" },
        { en: "The district council", fr: "Le conseil de district" },
        { en: "The accountant", fr: "Le comptable" },
        { en: "The province", fr: "La province" },
      ],
      [
        { en: "A post is", fr: "Un poste est" },
        { en: "a place in the organisation that somebody holds for a time", fr: "une place que quelqu’un occupe un temps" },
        { en: "a person", fr: "une personne" },
        { en: "a building", fr: "un bâtiment" },
      ],
      [
        { en: "A citizen is angry. First you", fr: "Une citoyenne est en colère. D’abord vous" },
        { en: "listen without interrupting", fr: "écoutez sans interrompre" },
        { en: "answer louder", fr: "répondez plus fort" },
        { en: "send her away", fr: "la renvoyez" },
      ],
      [
        { en: "A supplier brings a gift. You", fr: "Un fournisseur apporte un cadeau. Vous" },
        { en: "refuse and declare it", fr: "refusez et le déclarez" },
        { en: "keep it", fr: "le gardez" },
        { en: "share it", fr: "le partagez" },
      ],
      [
        { en: "Personal data of citizens may be used", fr: "Les données des citoyens servent" },
        { en: "for the purpose it was given for", fr: "au but pour lequel elles ont été données" },
        { en: "for anything useful", fr: "à tout ce qui est utile" },
        { en: "by anybody in the office", fr: "à tout le bureau" },
      ],
      [
        { en: "Whom do you ask first about your tasks?", fr: "À qui demander d’abord vos tâches ?" },
        { en: "Your supervisor, with your job description in hand", fr: "À votre supérieur, fiche de poste en main" },
        { en: "Nobody", fr: "À personne" },
        { en: "The oldest colleague", fr: "Au plus ancien" },
      ],
      [
        { en: "You receive an unlawful order. You", fr: "Vous recevez un ordre illégal. Vous" },
        { en: "ask for it in writing and say why you doubt it", fr: "le demandez par écrit et dites votre doute" },
        { en: "carry it out", fr: "l’exécutez" },
        { en: "hide", fr: "vous cachez" },
      ],
      [
        { en: "The fiscal year begins on", fr: "L’exercice budgétaire commence le" },
        { en: "1 July", fr: "1er juillet" },
        { en: "1 January", fr: "1er janvier" },
        { en: "1 April", fr: "1er avril" },
      ],
      [
        { en: "A document must be found again in a year. You", fr: "Un document doit se retrouver dans un an. Vous" },
        { en: "file it under the rule of the office on the same day", fr: "le classez le jour même selon la règle" },
        { en: "keep it on your desk", fr: "le gardez sur le bureau" },
        { en: "keep it at home", fr: "le gardez chez vous" },
      ],
      [
        { en: "A plan for the first ninety days is agreed with", fr: "Le plan des quatre-vingt-dix jours se convient avec" },
        { en: "the supervisor", fr: "le supérieur" },
        { en: "a friend", fr: "un ami" },
        { en: "nobody", fr: "personne" },
      ],
    ],
  },
];
