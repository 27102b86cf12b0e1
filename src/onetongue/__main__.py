"""`python -m onetongue` is the `onetongue` command."""

from onetongue.cli import onetongue_main

if __name__ == "__main__":
    onetongue_main()
