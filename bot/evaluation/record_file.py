"""The records of a run on disk: one JSON object a line, so that a stopped run can be continued."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.evaluation.output import make_folder, writing
from bot.judging.records import Record
from config.errors import InputError


class _Header(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    run: str


class RecordFile:
    """A file of records of one run. The first line names the run: its model, index and whatever else it hangs on."""

    def __init__(self, path: Path, run: str) -> None:
        self._path = path
        self._run = run

    def open(self) -> dict[str, Record]:
        """The records kept so far, by case id; an unfinished last line is cut off. Begins the file where there is none.

        Raises InputError where the file belongs to another run, is no such file or cannot be written.
        """
        make_folder(self._path.parent)
        with writing(self._path):
            if not self._path.exists():
                self._path.write_text(_Header(run=self._run).model_dump_json() + "\n", encoding="utf-8")
                return {}
            self._cut_unfinished_line()
        return {record.case_id: record for record in self._records()}

    def append(self, record: Record) -> None:
        """Keep one more record. Raises InputError where it cannot be written."""
        with writing(self._path), self._path.open("a", encoding="utf-8") as file:
            file.write(record.model_dump_json() + "\n")

    def _records(self) -> list[Record]:
        try:
            # An answer may hold what else ends a line (U+2028).
            header, *lines = self._path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
            run = _Header.model_validate_json(header).run
            records = [Record.model_validate_json(line) for line in lines]
        except (ValueError, ValidationError) as error:
            raise InputError("evaluation.not_a_run", path=self._path) from error
        if run != self._run:
            raise InputError("evaluation.other_run", path=self._path, run=run, wanted=self._run)
        return records

    def _cut_unfinished_line(self) -> None:
        data = self._path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole and whole < len(data):
            with self._path.open("r+b") as file:
                file.truncate(whole)
