//! Whether a name is a part of its sentence.

use std::{ops::Range, sync::OnceLock};

use crate::{
    detect::evidence::{Pair, Symbol, Symbols, follows},
    text::chars::{self, Class, class},
};

/// Pairs of characters behind a name that is their subject or owner. Other pairs do as well, but are
/// left out where they often begin a clause by themselves.
const BEHIND: [&str; 473] = [
    "一楼", "上学", "上市", "上班", "上课", "下属", "不予", "不向", "不承", "不收", "不服", "不认", "业务",
    "中标", "主任", "主办", "主张", "主管", "主营", "举办", "举行", "之一", "之间", "也在", "买的", "了解",
    "二楼", "亏了", "亏损", "交出", "交纳", "产品", "人事", "人员", "仍在", "仍未", "从未", "仓库", "代表",
    "任教", "任职", "会员", "会计", "会长", "位于", "住所", "住院", "作出", "保修", "保安", "保留", "修改",
    "修理", "倒了", "倒闭", "做事", "做出", "做工", "做的", "做饭", "停业", "停产", "停止", "偿还", "党委",
    "党支", "党组", "入选", "全部", "公告", "公布", "公章", "共同", "共有", "关了", "关停", "关门", "内的",
    "内部", "出具", "出厂", "出口", "出资", "则称", "则认", "创办", "创始", "创建", "创立", "利润", "制造",
    "前身", "前面", "副厂", "副校", "副院", "办了", "办公", "办的", "加工", "协助", "卖了", "卖的", "占地",
    "印制", "印章", "厂房", "厂长", "历史", "及其", "发布", "发放", "发给", "发表", "发起", "变更", "召开",
    "吃饭", "合同", "同意", "名下", "名义", "名称", "后院", "否认", "告知", "员工", "周围", "品牌", "售后",
    "商标", "回应", "因经", "团队", "在编", "地址", "地处", "坐落", "垫付", "境内", "境外", "墙上", "处长",
    "外面", "多了", "大厅", "大门", "始建", "委托", "存在", "学习", "学员", "学生", "学艺", "守了", "官方",
    "官网", "实习", "客人", "客户", "客服", "宣布", "宿舍", "对面", "将于", "将从", "将以", "将在", "将持",
    "将继", "少了", "就诊", "就读", "展厅", "履行", "工人", "工会", "工作", "已向", "师生", "帐户", "常年",
    "干活", "干部", "年产", "年销", "应于", "应向", "应诉", "店员", "店长", "建了", "建于", "建在", "建成",
    "建起", "开业", "开了", "开办", "开展", "开张", "开的", "开设", "开除", "引进", "归还", "当会", "当学",
    "当工", "当老", "录取", "律师", "念书", "急诊", "总经", "总裁", "总部", "愿意", "成员", "成立", "所有",
    "所长", "打工", "打算", "扩建", "承保", "承办", "承建", "承担", "承接", "承认", "承诺", "投资", "抗辩",
    "抢救", "护士", "护工", "担任", "拒绝", "拖欠", "招募", "招收", "招牌", "招生", "招聘", "拥有", "捐款",
    "捐赠", "换了", "授权", "掌柜", "接到", "接受", "接收", "接管", "推出", "提交", "提供", "提出", "提起",
    "搬到", "搬走", "搬迁", "搬进", "操场", "支付", "支出", "收了", "收入", "收到", "收取", "收治", "收购",
    "改制", "改名", "放弃", "救治", "教室", "教师", "教授", "教练", "方面", "旁边", "旗下", "无权", "日产",
    "暂停", "更名", "曾因", "有了", "有关", "有权", "有限", "未与", "未予", "未作", "未向", "未对", "未按",
    "未能", "未自", "本身", "来说", "柜台", "校友", "校园", "校长", "楼上", "楼下", "概不", "欠了", "欠付",
    "歇业", "正准", "正在", "正式", "毕业", "治疗", "法人", "法定", "注册", "注销", "派人", "派出", "涉嫌",
    "添了", "牌子", "特此", "现有", "现面", "班长", "理事", "生产", "申请", "电话", "病房", "的人", "直面",
    "看病", "研发", "破产", "科长", "窗口", "竭诚", "答应", "答辩", "签署", "签订", "简介", "管理", "系统",
    "组织", "组长", "经理", "经营", "统一", "缴纳", "网站", "老师", "老板", "而言", "职工", "联合", "聘请",
    "股东", "股份", "股权", "能开", "能走", "自身", "荣获", "获得", "获悉", "获评", "董事", "表示", "被列",
    "被查", "被爆", "被罚", "被评", "被责", "被迫", "被选", "装配", "要搬", "规定", "解释", "解雇", "计划",
    "订单", "订立", "订购", "认为", "认可", "设有", "设立", "诉称", "诚聘", "诚邀", "请来", "读书", "课堂",
    "负担", "负责", "财务", "账上", "账号", "账户", "账面", "购买", "购置", "资产", "资助", "资金", "赔了",
    "赔偿", "赚了", "赞助", "赠送", "走了", "起诉", "车间", "辞退", "辩称", "辩解", "迁到", "运营", "运输",
    "返还", "还在", "还将", "还没", "进口", "进行", "违约", "退休", "退款", "退还", "送达", "逐渐", "通知",
    "道歉", "遭受", "遭遇", "邀请", "郑重", "都在", "都有", "采购", "里外", "里的", "里面", "销售", "销量",
    "门前", "门卫", "门口", "门外", "门诊", "队长", "附近", "陆续", "院子", "院长", "隔壁", "隶属", "顺利",
    "食品", "食堂", "馆长", "首席", "首次",
];
/// Characters that do so, whatever follows.
const BEHIND_ALONE: [char; 12] = ['与', '刚', '副', '却', '向', '和', '均', '将', '曾', '的', '称', '等'];
/// Pairs of characters before a name that is their object.
const BEFORE: [&str; 163] = [
    "上诉", "下属", "不是", "举报", "买下", "买了", "了解", "代表", "以及", "任职", "位于", "作为", "供职",
    "依托", "依法", "信任", "允许", "入职", "关于", "创了", "创办", "创建", "创立", "判令", "判决", "到了",
    "到达", "前往", "办了", "加入", "加盟", "包括", "协助", "原告", "去了", "参加", "参观", "发现", "受理",
    "受雇", "叫作", "叫做", "合作", "名为", "名叫", "听说", "告了", "告人", "咨询", "回到", "围绕", "处罚",
    "委托", "对于", "导致", "封了", "就是", "就职", "就读", "属于", "帮助", "开了", "开办", "得知", "想到",
    "感谢", "成为", "成立", "所属", "找到", "承包", "投诉", "抵达", "担任", "拜访", "拨打", "指出", "指导",
    "按照", "据说", "探访", "接手", "接管", "控告", "提到", "提起", "搬到", "支持", "收购", "旗下", "来到",
    "来自", "查处", "查封", "根据", "检查", "欢迎", "正是", "毕业", "状告", "由于", "由原", "申请", "登录",
    "登陆", "的是", "相信", "督促", "知道", "确认", "禁止", "离开", "租下", "租了", "称为", "立了", "约谈",
    "考上", "考入", "考取", "考进", "联系", "表示", "被告", "被申", "裁定", "要求", "视察", "觉得", "认为",
    "认定", "访了", "诉了", "诉人", "说起", "请人", "请求", "调到", "调研", "责令", "责任", "走访", "走进",
    "赶到", "起了", "起诉", "转到", "这是", "进了", "进入", "送到", "送往", "选择", "透露", "通知", "通过",
    "造成", "那是", "采访", "鉴于", "针对", "除了", "隶属",
];
/// Characters that lead up to a name, whatever stands before them, if the sentence goes on from it.
const BEFORE_ALONE: [char; 37] = [
    '与', '为', '于', '从', '令', '以', '凭', '到', '去', '及', '叫', '同', '向', '告', '和', '因', '在',
    '对', '将', '往', '或', '找', '把', '据', '是', '替', '由', '离', '等', '经', '给', '自', '至', '被',
    '让', '跟', '进',
];

