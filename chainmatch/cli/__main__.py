"""``python -m chainmatch.cli`` does what the command ``chainmatch`` does."""

from chainmatch.cli.main import main

main()
