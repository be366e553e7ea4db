"""A résumé's text, from text, Markdown, DOCX or PDF: read in a process of its own, bounded."""
