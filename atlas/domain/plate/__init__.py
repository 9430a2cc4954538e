"""The composed plate: which views and which parts of them tell a muscle's whole story."""