/// Whether the sentence needs the name where it stands: its verb has no other object or subject,
/// its noun no other owner. Injected names find themselves there one time in ten, the firm of an
/// article every second time.
pub(in crate::detect) fn is_part(text: &str, name: Range<usize>) -> bool {
    let (before, behind) = (&text[..name.start], &text[name.end..]);
    is_source(before, behind)
        || is_object(before)
        || goes_on(behind)
        || is_led(before) && !reads_better_without(text, name)
}

/// Whether a report names it as its source: `据…介绍`.
fn is_source(before: &str, behind: &str) -> bool {
    const TELLS: [&str; 17] = [
        "介绍", "介紹", "报道", "報道", "報導", "了解", "统计", "統計", "通报", "通報", "透露", "反映",
        "披露", "估计", "估計", "消息", "公布",
    ];
    before.ends_with(['据', '據']) && TELLS.iter().any(|word| behind.starts_with(word))
}

fn is_object(before: &str) -> bool {
    let mut back = before.chars().rev();
    let (second, first) = (back.next(), back.next());
    words().before.has(first, second)
}

fn goes_on(behind: &str) -> bool {
    let mut ahead = behind.chars();
    let (first, second) = (ahead.next(), ahead.next());
    let is_mark = |c| matches!(class(c), Class::Pause | Class::Open | Class::Close);
    first.is_some_and(is_mark) || words().behind.has_alone(first) || words().behind.has(first, second)
}

