"""The sample search: three months of one fictional candidate's mail, made from data."""

from heardback.sample.build import Candidate, Sample, build_sample, shift_for

__all__ = ["Candidate", "Sample", "build_sample", "shift_for"]
