//! The page and the type in the unit of Word: twips, twentieths of a point.

use crate::style::{Font, Style};

/// Twips in a point.
pub(super) const POINT: f64 = 20.0;

/// Twips in a millimetre.
const MILLIMETRE: f64 = 72.0 * POINT / 25.4;

/// The longest measure that Word takes: 22 inches.
const LONGEST: i32 = 31_680;

/// How far the rules beside a page number stand below the type area, in millimetres (7.5).
const NUMBER_BELOW: f64 = 7.0;

/// What a style measures, in twips.
pub(in crate::write) struct Measures {
    /// The paper.
    pub(in crate::write) width: i32,
    pub(in crate::write) height: i32,
    /// The margins.
    pub(in crate::write) top: i32,
    pub(in crate::write) right: i32,
    pub(in crate::write) bottom: i32,
    pub(in crate::write) left: i32,
    /// From the lower edge of the paper to that of the page number.
    pub(in crate::write) footer: i32,
    /// From one line to the next. Rounded down, so that the last line of a page finds room.
    pub(in crate::write) pitch: i32,
    /// A character of the body.
    pub(in crate::write) size: i32,
    /// What follows each character of the body, so that a line holds as many as the page says; nothing in a Latin font,
    /// whose letters differ in width.
    pub(in crate::write) spacing: i32,
}

impl Measures {
    pub(in crate::write) fn of(style: &Style) -> Self {
        let page = &style.page;
        let size = 10 * half_points(&style.fonts.body);
        let number = f64::from(half_points(&style.fonts.page_number) * 10);
        let below = (page.bottom - NUMBER_BELOW) * MILLIMETRE - number / 2.0;
        Measures {
            width: twips(page.width * MILLIMETRE).max(1),
            height: twips(page.height * MILLIMETRE).max(1),
            top: twips(page.top * MILLIMETRE),
            right: twips(page.right * MILLIMETRE),
            bottom: twips(page.bottom * MILLIMETRE),
            left: twips(page.left * MILLIMETRE),
            footer: twips(below).max(0),
            pitch: twips((page.line_pitch() * POINT).floor()).max(1),
            size,
            spacing: twips(style.tracking() * POINT),
        }
    }

    /// The width of the type area (版心).
    pub(in crate::write) fn type_width(&self) -> i32 {
        (self.width - self.left - self.right).max(1)
    }

    /// The line that type of this size stands on: as many as it takes to hold it.
    pub(in crate::write) fn line(&self, font: &Font) -> i32 {
        self.lines(half_points(font) * 10)
    }

    /// As many whole lines as it takes to hold something of this height.
    pub(in crate::write) fn lines(&self, height: i32) -> i32 {
        ((height.max(1) - 1) / self.pitch + 1).saturating_mul(self.pitch).min(LONGEST)
    }

    /// So many lines.
    pub(in crate::write) fn pitches(&self, lines: usize) -> i32 {
        i32::try_from(lines).unwrap_or(LONGEST).saturating_mul(self.pitch).min(LONGEST)
    }

    /// How long a text of the body is.
    pub(in crate::write) fn length(&self, text: &str) -> i32 {
        let width = |char| if is_half(char) { self.size / 2 } else { self.size } + self.spacing;
        text.chars().map(width).fold(0, i32::saturating_add)
    }
}

/// Is it half as wide as a Chinese character, in a Chinese font?
fn is_half(char: char) -> bool {
    char < '\u{300}' && char != '·'
}

/// The size of a font in half points, within what Word takes.
pub(in crate::write) fn half_points(font: &Font) -> i32 {
    rounded(font.size * 2.0).clamp(2, 3276)
}

/// A length within what Word takes.
pub(super) fn twips(length: f64) -> i32 {
    rounded(length).clamp(-LONGEST, LONGEST)
}

fn rounded(number: f64) -> i32 {
    number.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Page;

    #[test]
    fn the_standard_page_holds_22_lines_of_28_characters() {
        let measures = Measures::of(&Style::gongwen());
        assert_eq!((measures.width, measures.height), (11906, 16838));
        assert_eq!((measures.top, measures.left), (2098, 1587));
        assert_eq!((measures.pitch, measures.size, measures.spacing), (579, 320, -6));
        assert!(22 * measures.pitch <= measures.height - measures.top - measures.bottom);
        assert!(measures.length(&"汉".repeat(28)) <= measures.type_width());
        assert!(measures.length(&"汉".repeat(29)) > measures.type_width());
        // The rules of the page number are 28 mm above the edge: 35 mm less 7 mm.
        assert_eq!(measures.footer + 140, 1587);
    }

    #[test]
    fn no_style_measures_what_word_refuses() {
        let page =
            Page { width: 1e300, height: -5.0, left: f64::MAX, pitch: Some(1e-300), ..Page::default() };
        let measures = Measures::of(&Style { page, ..Style::gongwen() });
        assert_eq!((measures.width, measures.height, measures.pitch), (LONGEST, 1, 1));
        assert_eq!(measures.type_width(), 1);
    }

    #[test]
    fn large_type_takes_several_lines() {
        let measures = Measures::of(&Style::gongwen());
        let font = |size| Font { family: String::new(), size, bold: false };
        assert_eq!(
            [16.0, 22.0, 28.95, 29.0, 60.0].map(|size| measures.line(&font(size)) / 579),
            [1, 1, 2, 2, 3]
        );
    }
}
