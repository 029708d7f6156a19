//! The fonts: what the summary is set in.

use crate::outline::MAX_LEVEL;

/// What each part of the summary is set in, by GB/T 9704-2012. What is not named here is set as the body (5.2.2).
#[derive(Clone, Debug, PartialEq)]
pub struct Fonts {
    /// The title: 2号小标宋 (7.3.1).
    pub title: Font,
    /// The headings of the section levels, from level 1 on: 黑体, 楷体, then 仿宋 (7.3.3). The last one serves all deeper
    /// levels; without any, headings are set as the body.
    pub headings: Vec<Font>,
    /// The body and what stands around it: 3号仿宋 (5.2.2).
    pub body: Font,
    /// Tables. The standard names no font for them: 4号仿宋 is practice, so that more columns find room.
    pub table: Font,
    /// Page numbers: 4号宋体 (7.5).
    pub page_number: Font,
}

/// A font in its size.
#[derive(Clone, Debug, PartialEq)]
pub struct Font {
    /// The name of the family, as writers' machines know it.
    pub family: String,
    /// The size in points: 2号 is 22, 3号 16, 4号 14.
    pub size: f64,
    /// Is it bold? The standard asks for it nowhere; many houses set headings of level 2 and 3 so.
    pub bold: bool,
}

/// 2号 in points.
const SIZE_2: f64 = 22.0;
/// 3号 in points.
const SIZE_3: f64 = 16.0;
/// 4号 in points.
const SIZE_4: f64 = 14.0;

impl Default for Fonts {
    fn default() -> Self {
        let fang_song = |size| Font::new("仿宋_GB2312", size);
        Fonts {
            title: Font::new("方正小标宋简体", SIZE_2),
            headings: vec![
                Font::new("黑体", SIZE_3),
                Font::new("楷体_GB2312", SIZE_3),
                fang_song(SIZE_3),
                fang_song(SIZE_3),
                fang_song(SIZE_3),
            ],
            body: fang_song(SIZE_3),
            table: fang_song(SIZE_4),
            page_number: Font::new("宋体", SIZE_4),
        }
    }
}

impl Fonts {
    /// One Latin family throughout. It has no second face for headings, so they are bold. The sizes are those of the
    /// standard, since the page is: smaller type would stand lost between its lines.
    pub(super) fn latin() -> Fonts {
        let regular = |size| Font::new("Times New Roman", size);
        let bold = |size| Font { bold: true, ..regular(size) };
        Fonts {
            title: bold(SIZE_2),
            headings: vec![bold(SIZE_3)],
            body: regular(SIZE_3),
            table: regular(SIZE_4),
            page_number: regular(SIZE_4),
        }
    }

    /// The font of the headings of a section level.
    pub fn heading(&self, level: u8) -> &Font {
        let level = usize::from(level.clamp(1, MAX_LEVEL)) - 1;
        self.headings.get(level).or(self.headings.last()).unwrap_or(&self.body)
    }
}

impl Font {
    fn new(family: &str, size: f64) -> Font {
        Font { family: family.into(), size, bold: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_heading_font_serves_deeper_levels() {
        let mut fonts = Fonts::default();
        fonts.headings.truncate(2);
        let families =
            |fonts: &Fonts| (0..=7).map(|level| fonts.heading(level).family.clone()).collect::<Vec<_>>();
        let deeper = "楷体_GB2312";
        assert_eq!(families(&fonts), ["黑体", "黑体", deeper, deeper, deeper, deeper, deeper, deeper]);
        fonts.headings.clear();
        assert!(families(&fonts).iter().all(|family| *family == fonts.body.family));
    }
}
