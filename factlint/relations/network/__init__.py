"""The network: claims whose figures are found by how they hang together, over the whole article.

A claim says by its words what was worked out (a share, a gap, what is left, so much each); its figures are those that
the text ties to it: the one that it stands beside, the pair that is set against one another, the parts told since the
whole. How surely they are its own is the rank of a reading. One reading that agrees is enough to say nothing, unless it
is of chance figures and another is tied by the grammar.
"""
