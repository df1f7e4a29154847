"""The command line: python -m analysis COMMAND."""

import argparse
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .evaluate import add_evaluate
from .problems import InputError
from .try_propositions import add_propositions

if TYPE_CHECKING:
    from .build import Summary

INPUT_ERROR = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0, or 2 where the input cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m analysis", description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add_command in (_add_build, add_evaluate, add_propositions):
        add_command(commands)
    options = vars(parser.parse_args(arguments))
    run = options.pop("run")
    try:
        return run(**options)
    except InputError as error:
        n_faults = len(error.problems)
        print(error, file=sys.stderr)
        print(f"{n_faults} fault{'s' * (n_faults > 1)} in the input, nothing was written.", file=sys.stderr)
        return INPUT_ERROR


def _add_build(commands: argparse._SubParsersAction) -> None:
    from .build import CORRECTIONS
    from .knowledge import KNOWLEDGE
    from .text_policy import POLICIES

    command = commands.add_parser("build", help="turn a folder of articles into the tables of a corpus")
    command.add_argument("articles_folder", metavar="ARTICLES", type=Path, help="folder with articles.csv")
    command.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="folder to write, or to replace"
    )
    command.add_argument(
        "--text", choices=POLICIES, default="quotations", help="what the tables keep of a text"
    )
    command.add_argument("--knowledge", metavar="DIR", type=Path, default=KNOWLEDGE, dest="knowledge_folder")
    command.add_argument("--model", metavar="NAME", help="an installed spaCy pipeline that adds names")
    command.add_argument("--corrections", metavar="FILE", type=Path, default=CORRECTIONS)
    command.set_defaults(run=_build)


def _build(**options: object) -> int:
    from .build import build
    from .corrections import summarise

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    summary = build(**options)
    print(_table(summary))
    for line in summarise(summary.corrections):
        print(line)
    if summary.unlisted:
        print(f"not in articles.csv, left out: {', '.join(summary.unlisted)}", file=sys.stderr)
    if summary.unread:
        print(f"columns of articles.csv that nothing reads: {', '.join(summary.unread)}", file=sys.stderr)
    return 0


def _table(summary: "Summary") -> str:
    """What a build made, a line each."""
    shown = ("articles", "mentions", "statements", "positions", "zone_facts", "passages")
    rows = [(name.replace("_", " "), f"{summary.counts[name]:,}") for name in shown]
    rows[1:1] = [("tokens", f"{summary.n_tokens:,}")]
    rows.append(("seconds", f"{summary.seconds:,.1f}"))
    width = max(len(value) for _, value in rows)
    return "\n".join(f"{name:<12}{value:>{width}}" for name, value in rows)


if __name__ == "__main__":
    sys.exit(main())
