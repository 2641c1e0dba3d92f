"""The article: its documents, how they are read, imported and compared, and the glossary of names."""
