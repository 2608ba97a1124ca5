"use strict";

const { execFile } = require("node:child_process");
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const SOURCE = "factlint";
let client;
let status;

async function activate(context) {
  status = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Right, 90);
  status.command = "workbench.actions.view.problems";
  context.subscriptions.push(
    status,
    vscode.commands.registerCommand("factlint.restart", restart),
    vscode.commands.registerCommand("factlint.askReason", askReason),
    vscode.languages.onDidChangeDiagnostics(count),
    vscode.window.onDidChangeActiveTextEditor(count),
    vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SOURCE) && restart()),
  );
  await start();
}

async function start() {
  const settings = vscode.workspace.getConfiguration(SOURCE);
  const server = { command: settings.get("path"), args: ["lsp"], transport: TransportKind.stdio };
  if (!(await isThere(server.command))) {
    await tellHowToInstall(server.command);
    return;
  }
  client = new LanguageClient(SOURCE, "factlint", server, {
    documentSelector: articles(),
    initializationOptions: {
      asksForReason: true,
      configuration: settings.get("configuration"),
      workspace: settings.get("workspace"),
    },
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(`factlint could not be started: ${error.message}`);
    client = undefined;
  }
  count();
}

/** What the settings say are articles, saved or not. */
function articles() {
  const languages = vscode.workspace.getConfiguration(SOURCE).get("languages");
  return languages.flatMap((language) => ["file", "untitled"].map((scheme) => ({ scheme, language })));
}

/** Whether there is such a program where the editor looks for programs. */
function isThere(program) {
  return new Promise((answer) => {
    execFile(program, ["--version"], (error) => answer(!error || error.code !== "ENOENT"));
  });
}

async function tellHowToInstall(program) {
  const settings = "Open the setting";
  const chosen = await vscode.window.showErrorMessage(
    `There is no program “${program}” here. Install it with: pip install "factlint[lsp]". ` +
      "Where it is installed in a folder of its own, write its place in the setting factlint.path.",
    settings,
  );
  if (chosen === settings) await vscode.commands.executeCommand("workbench.action.openSettings", "factlint.path");
}

async function restart() {
  if (client) await client.stop().catch(() => undefined);
  client = undefined;
  count();
  await start();
}

async function askReason(uri, code, first, end) {
  const reason = await vscode.window.showInputBox({ prompt: `Why may ${code} stand here?`, ignoreFocusOut: true });
  if (reason && reason.trim()) {
    await client.sendRequest("workspace/executeCommand", {
      command: "factlint.accept",
      arguments: [uri, code, first, end, reason.trim()],
    });
  }
}

function count() {
  const editor = vscode.window.activeTextEditor;
  // Nothing is counted of what is not checked: a nought there would say that all is well.
  if (!editor || !client || !vscode.languages.match(articles(), editor.document)) {
    status.hide();
    return;
  }
  const found = vscode.languages.getDiagnostics(editor.document.uri).filter((one) => one.source === SOURCE);
  const errors = found.filter((one) => one.severity === vscode.DiagnosticSeverity.Error).length;
  status.text = found.length ? `$(checklist) ${errors} / ${found.length}` : "$(checklist) 0";
  const told = found.length === 1 ? "1 finding" : `${found.length} findings`;
  status.tooltip = `factlint: ${told}, ${errors} of them ${errors === 1 ? "an error" : "errors"}`;
  status.show();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
