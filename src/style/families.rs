//! Families of fonts: which hold Chinese, and what stands in for one that a machine lacks.

/// What Chinese is set in where a style names a Latin family.
pub(crate) const EAST_ASIAN: &str = "宋体";

/// Families under their several names, the name that most machines know first. `仿宋_GB2312` and `楷体_GB2312` are gone from
/// Windows since its seventh version; 小标宋 comes with no system at all, and 宋体 is the nearest that does.
const SAME: [&[&str]; 5] = [
    &["仿宋", "仿宋_GB2312", "FangSong", "FangSong_GB2312", "STFangsong"],
    &["楷体", "楷体_GB2312", "KaiTi", "KaiTi_GB2312", "STKaiti"],
    &["黑体", "SimHei", "STHeiti"],
    &["宋体", "SimSun", "NSimSun", "STSong"],
    &["方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "小标宋", "宋体", "SimSun"],
];

/// A family, then what may stand in for it, the nearest first.
pub(crate) fn families(family: &str) -> Vec<&str> {
    let mut all = vec![family];
    let same = SAME.iter().find(|same| same.contains(&family));
    all.extend(same.into_iter().flat_map(|same| same.iter()).filter(|other| **other != family));
    all
}

/// Does this family hold Chinese? One with a Latin name does if it is known to.
pub(crate) fn is_east_asian(family: &str) -> bool {
    let known = ["CJK", "Han", "Song", "Hei", "YaHei", "PingFang", "Ming"];
    !family.is_ascii()
        || SAME.iter().any(|same| same.contains(&family))
        || known.iter().any(|part| family.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_family_that_a_machine_lacks_has_others_in_its_place() {
        assert_eq!(families("仿宋_GB2312")[..3], ["仿宋_GB2312", "仿宋", "FangSong"]);
        assert_eq!(families("方正小标宋简体").last(), Some(&"SimSun"));
        assert_eq!(families("Georgia"), ["Georgia"]);
    }

    #[test]
    fn chinese_families_are_known() {
        for (family, is) in [
            ("仿宋_GB2312", true),
            ("FangSong", true),
            ("Noto Serif CJK SC", true),
            ("Source Han Serif", true),
            ("Times New Roman", false),
            ("Georgia", false),
        ] {
            assert_eq!(is_east_asian(family), is, "{family}");
        }
    }
}
