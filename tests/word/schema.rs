//! The order of elements that Word enforces: the sequences of the schema (ISO/IEC 29500-4, annex A, `wml.xsd`). A
//! document whose properties stand in another order is one that Word calls damaged.

use crate::package::Element;

/// How often a child may stand in its parent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Times {
    Once,
    Any,
}
use Times::{Any, Once};

/// What an element holds, in its order. Where all may repeat, they may be mixed.
const SEQUENCES: [(&str, Times, &str); 30] = [
    ("document", Once, "background body"),
    ("ftr", Any, "p tbl"),
    ("fonts", Any, "font"),
    ("font", Once, "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic"),
    ("p", Any, "pPr r fldSimple"),
    ("r", Any, "rPr t tab br"),
    ("fldSimple", Any, "r"),
    (
        "pPr",
        Once,
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
        suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
        snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment \
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    ),
    (
        "rPr",
        Once,
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
        vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em \
        lang eastAsianLayout specVanish oMath",
    ),
    ("tbl", Any, "tblPr tblGrid tr"),
    (
        "tblPr",
        Once,
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
        tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    ("tblBorders", Once, "top left bottom right insideH insideV"),
    ("tblCellMar", Once, "top left bottom right"),
    ("tblGrid", Any, "gridCol"),
    ("tr", Any, "trPr tc"),
    ("trPr", Any, "cantSplit trHeight tblHeader"),
    ("tc", Any, "tcPr p"),
    (
        "tcPr",
        Once,
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    ),
    ("styles", Any, "docDefaults latentStyles style"),
    ("docDefaults", Once, "rPrDefault pPrDefault"),
    ("rPrDefault", Once, "rPr"),
    (
        "style",
        Once,
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked \
        personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    ),
    (
        "settings",
        Once,
        "zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl compat themeFontLang decimalSymbol \
        listSeparator",
    ),
    (
        "compat",
        Any,
        "spaceForUL ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting",
    ),
    ("sectPr", Any, "footerReference pgSz pgMar pgNumType cols docGrid"),
    ("Types", Any, "Default Override"),
    ("Relationships", Any, "Relationship"),
    ("coreProperties", Once, "title"),
    ("body", Any, "p tbl sectPr"),
    ("pPrDefault", Once, "pPr"),
];

/// What must stand first, and once, if it is there.
const FIRST: [&str; 9] =
    ["pPr", "rPr", "tblPr", "trPr", "tcPr", "docDefaults", "sectPr", "tblGrid", "spaceForUL"];

/// Checks an element and all that is in it.
pub(crate) fn check(element: &Element) -> Result<(), String> {
    let name = element.local();
    let names: Vec<_> = element.children.iter().map(Element::local).collect();
    let told = |wrong: &str| Err(format!("{wrong} in {name}: {names:?}"));
    if !names.is_empty() {
        let Some((_, times, sequence)) = SEQUENCES.iter().find(|(known, ..)| *known == name) else {
            return told("an element without a sequence");
        };
        let order: Vec<_> = sequence.split_whitespace().collect();
        let place = |child: &&str| order.iter().position(|known| known == child);
        let Some(places) = names.iter().map(place).collect::<Option<Vec<_>>>() else {
            return told("an unknown element");
        };
        let repeated = places.windows(2).any(|pair| pair[0] == pair[1]);
        if *times == Once && (repeated || !places.is_sorted()) {
            return told("another order");
        }
        let is_misplaced = |(at, child): (usize, &&str)| match *child {
            "sectPr" => at + 1 < names.len(),
            "tblGrid" => at != 1,
            "footerReference" | "pgSz" | "pgMar" | "docGrid" => !places.is_sorted(),
            child => FIRST.contains(&child) && at > 0 && *times == Any,
        };
        if names.iter().enumerate().any(is_misplaced) {
            return told("a misplaced element");
        }
    }
    element.children.iter().try_for_each(check)
}
