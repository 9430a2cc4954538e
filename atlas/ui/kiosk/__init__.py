"""A tablet for the public: idle watch and PIN."""
