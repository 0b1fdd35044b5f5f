/** Questions of the demonstration’s tests for sectors, cells and joint action forums. The first answer of each is the right one; the workbook shuffles them. */
import type { DemoTest } from "./demo-shapes.ts";

export const officesTests: readonly DemoTest[] = [
  {
    code: "SES",
    title: { en: "Test on leading a sector", fr: "Test sur la direction d’un secteur" },
    questions: [
      [
        { en: "How do you find out how long a service takes?", fr: "Comment savoir combien de temps prend un service ?" },
        { en: "Write the time of arrival and of answer for some weeks", fr: "Noter l’heure d’arrivée et de réponse pendant des semaines" },
        { en: "Ask the officer", fr: "Demander à l’agent" },
        { en: "Take the time in the charter", fr: "Prendre le délai de la charte" },
      ],
      [
        {
          en: "A yearly target is 480 households. What helps the team most?",
          fr: "Une cible annuelle est de 480 ménages. Qu’est-ce qui aide le plus ?",
        },
        { en: "About ten a week, with a name beside each week", fr: "Environ dix par semaine, avec un nom par semaine" },
        { en: "A reminder in June", fr: "Un rappel en juin" },
        { en: "A poster with 480", fr: "Une affiche avec 480" },
      ],
      [
        { en: "A citizen’s problem belongs to the district. You", fr: "Le problème d’une citoyenne relève du district. Vous" },
        { en: "write it down, send it on the same day and tell her where", fr: "l’écrivez, le transmettez le jour même et lui dites où" },
        { en: "send her to the district without a note", fr: "l’envoyez sans écrit" },
        { en: "keep it for the next meeting", fr: "le gardez pour la prochaine réunion" },
      ],
      [
        { en: "A good Monday meeting ends with", fr: "Une bonne réunion du lundi finit par" },
        { en: "tasks, names and days", fr: "des tâches, des noms et des jours" },
        { en: "applause", fr: "des applaudissements" },
        { en: "a long summary", fr: "un long résumé" },
      ],
      [
        { en: "An officer is late with reports for the third time. First", fr: "Un agent est en retard pour la troisième fois. D’abord" },
        { en: "speak with him alone, with the facts, and agree on a date", fr: "lui parler seul, avec les faits, et convenir d’une date" },
        { en: "write to the mayor", fr: "écrire au maire" },
        { en: "do the report yourself", fr: "faire le rapport vous-même" },
      ],
      [
        { en: "A figure in your report looks too good. You", fr: "Un chiffre de votre rapport paraît trop beau. Vous" },
        { en: "check it at its source before you sign", fr: "le vérifiez à la source avant de signer" },
        { en: "sign, it is good news", fr: "signez, c’est une bonne nouvelle" },
        { en: "lower it a little", fr: "le baissez un peu" },
      ],
      [
        { en: "When is a problem closed?", fr: "Quand un problème est-il clos ?" },
        {
          en: "When the citizen was told the result and it is on record",
          fr: "Quand le citoyen connaît le résultat et que c’est consigné",
        },
        { en: "When it was sent on", fr: "Quand il est transmis" },
        { en: "When nobody asks again", fr: "Quand plus personne ne demande" },
      ],
      [
        { en: "The queue is long every Tuesday. What first?", fr: "La file est longue chaque mardi. Quoi d’abord ?" },
        { en: "Count who comes for what", fr: "Compter qui vient pour quoi" },
        { en: "Close earlier", fr: "Fermer plus tôt" },
        { en: "Add a guard", fr: "Ajouter un gardien" },
      ],
      [
        { en: "Which promise belongs on the service charter?", fr: "Quelle promesse va sur la charte ?" },
        { en: "Certificate within two working days", fr: "Attestation en deux jours ouvrables" },
        { en: "Quick service", fr: "Service rapide" },
        { en: "Good service for all", fr: "Bon service pour tous" },
      ],
      [
        { en: "You leave the sector next month. What do you do?", fr: "Vous quittez le secteur le mois prochain. Que faites-vous ?" },
        { en: "Write the handover file while you are still in post", fr: "Écrire le dossier de passation pendant que vous êtes en poste" },
        { en: "Tell your successor by phone later", fr: "Informer le successeur plus tard par téléphone" },
        { en: "Leave the keys", fr: "Laisser les clés" },
      ],
    ],
  },
  {
    code: "CES",
    title: {
      en: "Test on serving citizens at the cell",
      fr: "Test sur le service aux citoyens à la cellule",
      rw: "≈Isuzuma ku guha abaturage serivisi ku Kagari",
    },
    questions: [
      [
        {
          en: "Somebody comes with a problem. What do you do first?",
          fr: "Quelqu’un vient avec un problème. Que faites-vous d’abord ?",
          rw: "≈Umuturage aje afite ikibazo. Ubanza gukora iki?",
        },
        {
          en: "Listen to the end, then write it down",
          fr: "Écouter jusqu’au bout, puis écrire",
          rw: "≈Kumutega amatwi kugeza arangije, hanyuma ukandika",
        },
        { en: "Say who is right", fr: "Dire qui a raison", rw: "≈Kuvuga ufite ukuri" },
        { en: "Ask for a fee", fr: "Demander un paiement", rw: "≈Kumusaba amafaranga" },
      ],
      [
        { en: "Why read back what you wrote?", fr: "Pourquoi relire ce que vous avez écrit ?", rw: "≈Kuki usubiramo ibyo wanditse?" },
        { en: "So that she can correct it", fr: "Pour qu’elle puisse corriger", rw: "≈Kugira ngo abikosore" },
        { en: "To save time", fr: "Pour gagner du temps", rw: "≈Kugira ngo utebuke" },
        { en: "Because the form is long", fr: "Parce que le formulaire est long", rw: "≈Kuko urupapuro ari rurerure" },
      ],
      [
        {
          en: "A child was beaten badly at home. You",
          fr: "Un enfant a été gravement battu. Vous",
          rw: "≈Umwana yakubiswe bikomeye iwabo.",
        },
        {
          en: "call the police and the hospital at once",
          fr: "appelez tout de suite la police et l’hôpital",
          rw: "≈Uhamagara polisi n’ibitaro ako kanya",
        },
        { en: "mediate between the parents", fr: "conciliez les parents", rw: "≈Wunga ababyeyi" },
        { en: "wait for the meeting", fr: "attendez la réunion", rw: "≈Utegereza inama" },
      ],
      [
        {
          en: "Two neighbours quarrel over a boundary. A good mediator",
          fr: "Deux voisins se disputent une limite. Un bon conciliateur",
          rw: "≈Abaturanyi babiri bapfa imbibi. Umuhuza mwiza",
        },
        {
          en: "hears both, one after the other, with the other present",
          fr: "entend chacun en présence de l’autre",
          rw: "≈yumva bombi, umwe imbere y’undi",
        },
        { en: "hears the one who came first", fr: "entend le premier venu", rw: "≈yumva uwaje mbere" },
        { en: "decides alone at home", fr: "décide seul chez lui", rw: "≈yanzura wenyine iwe" },
      ],
      [
        { en: "The matter belongs to the sector. You", fr: "L’affaire relève du secteur. Vous", rw: "≈Ikibazo kireba Umurenge." },
        {
          en: "write a note, send it today and tell the citizen when to expect an answer",
          fr: "écrivez un mot, l’envoyez aujourd’hui et dites quand viendra la réponse",
          rw: "≈Wandika inyandiko, ukayohereza uyu munsi, ukabwira umuturage igihe azasubirizwa",
        },
        { en: "tell her to go there", fr: "lui dites d’y aller", rw: "≈Umubwira ngo ajyeyo" },
        { en: "keep it", fr: "la gardez", rw: "≈Ukigumana" },
      ],
      [
        { en: "In a meeting only men speak. You", fr: "En réunion seuls les hommes parlent. Vous", rw: "≈Mu nama havuga abagabo gusa." },
        {
          en: "ask women and young people by name and wait",
          fr: "invitez par leur nom femmes et jeunes, et attendez",
          rw: "≈Usaba abagore n’urubyiruko mu mazina yabo ukabategereza",
        },
        { en: "go on", fr: "continuez", rw: "≈Urakomeza" },
        { en: "end the meeting", fr: "levez la séance", rw: "≈Usoza inama" },
      ],
      [
        { en: "The register has a mistake. You", fr: "Le registre contient une erreur. Vous", rw: "≈Mu gitabo harimo ikosa." },
        {
          en: "strike it through so that it can be read, and sign",
          fr: "la barrez lisiblement et signez",
          rw: "≈Uricisha umurongo rigisomeka ugasinya",
        },
        { en: "tear the page out", fr: "arrachez la page", rw: "≈Uca urupapuro" },
        { en: "paint over it", fr: "la recouvrez", rw: "≈Urisiga irangi" },
      ],
      [
        {
          en: "A citizen offers you money to be first. You",
          fr: "Un citoyen vous offre de l’argent pour passer premier. Vous",
          rw: "≈Umuturage aguhaye amafaranga ngo umuhereho.",
        },
        {
          en: "refuse, say that the service is free and note it",
          fr: "refusez, dites que le service est gratuit et le notez",
          rw: "≈Urayanga, ukamubwira ko serivisi ari ubuntu ukabyandika",
        },
        { en: "take it for the office", fr: "le prenez pour le bureau", rw: "≈Uyafata uti ni ay’ibiro" },
        { en: "take it and help others too", fr: "le prenez et aidez aussi les autres", rw: "≈Urayafata ugafasha n’abandi" },
      ],
      [
        {
          en: "Who may see what a victim told you?",
          fr: "Qui peut voir ce qu’une victime vous a dit ?",
          rw: "≈Ni nde wemerewe kubona ibyo uwahohotewe yakubwiye?",
        },
        { en: "Only those who must act", fr: "Seulement ceux qui doivent agir", rw: "≈Abagomba kugira icyo bakora gusa" },
        { en: "The neighbours", fr: "Les voisins", rw: "≈Abaturanyi" },
        { en: "Everybody at the meeting", fr: "Toute la réunion", rw: "≈Abari mu nama bose" },
      ],
      [
        { en: "When is a problem finished?", fr: "Quand un problème est-il fini ?", rw: "≈Ikibazo kirangira ryari?" },
        {
          en: "When she knows the answer and it is written",
          fr: "Quand elle connaît la réponse et que c’est écrit",
          rw: "≈Iyo yamenye igisubizo kandi cyanditswe",
        },
        { en: "After three days", fr: "Après trois jours", rw: "≈Nyuma y’iminsi itatu" },
        { en: "When you are tired of it", fr: "Quand vous en avez assez", rw: "≈Iyo kikurambiye" },
      ],
    ],
  },
  {
    code: "JPS",
    title: { en: "Test on the joint action development forum", fr: "Test sur le forum d’action conjointe" },
    questions: [
      [
        { en: "What does a map of partners show?", fr: "Que montre une carte des partenaires ?" },
        { en: "Who does what, where and until when", fr: "Qui fait quoi, où et jusqu’à quand" },
        { en: "The logos of partners", fr: "Les logos" },
        { en: "The budgets alone", fr: "Les budgets seuls" },
      ],
      [
        {
          en: "Two partners train the same group on the same subject. You",
          fr: "Deux partenaires forment le même groupe au même sujet. Vous",
        },
        { en: "bring them together and propose who does what", fr: "les réunissez et proposez qui fait quoi" },
        { en: "let both go on", fr: "laissez faire" },
        { en: "send one away", fr: "en renvoyez un" },
      ],
      [
        { en: "A partner reports 5,000 people reached. You first ask", fr: "Un partenaire annonce 5 000 personnes. Vous demandez d’abord" },
        { en: "how people were counted and whether twice", fr: "comment on a compté et si des gens comptent deux fois" },
        { en: "for a photograph", fr: "une photo" },
        { en: "for a bigger number next time", fr: "un plus grand nombre" },
      ],
      [
        { en: "Whose priorities do partners’ plans follow?", fr: "Quelles priorités suivent les plans des partenaires ?" },
        { en: "Those of the district plan", fr: "Celles du plan du district" },
        { en: "Those of the donor alone", fr: "Celles du bailleur seul" },
        { en: "Those of the partner with most money", fr: "Celles du plus riche" },
      ],
      [
        { en: "An accountability day is for", fr: "Une journée de redevabilité sert à" },
        { en: "citizens asking and partners answering", fr: "ce que les citoyens demandent et que les partenaires répondent" },
        { en: "showing products only", fr: "montrer des produits" },
        { en: "speeches of guests", fr: "écouter des invités" },
      ],
      [
        { en: "After the day you publish", fr: "Après la journée vous publiez" },
        { en: "the promises, who made them and by when", fr: "les promesses, leurs auteurs et leurs dates" },
        { en: "the list of guests", fr: "la liste des invités" },
        { en: "nothing", fr: "rien" },
      ],
      [
        { en: "A partner has not come for a year. You", fr: "Un partenaire ne vient plus depuis un an. Vous" },
        { en: "write, visit, and report it to the forum", fr: "écrivez, visitez et le signalez au forum" },
        { en: "strike it off at once", fr: "le radiez aussitôt" },
        { en: "wait", fr: "attendez" },
      ],
      [
        { en: "Minutes of the forum should be ready", fr: "Le procès-verbal doit être prêt" },
        { en: "within days, with decisions and owners", fr: "en quelques jours, avec décisions et responsables" },
        { en: "at the next sitting", fr: "à la séance suivante" },
        { en: "when asked", fr: "sur demande" },
      ],
      [
        { en: "A good commitment of a partner names", fr: "Un bon engagement nomme" },
        { en: "an amount of work, a place and a date", fr: "une quantité de travail, un lieu et une date" },
        { en: "good will", fr: "de la bonne volonté" },
        { en: "a slogan", fr: "un slogan" },
      ],
      [
        { en: "The secretary’s report to the council", fr: "Le rapport au conseil" },
        { en: "compares what was promised with what was done", fr: "compare promesses et réalisations" },
        { en: "praises all partners", fr: "félicite tout le monde" },
        { en: "lists meetings", fr: "liste les réunions" },
      ],
    ],
  },
];
