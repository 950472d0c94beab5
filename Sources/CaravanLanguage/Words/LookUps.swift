#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension RuleName {
    /// The name of a rule by its number, such as `H3`; one that the catalogue does not know stands for itself.
    public static func name(of rule: String, in language: Language) -> String {
        allCases.first { "\($0)" == rule.lowercased() }?[language] ?? rule
    }
}

extension SystemReason {
    private static let known: [Int32: SystemReason] = [
        ENOENT: .notFound, EACCES: .denied, EISDIR: .isDirectory, ENOTDIR: .notDirectory, ENOSPC: .noSpace,
        EROFS: .readOnly, ECONNREFUSED: .refused, ENETUNREACH: .unreachable, EHOSTUNREACH: .noRoute,
        ETIMEDOUT: .timedOut, ENAMETOOLONG: .nameTooLong, EMFILE: .tooManyFiles, EIO: .ioError, EPERM: .notPermitted,
    ]

    /// What an error number of the system means; in the C library's words where the catalogue has none.
    public static func of(_ number: Int32) -> Bilingual {
        known[number]?.bilingual ?? Verbatim(String(cString: strerror(number))).bilingual
    }
}

extension MonthName {
    /// A month by its number, 1 to 12.
    public init(number: Int) { self = Self.allCases[number - 1] }
}
