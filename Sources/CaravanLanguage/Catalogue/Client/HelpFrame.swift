/// What stands around the texts of the client's help and of errors in a command line. English is word for word what
/// ArgumentParser writes: the client replaces it by Chinese.
public enum HelpFrame: Entry, Topic {
    case overview = "OVERVIEW: | 概述："
    case usage = "USAGE: | 用法："
    case usageOfError = "Usage: | 正确用法："
    case arguments = "ARGUMENTS: | 参数："
    case options = "OPTIONS: | 选项："
    case subcommands = " SUBCOMMANDS: | 命令："
    case showVersion = "Show the version. | 显示版本。"
    case showHelp = "Show help information. | 显示帮助。"
    case values = "(values: {0}) | （可选值：{0}）"
    case valuesAndDefault = "(values: {0}; default: {1}) | （可选值：{0}；默认：{1}）"
    case byDefault = "(default: {0}) | （默认：{0}）"
    case moreHelp = "  See 'caravan help <subcommand>' for detailed help. |   各命令的详细说明：caravan help <subcommand>"
    case wrongCommand = "Error: | 命令写法有误："
    case helpOfError = "Help: | 说明："
    case moreOfError = "  See '{0}' for more information. |   详细说明：{0}"
}
