"""Pictures of the student's review: what is known, how it was kept, what is confused; decks and result pages."""
