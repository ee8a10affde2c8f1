"""What gunicorn loads."""

from chainmatch import create_app

app = create_app()
