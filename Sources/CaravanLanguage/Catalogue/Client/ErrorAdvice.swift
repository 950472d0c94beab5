/// What to do after each of the daemon's error codes.
public enum ErrorAdvice: Entry, Topic {
    case usage = """
        See "caravan help" and the name of the command for its usage. | \
        请用 caravan help 加命令名查看写法后重试。
        """
    case unknownVerb = """
        The daemon may be older than the client; "caravan help-verbs" lists its verbs. | \
        守护进程的版本可能较旧；可用 caravan help-verbs 查看它支持的命令。
        """
    case notFound = """
        Check the identifier or version; "caravan weeks" and "caravan plans" list what exists. | \
        请核对编号或版本号；可用 caravan weeks、caravan plans 查看现有内容。
        """
    case exists = "Choose another identifier, or replace the existing one on purpose. | 请换一个编号；确需覆盖时再明确要求替换。"
    case conflict = """
        Look at the present state, which may have changed meanwhile, and try again. | \
        状态可能已被他人改变，请查看最新情况后重试。
        """
    case invalid = "Correct the places named above and try again. | 请按所列位置逐项改正后重试。"
    case infeasible = """
        "caravan explain" names the pins and limits that contradict each other. | \
        请用 caravan explain 查看互相矛盾的锁定和限额，放宽其中之一。
        """
    case tooLarge = "Split the document, or leave out what does not belong to the week. | 请拆分文档，或删去与活动周无关的内容。"
    case busy = "Wait a little and try again. | 请稍候重试。"
    case denied = "Provide the right token with --token or --token-file. | 请用 --token 或 --token-file 提供正确的访问令牌。"
    case timeout = "Try again, with more time where the command takes a limit. | 请重试；命令带有时限的可适当放宽。"
    case internalError = "Try again; if it persists, tell the operator of the daemon. | 请重试；仍然出错时请联系守护进程的管理员。"
}
