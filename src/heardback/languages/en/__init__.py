"""The English language pack: words, reasons and letters."""
