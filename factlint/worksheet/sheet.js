"use strict";
(function () {
  var sheet = document.getElementById("sheet"), key = "factlint " + sheet.dataset.key;
  var fields = [].slice.call(sheet.querySelectorAll("input")), kept = {};
  var told = document.getElementById("ticked");
  document.getElementById("tools").hidden = false;

  function load() { try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { kept = {}; } }
  function save() { try { localStorage.setItem(key, JSON.stringify(kept)); } catch (error) { return; } }
  function value(field) { return field.type === "checkbox" ? field.checked : field.value; }

  function show() {
    var boxes = fields.filter(function (field) { return field.type === "checkbox"; });
    var ticked = boxes.filter(function (box) { return box.checked; });
    boxes.forEach(function (box) { box.closest("tr").classList.toggle("done", box.checked); });
    told.textContent = told.dataset.told.replace("#", ticked.length).replace("%", boxes.length);
  }

  function cell(words) {
    words = String(words);
    if (/^[=+\-@\t\r]/.test(words)) words = "'" + words;
    return /[",\n]/.test(words) ? "\"" + words.replace(/"/g, "\"\"") + "\"" : words;
  }

  load();
  fields.forEach(function (field) {
    if (field.type === "checkbox") field.checked = kept[field.id] === true;
    else if (typeof kept[field.id] === "string") field.value = kept[field.id];
    field.addEventListener("input", function () { kept[field.id] = value(field); save(); show(); });
  });
  document.getElementById("forget").addEventListener("click", function (event) {
    if (Object.keys(kept).length && !window.confirm(event.currentTarget.dataset.sure)) return;
    kept = {};
    try { localStorage.removeItem(key); } catch (error) { kept = {}; }
    fields.forEach(function (field) { if (field.type === "checkbox") field.checked = false; else field.value = ""; });
    show();
  });
  document.getElementById("export").addEventListener("click", function () {
    var rows = [].slice.call(sheet.rows).map(function (row) {
      return [].slice.call(row.cells).map(function (one) {
        var field = one.querySelector("input");
        var words = field ? (field.type === "checkbox" ? (field.checked ? "x" : "") : field.value) : one.innerText;
        return cell(words);
      }).join(",");
    });
    [].slice.call(document.querySelectorAll(".besides li")).forEach(function (one) {
      rows.push(["", one.dataset.line, "", "", "", "", one.dataset.text, "", "", ""].map(cell).join(","));
    });
    var link = document.createElement("a");
    // Without the mark before it, spreadsheets read the table as something else than UTF-8.
    link.href = URL.createObjectURL(new Blob(["\ufeff" + rows.join("\n") + "\n"], { type: "text/csv" }));
    link.download = "worksheet.csv";
    link.click();
    URL.revokeObjectURL(link.href);
  });
  show();
})();
