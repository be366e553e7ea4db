"""Languages as data: words, reasons and letters."""