fn is_led(before: &str) -> bool {
    words().before.has_alone(before.chars().next_back())
}

/// The words on one side of a name, as symbols: Simplified and Traditional are the same.
#[derive(Debug)]
struct Side {
    /// Sorted.
    pairs: Vec<Pair>,
    alone: Symbols,
}

impl Side {
    fn of(words: &[&str], chars: &[char]) -> Self {
        let pair = |word: &&str| {
            let mut symbols = word.chars().map(Symbol::of);
            Some(Symbol::pair(symbols.next()?, symbols.next()?))
        };
        let mut pairs: Vec<Pair> = words.iter().filter_map(pair).collect();
        pairs.sort_unstable();
        let mut alone = Symbols::new();
        chars.iter().for_each(|&c| alone.insert(Symbol::of(c)));
        Side { pairs, alone }
    }

    fn has(&self, first: Option<char>, second: Option<char>) -> bool {
        let (Some(first), Some(second)) = (first, second) else { return false };
        self.pairs.binary_search(&Symbol::pair(Symbol::of(first), Symbol::of(second))).is_ok()
    }

    fn has_alone(&self, c: Option<char>) -> bool {
        c.is_some_and(|c| self.alone.has(Symbol::of(c)))
    }
}

#[derive(Debug)]
struct Words {
    before: Side,
    behind: Side,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| Words {
        before: Side::of(&BEFORE, &BEFORE_ALONE),
        behind: Side::of(&BEHIND, &BEHIND_ALONE),
    })
}

/// Whether what follows goes on from what stands before the name rather than from the name.
fn reads_better_without(text: &str, name: Range<usize>) -> bool {
    let symbol = |c: Option<char>| c.map_or(Symbol::BOUNDARY, Symbol::of);
    let next = symbol(chars::after(text, name.end));
    let from = |at| follows(symbol(chars::before(text, at)), next);
    from(name.end) >= from(name.start)
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, BEFORE_ALONE, BEHIND, BEHIND_ALONE, Symbol, is_part};

    fn needs(text: &str) -> bool {
        let start = text.find('甲').expect("a name");
        is_part(text, start..start + "甲乙厂".len())
    }

    #[test]
    fn words_are_sorted() {
        assert!(BEHIND.is_sorted() && BEFORE.is_sorted());
        assert!(BEHIND_ALONE.is_sorted() && BEFORE_ALONE.is_sorted());
        let mut pairs = BEHIND.iter().chain(&BEFORE);
        assert!(pairs.all(|pair| pair.chars().count() == 2));
    }

    #[test]
    fn words_are_made_of_characters_that_the_table_knows() {
        let words = BEHIND.concat() + &BEFORE.concat();
        let chars = || BEHIND_ALONE.into_iter().chain(BEFORE_ALONE).chain(words.chars());
        let unknown: Vec<char> = chars().filter(|&c| Symbol::of(c) == Symbol::of('\u{9fff}')).collect();
        assert_eq!(unknown, []);
    }

    #[test]
    fn traditional_words_are_known() {
        assert!(needs("據甲乙廠負責人說"));
        assert!(needs("後來甲乙廠帳戶被查封"));
    }

    #[test]
    fn marks_end_what_a_name_is_part_of() {
        assert!(needs("他找到了甲乙厂，敲门"));
    }

    #[test]
    fn subjects_objects_and_owners_are_parts() {
        assert!(needs("甲乙厂的车间"));
        assert!(needs("一审，甲乙厂提起上诉"));
        assert!(needs("法院判令甲乙厂归还货款"));
    }

    #[test]
    fn sources_of_a_report_are_parts() {
        assert!(needs("据甲乙厂介绍，水位已经退了"));
        assert!(!needs("据甲乙厂村民说，水位已经退了"));
    }

    #[test]
    fn what_stands_before_a_clause_of_its_own_is_none() {
        assert!(!needs("雨停了，甲乙厂孩子们跑出来"));
        assert!(!needs("他们在甲乙厂这里等了半天"));
    }
}
