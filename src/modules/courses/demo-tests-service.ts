/** Questions of the demonstration’s tests for health, people in posts and serving citizens. The first answer of each is the right one; the workbook shuffles them. */
import type { DemoTest } from "./demo-shapes.ts";

export const serviceTests: readonly DemoTest[] = [
  {
    code: "DHD",
    title: { en: "Test on managing health services", fr: "Test sur la gestion des services de santé" },
    questions: [
      [
        { en: "One centre reports twice as many births as usual. First", fr: "Un centre déclare deux fois plus de naissances. D’abord" },
        { en: "ask whether it is true or a mistake in counting", fr: "demander si c’est vrai ou une erreur de comptage" },
        { en: "praise it", fr: "le féliciter" },
        { en: "change the figure", fr: "changer le chiffre" },
      ],
      [
        {
          en: "A centre uses 200 boxes a month and has 300. How many months of stock?",
          fr: "Un centre consomme 200 boîtes par mois et en a 300. Combien de mois de stock ?",
        },
        { en: "One and a half", fr: "Un et demi" },
        { en: "Two thirds", fr: "Deux tiers" },
        { en: "Five", fr: "Cinq" },
      ],
      [
        {
          en: "Delivery takes one month. When do you order at the latest?",
          fr: "La livraison prend un mois. Quand commander au plus tard ?",
        },
        { en: "Before stock falls to one month of use", fr: "Avant que le stock tombe à un mois" },
        { en: "When the shelf is empty", fr: "Quand l’étagère est vide" },
        { en: "Once a year", fr: "Une fois par an" },
      ],
      [
        { en: "Supportive supervision", fr: "La supervision formative" },
        { en: "solves a problem on the spot and leaves it in writing", fr: "résout un problème sur place et le laisse par écrit" },
        { en: "looks for who is guilty", fr: "cherche le coupable" },
        { en: "checks uniforms", fr: "contrôle les tenues" },
      ],
      [
        { en: "Which centre do you visit first?", fr: "Quel centre visiter d’abord ?" },
        { en: "The one whose figures changed without reason", fr: "Celui dont les chiffres ont changé sans raison" },
        { en: "The nearest", fr: "Le plus proche" },
        { en: "The best", fr: "Le meilleur" },
      ],
      [
        { en: "Coverage is vaccinated children divided by", fr: "La couverture est le nombre d’enfants vaccinés divisé par" },
        { en: "children who should be vaccinated", fr: "les enfants à vacciner" },
        { en: "all visits", fr: "toutes les visites" },
        { en: "all citizens", fr: "tous les citoyens" },
      ],
      [
        { en: "A bill to the insurance is refused. You", fr: "Une facture est refusée par l’assurance. Vous" },
        { en: "find the reason and mend the file so that the next one passes", fr: "cherchez le motif et corrigez la procédure" },
        { en: "pay it from other money", fr: "la payez autrement" },
        { en: "forget it", fr: "l’oubliez" },
      ],
      [
        { en: "Who may read a patient’s record?", fr: "Qui peut lire le dossier d’une patiente ?" },
        { en: "Those who treat her, and nobody out of curiosity", fr: "Ceux qui la soignent, et personne par curiosité" },
        { en: "All staff", fr: "Tout le personnel" },
        { en: "The village committee", fr: "Le comité de village" },
      ],
      [
        { en: "An unusual number of diarrhoea cases in one week. You", fr: "Un nombre inhabituel de diarrhées en une semaine. Vous" },
        { en: "report at once and check water and food", fr: "le signalez aussitôt et contrôlez eau et aliments" },
        { en: "wait for the monthly report", fr: "attendez le rapport mensuel" },
        { en: "buy medicine only", fr: "achetez seulement des médicaments" },
      ],
      [
        { en: "The council gives you ten minutes. You show", fr: "Le conseil vous donne dix minutes. Vous montrez" },
        { en: "one question, one picture, one decision asked", fr: "une question, une image, une décision demandée" },
        { en: "forty tables", fr: "quarante tableaux" },
        { en: "all acronyms", fr: "tous les sigles" },
      ],
    ],
  },
  {
    code: "DHR",
    title: { en: "Test on people in posts", fr: "Test sur les personnes aux postes" },
    questions: [
      [
        { en: "A vacancy is", fr: "Une vacance est" },
        { en: "a post that exists and that nobody holds", fr: "un poste existant que personne n’occupe" },
        { en: "every wish for more staff", fr: "tout souhait de personnel" },
        { en: "a person on leave", fr: "une personne en congé" },
      ],
      [
        { en: "A shortlist leaves a candidate out. You", fr: "Une liste restreinte écarte une candidate. Vous" },
        { en: "write the reason and tell her how to appeal", fr: "écrivez le motif et dites comment faire recours" },
        { en: "say nothing", fr: "ne dites rien" },
        { en: "tell her by rumour", fr: "laissez courir la rumeur" },
      ],
      [
        { en: "Why do two markers mark each paper?", fr: "Pourquoi deux correcteurs par copie ?" },
        { en: "So that one person’s mistake or favour is seen", fr: "Pour voir l’erreur ou la faveur d’une personne" },
        { en: "To finish faster", fr: "Pour aller vite" },
        { en: "By habit", fr: "Par habitude" },
      ],
      [
        { en: "A new colleague starts. When is she inducted?", fr: "Une collègue arrive. Quand l’intégrer ?" },
        { en: "In her first weeks, six months at the latest", fr: "Dès ses premières semaines, six mois au plus tard" },
        { en: "When there are thirty of them", fr: "Quand elles sont trente" },
        { en: "At the end of the year", fr: "En fin d’année" },
      ],
      [
        {
          en: "Staff are late because the system is slow. The answer is",
          fr: "Le personnel est en retard car le système est lent. La réponse est",
        },
        { en: "to mend the system, not a course on punctuality", fr: "de réparer le système, non un cours" },
        { en: "a course", fr: "un cours" },
        { en: "a warning", fr: "un avertissement" },
      ],
      [
        { en: "A learning plan starts from", fr: "Un plan de formation part de" },
        { en: "what people must do and cannot yet do", fr: "ce que l’on doit faire et ne sait pas encore" },
        { en: "what trainers offer", fr: "l’offre des formateurs" },
        { en: "last year’s list", fr: "la liste de l’an dernier" },
      ],
      [
        { en: "Somebody acts in a post for eight months. You", fr: "Quelqu’un assure l’intérim depuis huit mois. Vous" },
        { en: "fill the post or renew the acting in writing", fr: "pourvoyez le poste ou renouvelez par écrit" },
        { en: "leave it", fr: "laissez" },
        { en: "forget the date", fr: "oubliez la date" },
      ],
      [
        { en: "Who may read a personnel file?", fr: "Qui peut lire un dossier personnel ?" },
        { en: "Those whose duty needs it, and the person herself", fr: "Ceux dont la fonction l’exige, et la personne" },
        { en: "All directors", fr: "Tous les directeurs" },
        { en: "The whole unit", fr: "Toute l’unité" },
      ],
      [
        { en: "A talk about poor results begins with", fr: "Un entretien sur de faibles résultats commence par" },
        { en: "facts and the person’s own view", fr: "les faits et l’avis de la personne" },
        { en: "a punishment", fr: "une sanction" },
        { en: "gossip", fr: "des rumeurs" },
      ],
      [
        { en: "Exit of a staff member: what first?", fr: "Départ d’un agent : quoi d’abord ?" },
        { en: "The handover file and the return of access", fr: "Le dossier de passation et le retrait des accès" },
        { en: "The farewell", fr: "La fête" },
        { en: "The advertisement", fr: "L’annonce" },
      ],
    ],
  },
  {
    code: "GOV",
    title: { en: "Test on serving citizens and good governance", fr: "Test sur le service aux citoyens et la bonne gouvernance" },
    questions: [
      [
        { en: "A service charter tells", fr: "Une charte de service dit" },
        { en: "what citizens get, in what time, at what cost", fr: "ce que le citoyen obtient, en combien de temps, à quel prix" },
        { en: "the history of the office", fr: "l’histoire du bureau" },
        { en: "the names of donors", fr: "les bailleurs" },
      ],
      [
        { en: "A request for information is refused in part. You", fr: "Une demande d’information est refusée en partie. Vous" },
        { en: "give the rest and the reason in writing", fr: "donnez le reste et le motif par écrit" },
        { en: "refuse everything", fr: "refusez tout" },
        { en: "do not answer", fr: "ne répondez pas" },
      ],
      [
        {
          en: "A list to be published holds phone numbers of citizens. You",
          fr: "Une liste à publier contient des numéros de citoyens. Vous",
        },
        { en: "take them out first", fr: "les retirez d’abord" },
        { en: "publish it", fr: "la publiez" },
        { en: "publish half", fr: "en publiez la moitié" },
      ],
      [
        { en: "A complaint is urgent when", fr: "Une plainte est urgente quand" },
        { en: "somebody’s life or safety is at stake", fr: "la vie ou la sécurité est en jeu" },
        { en: "it is loud", fr: "elle est bruyante" },
        { en: "it comes from a leader", fr: "elle vient d’un chef" },
      ],
      [
        { en: "Your cousin’s file comes to your desk. You", fr: "Le dossier de votre cousin arrive. Vous" },
        { en: "pass it to a colleague and say why", fr: "le passez à un collègue en disant pourquoi" },
        { en: "handle it first", fr: "le traitez d’abord" },
        { en: "handle it last", fr: "le traitez en dernier" },
      ],
      [
        { en: "Minutes state a decision best", fr: "Le procès-verbal énonce une décision" },
        { en: "in one sentence with who and when", fr: "en une phrase avec qui et quand" },
        { en: "in a page of debate", fr: "en une page de débat" },
        { en: "not at all", fr: "pas du tout" },
      ],
      [
        { en: "Fifty complaints name the same office. You look for", fr: "Cinquante plaintes visent le même bureau. Vous cherchez" },
        { en: "the cause behind them", fr: "la cause" },
        { en: "who complained", fr: "qui s’est plaint" },
        { en: "a new form", fr: "un nouveau formulaire" },
      ],
      [
        { en: "A message asks for your password. You", fr: "Un message demande votre mot de passe. Vous" },
        { en: "do not answer and tell the ICT officer", fr: "ne répondez pas et prévenez l’informaticien" },
        { en: "answer, it looks official", fr: "répondez" },
        { en: "send half", fr: "en envoyez la moitié" },
      ],
      [
        { en: "A forum’s promises are worth something when", fr: "Les promesses d’un forum valent quand" },
        { en: "each has a name, a date and a report", fr: "chacune a un nom, une date et un compte rendu" },
        { en: "they are many", fr: "elles sont nombreuses" },
        { en: "they are applauded", fr: "elles sont applaudies" },
      ],
      [
        {
          en: "A person with a disability cannot reach the counter. Today you",
          fr: "Une personne en situation de handicap n’atteint pas le guichet. Aujourd’hui vous",
        },
        { en: "serve her where she is, and plan the change", fr: "la servez où elle est et prévoyez le changement" },
        { en: "ask her to come back", fr: "la faites revenir" },
        { en: "send a relative in", fr: "faites entrer un parent" },
      ],
    ],
  },
];
