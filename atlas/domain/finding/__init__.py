"""Finding by words: muscles, complaints, pages, regions, points, nerves and roots, in every language at once."""
