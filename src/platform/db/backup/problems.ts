/** Why a backup cannot be made, read or restored. */
import { defineProblems } from "#platform/problems/problem.ts";

export const p = defineProblems("backup", {
  exists: {
    status: 409,
    text: {
      en: "There is already a file {file}. Give another name: a backup never writes over another one.",
      fr: "Il existe déjà un fichier {file}. Choisissez un autre nom : une sauvegarde n’en écrase jamais une autre.",
      rw: "≈Dosiye {file} isanzwe ihari. Hitamo irindi zina: kopi ntisimbura indi.",
    },
  },
  notABackup: {
    status: 422,
    text: {
      en: "This file is not a backup made by this program. Nothing was changed.",
      fr: "Ce fichier n’est pas une sauvegarde faite par ce programme. Rien n’a été modifié.",
      rw: "≈Iyi dosiye si kopi yakozwe n’iyi porogaramu. Nta cyahindutse.",
    },
  },
  cut: {
    status: 422,
    text: {
      en: "The backup is not whole: it ends too early, at the part {part}. Nothing was changed. Fetch the file again, or use an older backup.",
      fr: "La sauvegarde est incomplète : elle s’arrête trop tôt, à la partie {part}. Rien n’a été modifié. Récupérez le fichier à nouveau ou utilisez une sauvegarde plus ancienne.",
      rw: "≈Kopi ntiyuzuye: irangirira ku gice {part}. Nta cyahindutse. Ongera uzane dosiye, cyangwa ukoreshe kopi ya kera.",
    },
  },
  damaged: {
    status: 422,
    text: {
      en: "The backup was damaged: the part {part} is not what was written. Nothing was changed. Fetch the file again, or use an older backup.",
      fr: "La sauvegarde est abîmée : la partie {part} n’est pas celle qui a été écrite. Rien n’a été modifié. Récupérez le fichier à nouveau ou utilisez une sauvegarde plus ancienne.",
      rw: "≈Kopi yangiritse: igice {part} si cyo cyanditswe. Nta cyahindutse. Ongera uzane dosiye, cyangwa ukoreshe kopi ya kera.",
    },
  },
  damagedAfter: {
    status: 422,
    text: {
      en: "The backup was damaged: what follows the part {part} cannot be read. Nothing was changed. Fetch the file again, or use an older backup.",
      fr: "La sauvegarde est abîmée : ce qui suit la partie {part} est illisible. Rien n’a été modifié. Récupérez le fichier à nouveau ou utilisez une sauvegarde plus ancienne.",
      rw: "≈Kopi yangiritse: ibikurikira igice {part} ntibisomeka. Nta cyahindutse. Ongera uzane dosiye, cyangwa ukoreshe kopi ya kera.",
    },
  },
  newerProgram: {
    status: 422,
    text: {
      en: "The backup was made with the migration {migration}, which this program does not have in that form. Use the version of the program that made it, or a newer one. Nothing was changed.",
      fr: "La sauvegarde a été faite avec la migration {migration}, que ce programme n’a pas sous cette forme. Utilisez la version du programme qui l’a faite, ou une plus récente. Rien n’a été modifié.",
      rw: "≈Kopi yakozwe hakoreshejwe {migration}, iyi porogaramu ntiyifite uko. Koresha porogaramu yayikoze cyangwa indi nshya. Nta cyahindutse.",
    },
  },
  differentShape: {
    status: 422,
    text: {
      en: "The table {table} of the backup has no equal in the database that this program makes. Nothing was changed.",
      fr: "La table {table} de la sauvegarde n’a pas d’équivalent dans la base que fait ce programme. Rien n’a été modifié.",
      rw: "≈Imbonerahamwe {table} ya kopi nta yindi ihuye na yo muri iyi porogaramu. Nta cyahindutse.",
    },
  },
  notEmpty: {
    status: 409,
    text: {
      en: "The database is not empty: it holds {tables, plural, one {one table} other {# tables}}. Restore into an empty one, or add --replace {code} to throw away everything it holds now.",
      fr: "La base n’est pas vide : elle contient {tables, plural, one {une table} other {# tables}}. Restaurez dans une base vide, ou ajoutez --replace {code} pour jeter tout ce qu’elle contient.",
      rw: "≈Ububiko burimo amakuru: imbonerahamwe {tables}. Garura mu bubiko burimo ubusa, cyangwa wongereho --replace {code} kugira ngo ibirimo byose bisibwe.",
    },
  },
  wrongCode: {
    status: 409,
    text: {
      en: "To throw away what the database holds now, repeat its code exactly: --replace {code}. Nothing was changed.",
      fr: "Pour jeter ce que contient la base, répétez exactement son code : --replace {code}. Rien n’a été modifié.",
      rw: "≈Kugira ngo ibiri mu bubiko bisibwe, subiramo kode yabwo neza: --replace {code}. Nta cyahindutse.",
    },
  },
  inUse: {
    status: 409,
    text: {
      en: "Somebody else is connected to this database ({others, plural, one {one connection} other {# connections}}). Stop the server first. Nothing was changed.",
      fr: "Quelqu’un d’autre est connecté à cette base ({others, plural, one {une connexion} other {# connexions}}). Arrêtez d’abord le serveur. Rien n’a été modifié.",
      rw: "≈Hari undi ukoresha ubu bubiko ({others}). Banza uhagarike seriveri. Nta cyahindutse.",
    },
  },
});
