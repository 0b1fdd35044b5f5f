/** Check-ins at the door of the app without signal, one after another, each timed from the press to the painted count. */
import type { Page } from "playwright-core";

/** How much slower than this machine a weak phone is taken to be. */
export const SLOWER = 6;

/** Slows the page’s processor down (Chrome DevTools Protocol, `Emulation.setCPUThrottlingRate`). */
export async function slowDown(page: Page, rate = SLOWER): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

/** Types each code into the open door and waits until the count that it changes is painted. Milliseconds, in order. */
export function checkIn(page: Page, codes: readonly string[]): Promise<number[]> {
  return page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>("#find");
    const count = document.querySelector("#offline-app .in-fig");
    if (field === null || field.form === null || count === null) throw new Error("The door is not open.");
    const times: number[] = [];
    for (const code of all) {
      const before = count.textContent;
      const start = performance.now();
      field.value = code;
      field.dispatchEvent(new Event("input"));
      field.form.requestSubmit();
      await new Promise<void>((painted) => {
        const look = (): void => {
          if (count.textContent === before) setTimeout(look, 1);
          else requestAnimationFrame(() => painted());
        };
        look();
      });
      times.push(performance.now() - start);
    }
    return times;
  }, codes);
}

/** The value below which a share of the others lie (nearest rank). Throws for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("There is no quantile of nothing.");
  return found;
}
