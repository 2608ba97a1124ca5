"use strict";
(function () {
  var root = document.documentElement, tools = document.getElementById("tools");
  if (!tools) return;
  root.classList.add("js");
  tools.hidden = false;
  var notes = [].slice.call(document.querySelectorAll(".remark"));
  var family = document.getElementById("family"), rule = document.getElementById("rule");
  var shows = [].slice.call(tools.querySelectorAll("[data-show]"));
  var position = document.getElementById("position"), at = -1, held = null;

  function all(selector, within) { return [].slice.call((within || document).querySelectorAll(selector)); }
  function of(id) { return all("[data-of~='" + id + "']"); }
  function shown() { return notes.filter(function (note) { return !note.hidden; }); }
  function fill(template, n, total) { return template.replace("#", n).replace("%", total); }

  // Of a family chosen only its own rules can be chosen, so that the two never leave nothing to show.
  function narrow() {
    all("option", rule).forEach(function (one) {
      one.hidden = one.disabled = Boolean(one.value) && one.value.indexOf(family.value) !== 0;
      if (one.disabled && one.selected) rule.value = "";
    });
  }

  function filter() {
    var wanted = {};
    narrow();
    shows.forEach(function (box) { wanted[box.dataset.show] = box.checked; });
    var visible = {};
    notes.forEach(function (note) {
      note.hidden = !(wanted[note.dataset.severity] && (!family.value || family.value === note.dataset.family) &&
        (!rule.value || rule.value === note.dataset.rule));
      visible[note.id] = !note.hidden;
    });
    all("mark.hit").forEach(function (mark) {
      mark.classList.toggle("off", !mark.dataset.of.split(" ").some(function (id) { return visible[id]; }));
    });
    all("a.ref").forEach(function (ref) { ref.hidden = !visible[ref.dataset.of]; });
    at = -1;
    release();
    set();
    tell();
  }

  function tell() {
    var list = shown();
    position.textContent = at < 0
      ? fill(position.dataset.shown, list.length, notes.length)
      : fill(position.dataset.position, at + 1, list.length);
  }

  function release() {
    if (held) held.remove();
    held = null;
    all(".now").forEach(function (one) { one.classList.remove("now"); });
  }

  function hold(note) {
    release();
    if (!note || note.hidden) return;
    note.classList.add("now");
    of(note.id).forEach(function (one) { one.classList.add("now"); });
    draw(note);
  }

  function last(one) { var rects = one.getClientRects(); return rects[rects.length - 1]; }

  function draw(note) {
    var story = note.closest(".story"), from = all("mark.hit[data-of~='" + note.id + "']", story).pop() ||
      document.getElementById(note.id.replace("n", "m"));
    var ties = all(".tie[id][data-of='" + note.id + "']", story);
    if (!from || !ties.length) return;
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "threads");
    svg.setAttribute("aria-hidden", "true");
    var base = story.getBoundingClientRect(), a = last(from);
    var column = from.closest(".copy").getBoundingClientRect();
    var gutter = Math.min(column.right + 14, base.right - 3) - base.left;
    ties.forEach(function (tie, number) {
      var b = tie.getClientRects()[0];
      if (!a || !b) return;
      var x = gutter - (number % 3) * 4, y1 = a.bottom + 1 - base.top, y2 = b.bottom + 1 - base.top;
      var x1 = a.right - base.left, x2 = b.right - base.left, r = y2 > y1 ? 5 : -5;
      var path = document.createElementNS(svg.namespaceURI, "path");
      path.setAttribute("d", Math.abs(y2 - y1) < 8
        ? "M" + x1 + " " + y1 + " L" + x2 + " " + y2
        : "M" + x1 + " " + y1 + " H" + (x - 5) + " q5 0 5 " + r + " V" + (y2 - r) + " q0 " + r + " -5 " + r + " H" + x2);
      svg.appendChild(path);
      [[x1, y1], [x2, y2]].forEach(function (end) {
        var dot = document.createElementNS(svg.namespaceURI, "circle");
        dot.setAttribute("cx", end[0]); dot.setAttribute("cy", end[1]); dot.setAttribute("r", 2.6);
        svg.appendChild(dot);
      });
    });
    story.appendChild(svg);
    held = svg;
  }

  function step(by) {
    var list = shown();
    if (!list.length) return;
    at = at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length;
    var note = list[at];
    note.focus({ preventScroll: true });
    var place = of(note.id)[0] || note;
    place.scrollIntoView({ block: "center" });
    hold(note);
    tell();
  }

  function noteOf(target) {
    if (!target.closest) return null;
    var note = target.closest(".remark");
    if (note) return note;
    var place = target.closest("[data-of]");
    return place ? document.getElementById(place.dataset.of.split(" ")[0]) : null;
  }

  shows.concat([family, rule]).forEach(function (one) { one.addEventListener("change", filter); });
  tools.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("next").addEventListener("click", function () { step(1); });
  document.getElementById("previous").addEventListener("click", function () { step(-1); });
  document.addEventListener("mouseover", function (event) {
    var note = noteOf(event.target);
    if (note) hold(note);
  });
  document.addEventListener("focusin", function (event) {
    var note = noteOf(event.target);
    if (note) { hold(note); at = shown().indexOf(note); tell(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || /^(SELECT|INPUT|TEXTAREA)$/.test(event.target.tagName)) return;
    if (event.key === "j" || event.key === "ArrowRight") { step(1); event.preventDefault(); }
    else if (event.key === "k" || event.key === "ArrowLeft") { step(-1); event.preventDefault(); }
    else if (event.key === "Escape") { at = -1; release(); tell(); }
  });
  // Beside a wide column the notes stand as near to their words as those before them allow; else below their blocks.
  function set() {
    var wide = window.matchMedia("(min-width:56.01rem)").matches;
    root.classList.remove("set");
    all(".story").forEach(function (story) {
      story.style.minHeight = "";
      var margins = all(".margin", story), first = margins[0];
      margins.forEach(function (one) { one.style.cssText = ""; });
      if (!wide || !first) return;
      var left = first.offsetLeft + 38, width = first.offsetWidth - 38;
      margins.forEach(function (one) { one.style.left = left + "px"; one.style.width = width + "px"; });
    });
    if (!wide) return;
    root.classList.add("set");
    all(".story").forEach(function (story) {
      var end = 0;
      all(".margin", story).forEach(function (one) {
        if (!one.offsetHeight) return;
        var top = Math.max(one.parentNode.offsetTop + 4, end);
        one.style.top = top + "px";
        end = top + one.offsetHeight + 4;
      });
      story.style.minHeight = end + 16 + "px";
    });
  }

  document.addEventListener("toggle", function () { release(); set(); }, true);
  window.addEventListener("resize", function () { release(); set(); });
  window.addEventListener("load", set);
  set();
  tell();
})();
