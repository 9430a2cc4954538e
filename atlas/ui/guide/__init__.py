"""The guide: questions and problems in plain words."""
