// An outline with each thing that an outline can have, and what comes of it.

export const SOURCE = `---
to: 各村（社区）
from: 综合办公室
date: 2024-7-5
attachments:
  - 工作台账
  - 人员名单
facts:
  村名: 柳溪村
---

# 上半年工作总结

上半年，{村名}抓好各项工作。共走访**户。

## 主要做法

### 强化学习。

- 领导带头学。先后学习*次
- 支部集中学

### 建好队伍

| 类别 | 人数 |
| --- | --- |
| 网格员 | 12 |

> 人数待核

## 下步打算

1. 补短板
2. 强弱项

---

特此报告。
`;

const points = (layout, texts) => ({
  kind: "points",
  layout,
  points: texts.map((text) => ({ text, points: [] })),
});

export const OUTLINE = {
  title: "上半年工作总结",
  to: "各村（社区）",
  from: "综合办公室",
  date: "2024-7-5",
  attachments: ["工作台账", "人员名单"],
  facts: { 村名: "柳溪村" },
  opening: [{ kind: "paragraph", text: "上半年，{村名}抓好各项工作。共走访**户。" }],
  sections: [
    {
      level: 1,
      heading: "主要做法",
      body: [],
      sections: [
        {
          level: 2,
          heading: "强化学习。",
          body: [points("runOn", ["领导带头学。先后学习*次", "支部集中学"])],
          sections: [],
        },
        {
          level: 2,
          heading: "建好队伍",
          body: [
            { kind: "table", header: ["类别", "人数"], rows: [["网格员", "12"]] },
            { kind: "note", text: "人数待核" },
          ],
          sections: [],
        },
      ],
    },
    { level: 1, heading: "下步打算", body: [points("numbered", ["补短板", "强弱项"])], sections: [] },
  ],
  closing: [{ kind: "paragraph", text: "特此报告。" }],
};

export const TEXT = `上半年工作总结
各村（社区）：
上半年，柳溪村抓好各项工作。共走访**户。
一、主要做法
（一）强化学习。一是领导带头学。先后学习*次；二是支部集中学。
（二）建好队伍
类别\t人数
网格员\t12
二、下步打算
（一）补短板；
（二）强弱项。
特此报告。
附件：1.工作台账
2.人员名单
综合办公室
2024年7月5日
`;
