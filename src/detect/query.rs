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

/// What ends a query and would be too common elsewhere.
const ENDS: [&str; 156] = [
    "最新消息",
    "最新政策",
    "最新规定",
    "最新标准",
    "去哪里办",
    "去哪办",
    "在哪里办",
    "在哪办",
    "合法吗",
    "违法吗",
    "有用吗",
    "有效吗",
    "靠谱吗",
    "好用吗",
    "可靠吗",
    "安全吗",
    "严重吗",
    "有毒吗",
    "赚钱吗",
    "挣钱吗",
    "划算吗",
    "难考吗",
    "难学吗",
    "可以退吗",
    "能退吗",
    "能报销吗",
    "可以报销吗",
    "能治好吗",
    "能治愈吗",
    "是真的吗",
    "是真是假",
    "大概费用",
    "流程图解",
    "流程图",
    "要多久",
    "区别在哪",
    "一平方",
    "前景怎么样",
    "计算公式",
    "对照表",
    "一览表",
    "能活多久",
    "的作用与功效",
    "的功效与作用",
    "最新消息全文",
    "最新價格",
    "最新公告",
    "最新通知",
    "最新价格",
    "最新行情",
    "官方网站",
    "官网入口",
    "登录入口",
    "查询入口",
    "报名入口",
    "报名官网",
    "报名时间",
    "考试时间",
    "开放时间",
    "营业时间",
    "上班时间",
    "办理时间",
    "查询时间",
    "时间表",
    "时刻表",
    "价目表",
    "价格行情",
    "报价表",
    "报价单",
    "收费表",
    "工资表",
    "排行榜前十名",
    "排名前十",
    "十大排名",
    "前十名",
    "治疗方法",
    "的症状",
    "早期症状",
    "症状表现",
    "使用方法",
    "安装方法",
    "操作方法",
    "制作方法",
    "计算方法",
    "办理流程",
    "办理条件",
    "办理材料",
    "所需材料",
    "需要的材料",
    "申请条件",
    "申请流程",
    "报考条件",
    "报名条件",
    "使用教程",
    "视频教程",
    "安装教程",
    "图文教程",
    "免费下载",
    "下载安装",
    "破解版",
    "安卓版",
    "最新版",
    "手机版下载",
    "在线观看",
    "免费观看",
    "全集观看",
    "txt下载",
    "免费阅读",
    "什么梗",
    "的含义",
    "的区别",
    "的优缺点",
    "的利弊",
    "的好处",
    "的坏处",
    "的危害",
    "的用途",
    "的原理",
    "的做法",
    "的养殖方法",
    "的种植方法",
    "咨询电话",
    "服务电话",
    "售后电话",
    "客服电话",
    "投诉电话",
    "热线电话",
    "维修电话",
    "预约电话",
    "联系方式",
    "赔偿标准",
    "补偿标准",
    "补贴标准",
    "缴费标准",
    "工资标准",
    "评分标准",
    "录取分数线",
    "分数线",
    "国家标准",
    "执行标准",
    "验收规范",
    "好不好用",
    "好用不",
    "是什么原因",
    "什么原因",
    "原因分析",
    "解决方法",
    "解决办法",
    "怎么回事",
    "图片大全",
    "大全集",
    "范文",
    "模板下载",
    "范本",
    "怎么样啊",
    "价格多少钱",
];
/// Words that ask, and how many code points may stand behind one at a query's end.
const ASKS: [&str; 39] = [
    "如何",
    "怎样",
    "为什么",
    "怎么",
    "怎麼",
    "多少",
    "多久",
    "哪家",
    "哪个",
    "哪個",
    "哪里",
    "哪裡",
    "哪些",
    "去哪",
    "在哪",
    "什么",
    "什麼",
    "几点",
    "几年",
    "能不能",
    "可不可以",
    "会不会",
    "多长时间",
    "多长",
    "多大",
    "多高",
    "多远",
    "多重",
    "几号",
    "几月",
    "几级",
    "几种",
    "几家",
    "第几",
    "能否",
    "可否",
    "何时",
    "哪种",
    "哪几",
];
const BEHIND_ASKS: usize = 4;
/// Fewest code points of what is asked about.
const MIN_TOPIC: usize = 3;
/// Words that point at what both sides know, as no query does.
const SHARED: [&str; 16] =
    ["这", "這", "那", "今", "明天", "昨", "了", "咱", "们", "老师", "听说", "刚", "谢", "呀", "嘛", "呗"];

