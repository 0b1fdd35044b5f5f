/** Why the embedded database refuses to start, in words that say what to do instead. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("embedded", {
  serverRunning: {
    status: 409,
    text: {
      en: "Another server already runs on the data folder {folder}. Stop it first, or give this one a data folder of its own.",
      fr: "Un autre serveur utilise déjà le dossier de données {folder}. Arrêtez-le d’abord, ou donnez à celui-ci son propre dossier de données.",
      rw: "≈Indi seriveri isanzwe ikoresha ububiko bw’amakuru {folder}. Banza uyihagarike, cyangwa uhe iyi ububiko bwayo bwite.",
    },
  },
  leaseLost: {
    status: 503,
    text: {
      en: "The database was restarted and another server took over the data folder {folder}. This server ends.",
      fr: "La base de données a redémarré et un autre serveur a repris le dossier de données {folder}. Ce serveur s’arrête.",
      rw: "≈Ububiko bw’amakuru bwongeye gutangira maze indi seriveri ifata {folder}. Iyi seriveri irahagaze.",
    },
  },
  noBinaries: {
    status: 503,
    text: {
      en: "The packages hold no PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL server, or install again with a network connection.",
      fr: "Les paquets ne contiennent pas PostgreSQL pour {platform}. Indiquez un serveur PostgreSQL dans DATABASE_URL, ou réinstallez avec une connexion au réseau.",
      rw: "≈Nta PostgreSQL yagenewe {platform} iri mu byashyizwemo. Shyira seriveri ya PostgreSQL muri DATABASE_URL, cyangwa wongere ushyiremo porogaramu ufite interineti.",
    },
  },
  binariesBroken: {
    status: 503,
    text: {
      en: "PostgreSQL in {folder} cannot run on this machine: {reason}",
      fr: "PostgreSQL dans {folder} ne peut pas fonctionner sur cette machine : {reason}",
      rw: "≈PostgreSQL iri muri {folder} ntishobora gukora kuri iyi mashini: {reason}",
    },
  },
  folderNotWritable: {
    status: 503,
    text: {
      en: "The data folder {folder} cannot be written by this account. Make it writable, or name another one.",
      fr: "Ce compte ne peut pas écrire dans le dossier de données {folder}. Rendez-le accessible en écriture, ou indiquez-en un autre.",
      rw: "≈Iyi konti ntishobora kwandika mu bubiko bw’amakuru {folder}. Yihe uburenganzira bwo kwandika, cyangwa uhitemo ubundi.",
    },
  },
  dataOfAnother: {
    status: 503,
    text: {
      en: "The database in {folder} belongs to another account (user number {owner}). Start as that account or as root, or name another data folder.",
      fr: "La base de données dans {folder} appartient à un autre compte (utilisateur numéro {owner}). Démarrez avec ce compte ou en root, ou indiquez un autre dossier de données.",
      rw: "≈Ububiko bw’amakuru buri muri {folder} ni ubw’indi konti (nimero {owner}). Tangiza ukoresheje iyo konti cyangwa root, cyangwa uhitemo ubundi bubiko.",
    },
  },
  dataOutOfReach: {
    status: 503,
    text: {
      en: "The database in {folder} is there, but the account it runs as (user number {owner}) may no longer pass through the folders above it. Let it pass (chmod a+x on each of them), or name another data folder. Nothing was changed.",
      fr: "La base de données dans {folder} existe, mais le compte sous lequel elle fonctionne (utilisateur numéro {owner}) ne peut plus traverser les dossiers qui la contiennent. Laissez-le passer (chmod a+x sur chacun), ou indiquez un autre dossier de données. Rien n’a été modifié.",
      rw: "≈Ububiko bw’amakuru buri muri {folder} burahari, ariko konti bukoresha (nimero {owner}) ntigishobora kunyura mu bubiko buri hejuru yabwo. Yihe inzira (chmod a+x), cyangwa uhitemo ubundi bubiko. Nta cyahindutse.",
    },
  },
  otherMajor: {
    status: 503,
    text: {
      en: "The database in {folder} was written by PostgreSQL {found}, and this program brings PostgreSQL {ours}. Make a backup with the version of the program that wrote it and restore that here.",
      fr: "La base de données dans {folder} a été écrite par PostgreSQL {found}, et ce programme contient PostgreSQL {ours}. Faites une sauvegarde avec la version du programme qui l’a écrite et restaurez-la ici.",
      rw: "≈Ububiko bw’amakuru buri muri {folder} bwanditswe na PostgreSQL {found}, ariko iyi porogaramu ifite PostgreSQL {ours}. Kora kopi y’umutekano ukoresheje porogaramu yabwanditse, hanyuma uyisubize hano.",
    },
  },
  initFailed: {
    status: 503,
    text: {
      en: "A new database could not be made in {folder}: {reason}",
      fr: "Impossible de créer une nouvelle base de données dans {folder} : {reason}",
      rw: "≈Ntibyashobotse gukora ububiko bw’amakuru bushya muri {folder}: {reason}",
    },
  },
  startFailed: {
    status: 503,
    text: {
      en: "The database in {folder} could not be started: {reason}",
      fr: "Impossible de démarrer la base de données dans {folder} : {reason}",
      rw: "≈Ntibyashobotse gutangiza ububiko bw’amakuru buri muri {folder}: {reason}",
    },
  },
  notAnswering: {
    status: 503,
    text: {
      en: "The database in {folder} did not become ready within {seconds} seconds. Look at {log}.",
      fr: "La base de données dans {folder} n’a pas été prête en {seconds} secondes. Consultez {log}.",
      rw: "≈Ububiko bw’amakuru buri muri {folder} ntibwabonetse mu masegonda {seconds}. Reba {log}.",
    },
  },
});
