"""Terms of the model as the window words them; records and statements keep the terms themselves."""

from __future__ import annotations

from viewer.gui.language import tr
from viewer.model import BasisKind, Category, FaceGrade
from viewer.review import Standing, StudyStatus


def capital(text: str) -> str:
    """With a capital letter in front, the rest as it is."""
    return text[:1].upper() + text[1:]


CATEGORIES = {
    Category.NAME: tr("name"),
    Category.GEOGRAPHY: tr("geography"),
    Category.DATE: tr("date"),
    Category.PHONE: tr("phone"),
    Category.FAX: tr("fax"),
    Category.EMAIL: tr("email"),
    Category.SSN: tr("social security number"),
    Category.RECORD_NUMBER: tr("record number"),
    Category.PLAN_NUMBER: tr("health plan number"),
    Category.ACCOUNT: tr("account number"),
    Category.LICENCE: tr("certificate or licence number"),
    Category.VEHICLE: tr("vehicle identifier"),
    Category.DEVICE: tr("device identifier"),
    Category.URL: tr("web address"),
    Category.IP_ADDRESS: tr("ip address"),
    Category.BIOMETRIC: tr("biometric identifier"),
    Category.FACE_PHOTO: tr("full-face image"),
    Category.OTHER_UNIQUE: tr("other unique number or code"),
    Category.QUASI: tr("quasi-identifier"),
}
STATUS = {
    StudyStatus.NEW: tr("new"),
    StudyStatus.SCANNED: tr("scanned"),
    StudyStatus.IN_REVIEW: tr("in review"),
    StudyStatus.BLOCKED: tr("blocked"),
    StudyStatus.READY: tr("ready"),
    StudyStatus.EXPORTED: tr("exported"),
}
STANDINGS = {
    Standing.UNDECIDED: tr("undecided"),
    Standing.UNNAMED: tr("decided without an account"),
    Standing.WAITING: tr("waits for a second reviewer"),
    Standing.AGREED: tr("a second reviewer agrees"),
    Standing.OBJECTED: tr("a second reviewer objects"),
}
PLANES = {"axial": tr("Axial"), "coronal": tr("Coronal"), "sagittal": tr("Sagittal")}
BASES = {
    BasisKind.NOT_STATED: tr("Not stated"),
    BasisKind.CONSENT: tr("Consent of the patient"),
    BasisKind.WAIVER: tr("Waiver of an ethics board"),
    BasisKind.AGREEMENT: tr("Data-use agreement"),
    BasisKind.EXPERT: tr("Expert determination"),
}
PRESETS = {
    "auto": tr("As stored"),
    "brain": tr("Brain"),
    "bone": tr("Bone"),
    "lung": tr("Lung"),
    "soft tissue": tr("Soft tissue"),
}
GRADES = {
    FaceGrade.NONE: tr("none"),
    FaceGrade.PARTIAL: tr("partial"),
    FaceGrade.RECOGNISABLE: tr("recognisable"),
    FaceGrade.NOT_ASSESSED: tr("not assessed"),
}
