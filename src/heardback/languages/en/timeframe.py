"""English words for promised times."""

from heardback.timeframe.words import TimeframeWords

ENGLISH_TIMEFRAMES = TimeframeWords(code="en")
