/** `inteko doctor`: looks the installation over and says in sentences what needs a person. */
import type { Command, CommandContext } from "#kernel/access/module.ts";
import { canonical } from "#platform/journal/canonical.ts";
import { speak } from "#platform/i18n/text.ts";
import { examine, type Finding } from "./examine.ts";
import { openPlace } from "./place.ts";

const MARK: Record<Finding["level"], string> = { good: "  ok    ", watch: "  note  ", person: "  DO    " };

async function doctor(context: CommandContext): Promise<0 | 1 | 2> {
  const { print, complain, args, json } = context;
  if (args.length > 0) {
    complain(`Usage: inteko ${doctorCommand.usage}`);
    return 2;
  }
  const say = speak("en");
  const place = await openPlace(context.dataFolder, process.env["DATABASE_URL"]);
  try {
    const client = await place.pool.connect();
    const findings = await examine({
      client,
      pack: context.pack,
      root: context.root,
      dataFolder: context.dataFolder,
      now: context.now,
    }).finally(() => client.release());
    const open = findings.filter((finding) => finding.level === "person").length;
    if (json)
      print(
        canonical({
          well: open === 0,
          findings: findings.map(({ code, level, text, values }) => ({ code, level, says: say(text, values) })),
        }),
      );
    else {
      for (const finding of findings) print(MARK[finding.level] + say(finding.text, finding.values));
      print(open === 0 ? "Nothing needs a person." : `${open} ${open === 1 ? "thing needs" : "things need"} a person.`);
    }
    return open === 0 ? 0 : 1;
  } finally {
    await place.close();
  }
}

export const doctorCommand: Command = {
  name: "doctor",
  usage: "doctor [--json]",
  summary: "look the installation over; exit 1 when something needs a person",
  database: false,
  run: doctor,
};
