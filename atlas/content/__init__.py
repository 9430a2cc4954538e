"""From files to the domain: reading, locating mistakes, checking."""
