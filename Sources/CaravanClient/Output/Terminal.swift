import CaravanLanguage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What the streams of the process are connected to.
enum Terminal {
    /// Whether that file descriptor is a terminal.
    static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

    /// Columns of the terminal on a file descriptor; nil where it is none.
    static func width(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard isTerminal(descriptor), ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Writes bytes to a file descriptor; false, with the reason in `errno`, where not all of them were taken.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { sink in
                #if canImport(Glibc)
                Glibc.write(descriptor, sink.baseAddress, sink.count)
                #elseif canImport(Musl)
                Musl.write(descriptor, sink.baseAddress, sink.count)
                #else
                Darwin.write(descriptor, sink.baseAddress, sink.count)
                #endif
            }
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// A style for a file descriptor: colours only on a terminal, unless `NO_COLOR` is set (no-color.org) or the terminal
    /// is a dumb one; width of the terminal.
    static func style(for descriptor: Int32, _ language: Language, environment: [String: String]) -> Style {
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        return Style(
            language: language, width: width(descriptor), isColoured: isTerminal(descriptor) && !isPlain)
    }
}
