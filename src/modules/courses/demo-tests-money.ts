/** Questions of the demonstration’s tests for audit, procurement, plans and accounts. The first answer of each is the right one; the workbook shuffles them. */
import type { DemoTest } from "./demo-shapes.ts";

export const moneyTests: readonly DemoTest[] = [
  {
    code: "IAU",
    title: { en: "Test on internal audit", fr: "Test sur l’audit interne" },
    questions: [
      [
        { en: "An auditor is independent when he", fr: "Un auditeur est indépendant quand il" },
        { en: "does not check work that he did himself", fr: "ne contrôle pas son propre travail" },
        { en: "works alone", fr: "travaille seul" },
        { en: "reports to the one he audits", fr: "rend compte à celui qu’il contrôle" },
      ],
      [
        { en: "The yearly plan begins with", fr: "Le plan annuel part" },
        { en: "the largest risks", fr: "des plus grands risques" },
        { en: "last year’s plan", fr: "du plan précédent" },
        { en: "what is nearest", fr: "du plus proche" },
      ],
      [
        { en: "A finding has four parts: condition, criterion, cause and", fr: "Un constat a quatre parties : fait, critère, cause et" },
        { en: "effect", fr: "effet" },
        { en: "culprit", fr: "coupable" },
        { en: "cost of the audit", fr: "coût de l’audit" },
      ],
      [
        { en: "Which evidence is strongest?", fr: "Quelle preuve est la plus forte ?" },
        { en: "A bank statement that you got from the bank", fr: "Un relevé obtenu de la banque" },
        { en: "A copy that the cashier made", fr: "Une copie faite par le caissier" },
        { en: "What a colleague said", fr: "La parole d’un collègue" },
      ],
      [
        { en: "You draw a sample of payments. It must be", fr: "Vous tirez un échantillon de paiements. Il doit être" },
        { en: "chosen by a rule that others can repeat", fr: "choisi par une règle reproductible" },
        { en: "the largest ten only", fr: "les dix plus grands seulement" },
        { en: "chosen by the cashier", fr: "choisi par le caissier" },
      ],
      [
        {
          en: "“Staff should be more careful” is a weak recommendation because",
          fr: "« Le personnel doit être plus attentif » est faible car",
        },
        { en: "nobody can check it", fr: "personne ne peut le vérifier" },
        { en: "it is short", fr: "c’est court" },
        { en: "it is polite", fr: "c’est poli" },
      ],
      [
        { en: "When is a recommendation closed?", fr: "Quand une recommandation est-elle close ?" },
        { en: "When there is proof that it was carried out", fr: "Quand la preuve de l’exécution existe" },
        { en: "When a date has passed", fr: "Quand la date est passée" },
        { en: "When the manager agrees", fr: "Quand le responsable est d’accord" },
      ],
      [
        { en: "One person orders, receives and pays. The risk is", fr: "Une seule personne commande, reçoit et paie. Le risque est" },
        { en: "that nobody else sees a mistake or a fraud", fr: "que personne d’autre ne voie une erreur ou une fraude" },
        { en: "that work is slow", fr: "la lenteur" },
        { en: "none", fr: "aucun" },
      ],
      [
        { en: "You find signs of fraud. You", fr: "Vous trouvez des indices de fraude. Vous" },
        { en: "keep the evidence safe and tell whom the charter names", fr: "gardez les preuves et prévenez qui la charte désigne" },
        { en: "warn the suspect", fr: "avertissez le suspect" },
        { en: "publish it", fr: "le publiez" },
      ],
      [
        { en: "Management disagrees with a finding. You", fr: "La direction conteste un constat. Vous" },
        { en: "print its answer beside the finding", fr: "imprimez sa réponse à côté" },
        { en: "delete the finding", fr: "supprimez le constat" },
        { en: "soften it", fr: "l’adoucissez" },
      ],
    ],
  },
  {
    code: "PRO",
    title: { en: "Test on public procurement", fr: "Test sur les marchés publics" },
    questions: [
      [
        {
          en: "A plan splits one purchase into four small ones to use a simpler method. This is",
          fr: "Un plan divise un achat en quatre pour une procédure plus simple. C’est",
        },
        { en: "not allowed: the value of the whole decides", fr: "interdit : la valeur totale décide" },
        { en: "good practice", fr: "une bonne pratique" },
        { en: "allowed in June", fr: "permis en juin" },
      ],
      [
        { en: "A criterion reads “good quality”. It should", fr: "Un critère dit « bonne qualité ». Il doit" },
        { en: "say what is measured and how", fr: "dire ce qu’on mesure et comment" },
        { en: "stay", fr: "rester" },
        { en: "be left to the committee", fr: "être laissé à la commission" },
      ],
      [
        { en: "A bid arrives ten minutes late. It is", fr: "Une offre arrive dix minutes en retard. Elle est" },
        { en: "not opened and given back", fr: "non ouverte et rendue" },
        { en: "opened, it is cheap", fr: "ouverte, elle est bon marché" },
        { en: "opened if nobody objects", fr: "ouverte si personne ne proteste" },
      ],
      [
        { en: "A bidder asks a question. The answer goes to", fr: "Un candidat pose une question. La réponse va" },
        { en: "all bidders, without saying who asked", fr: "à tous, sans dire qui a demandé" },
        { en: "the one who asked", fr: "à lui seul" },
        { en: "nobody", fr: "à personne" },
      ],
      [
        { en: "A member of the committee knows a bidder’s director well. He", fr: "Un membre connaît bien le directeur d’un candidat. Il" },
        { en: "declares it and steps down", fr: "le déclare et se retire" },
        { en: "is careful", fr: "fait attention" },
        { en: "evaluates the others only", fr: "n’évalue que les autres" },
      ],
      [
        {
          en: "During evaluation the committee finds a better criterion. It",
          fr: "En évaluation la commission trouve un meilleur critère. Elle",
        },
        { en: "may not use it: the criteria of the notice hold", fr: "ne peut l’utiliser : les critères de l’avis valent" },
        { en: "uses it", fr: "l’utilise" },
        { en: "asks the mayor", fr: "demande au maire" },
      ],
      [
        { en: "The reason for refusing a bid", fr: "Le motif du rejet d’une offre" },
        { en: "is written and told to the bidder", fr: "est écrit et communiqué" },
        { en: "is secret", fr: "est secret" },
        { en: "is told by phone", fr: "est dit au téléphone" },
      ],
      [
        { en: "Goods arrive incomplete. The officer", fr: "Une livraison est incomplète. L’agent" },
        { en: "notes what is missing and does not accept it as complete", fr: "note ce qui manque et ne l’accepte pas comme complète" },
        { en: "signs to save time", fr: "signe pour gagner du temps" },
        { en: "pays and waits", fr: "paie et attend" },
      ],
      [
        { en: "A contract is changed. The change needs", fr: "Un contrat est modifié. Il faut" },
        { en: "a written amendment before the work", fr: "un avenant écrit avant les travaux" },
        { en: "a phone call", fr: "un appel" },
        { en: "nothing if it is small", fr: "rien si c’est petit" },
      ],
      [
        { en: "What belongs in the file?", fr: "Que contient le dossier ?" },
        { en: "Everything from the request to the last payment", fr: "Tout, de la demande au dernier paiement" },
        { en: "The contract alone", fr: "Le contrat seul" },
        { en: "What the auditor asks for", fr: "Ce que l’auditeur demande" },
      ],
    ],
  },
  {
    code: "FIN",
    title: { en: "Test on planning, money and accounts", fr: "Test sur la planification, l’argent et les comptes" },
    questions: [
      [
        { en: "A target says “increase revenue”. It lacks", fr: "Une cible dit « augmenter les recettes ». Il manque" },
        { en: "a baseline, a figure and a date", fr: "une valeur de départ, un chiffre et une date" },
        { en: "a slogan", fr: "un slogan" },
        { en: "a budget speech", fr: "un discours" },
      ],
      [
        { en: "Revenue was 80 and is 100 now. It rose by", fr: "Les recettes étaient de 80, elles sont de 100. Elles ont augmenté de" },
        { en: "25 percent", fr: "25 pour cent" },
        { en: "20 percent", fr: "20 pour cent" },
        { en: "80 percent", fr: "80 pour cent" },
      ],
      [
        { en: "The bank shows 900, the books 1,000. You", fr: "La banque indique 900, les livres 1 000. Vous" },
        { en: "explain every difference in writing", fr: "expliquez chaque écart par écrit" },
        { en: "change the books to 900", fr: "mettez 900 dans les livres" },
        { en: "wait for the auditor", fr: "attendez l’auditeur" },
      ],
      [
        { en: "A commitment is", fr: "Un engagement est" },
        { en: "a promise to pay that already binds the budget", fr: "une promesse de payer qui lie le budget" },
        { en: "a payment", fr: "un paiement" },
        { en: "an idea", fr: "une idée" },
      ],
      [
        { en: "Arrears are", fr: "Les arriérés sont" },
        { en: "bills that are due and not paid", fr: "des factures échues et impayées" },
        { en: "bills not yet due", fr: "des factures non échues" },
        { en: "savings", fr: "des économies" },
      ],
      [
        { en: "A payment file must hold", fr: "Un dossier de paiement contient" },
        { en: "order, proof of delivery, invoice and approval", fr: "commande, preuve de livraison, facture et approbation" },
        { en: "the invoice alone", fr: "la facture seule" },
        { en: "a receipt alone", fr: "un reçu seul" },
      ],
      [
        { en: "The best forecast of a monthly revenue starts with", fr: "La meilleure prévision mensuelle part" },
        { en: "the same months of past years", fr: "des mêmes mois des années passées" },
        { en: "the wish of the council", fr: "du souhait du conseil" },
        { en: "the highest month", fr: "du mois le plus haut" },
      ],
      [
        { en: "A mid-year review is useful when", fr: "Une revue de mi-année sert quand" },
        { en: "it changes a line", fr: "elle change une ligne" },
        { en: "all lights are green", fr: "tout est vert" },
        { en: "it is long", fr: "elle est longue" },
      ],
      [
        { en: "Cash and books of a unit are kept by", fr: "La caisse et les livres sont tenus par" },
        { en: "two different people", fr: "deux personnes" },
        { en: "one trusted person", fr: "une personne de confiance" },
        { en: "nobody", fr: "personne" },
      ],
      [
        { en: "A funding gap is", fr: "Un déficit de financement est" },
        { en: "planned cost without agreed money", fr: "un coût prévu sans financement convenu" },
        { en: "money without a plan", fr: "de l’argent sans plan" },
        { en: "a loss", fr: "une perte" },
      ],
    ],
  },
];
