"""What a conference came to: a page, a workbook, a PDF."""
