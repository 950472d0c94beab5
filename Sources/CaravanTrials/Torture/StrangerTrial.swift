import CaravanProtocol
import Foundation
import Synchronization
import TestSupport

/// Clients without the token: they guess, they take places and say nothing. Whoever has the token, and whoever comes by
/// the local socket, is served all the while.
struct StrangerTrial {
    private let setting: TortureSetting
    private static let token = "trial-token-1f6c"

    init(_ setting: TortureSetting) { self.setting = setting }

    func run(_ clock: TrialClock, _ record: inout TrialRecord) throws {
        let daemon = try DaemonProcess(program: setting.program, ways: true)
        let file = daemon.room.appending(path: "token")
        try Data(Self.token.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        daemon.arguments = ["--token-file", file.path, "--max-connections", "64", "--log-level", "debug"]
        try daemon.start()
        let attempts = Mutex(0)
        let served = Mutex(0)
        let unserved = Mutex(0)
        let time = TrialClock(seconds: clock.left)
        Crew.run(9) { number in
            switch number {
            case 0..<4: Self.guess(daemon, attempts, time)
            case 4..<6: Self.guessByWeb(daemon, attempts, time)
            case 6..<8: Self.occupy(daemon, time)
            default:
                while !time.isOver {
                    let isServed = (try? daemon.client(patience: 10).ask("PING")) != nil
                    if isServed { served.withLock { $0 += 1 } } else { unserved.withLock { $0 += 1 } }
                    clock.tell("\(attempts.withLock { $0 }) wrong tokens")
                    Thread.sleep(forTimeInterval: 0.05)
                }
            }
        }
        let seconds = max(time.elapsed, 1)
        record.set("wrong tokens answered", Double(attempts.withLock { $0 }))
        record.set("wrong tokens answered a second", Double(attempts.withLock { $0 }) / seconds)
        record.set("local clients served", Double(served.withLock { $0 }))
        record.set("local clients turned away", Double(unserved.withLock { $0 }))
        if unserved.withLock({ $0 }) > 0 { record.fail("strangers keep the local socket from being served") }
        if !daemon.isRunning { record.fail("the daemon died: \(daemon.end())") }
        let log = daemon.log
        record.set("log", Double(log.utf8.count >> 10), "KB")
        if log.contains(Self.token) { record.fail("the log holds the token") }
        let (ending, tail) = daemon.terminate()
        record.set("end by SIGTERM", tail, "s")
        if tail > setting.patience { record.fail("an end that took \(tail) s") }
        if ending != .exit(0) { record.fail("ended by \(ending) after SIGTERM") }
    }

    private static func guess(_ daemon: DaemonProcess, _ attempts: borrowing Mutex<Int>, _ time: TrialClock) {
        while !time.isOver {
            guard let client = try? WireClient(.loopback(daemon.port), patience: 5) else { continue }
            while !time.isOver, (try? client.ask("AUTH guess\(Int.random(in: 0..<1000))"))?.error?.code == .denied {
                attempts.withLock { $0 += 1 }
            }
        }
    }

    private static func guessByWeb(_ daemon: DaemonProcess, _ attempts: borrowing Mutex<Int>, _ time: TrialClock) {
        let head =
            "POST /api/command HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer guess\r\n"
            + "Content-Type: application/x-caravan-request\r\nContent-Length: 5\r\nConnection: close\r\n\r\nPING\n"
        while !time.isOver {
            let answer = try? WebClient(port: daemon.webPort, patience: 5).exchange(Array(head.utf8))
            if answer?.isEmpty == false { attempts.withLock { $0 += 1 } }
        }
    }

    /// Takes places by TCP and halves of requests by HTTP, and keeps them as long as they are left.
    private static func occupy(_ daemon: DaemonProcess, _ time: TrialClock) {
        var places: [ByteStream] = []
        while !time.isOver {
            for way in [WireAddress.loopback(daemon.port), .loopback(daemon.webPort)] {
                guard let place = try? ByteStream(way, patience: 1) else { continue }
                try? place.send(Array("POST /api/command HTTP/1.1\r\nHost: 127.".utf8))
                places.append(place)
            }
            if places.count > 400 { places.removeFirst(200) }
            Thread.sleep(forTimeInterval: 0.005)
        }
    }
}
