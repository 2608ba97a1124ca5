"use strict";

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
  const languages = settings.get("languages");
  client = new LanguageClient(SOURCE, "factlint", server, {
    documentSelector: languages.flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]),
    initializationOptions: {
      asksForReason: true,
      configuration: settings.get("configuration"),
      workspace: settings.get("workspace"),
    },
  });
  try {
    await client.start();
  } catch (error) {
    vscode.window.showErrorMessage(
      `factlint could not be started: ${error.message}. Install it with: pip install "factlint[lsp]"`,
    );
  }
  count();
}

async function restart() {
  if (client) await client.stop().catch(() => undefined);
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
  if (!status || !editor) {
    if (status) status.hide();
    return;
  }
  const found = vscode.languages.getDiagnostics(editor.document.uri).filter((one) => one.source === SOURCE);
  const errors = found.filter((one) => one.severity === vscode.DiagnosticSeverity.Error).length;
  status.text = found.length ? `$(checklist) ${errors} / ${found.length}` : "$(checklist) 0";
  status.tooltip = `factlint: ${errors} errors of ${found.length} findings`;
  status.show();
}

function deactivate() {
  return client ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
