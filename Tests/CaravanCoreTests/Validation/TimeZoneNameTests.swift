import Foundation
import Testing

@testable import CaravanCore

@Suite("Names of time zones")
struct TimeZoneNameTests {
    @Test("every name is one that the system knows too, and names of places that it lists are among them")
    func list() {
        #expect(TimeZoneNames.all.count == TimeZoneNames.known.count && TimeZoneNames.all.count > 500)
        for name in TimeZoneNames.all { #expect(TimeZone(identifier: name) != nil, "\(name)") }
    }

    @Test("places, offsets of Etc, UTC and GMT are names; abbreviations and other spellings are none")
    func names() {
        for name in ["Asia/Shanghai", "Asia/Urumqi", "America/Argentina/Ushuaia", "UTC", "GMT", "Etc/GMT-8", "PRC"] {
            #expect(TimeZoneName.isKnown(name), "\(name)")
        }
        for name in [
            "CST", "PST", "IST", "EST", "MST", "CET", "HKT", "UTC+8", "GMT+8", "GMT+0800", "+08:00", "asia/shanghai",
            "Asia/Shanghai ", "Asia/Beijing", "Beijing", "北京时间", "", "Mars/Base", "posix/Asia/Shanghai", "Factory",
        ] {
            #expect(!TimeZoneName.isKnown(name), "\(name)")
        }
    }

    @Test(
        "what is meant by other names",
        arguments: [
            ("北京时间", "Asia/Shanghai"), ("Beijing", "Asia/Shanghai"), ("Asia/Beijing", "Asia/Shanghai"),
            ("UTC+8", "Asia/Shanghai"), ("GMT+08:00", "Asia/Shanghai"), ("+0800", "Asia/Shanghai"),
            ("China Standard Time", "Asia/Shanghai"), ("asia/shanghai", "Asia/Shanghai"), ("Shanghai", "Asia/Shanghai"),
            ("Asia/Shanghia", "Asia/Shanghai"), ("Shanghia", "Asia/Shanghai"), ("UTC-5", "Etc/GMT+5"),
            ("New York", "America/New_York"), ("HKT", "Asia/Hong_Kong"),
        ])
    func near(_ name: String, _ meant: String) { #expect(TimeZoneName.near(name).first == meant) }

    @Test("an abbreviation of several zones names them all; what is near to nothing gets an example")
    func several() {
        #expect(TimeZoneName.near("CST") == ["Asia/Shanghai", "America/Chicago", "America/Havana"])
        #expect(TimeZoneName.near("IST").count == 3)
        #expect(TimeZoneName.near("Mars/Base").isEmpty)
        #expect(
            DocumentFault.noTimeZone("Mars/Base", near: []).bilingual.english
                == "no time zone of the IANA database: Mars/Base; write a name such as Asia/Shanghai")
    }
}
