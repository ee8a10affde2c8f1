"""``chainmatch template``: the empty tables that an office fills in."""

from pathlib import Path

import click

from chainmatch.cli.exporting import force_option
from chainmatch.cli.session import json_option, print_json
from chainmatch.i18n import gettext, translate
from graph.exchange.empty_files import save_csv_folder, save_workbook


@click.command()
@click.argument("form", type=click.Choice(["csv", "xlsx"]))
@click.argument("path", type=click.Path(path_type=Path))
@force_option
@json_option
def template(form: str, path: Path, force: bool, as_json: bool) -> None:
    """生成空白模板。Write the empty templates: an XLSX workbook, or a folder of CSV files."""
    if form == "xlsx":
        save_workbook(path, translate, force=force)
    else:
        save_csv_folder(path, force=force)
    if as_json:
        print_json({"path": str(path)})
        return
    click.echo(gettext("空白模板已写到 %(path)s。", path=path))
