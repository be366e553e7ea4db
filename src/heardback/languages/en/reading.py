"""English words for reading."""

from heardback.reading.words import ReadingWords

ENGLISH_READING = ReadingWords(language="en")
