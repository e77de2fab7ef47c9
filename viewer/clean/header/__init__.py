"""One file per method that cleans attributes, documents, codestreams and the file around them."""
