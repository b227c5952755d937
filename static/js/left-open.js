// What somebody opened to narrow a search stays open from page to page, for as long as the browser's tab is. Without
// JavaScript all is closed but what a filter is in force of.
const PREFIX = "left-open:";

for (const details of document.querySelectorAll("details[data-left-open]")) {
  const key = PREFIX + details.dataset.leftOpen;
  try {
    const was = sessionStorage.getItem(key);
    if (was !== null) details.open = was === "open";
  } catch {
    // A browser that keeps nothing shows the page as it came.
  }
  details.addEventListener("toggle", () => {
    try {
      sessionStorage.setItem(key, details.open ? "open" : "closed");
    } catch {
      // See above.
    }
  });
}
