"""The rows of the worklist in words, and which of them a search or a status asks for."""

from __future__ import annotations

from dataclasses import replace

from viewer.gui.item_models import wording
from viewer.gui.item_models.words import STATUS, capital
from viewer.gui.language import tr
from viewer.gui.panels.worklist_delegate import Card
from viewer.model import Patient, Series, Study
from viewer.review import StudyProgress, StudyStatus

STATES = (tr("All studies"), tr("To do"), *(capital(each) for each in STATUS.values()))
_ALL, _TO_DO = STATES[:2]


def is_wanted(patient: Patient, study: Study, status: StudyStatus, text: str, state: str) -> bool:
    """Whether a study is listed; ``state`` is one of STATES, ``text`` any words of its rows."""
    if state not in (_ALL, _TO_DO, capital(STATUS[status])):
        return False
    if state == _TO_DO and not status.needs_work:
        return False
    rows = (patient_card(patient), study_card(study, status), *map(series_card, study.series))
    told = " ".join(f"{each.title} {each.subtitle}" for each in rows)
    told = f"{told} {STATUS[status]}".casefold()
    return all(word in told for word in text.casefold().split())


def patient_card(patient: Patient) -> Card:
    """A patient by name and id."""
    name = " ".join(patient.name.reveal().replace("^", " ").split()) or tr("No name")
    return Card(name, patient.patient_id.reveal() or tr("no id"), "patient")


def study_card(
    study: Study, status: StudyStatus = StudyStatus.NEW, progress: StudyProgress | None = None
) -> Card:
    """A study with its date, what is open in it, and how it stands."""
    day = study.date.reveal()
    date = f"{day[:4]}-{day[4:6]}-{day[6:]}" if len(day) == 8 and day.isdigit() else day
    title = study.description.reveal() or tr("Study")
    card = Card(title, date or tr("no date"), "study", status=status.value)
    return replace(card, open=progress.undecided if progress else 0)


def series_card(series: Series) -> Card:
    """A series by what it shows and how much of it there is."""
    title = series.description.reveal() or tr("Series {0}").format(series.number or "").strip()
    pictures = series.frame_count
    files = len(series.instances)
    size = wording.count(pictures, "image") if pictures else wording.count(files, "file")
    return Card(title, f"{series.modality or 'Other'} · {size}", "series")
