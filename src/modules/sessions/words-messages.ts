/** What invitations, reminders and notices about sessions say, by e-mail and as text messages. */
import { defineWords } from "#platform/i18n/text.ts";

export const w = defineWords({
  inviteTitle: { en: "Invitation: {session}", fr: "Invitation : {session}", rw: "≈Ubutumire: {session}" },
  inviteBody: {
    en: "{name}, you are invited to “{session}”, from {from} to {to}, {place}.\n\nSay whether you come, and what you need to take part:\n{link}\n\nOr answer this message with {code} YES or {code} NO.\n\n{association}",
    fr: "{name}, vous êtes invité(e) à « {session} », du {from} au {to}, {place}.\n\nDites si vous venez et ce dont vous avez besoin pour participer :\n{link}\n\nOu répondez à ce message par {code} OUI ou {code} NON.\n\n{association}",
    rw: "≈{name}, utumiwe mu mahugurwa “{session}”, kuva ku wa {from} kugeza ku wa {to}, {place}.\n\nVuga niba uzaza n’ibyo ukeneye:\n{link}\n\nCyangwa usubize ubu butumwa: {code} YEGO cyangwa {code} OYA.\n\n{association}",
  },
  inviteSms: {
    en: "{association}: you are invited to {session}, {from}–{to}, {place}. Answer {code} YES or {code} NO, or {link}",
    fr: "{association} : vous êtes invité(e) à {session}, {from}–{to}, {place}. Répondez {code} OUI ou {code} NON, ou {link}",
    rw: "≈{association}: utumiwe muri {session}, {from}–{to}, {place}. Subiza {code} YEGO cyangwa {code} OYA, cyangwa {link}",
  },
  inviteShared: {
    en: "{association}: for {name}: invitation to a training, {from}. Answer {code} YES or {code} NO.",
    fr: "{association} : pour {name} : invitation à une formation, {from}. Répondez {code} OUI ou {code} NON.",
    rw: "≈{association}: kuri {name}: ubutumire mu mahugurwa, {from}. Subiza {code} YEGO cyangwa {code} OYA.",
  },
  remindTitle: { en: "Do you come? {session}", fr: "Venez-vous ? {session}", rw: "≈Uzaza? {session}" },
  remindBody: {
    en: "{name}, we do not know yet whether you come to “{session}” from {from} to {to}. If you cannot, somebody else may have your seat.\n\n{link}\n\nOr answer with {code} YES or {code} NO.\n\n{association}",
    fr: "{name}, nous ne savons pas encore si vous venez à « {session} » du {from} au {to}. Si vous ne pouvez pas, une autre personne peut prendre votre place.\n\n{link}\n\nOu répondez par {code} OUI ou {code} NON.\n\n{association}",
    rw: "≈{name}, ntituramenya niba uzaza muri “{session}” kuva ku wa {from} kugeza ku wa {to}. Niba utabishoboye, undi ashobora gufata umwanya wawe.\n\n{link}\n\nCyangwa subiza {code} YEGO cyangwa {code} OYA.\n\n{association}",
  },
  remindSms: {
    en: "{association}: do you come to {session} on {from}? Answer {code} YES or {code} NO, or {link}",
    fr: "{association} : venez-vous à {session} le {from} ? Répondez {code} OUI ou {code} NON, ou {link}",
    rw: "≈{association}: uzaza muri {session} ku wa {from}? Subiza {code} YEGO cyangwa {code} OYA, cyangwa {link}",
  },
  thanksTitle: { en: "You come: {session}", fr: "Vous venez : {session}", rw: "≈Uzaza: {session}" },
  thanks: {
    en: "Thank you. We expect you at {session}, {from}, {place}.",
    fr: "Merci. Nous vous attendons à {session}, le {from}, {place}.",
    rw: "≈Murakoze. Tuzagutegereza muri {session}, ku wa {from}, {place}.",
  },
  notedTitle: { en: "You do not come: {session}", fr: "Vous ne venez pas : {session}", rw: "≈Ntuzaza: {session}" },
  noted: {
    en: "Thank you for saying so. Your seat at {session} can go to somebody else.",
    fr: "Merci de nous l’avoir dit. Votre place à {session} peut aller à une autre personne.",
    rw: "≈Murakoze kubitumenyesha. Umwanya wawe muri {session} ushobora guhabwa undi.",
  },
  declinedTitle: {
    en: "A seat has become free: {session}",
    fr: "Une place s’est libérée : {session}",
    rw: "≈Habonetse umwanya: {session}",
  },
  declinedBody: {
    en: "{name}, {person} does not come to “{session}” ({from}). Name somebody else from the same target group:\n{link}\n\n{association}",
    fr: "{name}, {person} ne vient pas à « {session} » ({from}). Désignez une autre personne du même groupe cible :\n{link}\n\n{association}",
    rw: "≈{name}, {person} ntazaza muri “{session}” ({from}). Tanga undi wo mu itsinda rimwe:\n{link}\n\n{association}",
  },
  declinedSms: {
    en: "{association}: {person} does not come to {session} on {from}. Name another: {link}",
    fr: "{association} : {person} ne vient pas à {session} le {from}. Désignez une autre personne : {link}",
    rw: "≈{association}: {person} ntazaza muri {session} ku wa {from}. Tanga undi: {link}",
  },
  openTitle: { en: "Seats for you: {session}", fr: "Des places pour vous : {session}", rw: "≈Imyanya yanyu: {session}" },
  openBody: {
    en: "{name}, your organisation has {seats} seats at “{session}”, from {from} to {to}, {place}. Name people by {day}:\n{link}\n\n{association}",
    fr: "{name}, votre organisation a {seats} places à « {session} », du {from} au {to}, {place}. Désignez des personnes au plus tard le {day} :\n{link}\n\n{association}",
    rw: "≈{name}, urwego rwanyu rufite imyanya {seats} muri “{session}”, kuva ku wa {from} kugeza ku wa {to}, {place}. Tanga amazina bitarenze ku wa {day}:\n{link}\n\n{association}",
  },
  openSms: {
    en: "{association}: {seats} seats for you at {session}, {from}. Name people by {day}: {link}",
    fr: "{association} : {seats} places pour vous à {session}, {from}. Désignez avant le {day} : {link}",
    rw: "≈{association}: mufite imyanya {seats} muri {session}, {from}. Tanga amazina bitarenze {day}: {link}",
  },
  closedTitle: {
    en: "Nominations are closed: {session}",
    fr: "Désignations closes : {session}",
    rw: "≈Gutanga amazina byasojwe: {session}",
  },
  closedBody: {
    en: "{name}, nominations for “{session}” closed on {day}. {named} of {places} places have a name.\n{link}\n\n{association}",
    fr: "{name}, les désignations pour « {session} » ont été closes le {day}. {named} places sur {places} ont un nom.\n{link}\n\n{association}",
    rw: "≈{name}, gutanga amazina ya “{session}” byasojwe ku wa {day}. Imyanya {named} kuri {places} ifite amazina.\n{link}\n\n{association}",
  },
  closedSms: {
    en: "{association}: nominations for {session} are closed: {named} of {places}. {link}",
    fr: "{association} : désignations closes pour {session} : {named} sur {places}. {link}",
    rw: "≈{association}: gutanga amazina ya {session} byasojwe: {named} kuri {places}. {link}",
  },
  seatTitle: { en: "The seat of your post: {session}", fr: "La place de votre poste : {session}", rw: "≈Umwanya w’akazi kawe: {session}" },
  seatBody: {
    en: "{name}, the post that you now hold has a seat at “{session}”, from {from} to {to}, {place}. It passes to you. Say whether you come:\n{link}\n\nOr answer with {code} YES or {code} NO.\n\n{association}",
    fr: "{name}, le poste que vous occupez désormais a une place à « {session} », du {from} au {to}, {place}. Elle vous revient. Dites si vous venez :\n{link}\n\nOu répondez par {code} OUI ou {code} NON.\n\n{association}",
    rw: "≈{name}, umwanya w’akazi urimo ubu wari ufite umwanya muri “{session}”, kuva ku wa {from} kugeza ku wa {to}, {place}. Ubu ni uwawe. Vuga niba uzaza:\n{link}\n\nCyangwa subiza {code} YEGO cyangwa {code} OYA.\n\n{association}",
  },
  seatSms: {
    en: "{association}: your post has a seat at {session}, {from}, {place}. Answer {code} YES or {code} NO, or {link}",
    fr: "{association} : votre poste a une place à {session}, {from}, {place}. Répondez {code} OUI ou {code} NON, ou {link}",
    rw: "≈{association}: akazi kawe gafite umwanya muri {session}, {from}, {place}. Subiza {code} YEGO cyangwa {code} OYA, cyangwa {link}",
  },
  leftTitle: {
    en: "Your seat stays with the post: {session}",
    fr: "Votre place reste au poste : {session}",
    rw: "≈Umwanya wawe ugumye ku kazi: {session}",
  },
  leftBody: {
    en: "{name}, the seat at “{session}” ({from}) belongs to the post that you have left, so it passes to whoever holds it now. What you have attended stays in your portfolio.\n\n{association}",
    fr: "{name}, la place à « {session} » ({from}) appartient au poste que vous avez quitté ; elle revient à la personne qui l’occupe. Ce que vous avez suivi reste dans votre portfolio.\n\n{association}",
    rw: "≈{name}, umwanya muri “{session}” ({from}) ni uw’akazi wavuyemo, bityo ufatwa n’ukarimo ubu. Ibyo wize biguma mu byawe.\n\n{association}",
  },
  leftSms: {
    en: "{association}: your seat at {session} on {from} stays with the post that you left. What you attended stays yours.",
    fr: "{association} : votre place à {session} le {from} reste au poste quitté. Ce que vous avez suivi vous reste.",
    rw: "≈{association}: umwanya wawe muri {session} ku wa {from} ugumye ku kazi wavuyemo. Ibyo wize biguma ari ibyawe.",
  },
  cancelTitle: { en: "Cancelled: {session}", fr: "Annulée : {session}", rw: "≈Yahagaritswe: {session}" },
  cancelBody: {
    en: "{name}, “{session}” from {from} to {to} does not take place. Reason: {reason}\n\n{association}",
    fr: "{name}, « {session} » du {from} au {to} n’aura pas lieu. Motif : {reason}\n\n{association}",
    rw: "≈{name}, “{session}” yo kuva ku wa {from} kugeza ku wa {to} ntikibaye. Impamvu: {reason}\n\n{association}",
  },
  cancelSms: {
    en: "{association}: {session} on {from} does not take place. {reason}",
    fr: "{association} : {session} du {from} n’aura pas lieu. {reason}",
    rw: "≈{association}: {session} yo ku wa {from} ntikibaye. {reason}",
  },
  trainTitle: { en: "Will you teach? {session}", fr: "Voulez-vous animer ? {session}", rw: "≈Uzigisha? {session}" },
  trainBody: {
    en: "{name}, you are asked to teach “{session}”, from {from} to {to}, {place}. Say whether you can:\n{link}\n\nOr answer with {code} YES or {code} NO.\n\n{association}",
    fr: "{name}, on vous demande d’animer « {session} », du {from} au {to}, {place}. Dites si vous le pouvez :\n{link}\n\nOu répondez par {code} OUI ou {code} NON.\n\n{association}",
    rw: "≈{name}, usabwe kwigisha “{session}”, kuva ku wa {from} kugeza ku wa {to}, {place}. Vuga niba ubishoboye:\n{link}\n\nCyangwa subiza {code} YEGO cyangwa {code} OYA.\n\n{association}",
  },
  trainSms: {
    en: "{association}: can you teach {session}, {from}, {place}? Answer {code} YES or {code} NO, or {link}",
    fr: "{association} : pouvez-vous animer {session}, {from}, {place} ? Répondez {code} OUI ou {code} NON, ou {link}",
    rw: "≈{association}: wakwigisha {session}, {from}, {place}? Subiza {code} YEGO cyangwa {code} OYA, cyangwa {link}",
  },
  help: {
    en: "Answer {code} YES if you come, {code} NO if you do not.",
    fr: "Répondez {code} OUI si vous venez, {code} NON sinon.",
    rw: "≈Subiza {code} YEGO niba uzaza, {code} OYA niba utazaza.",
  },
});
