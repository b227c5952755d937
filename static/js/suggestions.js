// Suggestions below a search box while somebody types: a combobox with a list (ARIA 1.2, "list autocomplete with
// manual selection"). Without JavaScript the box is an ordinary field of an ordinary form.
const PAUSE = 120; // milliseconds without a key before the server is asked
let boxes = 0;

function setAll(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function element(name, attributes, text = "") {
  const made = document.createElement(name);
  setAll(made, attributes);
  made.textContent = text;
  return made;
}

class Combobox {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    this.options = []; // elements, each with the suggestion it shows
    this.active = -1;
    this.id = `forslag-${++boxes}`;
    // A long list scrolls, and must not be a stop of the Tab key for that.
    const ofList = { role: "listbox", id: this.id, class: "suggestions", "aria-label": "Forslag", tabindex: "-1" };
    this.list = element("div", ofList);
    this.status = element("span", { role: "status", class: "visually-hidden" });
    this.list.hidden = true;
    input.after(this.list, this.status);
    setAll(input, {
      role: "combobox",
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.id,
    });
    input.addEventListener("input", () => this.wait());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", () => this.close());
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    this.list.addEventListener("click", (event) => this.click(event));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  wait() {
    this.forget();
    this.activate(-1); // what is shown answers another text
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  // No answer to an earlier question may arrive any more.
  forget() {
    clearTimeout(this.timer);
    this.question?.abort();
  }

  async ask() {
    this.forget();
    const typed = this.input.value;
    if (!typed.trim()) return this.close();
    const question = (this.question = new AbortController());
    const address = new URL("forslag/", this.form.action);
    address.searchParams.set("q", typed);
    try {
      // Whoever has been logged out is led elsewhere: that is no answer.
      const response = await fetch(address, { signal: question.signal, redirect: "error" });
      const answer = response.ok ? await response.json() : { groups: [] };
      if (!question.signal.aborted && document.activeElement === this.input) this.show(answer.groups);
    } catch {
      if (!question.signal.aborted) this.close();
    }
  }

  show(groups) {
    this.options = [];
    this.list.replaceChildren(...groups.map((group) => this.group(group)));
    this.activate(-1);
    const number = this.options.length;
    this.expand(number > 0);
    this.status.textContent = number ? `${number} forslag` : "";
  }

  group({ label, suggestions }) {
    const group = element("div", { role: "group", "aria-label": label });
    group.append(element("span", { "aria-hidden": "true" }, label));
    for (const suggestion of suggestions) {
      const id = `${this.id}-${this.options.length}`;
      const option = element("div", { role: "option", id, "aria-selected": "false" }, suggestion.label);
      this.options.push({ option, suggestion });
      group.append(option);
    }
    return group;
  }

  expand(isOpen) {
    this.list.hidden = !isOpen;
    this.input.setAttribute("aria-expanded", String(isOpen));
  }

  close() {
    this.forget();
    this.activate(-1);
    this.expand(false);
    this.status.textContent = "";
  }

  // The place of the option that Enter would choose; -1 is the box itself.
  activate(place) {
    this.options[this.active]?.option.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place]?.option;
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.input.setAttribute("aria-activedescendant", option.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  // One step up or down through the options and the box, round and round.
  step(distance) {
    const places = this.options.length + 1;
    this.activate(((this.active + 1 + distance + places) % places) - 1);
  }

  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (!this.isOpen) this.ask();
      else if (!event.altKey) this.step(key === "ArrowDown" ? 1 : -1);
      else if (key === "ArrowUp") this.close();
    } else if (key === "Escape" && this.isOpen) {
      this.close();
    } else if (key === "Enter" && this.active >= 0) {
      this.choose(this.options[this.active].suggestion);
    } else {
      return;
    }
    event.preventDefault();
  }

  click(event) {
    const chosen = this.options.find(({ option }) => option.contains(event.target));
    if (chosen) this.choose(chosen.suggestion);
  }

  choose({ address, query }) {
    this.close();
    if (address) {
      location.assign(address);
    } else {
      this.input.value = query;
      this.form.requestSubmit();
    }
  }
}

for (const input of document.querySelectorAll('.search-box input[name="q"]')) new Combobox(input);
