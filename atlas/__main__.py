"""`python -m atlas` is `atlas`."""

try:
    from atlas.cli import main

    code = main()
except KeyboardInterrupt:  # before `main` could
    code = 130
raise SystemExit(code)
