//! Words of trades and of those who look for them.

use crate::text::words::Firsts;

/// Words of two characters, at least one of which most search phrases have.
const TRADES: [&str; 182] = [
    "上门", "专利", "中介", "仓储", "代办", "代理", "价格", "优化", "会所", "侦探", "保养", "保姆", "保洁",
    "保险", "價格", "养生", "冷库", "减肥", "减速", "出租", "制作", "办理", "加盟", "劳务", "包装", "升降",
    "印刷", "厂家", "叉车", "吊车", "品牌", "哪家", "哪里", "商标", "回收", "地板", "培訓", "培训", "報價",
    "多少", "奶茶", "学校", "学院", "安装", "安裝", "官网", "定做", "定制", "审计", "家具", "家政", "小吃",
    "小程", "幕墙", "平台", "广告", "床垫", "廠家", "建站", "开发", "开户", "律师", "快递", "怎么", "托盘",
    "托管", "批发", "批發", "护工", "护栏", "报价", "招商", "招聘", "按摩", "挖掘", "排名", "排行", "推广",
    "推荐", "搅拌", "搬家", "搬运", "收費", "收费", "改造", "整形", "方管", "施工", "早衰", "月嫂", "服装",
    "期货", "机构", "机械", "机票", "机肥", "板材", "检测", "植发", "橱柜", "水泵", "水管", "汽修", "治疗",
    "注销", "流程", "涂料", "清洗", "灯具", "烘焙", "物流", "珠宝", "瓷砖", "电机", "电缆", "留学", "癫痫",
    "白癜", "白酒", "眼镜", "社保", "祛斑", "离婚", "种苗", "租賃", "租赁", "移民", "空压", "空调", "窗帘",
    "童装", "签证", "管材", "維修", "维修", "美发", "美容", "翻新", "股权", "肥料", "花店", "花篮", "苗木",
    "茶叶", "营销", "蛋糕", "装修", "装饰", "裝修", "設備", "认证", "讨债", "记账", "设备", "设计", "诊所",
    "调理", "貸款", "費用", "财务", "货架", "货运", "贷款", "费用", "跑腿", "软件", "轴承", "辅导", "输送",
    "追债", "配资", "酒店", "鉴定", "钢管", "锅炉", "门窗", "阀门", "除湿", "餐饮", "饲料", "驾校", "黄金",
];

static FIRSTS: Firsts = Firsts::of(&TRADES);

/// Whether a phrase has such a word. `n log n`, but where none may begin.
pub(super) fn has_trade(phrase: &str) -> bool {
    let ends = phrase.char_indices().map(|(at, _)| at).skip(2).chain([phrase.len()]);
    let mut pairs = phrase.char_indices().zip(ends);
    pairs.any(|((start, c), end)| FIRSTS.may_have(c) && TRADES.binary_search(&&phrase[start..end]).is_ok())
}

#[cfg(test)]
mod tests {
    use super::{TRADES, has_trade};

    #[test]
    fn words_are_sorted_pairs() {
        assert!(TRADES.is_sorted() && TRADES.iter().all(|word| word.chars().count() == 2));
    }

    #[test]
    fn a_phrase_with_a_trade_is_known_by_it() {
        assert!(has_trade("云岭窗帘清洗") && !has_trade("云岭镇的老槐树"));
    }
}
