import Foundation

/// What a process holds of the machine, as Linux counts it.
struct ProcessFigures: Sendable, Equatable {
    /// Bytes of memory that are resident.
    let resident: Int
    /// The most that were.
    let peak: Int
    /// Open descriptors.
    let descriptors: Int
    /// Threads.
    let threads: Int

    /// The figures of a process; nil where it has ended.
    init?(of process: Int32) {
        let folder = "/proc/\(process)"
        guard let status = FileManager.default.contents(atPath: folder + "/status"),
            let open = try? FileManager.default.contentsOfDirectory(atPath: folder + "/fd")
        else { return nil }
        let fields = Dictionary(
            String(decoding: status, as: UTF8.self).split(separator: "\n").compactMap { line in
                let words = line.split(whereSeparator: \.isWhitespace)
                return words.count >= 2 ? Int(words[1]).map { (String(words[0]), $0) } : nil
            }, uniquingKeysWith: { first, _ in first })
        // A process that ended just now has no memory any more.
        guard let resident = fields["VmRSS:"], let peak = fields["VmHWM:"], let threads = fields["Threads:"] else {
            return nil
        }
        (self.resident, self.peak, self.threads, descriptors) = (resident << 10, peak << 10, threads, open.count)
    }
}
