// The link to the first place where a searched word stands leads on to the next each time, and round again. The focus
// stays on the link, so that Enter goes on. Without JavaScript the link leads to the first place.
const link = document.querySelector("[data-occurrences]");
const status = document.querySelector("[data-place]");
const marks = document.querySelectorAll('mark[id^="forekomst-"]');
let place = -1;

function go(event) {
  event.preventDefault();
  marks[place]?.removeAttribute("aria-current");
  place = (place + 1) % marks.length;
  marks[place].setAttribute("aria-current", "true");
  marks[place].scrollIntoView({ block: "center", inline: "nearest" });
  status.textContent = `, her nr. ${place + 1}`;
}

link?.addEventListener("click", go);
