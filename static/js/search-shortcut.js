// "/" moves the focus to the search box. A person who dictates or types with one hand can turn it off (WCAG 2.1.4).
const KEY = "search-shortcut";
const isOff = () => localStorage.getItem(KEY) === "off";
const box = document.querySelector("#q");
const toggle = document.querySelector("[data-search-shortcut]");

function isTyping(element) {
  return element.isContentEditable || element.matches("input, textarea, select");
}

document.addEventListener("keydown", (event) => {
  const isPlain = !(event.ctrlKey || event.altKey || event.metaKey);
  if (event.key !== "/" || !isPlain || !box || isOff() || isTyping(event.target)) return;
  event.preventDefault();
  box.focus();
  box.select();
});

function show() {
  toggle.textContent = isOff() ? "Slå genvejen / til" : "Slå genvejen / fra";
}

if (toggle) {
  toggle.hidden = false;
  show();
  toggle.addEventListener("click", () => {
    localStorage.setItem(KEY, isOff() ? "on" : "off");
    show();
  });
}
