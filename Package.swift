// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
let glpk: [LinkerSetting] = [.linkedLibrary("glpk")]

let package = Package(
    name: "caravan",
    products: [
        .executable(name: "caravand", targets: ["caravand"]),
        .executable(name: "caravan", targets: ["caravan"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-atomics", from: "1.3.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .target(name: "CGLPK", linkerSettings: glpk),
        .target(name: "GLPK", dependencies: ["CGLPK"], swiftSettings: strict),
        .target(name: "CaravanCore", swiftSettings: strict),
        .target(name: "CaravanSolver", dependencies: ["CaravanCore", "GLPK"], swiftSettings: strict),
        .target(name: "CaravanProtocol", dependencies: ["CaravanCore"], swiftSettings: strict),
        .target(
            name: "CaravanStore",
            dependencies: ["CaravanCore", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .target(
            name: "CaravanServer",
            dependencies: [
                "CaravanCore", "CaravanSolver", "CaravanProtocol", "CaravanStore",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "caravand",
            dependencies: ["CaravanServer", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .executableTarget(
            name: "caravan",
            dependencies: ["CaravanClient", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        .testTarget(name: "GLPKTests", dependencies: ["GLPK"], swiftSettings: strict),
    ]
)
