"""Reads an organisation file, and says in one sentence what is wrong with it and where."""

import json
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from services.geometry import check_polygon
from services.organisation_models import (
    AreaEntry,
    CategoryEntry,
    CentreEntry,
    Names,
    OrganisationFile,
    OutsideBody,
    SubcategoryEntry,
    Words,
)

__all__ = [
    "AreaEntry", "CategoryEntry", "CentreEntry", "Names", "OrganisationError", "OrganisationFile",
    "OutsideBody", "SubcategoryEntry", "Words", "load", "with_polygons",
]  # fmt: skip

DEMO = "demo"
_DEMO_FILE = "demo_district4.json"


class OrganisationError(ValueError):
    """The sentence names the file and the place in it: `district.json: areas[3].centre: …`."""


def load(source: str | Path) -> OrganisationFile:
    """The checked contents of a file, or of the built-in example when asked for "demo"."""
    if source == DEMO:
        name, text = _DEMO_FILE, resources.files("services").joinpath(_DEMO_FILE).read_text("utf-8")
    else:
        name, text = Path(source).name, _text(Path(source))
    return _checked(_parsed(text, name), name)


def with_polygons(organisation: OrganisationFile, geojson: str | Path) -> OrganisationFile:
    """The organisation with the polygons of a GeoJSON FeatureCollection.

    A feature says in its properties, as `code` or `id`, which area it draws.
    """
    path = Path(geojson)
    features = _features(_parsed(_text(path), path.name), path.name)
    codes = {area.code for area in organisation.areas}
    polygons: dict[str, Any] = {}
    for i, feature in enumerate(features):
        code, geometry = _feature(feature, f"{path.name}: features[{i}]")
        if code not in codes:
            raise OrganisationError(f"{path.name}: features[{i}]: there is no area {code!r}")
        if code in polygons:
            raise OrganisationError(f"{path.name}: features[{i}]: a second feature for the area {code!r}")
        polygons[code] = geometry
    areas = tuple(
        area.model_copy(update={"polygon": polygons.get(area.code, area.polygon)}) for area in organisation.areas
    )
    return organisation.model_copy(update={"areas": areas})


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")  # Windows editors put a byte order mark in front
    except FileNotFoundError:
        raise OrganisationError(f"{path.name}: there is no such file at {path}") from None
    except OSError as error:
        raise OrganisationError(f"{path.name}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise OrganisationError(f"{path.name}: byte {error.start} is not UTF-8") from error


def _parsed(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise OrganisationError(f"{name}: {place}: not JSON: {error.msg}") from None
    except RecursionError:
        raise OrganisationError(f"{name}: nested too deeply") from None


def _checked(contents: Any, name: str) -> OrganisationFile:
    try:
        return OrganisationFile.model_validate(contents)
    except ValidationError as error:
        raise OrganisationError(f"{name}: {_sentence(error, contents)}") from None


def _sentence(error: ValidationError, contents: Any) -> str:
    """The first error with its place, the code of the entry it is in, and how many more there are."""
    first, *more = error.errors()
    place, code, inside = "", None, contents
    for step in first["loc"]:
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
        inside = _step(inside, step)
        if isinstance(inside, dict) and isinstance(inside.get("code"), str):
            code = inside["code"]
    said = first["msg"].removeprefix("Value error, ")
    named = f" ({code})" if code and not place.endswith(".code") else ""
    rest = f" (and {len(more)} more)" if more else ""
    return f"{place.lstrip('.')}{named}: {said}{rest}" if place else f"{said}{rest}"


def _step(inside: Any, step: int | str) -> Any:
    try:
        return inside[step]
    except (KeyError, IndexError, TypeError):
        return None


def _features(contents: Any, name: str) -> list[Any]:
    features = contents.get("features") if isinstance(contents, dict) else None
    if not isinstance(features, list):
        raise OrganisationError(f"{name}: not a GeoJSON FeatureCollection")
    return features


def _feature(feature: Any, place: str) -> tuple[str, Any]:
    """The area's code and the geometry."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    named = properties if isinstance(properties, dict) else {}
    code = named.get("code") or named.get("id")
    if not isinstance(code, str):
        raise OrganisationError(f"{place}: properties has no code or id of an area")
    try:
        check_polygon(feature.get("geometry"))
    except ValueError as error:
        raise OrganisationError(f"{place} ({code}): {error}") from None
    return code, feature["geometry"]
