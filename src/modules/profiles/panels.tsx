/** What this module adds to the pages of a person, a post and an organisation. */
import type { VNode } from "preact";
import type { Panel } from "#kernel/access/module.ts";
import { entriesOf } from "#kernel/portfolio/portfolio.ts";
import { postsOn } from "#kernel/registry/posts.ts";
import { postName } from "#modules/people";
import { formatNumber } from "#platform/ui/format.ts";
import { Link } from "#platform/ui/link.tsx";
import { MoreLinks, Section } from "#platform/ui/parts.tsx";
import { organisationProfile } from "./organisation.tsx";
import { paths } from "./paths.ts";
import { asksOf, learningOf, type Visit } from "./profile.ts";
import { AskedList, hoursOf, PortfolioTable } from "./views/parts.tsx";
import { w } from "./words.ts";

/** True when the reader may see this person’s own page. */
async function mayOpen(r: Visit, person: string): Promise<boolean> {
  const record = r.house.records.get("person");
  return record !== undefined && (await record.visible(r.db, r.actor, [person], r.today)).has(person);
}

async function onPerson(r: Visit, person: string): Promise<VNode | null> {
  if (!(await mayOpen(r, person))) return null;
  const learning = await learningOf(r, person);
  const asks = await asksOf(r, await postsOn(r.db, { posts: learning.posts, on: r.today, language: r.language }));
  const { say, language } = r;
  return (
    <>
      {asks.map((ask) => (
        <AskedList shell={r.shell} post={ask.name} courses={ask.courses} entries={learning.entries} />
      ))}
      <Section
        id="portfolio"
        title={say(w.portfolio)}
        count={learning.entries.length}
        note={
          learning.entries.length === 0
            ? undefined
            : say(w.portfolioSum, { count: learning.entries.length, hours: formatNumber(hoursOf(learning.entries), language, 1) })
        }
      >
        <PortfolioTable shell={r.shell} entries={learning.entries} hrefs={learning.hrefs} />
        {learning.entries.length > 0 && (
          <MoreLinks>
            <Link href={paths.portfolio(person)}>{say(w.print)}</Link>
          </MoreLinks>
        )}
      </Section>
    </>
  );
}

async function onPost(r: Visit, id: string): Promise<VNode | null> {
  const [post] = await postsOn(r.db, { posts: [id], on: r.today, language: r.language });
  if (post === undefined) return null;
  const [ask] = await asksOf(r, [post]);
  // What a holder lacks is hers and her house’s to know.
  const open = post.person !== null && (await mayOpen(r, post.person));
  if (post.person !== null && !open) return null;
  const entries = post.person === null ? null : await entriesOf(r.db, [post.person]);
  return <AskedList shell={r.shell} post={postName(r.pack, r.say, post)} courses={ask?.courses ?? []} entries={entries} />;
}

export const panels: readonly Panel[] = [
  { on: "person", position: 10, show: onPerson },
  { on: "post", position: 10, show: onPost },
  { on: "organisation", position: 10, show: organisationProfile },
];
