//! Words by which sentences show that they speak of a thing.

use crate::text::words::{AnyOf, Chars};

/// Characters that go on with a sentence behind its subject or object.
pub(super) static GRAMMAR: Chars =
    Chars::of("的是在和與与及或等为為将將也都有了被把从從对對就才还還则則以中上下里裡内內处處这這那");
/// What makes a firm's name of a phrase.
pub(super) const FIRMS: [&str; 15] = [
    "公司",
    "有限",
    "集团",
    "集團",
    "机构",
    "機構",
    "中心",
    "协会",
    "協會",
    "俱乐部",
    "俱樂部",
    "行业",
    "行業",
    "业务",
    "市场",
];
/// Pairs of characters that phrases of all trades share.
pub(super) const COMMON: [&str; 26] = [
    "公司", "价格", "電話", "电话", "中心", "服务", "服務", "厂家", "多少", "少钱", "价钱", "培训", "专业",
    "費用", "费用", "哪家", "家好", "咨询", "代理", "注册", "上门", "报价", "施工", "网站", "医院", "流程",
];
/// Characters that introduce an organisation or a thing by its kind: it is spoken of.
pub(super) static INTRODUCES: Chars = Chars::of("家某该該此各名个個些每这這那");
/// Words that lead up to an address, and words that go on with a site.
pub(super) const LEADS: [&str; 46] = [
    "登录", "登陆", "登錄", "登入", "访问", "訪問", "网址", "網址", "网站", "網站", "官网", "官網", "进入",
    "進入", "打开", "打開", "点击", "點擊", "关注", "浏览", "瀏覽", "搜索", "输入", "輸入", "域名", "邮箱",
    "查看", "详见", "参见", "地址", "平台", "上网", "主页", "首页", "电商", "入口", "公司", "来自", "來自",
    "通过", "页面", "頁面", "网页", "網頁", "链接", "連結",
];
pub(super) const SITES: [&str; 14] = [
    "网站", "網站", "官网", "官網", "网址", "网页", "平台", "查询", "查詢", "下载", "注册", "首页", "报名",
    "公司",
];
/// Ends of what people type, not of what they write about.
pub(super) static QUERY_ENDS: AnyOf<20> = AnyOf::new([
    "电话",
    "電話",
    "价格",
    "價格",
    "多少钱",
    "多少錢",
    "哪家好",
    "哪里好",
    "费用",
    "費用",
    "报价",
    "報價",
    "排名",
    "流程",
    "厂家",
    "廠家",
    "培训班",
    "定做",
    "上门",
    "秒批",
]);
/// Characters that end the names of places, offices and groups.
pub(super) static NAME_ENDS: Chars =
    Chars::of("村镇鎮乡鄉区區县縣市路街局所湖河山江海岛島桥橋省州国國厅廳部会會社团團队隊馆館站城院园園楼樓");
/// Last two characters of what people search for, and write about as well.
pub(super) static QUERIES: AnyOf<61> = AnyOf::new([
    "价格", "價格", "报价", "報價", "费用", "費用", "学费", "學費", "少钱", "少錢", "价钱", "電話", "电话",
    "热线", "熱線", "厂家", "廠家", "厂商", "批发", "批發", "直销", "直銷", "加盟", "招商", "代理", "代办",
    "代辦", "排名", "行榜", "品牌", "哪家", "家好", "里好", "哪里", "里有", "么样", "么办", "么治", "出租",
    "租赁", "租賃", "回收", "维修", "維修", "安装", "安裝", "上门", "定做", "定制", "培训", "培訓", "报名",
    "報名", "推荐", "治疗", "治療", "图片", "原理", "参数", "规格", "转让",
]);
