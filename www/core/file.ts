// Files into outlines: what kind of file it is.

import * as glue from "glue";
import type * as Face from "../core";
import { decoded, lostCharacters } from "./coding.ts";

/** Most bytes that a file may have: a long report is a thousandth of it. */
export const LARGEST_FILE = 20 * 2 ** 20;

/** Why a file cannot be read, in the words of the one who brought it. */
const REASONS = {
  "file-empty": ["文件是空的", "The file is empty"],
  "file-too-large": [
    "文件太大（超过 20 MB，或解开后过大），没有读",
    "The file is too large (over 20 MB, or it unpacks to too much) and was not read",
  ],
  "file-old": [
    "这是旧格式的 Word 或 WPS 文档（.doc、.wps），读不了",
    "This is an old Word or WPS document (.doc, .wps), which cannot be read",
  ],
  "file-pdf": ["这是 PDF，读不了", "This is a PDF, which cannot be read"],
  "file-kind": ["这不是 Word 文档，也不是文本", "This is neither a Word document nor a text"],
  "file-broken": ["文件已损坏，读不了", "The file is damaged and cannot be read"],
  "file-locked": ["文件有密码，读不了", "The file is locked by a password and cannot be read"],
  "file-unsafe": [
    "文件里有 Word 文档不会有的定义，为安全起见没有读",
    "The file holds definitions that no Word document has; it was not read, to be safe",
  ],
} as const;

type Reason = keyof typeof REASONS;

const SAVE_AS = {
  zh: "用 Word 或 WPS 打开它，另存为 .docx 再试；或者复制文字粘贴进来",
  en: "Open it in Word or WPS and save it as .docx, or copy its text and paste it here",
};

/** What to do instead, where it is not to save the file in another form. */
const HINTS: Partial<Record<Reason, Face.Finding["hint"]>> = {
  "file-too-large": {
    zh: "图片太多的，在 Word 里压缩或删去图片再存，或把文字复制粘贴进来",
    en: "If it has many images, compress or delete them in Word and save it again, or copy its text and paste it here",
  },
  "file-locked": {
    zh: "先在 Word 里取消密码再存，或把文字复制粘贴进来",
    en: "Take the password off in Word and save it again, or copy its text and paste it here",
  },
};

/** How files of other kinds begin. Word and WPS of old, and files with a password, share the first. */
const MAGIC: readonly [readonly number[], Reason][] = [
  [[0xd0, 0xcf, 0x11, 0xe0], "file-old"],
  [[0x25, 0x50, 0x44, 0x46], "file-pdf"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "file-kind"], // RTF
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Reads a file; the core has been started. */
export function read(bytes: Uint8Array, how?: Face.ReadOptions): Face.FinishedText {
  if (bytes.length === 0) return unreadable("file-empty");
  if (bytes.length > LARGEST_FILE) return unreadable("file-too-large");
  const known = MAGIC.find(([start]) => begins(bytes, start));
  if (known) return unreadable(known[1]);
  if (begins(bytes, ZIP)) return readDocx(bytes, how);
  const found = decoded(bytes);
  if (!found) return unreadable("file-kind");
  if (found.text.trim() === "") return unreadable("file-empty");
  const read: Face.FinishedText = glue.readText(found.text, how);
  return { ...read, findings: [...lostCharacters(found), ...read.findings] };
}

const begins = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);

function readDocx(bytes: Uint8Array, options?: Face.ReadOptions): Face.FinishedText {
  try {
    return glue.readDocx(bytes, options);
  } catch (reason) {
    if (typeof reason === "string" && reason in REASONS) return unreadable(reason as Reason);
    throw reason;
  }
}

/** A file that cannot be read. */
export function unreadable(code: Reason): Face.FinishedText {
  const [zh, en] = REASONS[code];
  const finding: Face.Finding = { code, severity: "error", message: { zh, en } };
  if (code !== "file-empty") finding.hint = HINTS[code] ?? SAVE_AS;
  return {
    outline: { opening: [], sections: [], closing: [] },
    markdown: "",
    findings: [finding],
    habits: { name: "gongwen" },
  };
}
