"""The proofreader: nothing embarrassing, invented or misaddressed leaves."""
