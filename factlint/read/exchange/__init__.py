"""The formats in which news organisations hand articles to one another: ninjs, NITF, NewsML-G2, ArchieML."""
