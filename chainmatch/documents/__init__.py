"""Pages as files: a list of parts that a template, a DOCX and a PDF walk alike."""
