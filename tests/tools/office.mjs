// What opens Word documents in the tests: LibreOffice Writer, python-docx, and poppler for what is printed.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { output } from "../../www/tools/install.mjs";
import { installDebian } from "./debian.mjs";
import { testFonts } from "./fonts.mjs";

/** Where Debian puts them. Its Python is not always the first one of a machine. */
const SOFFICE = "/usr/bin/soffice";
const PYTHON = "/usr/bin/python3";

/** Debian has them; elsewhere these tests are left out. */
export const hasOffice = process.platform === "linux";

/** Installs what is missing, where that is possible; else says what to run. */
export function installOffice() {
  if (!hasOffice) return;
  const wanted = [];
  if (!existsSync(SOFFICE)) wanted.push("libreoffice-writer-nogui");
  if (output(PYTHON, ["-c", "import docx"]) === undefined) wanted.push("python3-docx");
  if (output("pdftotext", ["-v"]) === undefined) wanted.push("poppler-utils");
  if (wanted.length > 0) installDebian("The tests of Word documents", wanted);
  testFonts();
}

/** A LibreOffice of its own, which sees the fonts of the tests, with a folder for its files. */
export function openOffice() {
  const folder = mkdtempSync(join(tmpdir(), "outline-summary-office-"));
  const profile = pathToFileURL(join(folder, "profile"));
  const env = { ...process.env, ...testFonts(), LC_ALL: "C.UTF-8" };
  return {
    folder,
    /** Converts files of the folder; HTML is read as Writer reads it. */
    convert(kind, names) {
      const filter = names[0].endsWith(".html") ? ["--infilter=HTML (StarWriter)"] : [];
      const options = [`-env:UserInstallation=${profile}`, "--headless", ...filter, "--convert-to", kind];
      execFileSync(SOFFICE, [...options, ...names], { cwd: folder, env, stdio: "ignore" });
    },
    /**
     * Prints Word documents into PDF files. This LibreOffice does not know that a document wants no gaps between Chinese
     * and Latin text (`w:autoSpaceDE`), as Word does: what it has read is told so in its own words.
     */
    print(names) {
      const read = names.map((name) => name.replace(/docx$/, "fodt"));
      this.convert("fodt", names);
      for (const name of read) {
        const path = join(folder, name);
        const text = readFileSync(path, "utf8");
        writeFileSync(path, text.replaceAll('text-autospace="ideograph-alpha"', 'text-autospace="none"'));
      }
      this.convert("pdf", read);
    },
    close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a program of Python prints, as JSON. */
export function python(program, ...args) {
  return JSON.parse(execFileSync(PYTHON, [program, ...args], { encoding: "utf8" }));
}

/** The pages of a PDF, each as its lines without the blanks at their ends. */
export function pages(pdf) {
  const text = execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  const lines = (page) => page.split("\n").map((line) => line.trim());
  return text
    .split("\f")
    .slice(0, -1)
    .map((page) => lines(page).filter((line) => line !== ""));
}

/** The names of the fonts in a PDF. */
export function fontsOf(pdf) {
  const table = execFileSync("pdffonts", [pdf], { encoding: "utf8" });
  return table
    .split("\n")
    .slice(2)
    .map((line) => line.split(/[+\s]/)[1])
    .filter(Boolean);
}
