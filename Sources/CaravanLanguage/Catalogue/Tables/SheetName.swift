/// Names of sheets, and of CSV files before `.csv`, where they are no words of other parts.
public enum SheetName: Entry, Topic {
    case funds = "funds | 经费"
    case targets = "targets | 覆盖目标"
    case caps = "caps | 限额"
    case closures = "closures | 场地停用"
    case absences = "absences | 成员缺席"
    case pins = "pins | 已定安排"
    case legs = "legs | 路程"
    case guide = "guide | 填写说明"
    case byTownship = "by township | 按乡镇"
    case byMember = "by member | 按成员"
    case byVenue = "by venue | 按场地"
    case byFund = "by fund | 按经费"
    case coverage = "coverage | 覆盖情况"
}
