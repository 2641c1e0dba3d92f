"""Errors in Discord's own shape, and those of a person who tries what the client would not let them."""

from typing import Any

Json = dict[str, Any]


class ClientError(AssertionError):
    """A test asked for something a person could not do in the Discord client."""


class ApiError(Exception):
    """A response with an error status and Discord's error body."""

    def __init__(
        self,
        status: int,
        code: int,
        message: str,
        errors: Json | None = None,
        headers: dict[str, str] | None = None,
        **extra: object,
    ) -> None:
        super().__init__(f"{status} {code} {message} {errors or ''}")
        self.status = status
        self.headers = headers or {}
        self.body: Json = {"code": code, "message": message, **({"errors": errors} if errors else {}), **extra}


class Form:
    """Collects the errors of one request body in Discord's nested shape (code 50035)."""

    def __init__(self) -> None:
        self._errors: Json = {}

    def add(self, path: str, code: str, message: str) -> None:
        """Notes an error of the field at `path`."""
        node = self._errors
        for part in path.split("."):
            node = node.setdefault(part, {})
        node.setdefault("_errors", []).append({"code": code, "message": message})

    def length(self, path: str, value: object, high: int, low: int = 0) -> None:
        """Notes a text that is not between `low` and `high` characters; None passes where `low` is 0."""
        if value is None and not low:
            return
        if not isinstance(value, str) or not low <= len(value) <= high:
            what = f"between {low} and {high}" if low else f"{high} or fewer"
            self.add(path, "BASE_TYPE_BAD_LENGTH" if low else "BASE_TYPE_MAX_LENGTH", f"Must be {what} in length.")

    def check(self, passes: object, path: str, message: str, code: str = "BASE_TYPE_BAD_LENGTH") -> None:
        """Notes `message` unless `passes`."""
        if not passes:
            self.add(path, code, message)

    def done(self) -> None:
        """Raises ApiError where anything was noted."""
        if self._errors:
            raise ApiError(400, 50035, "Invalid Form Body", self._errors)


def invalid(path: str, code: str, message: str) -> ApiError:
    """The error of a body with one wrong field."""
    return ApiError(400, 50035, "Invalid Form Body", {path: {"_errors": [{"code": code, "message": message}]}})
