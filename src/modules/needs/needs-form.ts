/** Reads responses and service problems from their forms. */
import type { Day } from "#kernel/calendar/day.ts";
import { parsePartial } from "#kernel/calendar/partial.ts";
import { codesOf, hasCode } from "#kernel/pack/lookup.ts";
import type { Pack } from "#kernel/pack/pack.ts";
import type { Language } from "#platform/i18n/text.ts";
import { isId } from "#platform/db/ids.ts";
import type { NewProblem, NewResponse } from "./actions-response.ts";
import { codeIn, dayIn, decimalFrom, moneyIn, note, textIn, type Reader } from "#kernel/access/fields.ts";
import { w as fieldWords } from "#kernel/access/words-fields.ts";
import { w } from "./words-fields.ts";

/** A response to a need. Use it only when the reader noted nothing. */
export function readResponse(
  reader: Reader,
  about: { readonly need: string; readonly pack: Pack; readonly owners: readonly string[]; readonly language: Language },
): NewResponse {
  const { pack } = about;
  const type = codeIn(
    reader,
    "type",
    codesOf(pack, "response_type").map((code) => code.code),
    w.chooseType,
  );
  const what = textIn(reader, "what", w.sayResponse, 500);
  const addressee = reader.form.text("addressee");
  if (type === "advocacy" && addressee === "") note(reader, "addressee", w.sayAddressee);
  const estimateMinor = moneyIn(reader, "estimate", pack.currency.exponent);
  const owner = codeIn(reader, "owner", about.owners, w.chooseOwner);
  const due = dayIn(reader, "due", w.sayDue);
  return {
    need: about.need,
    type,
    what,
    language: about.language,
    estimateMinor,
    currency: pack.currency.code,
    owner,
    due: due ?? "",
    addressee: type === "advocacy" ? addressee : null,
  };
}

/** A service problem. Use it only when the reader noted nothing. */
export function readProblem(
  reader: Reader,
  about: { readonly organisation: string; readonly pack: Pack; readonly today: Day; readonly language: Language },
): NewProblem {
  const { form } = reader;
  const territory = form.text("territory");
  if (!isId(territory)) note(reader, form.text("place") === "" ? "place" : "territory", w.choosePlace);
  const since = parsePartial(form.text("since"));
  if (since === null) note(reader, "since", w.sinceWhen);
  else if (since.start > about.today) note(reader, "since", w.future);
  const value = decimalFrom(form.text("value"));
  if (value === null) note(reader, "value", fieldWords.noNumber);
  const measuredOn = dayIn(reader, "measured", w.sayWhen);
  if (measuredOn !== null && measuredOn > about.today) note(reader, "measured-day", w.future);
  const cause = form.text("cause");
  return {
    organisation: about.organisation,
    statement: textIn(reader, "statement", w.sayProblem, 300),
    language: about.language,
    domain: codeIn(
      reader,
      "domain",
      codesOf(about.pack, "capacity_domain").map((code) => code.code),
      w.chooseDomain,
    ),
    cause: hasCode(about.pack, "gap_cause", cause) ? cause : null,
    place: territory,
    service: textIn(reader, "service", w.sayService, 200),
    sufferers: textIn(reader, "sufferers", w.saySufferers, 300),
    measure: textIn(reader, "measure", w.sayMeasure, 200),
    value: value ?? 0,
    unit: textIn(reader, "unit", w.sayUnit, 40),
    measuredOn: measuredOn ?? about.today,
    since: since ?? { precision: "day", start: about.today },
  };
}
