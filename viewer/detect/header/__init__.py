"""One file per detector of attributes, private attributes, documents and containers."""
