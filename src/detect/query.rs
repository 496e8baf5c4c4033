//! Knows a search query that passes for a title when it sees one.

use crate::text::words::AnyOf;

/// What people type into a search box, and pages made for them bear as a title.
static PHRASES: AnyOf<70> = AnyOf::new([
    "怎么查",
    "怎么收费",
    "怎么办理",
    "怎么算",
    "怎么计算",
    "怎么选",
    "怎么用",
    "怎么做",
    "怎么弄",
    "怎么开",
    "怎么修",
    "怎么退",
    "怎么申请",
    "怎么写",
    "怎麼",
    "收费标准",
    "收費標準",
    "多少钱",
    "多少錢",
    "多少一平",
    "一平",
    "价格表",
    "價格表",
    "什么价格",
    "价格多少",
    "价格是多少",
    "费用是多少",
    "费用多少",
    "是多少",
    "如何",
    "哪家好",
    "哪家强",
    "哪家便宜",
    "哪个好",
    "哪個好",
    "哪里有",
    "哪里买",
    "什么意思",
    "有哪些",
    "有什么",
    "需要什么",
    "什么流程",
    "流程",
    "费用",
    "報價",
    "报价",
    "排名",
    "排行榜",
    "官网",
    "厂家",
    "批发",
    "联系电话",
    "查询",
    "价格",
    "公司电话",
    "标准是",
    "要多久",
    "好不好",
    "怎么找",
    "怎么样",
    "怎麼樣",
    "电话地址",
    "哪里好",
    "哪裡有",
    "需要什么条件",
    "注意事项有哪些",
    "一般要多久",
    "排名前十",
    "十大品牌",
    "正规",
]);

/// Words by which somebody speaks to somebody, as no query does.
static SPEECH: AnyOf<14> =
    AnyOf::new(["我", "你", "您", "吗", "请问", "谁", "求", "吧", "呢", "大家", "啊", "哈", "他", "她"]);

/// Whether `text` reads like a query. Linear.
pub(crate) fn is_query(text: &str) -> bool {
    PHRASES.is_in(text) && !SPEECH.is_in(text)
}

#[cfg(test)]
mod tests {
    use super::is_query;

    #[test]
    fn a_query_speaks_to_nobody() {
        assert!(is_query("旧家具搬运怎么收费标准"));
        assert!(!is_query("请问搬家怎么收费") && !is_query("今日全镇停水"));
    }
}
