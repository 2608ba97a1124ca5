"""RTF → paragraphs, by the `striprtf` library, which is an extra."""

from __future__ import annotations

from factlint.read.decode import ReadError
from factlint.read.office.paragraphs import Paragraph


def read_rtf(raw: bytes) -> list[Paragraph]:
    """The paragraphs of an RTF file, empty ones too; raises ReadError where it is none, or the library is missing."""
    try:
        from striprtf.striprtf import rtf_to_text  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise ReadError("it is RTF, which needs an extra: pip install 'factlint[rtf]'; or save it as .docx") from None
    try:
        text = str(rtf_to_text(raw.decode("latin-1"), errors="ignore"))  # type: ignore[no-untyped-call,unused-ignore]
    except Exception as error:
        raise ReadError(f"it is damaged RTF: {str(error) or type(error).__name__}; save it anew") from None
    return [Paragraph(line.strip("|"), "table" if line.endswith("|") else "") for line in text.split("\n")]
