/** Fills latitude and longitude from the phone's own position, where it has one and its owner agrees. */

/** Makes the button of one place work. */
function offer(group: HTMLElement): void {
  const button = group.querySelector<HTMLButtonElement>("[data-use-place]");
  const [latitude, longitude] = group.querySelectorAll("input:not([type=hidden])") as unknown as HTMLInputElement[];
  if (button === null || latitude === undefined || longitude === undefined || !("geolocation" in navigator)) return;
  const ready = (): void => {
    button.disabled = false;
    latitude.focus();
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        latitude.value = coords.latitude.toFixed(6);
        longitude.value = coords.longitude.toFixed(6);
        ready();
      },
      ready,
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  });
}

for (const group of document.querySelectorAll<HTMLElement>("[data-place]")) offer(group);
