//! The paper: what the page measures.

/// Points in a millimetre: an inch has 72 points and 25.4 mm.
const POINTS: f64 = 72.0 / 25.4;

/// The part of a line that a page may lack and still hold it: a pitch rounded to a thousandth of a point, as front
/// matter writes it, costs no line.
const ROUNDING: f64 = 0.001;

/// The page of GB/T 9704-2012, clause 5. Lengths in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Paper (5.1).
    pub width: f64,
    /// Paper (5.1).
    pub height: f64,
    /// 天头 (5.2.1).
    pub top: f64,
    /// 订口 (5.2.1).
    pub left: f64,
    /// What the type area of 156 mm leaves (5.2.1).
    pub right: f64,
    /// What the type area of 225 mm leaves (5.2.1).
    pub bottom: f64,
    /// Lines a page (5.2.3); of no effect where there is a pitch.
    pub lines: u32,
    /// Characters a line (5.2.3).
    pub characters: u32,
    /// The line pitch in points. `None`: the lines fill the height of the type area (5.2.3), 225 mm / 22 = 28.99
    /// points. The standard names no pitch: houses set 28 to 30.
    pub pitch: Option<f64>,
}

impl Default for Page {
    fn default() -> Self {
        Page {
            width: 210.0,
            height: 297.0,
            top: 37.0,
            left: 28.0,
            right: 26.0,
            bottom: 35.0,
            lines: 22,
            characters: 28,
            pitch: None,
        }
    }
}

impl Page {
    /// The width of the type area (版心) in millimetres (5.2.1); none where the margins leave none.
    pub fn type_width(&self) -> f64 {
        (self.width - self.left - self.right).max(0.0)
    }

    /// The height of the type area (版心) in millimetres (5.2.1); none where the margins leave none.
    pub fn type_height(&self) -> f64 {
        (self.height - self.top - self.bottom).max(0.0)
    }

    /// From one line to the next, in points (5.2.3).
    pub fn line_pitch(&self) -> f64 {
        self.pitch.unwrap_or_else(|| self.type_height() * POINTS / f64::from(self.lines_a_page()))
    }

    /// From one character to the next, in points (5.2.3): 156 mm / 28 = 15.79.
    pub fn character_pitch(&self) -> f64 {
        self.type_width() * POINTS / f64::from(self.characters_a_line())
    }

    /// The lines that a page holds (5.2.3): one at least, so that any text comes to an end.
    #[allow(clippy::cast_sign_loss)] // neither a height nor a pitch is negative, and a cast keeps within 32 bits
    pub fn lines_a_page(&self) -> u32 {
        let lines = self
            .pitch
            .map_or(self.lines, |pitch| (self.type_height() * POINTS / pitch + ROUNDING).floor() as u32);
        lines.max(1)
    }

    /// The characters that a line holds (5.2.3): one at least, so that any text comes to an end.
    pub fn characters_a_line(&self) -> u32 {
        self.characters.max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_page_is_filled_by_22_lines_of_28_characters() {
        let page = Page::default();
        assert_eq!((page.lines_a_page(), page.characters_a_line()), (22, 28));
        let hundredths = |points: f64| format!("{points:.2}");
        assert_eq!(hundredths(page.line_pitch()), "28.99");
        assert_eq!(hundredths(page.character_pitch()), "15.79");
        assert_eq!(hundredths(page.type_width()), "156.00");
        assert_eq!(hundredths(page.type_height()), "225.00");
    }

    #[test]
    fn a_pitch_says_how_many_lines_a_page_holds() {
        let own = Page::default().line_pitch();
        // 28.95 is 579 of Word's twentieths, 28.991 the standard page's pitch, rounded.
        for (pitch, lines) in
            [(own, 22), (28.95, 22), (28.991, 22), (28.0, 22), (29.0, 21), (29.6, 21), (30.0, 21), (20.0, 31)]
        {
            let page = Page { pitch: Some(pitch), lines: 5, ..Page::default() };
            assert_eq!(page.lines_a_page(), lines, "{pitch}");
            assert_eq!(page.line_pitch().total_cmp(&pitch), std::cmp::Ordering::Equal);
        }
    }

    #[test]
    fn every_page_holds_a_character() {
        let none = Page { lines: 0, characters: 0, ..Page::default() };
        let narrow = Page { left: 300.0, bottom: 300.0, pitch: Some(28.0), ..Page::default() };
        for page in [none, narrow] {
            assert_eq!((page.lines_a_page(), page.type_width() >= 0.0), (1, true));
            assert!(page.line_pitch().is_finite() && page.character_pitch().is_finite());
        }
    }
}