/// Whether a word stands twice around `不`, behind a topic: `贵不贵`.
fn doubts(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let doubt = |three: &[char]| three[0] == three[2] && three[1] == '不' && three[0] != '不';
    chars.len() > MIN_TOPIC && chars[MIN_TOPIC - 1..].windows(3).any(doubt)
}

/// Words of those who ask in earnest.
const TALK: [&str; 8] = ["真", "都", "还", "也", "难道", "不是", "就", "敢"];

/// What is set behind a query.
const BEHIND: [&str; 4] = ["全文", "图解", "大全", "图片"];

/// Words by which somebody speaks to somebody, as no query does.
static SPEECH: AnyOf<14> =
    AnyOf::new(["我", "你", "您", "吗", "请问", "谁", "求", "吧", "呢", "大家", "啊", "哈", "他", "她"]);

/// Whether `text` reads like a query. Linear.
pub(crate) fn is_query(text: &str) -> bool {
    PHRASES.is_in(text) && !SPEECH.is_in(text)
}

/// Whether `text`, which is all that a page has, was made of a query. Linear.
pub(crate) fn is_made_of_query(text: &str) -> bool {
    let parts = || text.split(is_joint).filter(|part| !part.is_empty() && !BEHIND.contains(part));
    let end = |part: &str| ENDS.iter().find_map(|end| part.strip_suffix(end).map(str::to_owned));
    let asks = |part: &str| {
        // The year of a list of prices.
        let part = part.trim_end_matches(|c: char| c.is_ascii_digit() || c == '年');
        let listed = PHRASES.ends(part) || end(part).is_some();
        // Whoever sets a mark behind it may ask in earnest.
        // And where no mark stands at the end, somebody typed it.
        let unmarked = || !text.ends_with(['?', '？']);
        listed || unmarked() && (asks_plainly(part) || asks_at_end(&parts().collect::<String>()))
    };
    let speaks = |part: &str| {
        let head = end(part).unwrap_or_else(|| part.strip_suffix('吗').unwrap_or(part).to_owned());
        SPEECH.is_in(&head) || SHARED.iter().any(|word| head.contains(word))
    };
    (1..=MAX_PARTS).contains(&parts().count())
        && parts().next_back().is_some_and(asks)
        && !parts().any(speaks)
}

/// Whether the text asks with a topic before the word that asks, or with `吗` at its end.
fn asks_plainly(text: &str) -> bool {
    let asks = |word: &str| text.find(word).is_some_and(|at| text[..at].chars().count() >= MIN_TOPIC);
    let plain = |head: &str| head.chars().count() > MIN_TOPIC && !TALK.iter().any(|word| head.contains(word));
    ASKS.iter().any(|word| asks(word)) || doubts(text) || text.strip_suffix('吗').is_some_and(plain)
}

/// Whether a word that asks stands at the end, behind a topic.
fn asks_at_end(text: &str) -> bool {
    let place = ASKS.iter().filter_map(|word| Some((text.rfind(word)?, word.len()))).max();
    place.is_some_and(|(at, len)| {
        text[at + len..].chars().count() <= BEHIND_ASKS && text[..at].chars().count() >= MIN_TOPIC
    })
}

/// Most parts of what was made of a query.
const MAX_PARTS: usize = 3;

/// Whether a character stands between the parts of a query, or around them.
fn is_joint(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '_' | '-' | '(' | ')' | '（' | '）' | '「' | '」' | '【' | '】' | '?' | '？' | '|')
}

#[cfg(test)]
mod tests {
    use super::{is_made_of_query, is_query};

    #[test]
    fn a_query_speaks_to_nobody() {
        assert!(is_query("旧家具搬运怎么收费标准"));
        assert!(!is_query("请问搬家怎么收费") && !is_query("今日全镇停水"));
    }

    #[test]
    fn what_is_set_around_a_query_does_not_hide_it() {
        for text in [
            "云岭鱼苗养殖 有用吗",
            "云岭窗帘怎么回事 全文",
            "窗帘价格表2024 全文",
            "云岭搬家去哪里办?",
            "「换锁」多少钱一平方 全文",
            "门窗保养_是什么原因",
        ] {
            assert!(is_made_of_query(text), "{text}");
        }
        for text in ["请问换锁合法吗", "我的猫怎么办", "云岭镇明日停水", "换锁 搬家 开门 洗车 多少钱"]
        {
            assert!(!is_made_of_query(text), "{text}");
        }
    }
}
