import Foundation

/// How much memory this process may take.
public enum MachineMemory {
    /// Bytes of the machine, or what its control group allows, whichever is less.
    public static var available: Int {
        let machine = Int(clamping: ProcessInfo.processInfo.physicalMemory)
        return min(machine, controlGroups.compactMap { limit(at: $0) }.min() ?? machine)
    }

    /// Bytes of this process that are in memory; nil where the system does not say.
    static var resident: Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }

    /// Files that may hold a limit: those of the group of this process, version 2 and 1, and of the groups above it.
    private static var controlGroups: [String] {
        let text = (try? String(contentsOfFile: "/proc/self/cgroup", encoding: .utf8)) ?? ""
        var files = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            var folder = parts[2].split(separator: "/")
            while !folder.isEmpty {
                let path = folder.joined(separator: "/")
                if parts[1].isEmpty { files.append("/sys/fs/cgroup/\(path)/memory.max") }
                if parts[1].split(separator: ",").contains("memory") {
                    files.append("/sys/fs/cgroup/memory/\(path)/memory.limit_in_bytes")
                }
                folder.removeLast()
            }
        }
        return files
    }

    private static func limit(at path: String) -> Int? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}
