"""The language server: what factlint finds, beside the words as they are written. It needs the extra `lsp`."""
