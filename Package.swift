// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]
// The solver is optimised in debug builds too: unoptimised it is some thirty times slower, and tests solve real weeks.
let optimised: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let services: [Target.Dependency] =
    nio + [
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
    ]
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "caravan",
    products: [
        .executable(name: "caravand", targets: ["caravand"]),
        .executable(name: "caravan", targets: ["caravan"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
        .target(name: "GLPK", dependencies: ["CGLPK"], swiftSettings: strict),
        .target(name: "CaravanLanguage", swiftSettings: strict),
        .target(name: "CaravanCore", dependencies: ["CaravanLanguage"], swiftSettings: optimised),
        .target(
            name: "CaravanSolver", dependencies: ["CaravanCore", "CaravanLanguage", "GLPK"], swiftSettings: optimised),
        .target(name: "CaravanPresentation", dependencies: ["CaravanCore", "CaravanLanguage"], swiftSettings: strict),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .target(name: "CExpat", linkerSettings: [.linkedLibrary("expat")]),
        .target(
            name: "CaravanTables",
            dependencies: [
                "CaravanCore", "CaravanLanguage", "CaravanPresentation", "CZip", "CExpat", "CXLSXWriter",
                .product(name: "SwiftCSV", package: "SwiftCSV"),
            ],
            swiftSettings: strict),
        .target(
            name: "CaravanProtocol", dependencies: ["CaravanCore", "CaravanLanguage"], swiftSettings: strict),
        .target(name: "CaravanStore", dependencies: ["CaravanCore", "CaravanLanguage"], swiftSettings: strict),
        .target(
            name: "CaravanSQLite", dependencies: ["CaravanStore", "CaravanCore", "CaravanLanguage", "CZlib", database],
            swiftSettings: strict),
        .target(
            name: "CaravanReport", dependencies: ["CaravanCore", "CaravanLanguage", "CaravanPresentation"],
            swiftSettings: strict),
        .target(
            name: "CaravanServer",
            dependencies: [
                "CaravanCore", "CaravanLanguage", "CaravanSolver", "CaravanProtocol", "CaravanStore", "CaravanReport",
                "CaravanTables", "CaravanPresentation", "CMalloc",
            ]
                + services,
            swiftSettings: strict),
        .target(
            name: "CaravanWeb",
            dependencies: [
                "CaravanCore", "CaravanProtocol", "CaravanServer", "CaravanLanguage", "CaravanTables",
                .product(name: "Hummingbird", package: "hummingbird"),
            ]
                + services,
            exclude: ["Console"], swiftSettings: strict, plugins: ["EmbedConsole"]),
        .plugin(name: "EmbedConsole", capability: .buildTool(), dependencies: ["EmbedFiles"]),
        .executableTarget(name: "EmbedFiles", swiftSettings: strict),
        .target(
            name: "CaravanClient",
            dependencies: [
                "CaravanCore", "CaravanLanguage", "CaravanPresentation", "CaravanProtocol", "CaravanTables", arguments,
            ] + nio,
            swiftSettings: strict),
        .executableTarget(
            name: "caravand",
            dependencies: [
                "CaravanServer", "CaravanStore", "CaravanSQLite", "CaravanWeb", "CaravanLanguage", arguments,
            ],
            swiftSettings: strict),
        .executableTarget(name: "caravan", dependencies: ["CaravanClient"], swiftSettings: strict),
        .executableTarget(
            name: "CaravanBench", dependencies: ["CaravanSolver", "CaravanCore", "CaravanPresentation", arguments],
            swiftSettings: strict),

        // Trials of the daemon: fuzzing, faults, soak. They run it as a program, and the parsers in their own process.
        .target(name: "CFuzzer"),
        .executableTarget(
            name: "CaravanTrials",
            dependencies: [
                "CaravanCore", "CaravanLanguage", "CaravanSolver", "CaravanProtocol", "CaravanTables", "CFuzzer",
                "TestSupport", arguments,
            ],
            swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["CaravanStore", "CaravanCore", "CaravanLanguage"],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(name: "GLPKTests", dependencies: ["GLPK"], swiftSettings: strict),
        .testTarget(
            name: "CaravanCoreTests", dependencies: ["CaravanCore", "CaravanLanguage", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanSolverTests",
            dependencies: ["CaravanSolver", "CaravanLanguage", "CaravanCore", "GLPK", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "CaravanLanguageTests", dependencies: ["CaravanLanguage"], swiftSettings: strict),
        .testTarget(
            name: "CaravanWebTests",
            dependencies: [
                "CaravanWeb", "CaravanServer", "CaravanSolver", "CaravanPresentation", "CaravanProtocol",
                "CaravanLanguage", "CaravanCore",
                "TestSupport", "caravand", "caravan", .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
                + services,
            exclude: ["Browser", "Presentation"], swiftSettings: strict),
        .testTarget(
            name: "CaravanBenchTests", dependencies: ["CaravanBench", "CaravanCore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanTablesTests",
            dependencies: ["CaravanTables", "CaravanLanguage", "CaravanCore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanProtocolTests",
            dependencies: ["CaravanProtocol", "CaravanLanguage", "CaravanCore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanPresentationTests",
            dependencies: ["CaravanPresentation", "CaravanLanguage", "CaravanCore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanReportTests",
            dependencies: ["CaravanReport", "CaravanLanguage", "CaravanCore", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanStoreTests",
            dependencies: ["CaravanStore", "CaravanSQLite", "CaravanLanguage", "CaravanCore", "TestSupport", database],
            swiftSettings: strict),
        .testTarget(
            name: "CaravanServerTests",
            dependencies: [
                "CaravanServer", "CaravanStore", "CaravanSQLite", "CaravanSolver", "CaravanProtocol", "CaravanTables",
                "CaravanLanguage", "CaravanCore", "TestSupport",
            ]
                + services,
            swiftSettings: strict),
        .testTarget(
            name: "CaravanClientTests",
            dependencies: [
                "CaravanClient", "CaravanLanguage", "CaravanProtocol", "CaravanTables", "CaravanCore", "TestSupport",
                arguments,
            ] + nio, swiftSettings: strict),
        .testTarget(
            name: "CaravanTrialsTests",
            dependencies: [
                "CaravanTrials", "CaravanProtocol", "CaravanTables", "CaravanLanguage", "CaravanCore", "TestSupport",
                "caravand",
            ],
            swiftSettings: strict),
        // It depends on the programs so that they are built: its tests run them.
        .testTarget(
            name: "CaravanDocumentTests", dependencies: ["CaravanCore", "TestSupport", "caravand", "caravan"],
            swiftSettings: strict),
    ]
)
