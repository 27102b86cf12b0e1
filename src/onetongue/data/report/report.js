/* Onetongue review page: what it does. Licence: MIT.
   The document is read from the JSON in the page and put in as text nodes only. One listener for
   each kind of event serves all segments, so 300 of them cost no more than three. */
"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const view = JSON.parse(byId("document").textContent);
  const { account, blocks, pieces, evidence } = view;
  const wordsOf = (place) => place.reading ?? place.text;  // without markup
  const { records, left_alone: leftAlone, not_read: notRead } = account;
  const target = account.options.target;
  const STATES = { approve: "approved", edit: "edited", reject: "rejected" };
  const SHOWN_WORDS = 6;  // as many as fit in two lines of the rail

  const decisions = new Map();  // index of a record → { action, text }
  let current = null;  // { record } or { left }, each an index
  let editor = null;  // { index, area, box }
  let unsaved = false;

  // Building: strings become text nodes.

  function make(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== null));
    return node;
  }

  const languageNames = new Intl.DisplayNames(["en"], { type: "language" });
  function languageName(tag) {
    try {
      return languageNames.of(tag);
    } catch {
      return tag;
    }
  }
  const percent = (share) => `${Math.floor(share * 100)} %`;  // never rounded up to certainty
  const plural = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;
  const lineOf = ({ where }) => (typeof where === "number" ? `line ${where}` : where);
  const oneLine = (text) => text.replace(/\s+/g, " ").trim();
  const state = (index) => STATES[decisions.get(index)?.action] ?? "";
  const named = (index) => `Segment ${records[index].id}, ${records[index].kind}`;

  function kindClasses(record, ...more) {
    const doubt = record.translation.doubtful ? ["doubtful"] : [];
    return [`${record.kind}-kind`, ...doubt, ...more].join(" ");
  }

  function showHead() {
    const { source, engine, tool } = account;
    const doubtful = records.filter((record) => record.translation.doubtful).length;
    const out = records.filter(({ translation }) => translation.origin === "rule" && !translation.text).length;
    byId("name").append(source.name || "Untitled document");
    document.title = `${source.name || "Untitled"} · Onetongue review`;
    const machine = engine ? `${engine.name} ${engine.version}, ${engine.model}` : "no engine ran";
    byId("dateline").append(
      make("b", {}, `${records.length - out} translated`), " · ", out ? `${out} taken out · ` : "",
      doubtful ? make("b", { class: "doubt" }, `${doubtful} doubtful`) : "none doubtful", " · ",
      `${leftAlone.length} left alone${notRead.length ? ` · ${notRead.length} not read` : ""} — `,
      [machine, `${source.length.toLocaleString("en")} characters`, source.encoding].join(" · "),
    );
    byId("said").hidden = view.said.length === 0;
    byId("said").append(view.said.join(" · "));
    byId("colophon").append(
      `Made by ${tool.name} ${tool.version}, ${account.created}. Output SHA-256 ${account.output.sha256}. `
      + "Everything on this page is in this file; it asks nothing of the network.",
    );
    const tongues = [...new Set(records.map((record) => record.language))].map(languageName);
    if (tongues.length) byId("source-head").append(` · with ${tongues.join(", ")}`);
    byId("result-head").append(` · ${languageName(target)}`);
  }

  function sourceLink(index) {
    const record = records[index];
    return make("a", {
      id: `s${record.id}`, href: `#t${record.id}`, class: kindClasses(record, "seg", "src"),
      lang: record.language, "data-record": index, "data-tag": `${record.id} ${record.kind}`,
    }, wordsOf(record.source));
  }

  function resultLink(index) {
    const { id } = records[index];
    const link = make("a", { id: `t${id}`, href: `#s${id}`, "data-record": index });
    fill(link, index);
    return link;
  }

  /** Show in the result what the decision on a record makes of it. */
  function fill(link, index) {
    const record = records[index];
    const [before, text, after] = pieces[index];
    const decided = state(index);
    const number = account.output.markers === "bracket" ? "" : String(record.id);
    const isCurrent = current?.record === index ? "current" : "";
    link.className = kindClasses(record, "seg", "out", decided, isCurrent);
    link.dataset.tag = [number, decided].filter(Boolean).join(" ");
    if (decided === "rejected") {
      link.lang = record.language;
      link.replaceChildren(wordsOf(record.source));
      return;
    }
    link.lang = target;
    const marker = (part) => (part ? make("span", { class: "marker" }, part) : null);
    const shown = decided === "edited" ? decisions.get(index).text : text;
    link.replaceChildren(...[marker(before), shown, marker(after)].filter((part) => part !== null));
  }

  function leftLink(index, side, other) {
    return make("a", {
      id: `${side}${index}`, href: `#${other}${index}`, class: "left",
      lang: leftAlone[index].language, "data-left": index,
    }, wordsOf(leftAlone[index].source));
  }

  function showRows() {
    const rows = document.createDocumentFragment();
    for (const { kind, parts } of blocks) {
      const source = make("div", { class: "cell", lang: target });
      const result = source.cloneNode();
      for (const part of parts) {
        if (typeof part === "string") {
          source.append(part);
          result.append(part);
        } else if ("record" in part) {
          source.append(sourceLink(part.record));
          result.append(resultLink(part.record));
        } else {
          source.append(leftLink(part.left, "l", "m"));
          result.append(leftLink(part.left, "m", "l"));
        }
      }
      rows.append(make("div", { class: `row ${kind}` }, source, result));
    }
    if (view.notes) {
      const notes = make("div", { class: "cell notes", lang: target }, view.notes);
      rows.append(make("div", { class: "row" }, make("div", { class: "cell" }), notes));
    }
    byId("rows").append(rows);
  }

  function showStrip() {
    const length = Math.max(1, account.source.length);
    const tick = (place, attributes) => {
      const node = make("button", { type: "button", tabindex: -1, ...attributes });
      node.style.left = `min(${(place.start / length) * 100}%, 100% - 5px)`;
      node.style.width = `${((place.end - place.start) / length) * 100}%`;
      return node;
    };
    byId("strip").append(
      ...leftAlone.map(({ source }, i) => tick(source, {
        class: "tick left", "data-left": i, "aria-label": `Left alone: ${oneLine(wordsOf(source))}`,
      })),
      ...records.map((record, i) => tick(record.source, {
        class: kindClasses(record, "tick"), "data-record": i, "aria-label": named(i),
        title: `${record.id} ${record.kind}`,
      })),
    );
  }

  function showLists() {
    const order = records.map((_, i) => i);
    const isDoubtful = (i) => records[i].translation.doubtful;
    const segment = (i) => make("li", {}, make("button", {
      type: "button", class: kindClasses(records[i], "item"), "data-record": i,
    },
    make("span", { class: "number" }, String(records[i].id)),
    make("span", { class: "what", lang: records[i].language }, oneLine(wordsOf(records[i].source))),
    make("span", { class: "state" }),
    isDoubtful(i) ? make("span", { class: "why failed" }, `failed: ${failed(records[i]).join(", ")}`) : null));
    const kept = ({ source, language, reason }, i) => make("li", {}, make("button", {
      type: "button", class: "item", "data-left": i,
    },
    make("span", { class: "number", "aria-hidden": "true" }, "–"),
    make("span", { class: "what", lang: language }, oneLine(wordsOf(source))),
    make("span", { class: "why" }, reason)));
    const unread = (one) => make("li", { class: "item" },
      make("span", { class: "number", "aria-hidden": "true" }, "–"),
      make("span", { class: "what" }, `${lineOf(one)}: ${one.what}`),
      make("span", { class: "why" }, one.why));
    const section = (id, title, items) => (items.length
      ? make("section", { id, "aria-label": title }, make("h2", {}, `${title} · ${items.length}`), make("ol", {}, ...items))
      : null);
    byId("lists").append(...[
      section("doubtful", "Doubtful", order.filter(isDoubtful).map(segment)),
      section("others", "Translated", order.filter((i) => !isDoubtful(i)).map(segment)),
      section("left-alone", "Left alone", leftAlone.map(kept)),
      section("not-read", "Not read", notRead.map(unread)),
    ].filter(Boolean));
  }

  const failed = (record) => Object.entries(record.translation.checks)
    .filter(([, outcome]) => outcome === "failed").map(([name]) => withWords(record, name));

  /** A check that failed, with the words that are not in the target language. */
  const withWords = ({ translation }, name) => (name === "language" && translation.foreign_words
    ? `${name}: ${translation.foreign_words.join(" ")}` : name);

  // Evidence.

  function fact(name, ...values) {
    return make("div", {}, make("dt", {}, name), make("dd", {}, ...values));
  }

  function share(value) {
    const filled = make("i");
    filled.style.width = `${value * 100}%`;
    return make("span", { class: "share" }, percent(value),
      make("span", { class: "track", "aria-hidden": "true" }, filled));
  }

  function recordFacts(index) {
    const { detection, translation, language } = records[index];
    const { rule } = evidence[index];
    const words = evidence[index].words.filter(([, nats]) => nats !== 0);
    const { engine } = account;
    const who = translation.origin === "engine" && engine ? `${engine.name} ${engine.version}` : translation.origin;
    const checks = Object.entries(translation.checks).map(([name, outcome]) => make("li",
      { class: outcome }, `${outcome === "ok" ? "✓" : "✗"} ${name}: ${outcome}${
        outcome === "failed" && name === "language" && translation.foreign_words
          ? ` (${translation.foreign_words.join(" ")})` : ""}`));
    const odds = ([word, nats]) => `${word} ${nats < 0 ? "−" : "+"}${Math.abs(nats).toFixed(1)}`;
    return make("dl", { class: "facts" },
      fact(languageName(language), share(detection.confidence), detection.reason),
      words.length ? fact("Words, nats", make("span", { lang: language }, words.slice(0, SHOWN_WORDS).map(odds).join(", "))) : null,
      rule ? fact("Layout", rule) : null,
      fact("Translation", share(translation.confidence), `by ${who}`),
      checks.length ? fact("Checks", make("ul", {}, ...checks)) : null,
      state(index) ? fact("Decision", state(index)) : null);
  }

  function actions(index) {
    const action = (name, key, label) => make("button", {
      type: "button", "data-action": name, "aria-keyshortcuts": key,
      "aria-pressed": name === "edit" ? null : String(decisions.get(index)?.action === name),
    }, label, " ", make("kbd", {}, key));
    return make("div", { class: "actions" },
      action("approve", "a", "Approve"), action("edit", "e", "Edit"), action("reject", "x", "Reject"));
  }

  /** Show the evidence for a place; a peek, under the pointer, offers no actions. */
  function showEvidence(place) {
    const panel = byId("evidence");
    const isPeek = place !== null && !isSame(place, current);
    panel.className = isPeek ? "peek" : "";
    if (place === null) {
      panel.replaceChildren(make("h2", {}, "Evidence"), make("p", { class: "hint" }, records.length
        ? "Choose a segment in the text or below, or press j."
        : "Nothing was translated."));
    } else if ("left" in place) {
      const kept = leftAlone[place.left];
      panel.replaceChildren(make("h2", {}, "Left alone"), make("dl", { class: "facts" },
        fact("Text", make("span", { lang: kept.language }, wordsOf(kept.source))),
        fact(languageName(kept.language), share(kept.confidence)),
        fact("Reason", kept.reason)));
    } else {
      const record = records[place.record];
      panel.classList.add(`${record.kind}-kind`);
      const doubt = record.translation.doubtful ? make("em", {}, " · doubtful") : null;
      panel.replaceChildren(make("h2", {}, `${record.id} ${record.kind}`, ...(doubt ? [doubt] : [])),
        recordFacts(place.record), actions(place.record));
    }
  }

  /** The list that stands for the rail on paper. */
  function showAppendix() {
    const line = (parts) => parts.filter(Boolean).join("; ");
    const entry = (record, i) => make("li", {}, make("b", {}, `${record.id} ${record.kind}. `),
      line([
        record.translation.doubtful && `DOUBTFUL: ${failed(record).join(", ")}`,
        `${languageName(record.language)} ${percent(record.detection.confidence)} (${record.detection.reason})`,
        `translation ${percent(record.translation.confidence)} by ${record.translation.origin}`,
        state(i),
      ]));
    const kept = ({ source, language, reason }) => make("li", {},
      make("span", { lang: language }, oneLine(wordsOf(source))), ` — ${reason}`);
    const unread = (one) => make("li", {}, `${lineOf(one)}: ${one.what} — ${one.why}`);
    byId("appendix").replaceChildren(
      make("h2", {}, "Evidence"), make("ol", {}, ...records.map(entry)),
      make("h2", {}, "Left alone"), make("ol", {}, ...leftAlone.map(kept)),
      ...(notRead.length ? [make("h2", {}, "Not read"), make("ol", {}, ...notRead.map(unread))] : []));
  }

  // Moving.

  const isSame = (one, other) => one?.record === other?.record && one?.left === other?.left;

  function placeOf(node) {
    const found = node instanceof Element ? node.closest("[data-record], [data-left]") : null;
    if (!found) return null;
    return found.dataset.record !== undefined
      ? { record: Number(found.dataset.record) } : { left: Number(found.dataset.left) };
  }

  function nodesOf(place) {
    if (place === null) return [];
    const [name, index] = Object.entries(place)[0];
    return document.querySelectorAll(`[data-${name}="${index}"]`);
  }

  function linksOf(place) {
    return "record" in place
      ? [byId(`s${records[place.record].id}`), byId(`t${records[place.record].id}`)]
      : [byId(`l${place.left}`), byId(`m${place.left}`)];
  }

  function select(place) {
    for (const node of nodesOf(current)) node.classList.remove("current");
    current = place;
    for (const node of nodesOf(current)) node.classList.add("current");
    showEvidence(current);
  }

  /** Select a place and bring its source to the middle of the window, the focus with it. */
  function jump(place) {
    select(place);
    const [source] = linksOf(place);
    if (!source) return;  // a stretch left alone inside a record has no place of its own
    source.scrollIntoView({ block: "center" });
    source.focus({ preventScroll: true });
    const item = document.querySelector(".item.current");
    const list = byId("rail");
    if (item && list.scrollHeight > list.clientHeight) {
      const { top, bottom } = item.getBoundingClientRect();
      const frame = list.getBoundingClientRect();
      if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
      // Downwards only: scrolling up to an item would hide nothing, but hide the evidence.
      else if (top < frame.top) list.scrollTop = 0;
    }
  }

  function step(by) {
    if (!records.length) return;
    const from = current?.record ?? (by > 0 ? -1 : records.length);
    jump({ record: Math.min(records.length - 1, Math.max(0, from + by)) });
  }

  // Deciding.

  function say(message) {
    byId("status").textContent = message;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { byId("status").textContent = ""; }, 4000);
  }

  function showProgress() {
    byId("progress").textContent = `${decisions.size} of ${records.length} decided`;
  }

  /** Set or, with null, take back the decision on a record. */
  function decide(index, decision) {
    if (decision) decisions.set(index, decision);
    else decisions.delete(index);
    unsaved = true;
    fill(byId(`t${records[index].id}`), index);
    document.querySelector(`.item[data-record="${index}"] .state`).textContent = state(index);
    if (current?.record === index) showEvidence(current);
    showProgress();
    say(`${named(index)}: ${state(index) || "undecided"}`);
  }

  function act(action) {
    const index = current?.record;
    if (index === undefined) return say("Choose a segment first: press j.");
    if (action === "edit") return openEditor(index);
    if (editor?.index === index) closeEditor({ keep: false });
    const isSet = decisions.get(index)?.action === action;
    return decide(index, isSet ? null : { action });
  }

  function openEditor(index) {
    if (editor?.index === index) return editor.area.focus();
    if (editor && !closeEditor({ keep: true })) return editor.area.focus();
    const { id, translation } = records[index];
    const before = decisions.get(index)?.text ?? translation.text;
    const link = byId(`t${id}`);
    const rows = Math.max(2, Math.ceil(before.length / 45));  // about 45 characters to the line
    const area = make("textarea", { lang: target, rows, "aria-label": `Translation of segment ${id}`, spellcheck: "true" });
    area.value = before;
    const box = make("span", { class: "editor" }, area, make("span", { class: "actions" },
      make("button", { type: "button", class: "strong", "data-editor": "keep" }, "Keep ", make("kbd", {}, "Ctrl+Enter")),
      make("button", { type: "button", "data-editor": "drop" }, "Cancel ", make("kbd", {}, "Esc"))));
    link.hidden = true;
    link.after(box);
    editor = { index, area, box };
    return area.focus();
  }

  /** Close the editor; with `keep` its text becomes the decision. False if it may not be kept. */
  function closeEditor({ keep }) {
    const { index, area, box } = editor;
    const { id, translation } = records[index];
    // A textarea knows only line feeds.
    const hasReturns = translation.text.includes("\r\n");
    const text = hasReturns ? area.value.replaceAll("\n", "\r\n") : area.value;
    if (keep && !text.trim()) {
      say("A translation cannot be empty. Reject it to go back to the original.");
      return false;
    }
    box.remove();
    byId(`t${id}`).hidden = false;
    editor = null;
    const shown = decisions.get(index)?.text ?? translation.text;
    if (keep && text !== shown) decide(index, text === translation.text ? null : { action: "edit", text });
    return true;
  }

  function save() {
    const field = byId("reviewer");
    const reviewer = field.value.trim();
    if (editor && !closeEditor({ keep: true })) return editor.area.focus();
    if (!decisions.size) return say("Nothing is decided yet.");
    if (!reviewer) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
      return say("Whose decisions are these? Fill in the reviewer’s name.");
    }
    field.removeAttribute("aria-invalid");
    const file = {
      schema: "onetongue-decisions/1",
      output: { sha256: account.output.sha256 },
      reviewer,
      decisions: [...decisions].sort(([one], [other]) => one - other)
        .map(([index, decision]) => ({ id: records[index].id, ...decision })),
    };
    const blob = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: "application/json" });
    const address = URL.createObjectURL(blob);
    const name = (account.source.name || "document").split(/[\\/]/).pop();
    make("a", { href: address, download: `${name}.decisions.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
    unsaved = false;
    return say(`${plural(decisions.size, "decision")} saved as ${name}.decisions.json`);
  }

  // Listening.

  document.addEventListener("click", (event) => {
    const { action, editor: button } = event.target.closest("[data-action], [data-editor]")?.dataset ?? {};
    if (action) {
      act(action);
      // Showing the evidence anew has replaced the button that had the focus.
      if (action !== "edit") byId("evidence").querySelector(`[data-action="${action}"]`)?.focus();
      return undefined;
    }
    if (button) {
      const { index } = editor;
      if (closeEditor({ keep: button === "keep" })) byId(`t${records[index].id}`).focus();
      return undefined;
    }
    const place = placeOf(event.target);
    if (!place) return undefined;
    const link = event.target.closest(".seg, .left");
    if (!link || link.matches(".tick")) return jump(place);
    event.preventDefault();
    select(place);
    const other = linksOf(place).find((node) => node !== link);
    return other.scrollIntoView({ block: "nearest" });
  });

  document.addEventListener("focusin", ({ target: node }) => {
    const link = node.closest(".seg, #rows .left");
    const place = placeOf(link);
    if (place && !isSame(place, current)) select(place);
  });

  let peeked = null;
  document.addEventListener("mouseover", ({ target: node }) => {
    const place = placeOf(node);
    if (isSame(place, peeked)) return;
    peeked = place;
    showEvidence(place ?? current);
  });

  const KEYS = {
    j: () => step(1), k: () => step(-1),
    a: () => act("approve"), e: () => act("edit"), x: () => act("reject"),
    "?": () => byId("help").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const { key, target: node } = event;
    if (editor && node === editor.area) return editorKey(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
    if (node.closest("input, textarea, dialog")) return undefined;
    if (key === "Enter" && node.matches(".seg")) {
      event.preventDefault();
      return act("edit");
    }
    if (!Object.hasOwn(KEYS, key) || !byId("single-keys").checked) return undefined;
    event.preventDefault();
    return KEYS[key]();
  });

  function editorKey(event) {
    const keep = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if ((!keep && event.key !== "Escape") || event.isComposing) return;
    event.preventDefault();
    const { index } = editor;
    if (closeEditor({ keep })) byId(`t${records[index].id}`).focus();
  }

  byId("desk").addEventListener("submit", (event) => {
    event.preventDefault();
    save();
  });
  byId("help-open").addEventListener("click", () => byId("help").showModal());
  window.addEventListener("beforeprint", showAppendix);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved || editor) event.preventDefault();
  });

  showHead();
  showRows();
  showStrip();
  showLists();
  showEvidence(null);
  showProgress();
})();
