"""Tells as JSON what python-docx sees in a Word document. Lengths in millimetres and points."""

import json
import sys

from docx import Document
from docx.oxml.ns import qn


def points(length):
    """A length; a multiple of a line is none."""
    return length.pt if hasattr(length, "pt") else None


def fonts(style):
    """What a style, or those it stands on, is set in."""
    while style is not None:
        properties = style.element.rPr
        if properties is not None and properties.rFonts is not None:
            return {name: properties.rFonts.get(qn(f"w:{name}")) for name in ("ascii", "hAnsi", "eastAsia")}
        style = style.base_style
    return {}


def style(style):
    told = {"name": style.name, "fonts": fonts(style), "size": points(style.font.size), "bold": style.font.bold}
    if hasattr(style, "paragraph_format"):
        form = style.paragraph_format
        told["line"] = points(form.line_spacing)
        told["first"] = points(form.first_line_indent)
        told["align"] = str(form.alignment).split()[0] if form.alignment is not None else None
        told["keepNext"] = form.keep_with_next
        level = style.element.find(f".//{qn('w:outlineLvl')}")
        told["level"] = None if level is None else level.get(qn("w:val"))
    return told


def run(run):
    properties = run._element.rPr
    fonts = None if properties is None else properties.rFonts
    name = lambda kind: None if fonts is None else fonts.get(qn(f"w:{kind}"))
    told = {"text": run.text, "style": run.style.name if run.style else None, "hint": name("hint"), "font": name("eastAsia") or name("ascii")}
    return {**told, "size": points(run.font.size)}


def paragraph(paragraph):
    form = paragraph.paragraph_format
    return {
        "text": paragraph.text,
        "style": paragraph.style.name,
        "runs": [run(each) for each in paragraph.runs if each.text],
        "first": points(form.first_line_indent),
        "line": points(form.line_spacing),
    }


def section(section):
    names = ("page_width", "page_height", "top_margin", "right_margin", "bottom_margin", "left_margin")
    return {name: round(getattr(section, name).mm, 1) for name in names}


document = Document(sys.argv[1])
told = {
    "title": document.core_properties.title,
    "oddAndEven": document.settings.odd_and_even_pages_header_footer,
    "section": section(document.sections[0]),
    "feet": [
        [foot.paragraphs[0].text, str(foot.paragraphs[0].alignment).split()[0]]
        for foot in (document.sections[0].footer, document.sections[0].even_page_footer)
    ],
    "styles": {each.style_id: style(each) for each in document.styles},
    "paragraphs": [paragraph(each) for each in document.paragraphs],
    "tables": [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables],
}
json.dump(told, sys.stdout, ensure_ascii=True)
