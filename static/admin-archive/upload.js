// Sends the chosen files one by one, and puts the line of each into the list when it has been looked at, so that the
// hundredth does not wait for the first. Without this script the form sends them all at once.
const form = document.querySelector(".upload-form");
const input = form.querySelector("input[type=file]");
const progress = form.querySelector(".upload-progress");
const kept = document.getElementById("uploads");
const notKept = document.getElementById("not-kept");
const caption = kept.closest("table").caption;
// A long list has more files than lines.
const notShown = Number(caption.dataset.count) - kept.rows.length;
// One is under way at a time: two at once take from the readers of the site what they do not gain.
const AT_ONCE = 1;

function count() {
  const files = notShown + kept.querySelectorAll("tr:not(.upload--waiting, .upload--refused)").length;
  const ready = kept.querySelectorAll(".upload--ready").length;
  caption.textContent = `${files} ${files === 1 ? "fil" : "filer"}${ready ? `, ${ready} klar` : ""}`;
}

function show(body, row) {
  body.append(row);
  body.closest("[role=region]").hidden = false;
}

function waiting(file) {
  const row = document.createElement("tr");
  row.className = "upload upload--waiting";
  for (const [tag, text] of [["th", file.name], ["td", "venter"], ["td", ""], ["td", ""], ["td", ""], ["td", ""]]) {
    const cell = document.createElement(tag);
    cell.textContent = text;
    row.append(cell);
  }
  row.firstChild.scope = "row";
  show(kept, row);
  return row;
}

function say(row, state, reason) {
  const cell = row.cells[1];
  const word = document.createElement("strong");
  word.textContent = state;
  cell.replaceChildren(word);
  if (reason) {
    cell.append(document.createElement("br"), reason);
  }
}

function rowOf(html) {
  const body = document.createElement("tbody");
  body.innerHTML = html; // the site's own template, which escapes what stands in the file
  return body.rows[0];
}

async function send(file, row) {
  say(row, "læses");
  const data = new FormData(form);
  data.delete(input.name);
  data.append(input.name, file);
  try {
    const response = await fetch(form.action, {
      method: "POST",
      body: data,
      headers: { "X-Requested-With": "XMLHttpRequest" },
      credentials: "same-origin",
    });
    if (!response.ok) {
      throw new Error(response.status === 413 ? "Filen er for stor." : "Serveren svarede ikke, som den skulle.");
    }
    const answered = rowOf(await response.text());
    if (!answered) {
      throw new Error("Du er logget ud. Log ind, og upload filen igen.");
    }
    if (answered.matches(".upload--refused, .upload--there")) {
      row.remove();
      show(notKept, answered);
    } else {
      row.replaceWith(answered);
      count();
    }
  } catch (error) {
    const reason = error instanceof TypeError ? "Der er ingen forbindelse." : error.message;
    row.className = "upload upload--refused";
    say(row, "ikke sendt", `${reason} Vælg filen igen, når det virker.`);
  }
}

async function sendAll(files) {
  const queue = files.map((file) => [file, waiting(file)]);
  let done = 0;
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await send(...next);
      done += 1;
      progress.textContent = `${done} af ${files.length} filer er læst.`;
    }
  };
  progress.textContent = `0 af ${files.length} filer er læst.`;
  document.getElementById("no-uploads")?.remove();
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  progress.textContent = `Alle ${files.length} filer er læst. `;
  const again = document.createElement("a");
  again.href = form.action || location.href;
  again.textContent = "Vis, hvad der er klar";
  progress.append(again);
}

form.addEventListener("submit", (event) => {
  const files = [...input.files];
  const most = Number(form.dataset.mostFiles);
  if (files.length === 0) {
    return; // the form says what is missing
  }
  event.preventDefault();
  if (files.length > most) {
    progress.textContent = `Der kan højst uploades ${most} filer ad gangen. Vælg færre.`;
    return;
  }
  input.value = "";
  sendAll(files);
});
