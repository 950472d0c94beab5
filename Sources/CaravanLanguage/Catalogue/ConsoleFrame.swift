extension Catalogue {
    /// The frame of the console: navigation, connection, token, faults, figures.
    static let consoleFrame: [String: Bilingual] = [
        "title": Bilingual("Caravan · Science and Technology Week", "Caravan 科技活动周排程"),
        "frame.brand": Bilingual("Caravan", "Caravan 科技活动周排程"),
        "frame.skip": Bilingual("Skip to content", "跳到正文"),
        "frame.week": Bilingual("Week", "活动周"),
        "frame.chooseWeek": Bilingual("Choose a week …", "选择活动周……"),
        "frame.navigation": Bilingual("Views", "功能导航"),
        "frame.waiting": Bilingual("One moment …", "正在读取……"),
        "frame.lost": Bilingual(
            "The daemon does not answer. It is asked again every two seconds.",
            "与服务的连接已中断，每两秒自动重试一次。"),
        "frame.noWeek": Bilingual("No week is chosen.", "尚未选择活动周。"),
        "frame.toWeeks": Bilingual("Choose or load one", "前往选择或载入"),
        "nav.weeks": Bilingual("Weeks", "活动周"),
        "nav.solve": Bilingual("Solve", "编制方案"),
        "nav.plan": Bilingual("Plan", "查看方案"),
        "nav.changes": Bilingual("Changes", "变更调整"),
        "nav.scenarios": Bilingual("What if", "情景对比"),
        "token.title": Bilingual("Access token", "访问令牌"),
        "token.note": Bilingual(
            "This daemon asks for a token. Whoever runs it can give you one.",
            "本服务需要访问令牌，请向系统管理人员索取。"),
        "token.wrong": Bilingual("The token was not accepted. Please enter it again.", "令牌未通过验证，请重新输入。"),
        "token.label": Bilingual("Token", "令牌"),
        "token.enter": Bilingual("Continue", "确定"),
        "dialog.close": Bilingual("Close", "关闭"),
        "dialog.cancel": Bilingual("Cancel", "取消"),
        "figure.yuan": Bilingual("¥{0}", "{0} 元"),
        "figure.seconds": Bilingual("{0} s", "{0} 秒"),
        "fault.lost": Bilingual(
            "The connection broke before the answer was complete. Look whether the action was carried "
                + "out, then try again.",
            "连接中断，未收到完整答复。请先核实操作是否已经生效，再重新尝试。"),
        "fault.usage": Bilingual(
            "The daemon did not understand the request. Check what was entered.",
            "服务未能识别该请求，请检查填写内容。"),
        "fault.unknown-verb": Bilingual(
            "This version of the daemon cannot do that. It has to be updated.",
            "当前版本的服务不支持此功能，需要升级。"),
        "fault.not-found": Bilingual(
            "It is not there (any more). Reload the page to see what there is.",
            "所需内容不存在或已被删除，请刷新页面查看最新情况。"),
        "fault.exists": Bilingual("There is one with that name already.", "已有同名内容。"),
        "fault.conflict": Bilingual(
            "That does not fit the present state: the job has ended or was cancelled, or somebody "
                + "changed the week meanwhile. Look at the latest state and try again.",
            "与当前状态不符：任务已结束或已取消，或活动周已被他人修改。请查看最新情况后重试。"),
        "fault.invalid": Bilingual(
            "The document or the change breaks the rules. Nothing was stored; mend the places named "
                + "below.",
            "文档或修改不符合规则，未作任何保存。请按下列提示更正。"),
        "fault.infeasible": Bilingual(
            "No plan keeps all hard rules. What contradicts is named below; take one of these decisions "
                + "back.",
            "没有任何方案能满足全部硬性规则。相互矛盾之处见下，请撤回其中一项决定。"),
        "fault.too-large": Bilingual("The document or the model is too large for the daemon.", "文档或模型超出服务的容量限制。"),
        "fault.busy": Bilingual(
            "The daemon is busy: its queue is full, or a job uses what should be changed. Try again in a "
                + "moment.",
            "服务繁忙：任务队列已满，或相关内容正被任务使用。请稍后再试。"),
        "fault.denied": Bilingual("Access was refused. The token is missing or wrong.", "访问被拒绝：缺少令牌或令牌有误。"),
        "fault.timeout": Bilingual("The daemon gave up waiting. Try again.", "服务等待超时，请重试。"),
        "fault.internal": Bilingual(
            "The daemon made a mistake; nothing was stored. Please tell whoever runs it.",
            "服务内部出错，未作任何保存。请告知系统管理人员。"),
        "fault.more": Bilingual("and {0} more", "另有 {0} 处"),
    ]
}
