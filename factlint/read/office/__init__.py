"""Documents of word processors: their paragraphs in order, each a line of the text that findings are placed in."""
