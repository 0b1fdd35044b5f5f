/** Fills latitude and longitude from the phone's own position, where it has one and its owner agrees. */
for (const group of document.querySelectorAll<HTMLElement>("[data-place]")) {
  const button = group.querySelector<HTMLButtonElement>("[data-use-place]");
  const [latitude, longitude] = group.querySelectorAll("input");
  if (button === null || latitude === undefined || longitude === undefined || !("geolocation" in navigator)) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        latitude.value = coords.latitude.toFixed(6);
        longitude.value = coords.longitude.toFixed(6);
        button.disabled = false;
        latitude.focus();
      },
      () => {
        button.disabled = false;
        latitude.focus();
      },
      { enableHighAccuracy: true, timeout: 20_000 },
    );
  });
}

export {};
