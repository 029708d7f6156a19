// Free fonts for what official documents are set in, under the names that those have on writers' machines.

import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { output } from "../../www/tools/install.mjs";

/** The Debian package that holds the Fandol fonts, which know all characters of GB 2312. It is unpacked, not installed. */
const PACKAGE = "texlive-lang-chinese";
const INSIDE = "usr/share/texlive/texmf-dist/fonts/opentype/public/fandol";

/** Which font stands for which, and in which face: 小标宋 is a heavy 宋体. */
const STANDING_FOR = [
  ["FandolFang", "Regular", ["仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312"]],
  ["FandolKai", "Regular", ["楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312"]],
  ["FandolHei", "Regular", ["黑体", "SimHei"]],
  ["FandolSong", "Regular", ["宋体", "SimSun"]],
  ["FandolSong", "Bold", ["方正小标宋简体", "方正小标宋_GBK", "小标宋"]],
];

const FILES = [
  "FandolFang-Regular.otf",
  "FandolKai-Regular.otf",
  "FandolHei-Regular.otf",
  "FandolSong-Regular.otf",
  "FandolSong-Bold.otf",
];

/**
 * What a program has to find in its environment so that it sees these fonts beside those of the system. They are kept
 * in the folder for temporary files. `undefined` where Debian's packages cannot be had.
 */
export function testFonts() {
  if (process.platform !== "linux" || output("apt-get", ["--version"]) === undefined) return undefined;
  const folder = join(tmpdir(), "outline-summary-fonts");
  const config = join(folder, "fonts.conf");
  if (!FILES.every((name) => existsSync(join(folder, name)))) unpack(folder);
  writeFileSync(config, configuration(folder));
  return { FONTCONFIG_FILE: config };
}

/** Downloads and unpacks the fonts. They are moved to their place when all are there. */
function unpack(folder) {
  const work = mkdtempSync(join(tmpdir(), "outline-summary-fonts-"));
  console.log("Downloading free fonts for the tests …");
  try {
    download(work);
  } catch {
    // A fresh machine has no list of packages yet.
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    download(work);
  }
  const archive = readdirSync(work).find((name) => name.endsWith(".deb"));
  execFileSync("dpkg-deb", ["--extract", archive, "."], { cwd: work });
  mkdirSync(folder, { recursive: true });
  for (const name of FILES) renameSync(join(work, INSIDE, name), join(folder, name));
  rmSync(work, { recursive: true, force: true });
}

function download(folder) {
  // As whoever calls: apt's own user may not write here.
  const options = ["-qq", "-o", "APT::Sandbox::User=root"];
  execFileSync("apt-get", ["download", ...options, PACKAGE], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** A configuration that answers with these fonts where others are asked for. */
function configuration(folder) {
  const rules = STANDING_FOR.flatMap(([font, style, names]) => names.map((name) => rule(name, font, style)));
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
${rules.join("\n")}
</fontconfig>
`;
}

function rule(name, font, style) {
  return `  <match>
    <test name="family"><string>${name}</string></test>
    <edit name="family" mode="assign" binding="strong"><string>${font}</string></edit>
    <edit name="style" mode="assign" binding="strong"><string>${style}</string></edit>
  </match>`;
}
