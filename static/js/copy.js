// A button with data-copy="id" copies the text of that element. Where that fails, the element is shown with its text
// marked, to be copied by hand.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // plain HTTP, or refused by the browser
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.after(" ", status);
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (await copy(source.textContent.trim().replace(/\s+/g, " "))) {
      status.textContent = "Kopieret";
    } else {
      source.hidden = false;
      getSelection().selectAllChildren(source);
      status.textContent = "Teksten er markeret: kopiér den med Ctrl+C";
    }
  });
}
