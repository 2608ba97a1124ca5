"""The article cut up: tokens, sentences, what ends how and what stands there twice."""
