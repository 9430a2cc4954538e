"""The page to take home: its form, its preview and where it goes."""
