import CaravanCore
import CaravanLanguage
import CaravanTables
import HTTPTypes
import Hummingbird
import NIOCore

/// The files of the console, its texts and empty workbooks, by path.
struct ConsoleFiles: Sendable {
    /// A file as it goes out.
    struct File: Sendable {
        let type: String
        let content: ByteBuffer
        let tag: String

        init(_ type: String, _ bytes: some Collection<UInt8>) {
            self.type = type
            content = ByteBuffer(bytes: bytes)
            tag = "\"\(String(Self.hash(bytes), radix: 16))\""
        }

        /// FNV-1a: the same in every run of the same program, so that browsers keep what has not changed.
        private static func hash(_ bytes: some Collection<UInt8>) -> UInt64 {
            bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        }
    }

    private let files: [String: File]

    /// The files that are part of the program.
    init() {
        var files: [String: File] = [:]
        for (name, text) in EmbeddedConsole.files {
            let suffix = name.split(separator: ".").last.map(String.init) ?? ""
            guard let type = Self.types[suffix] else { continue }
            files[name == "console.html" ? "/" : "/\(name)"] = File(type, text.utf8)
        }
        for language in Language.allCases {
            let texts = Catalogue.console.mapValues { JSON.string($0[language]) }.sorted { $0.key < $1.key }
            let document = JSON.object(JSONObject(texts.map { ($0.key, $0.value) }))
            files["/catalogue/\(language.rawValue).json"] = File("application/json; charset=utf-8", document.text.utf8)
            // Without room for a temporary file the console still works, but for this link.
            if let template = try? SheetFiles.workbook(WeekSheets.template(language)) {
                files["/template.\(language.rawValue).xlsx"] = File(Self.workbook, template)
            }
        }
        self.files = files
    }

    private static let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    private static let types = [
        "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
        "svg": "image/svg+xml",
    ]

    /// A file, `304` where the client has it already, or a refusal.
    func respond(to request: Request) -> Response {
        guard let file = files[request.uri.path] else {
            return .refusal(.notFound, .notFound, RefusedConnection.nothingThere(request.uri.path))
        }
        guard [.get, .head].contains(request.method) else {
            return .wrongMethod(request.method, allowed: "GET, HEAD")
        }
        let headers: HTTPFields = [.contentType: file.type, .eTag: file.tag, .cacheControl: "no-cache"]
        let known = request.headers[.ifNoneMatch]?.split(separator: ",").map { $0.drop { $0 == " " } } ?? []
        if known.contains(where: { $0 == file.tag || $0 == "W/\(file.tag)" || $0 == "*" }) {
            var response = Response(status: .notModified, headers: headers)
            response.headers[.contentLength] = nil
            return response
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.content))
    }
}
