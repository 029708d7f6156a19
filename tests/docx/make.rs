//! Makes Word documents.

use miniz_oxide::deflate::compress_to_vec;

/// The numbering `一、` of level 1, as list 1.
pub const NUMBERING: &str = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
    <w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// A document of one body, and of the numbering.
pub fn body(body: &str) -> Vec<u8> {
    let document = format!("<w:document><w:body>{body}</w:body></w:document>");
    zip(&[("word/document.xml", document.as_bytes()), ("word/numbering.xml", NUMBERING.as_bytes())])
}

pub const LISTED: &str = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

pub fn plain(text: &str) -> String {
    paragraph("", text)
}

pub fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A table; each cell is the XML of its paragraphs.
pub fn table(rows: &[&[String]]) -> String {
    let cell = |cell: &String| format!("<w:tc>{cell}</w:tc>");
    let row = |row: &&[String]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<Vec<_>>().concat());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<Vec<_>>().concat())
}

/// A zip file of deflated parts.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in parts {
        let packed = compress_to_vec(content, 1);
        let offset = out.len() as u32;
        let mut fields = Vec::new();
        fields.extend([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
        fields.extend(crc32(content).to_le_bytes());
        fields.extend((packed.len() as u32).to_le_bytes());
        fields.extend((content.len() as u32).to_le_bytes());
        fields.extend((name.len() as u32).to_le_bytes());
        out.extend(b"PK\x03\x04");
        out.extend(&fields);
        out.extend(name.as_bytes());
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([(parts.len() as u16).to_le_bytes(); 2].concat());
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn crc32(content: &[u8]) -> u32 {
    !content.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 },
        )
    })
}
