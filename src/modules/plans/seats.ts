/** Shares places among organisations by the number of their posts: Hamilton’s method of largest remainders, never more than the posts there are. */

/**
 * `wanted` places over `posts` by organisation. Without a wish, or when there are fewer posts than places, everyone gets a place for each post.
 * Ties go to the organisation that sorts first, so that the result is the same everywhere.
 */
export function shareSeats(posts: ReadonlyMap<string, number>, wanted: number | null): ReadonlyMap<string, number> {
  const entries = [...posts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = entries.reduce((sum, [, count]) => sum + count, 0);
  if (wanted === null || wanted >= all) return new Map(entries);
  const quotas = entries.map(([id, count]) => {
    // Whole numbers decide: floating point must not say who gets the last place.
    const whole = Math.floor((wanted * count) / all);
    return { id, whole, rest: wanted * count - whole * all };
  });
  let left = wanted - quotas.reduce((sum, { whole }) => sum + whole, 0);
  const given = new Map(quotas.map(({ id, whole }) => [id, whole]));
  for (const { id } of quotas.toSorted((a, b) => b.rest - a.rest || (a.id < b.id ? -1 : 1))) {
    if (left === 0) break;
    given.set(id, (given.get(id) ?? 0) + 1);
    left--;
  }
  return new Map([...given].filter(([, places]) => places > 0));
}
