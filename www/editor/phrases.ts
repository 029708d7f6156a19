// The words of CodeMirror's own search panel, in Chinese.

export const chinese: Record<string, string> = {
  Find: "查找",
  Replace: "替换为",
  next: "下一处",
  previous: "上一处",
  all: "全部",
  "match case": "区分大小写",
  "by word": "整词",
  regexp: "正则式",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  "current match": "当前一处",
  "replaced $ matches": "已替换 $ 处",
  "replaced match on line $": "已替换第 $ 行的一处",
  "on line": "在第几行",
  "Control character": "控制字符",
  "Selection deleted": "已删除所选内容",
  "Folded lines": "已折叠的行",
};
