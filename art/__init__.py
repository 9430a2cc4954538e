"""Makes everything in assets/ from data/ and MakeHuman's CC0 base mesh; the app never imports it."""
