"""What a user chooses: settings, the files that they come from, and the layers in which these lie."""
