"""The list of what the demo hides, for whoever checks that none of it is left."""

from __future__ import annotations

from dataclasses import dataclass

from viewer.demo.recipe import DemoObject, PlantedAttribute, Recipe, read_recipe
from viewer.model import Masked


@dataclass(frozen=True, slots=True)
class PlantedValue:
    """One identifying text in one place; ``object`` is the series, ``value`` the whole text.

    ``needles`` are the parts that identify: none may be in a cleaned file, in any case of letters.
    """

    object: str
    place: str
    where: str
    value: Masked
    needles: tuple[Masked, ...]


def planted_values() -> tuple[PlantedValue, ...]:
    """Everything the demo plants as text outside decoded pixels, object by object."""
    recipe = read_recipe()
    return tuple(
        value
        for thing in recipe.objects
        for value in (
            *_header(recipe, thing),
            *(
                _attribute(recipe, thing, each)
                for each in recipe.planted
                if thing.name in each.objects
            ),
            *_around(recipe, thing),
            *_documents(recipe, thing),
        )
    )


def _header(recipe: Recipe, thing: DemoObject) -> list[PlantedValue]:
    words, people, study = recipe.words, recipe.people, thing.study
    plain = {
        "PatientID": words["id"],
        "PatientBirthDate": words["birth_date"],
        "StudyDate": study.date,
        "AccessionNumber": study.accession,
        "StudyID": study.id,
        "InstitutionName": words["institution"],
        "InstitutionAddress": words["institution_address"],
        "InstitutionalDepartmentName": words["department"],
        "StationName": words["station"],
        "DeviceSerialNumber": thing.serial,
        "StudyInstanceUID": recipe.uid("study", study.key),
        "SeriesInstanceUID": recipe.uid("series", thing.name),
        "SOPInstanceUID": recipe.uid(thing.name, 1),
    }
    names = {
        "PatientName": (words["family"], words["given"], words["middle"]),
        "ReferringPhysicianName": tuple(people["referring"].split("^")),
        "NameOfPhysiciansReadingStudy": tuple(people["reading"].split("^")),
        "OperatorsName": tuple(people["operator"].split("^")),
    }
    made = [_value(thing, "plain attribute", key, text, (text,)) for key, text in plain.items()]
    made += [
        _value(thing, "plain attribute", key, "^".join(parts), parts)
        for key, parts in names.items()
    ]
    return made


def _attribute(recipe: Recipe, thing: DemoObject, planted: PlantedAttribute) -> PlantedValue:
    text = recipe.fill(planted.value, thing.study)
    needles = (*_words_in(recipe, thing, text), *planted.also) or (text,)
    return _value(thing, planted.place, planted.path, text, needles)


def _around(recipe: Recipe, thing: DemoObject) -> list[PlantedValue]:
    if thing.kind != "capture":
        return []
    places = {
        "preamble": "preamble",
        "private_information": "file meta",
        "source_application_entity": "file meta",
        "jpeg_comment": "JPEG comment",
    }
    texts = {key: recipe.fill(recipe.containers[key], thing.study) for key in places}
    return [
        _value(thing, place, key, texts[key], _words_in(recipe, thing, texts[key]) or (texts[key],))
        for key, place in places.items()
    ]


def _documents(recipe: Recipe, thing: DemoObject) -> list[PlantedValue]:
    texts = {"report": recipe.report.get("paragraphs"), "letter": recipe.letter.get("lines")}
    made = []
    for index, text in enumerate(texts.get(thing.kind) or ()):
        filled = recipe.fill(text, thing.study)
        if needles := _words_in(recipe, thing, filled):
            made.append(_value(thing, "document text", f"line {index + 1}", filled, needles))
    return made


def _words_in(recipe: Recipe, thing: DemoObject, text: str) -> tuple[str, ...]:
    known = (*recipe.words.values(), thing.study.written)
    low = text.casefold()
    return tuple(word for word in known if len(word) > 3 and word.casefold() in low)


def _value(
    thing: DemoObject, place: str, where: str, text: str, needles: tuple[str, ...]
) -> PlantedValue:
    return PlantedValue(thing.name, place, where, Masked(text), tuple(map(Masked, needles)))
