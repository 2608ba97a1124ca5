"""The worksheet of a fact checker: all that can be checked in an article, to be ticked off against a source."""
