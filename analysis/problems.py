"""What is wrong with an input, collected so that it is reported together."""

from typing import NamedTuple


class Problem(NamedTuple):
    """One fault of an input file: where it stands, the value found, and what was expected."""

    file: str
    line: int | None
    message: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.message}"


class InputError(ValueError):
    """The input cannot be used. `problems` holds every fault that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))
